"""Whom to talk to first, who suits, and what can be done with a number."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pwa_app.content import Audience, ChannelType, Service, ServiceKind
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.library import library
from tests.waiting import eventually, wait_for_react

LARGEST_PAGE_BYTES = 14_000
A_MONDAY = datetime(2026, 7, 13, 0, 30, tzinfo=UTC)
YEAR = datetime.now(UTC).year
RANKS = {"Open all day": 1, "Open now": 1, "Opening hours not known": 2, "Closed now": 3}


def people(country: str) -> list[Service]:
    """The services of a country that are neither for emergencies nor lists."""
    kinds = (ServiceKind.EMERGENCY, ServiceKind.DIRECTORY)
    return [service for service in library().services(country) if service.kind not in kinds]


def open_country(page: Page, country: str, at: datetime | None = None) -> Page:
    """Open a country's page, at a moment if one is given, and wait for React."""
    if at is not None:
        page.clock.set_fixed_time(at)
    page.goto(f"/help/{country.lower()}/")
    wait_for_react(page)
    return page


def shown(page: Page) -> list[str]:
    """The ids of the people to talk to, as they are shown."""
    parts = page.locator("section").filter(has_text="People to talk to").locator("article.service")
    ids: list[str] = parts.evaluate_all("(parts) => parts.map((part) => part.id)")
    return ids


def ranks(page: Page) -> list[int]:
    """How soon each of them answers, as the page says: 1 now, 2 not known, 3 later."""
    said = [page.locator(f"#{one} .open-state").inner_text() for one in shown(page)]
    return [RANKS[re.split("[,.]", words)[0]] for words in said]


def choose(page: Page, *labels: str) -> None:
    """Tap filters."""
    if page.locator(".suits[open]").count() == 0:
        page.get_by_text("Find who suits you").click()
    for label in labels:
        page.locator(".suits label.chip", has_text=label).click()


@pytest.mark.parametrize("country", ["GB", "US", "AU", "DE", "JP", "ZA"])
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_whoever_answers_now_comes_first_wherever_the_phone_is(
    new_context: NewContext, country: str, zone: str
) -> None:
    page = new_context(timezone_id=zone).new_page()
    seen: set[int] = set()
    for hours in range(0, 7 * 24, 29):
        open_country(page, country, A_MONDAY + timedelta(hours=hours))
        expect(page.get_by_text("Opening hours", exact=True)).to_have_count(0)
        eventually(page, lambda: ranks(page) == sorted(ranks(page)), f"order after {hours} h")
        assert sorted(shown(page)) == sorted(service.id for service in people(country))
        seen.update(ranks(page))
    assert {1, 3} <= seen


# CALM answers from 17:00 to midnight in London, Breathing Space past midnight.
LONDON = [
    pytest.param("gb-calm", datetime(2026, 1, 12, 16, 59, tzinfo=UTC), False, id="before opening"),
    pytest.param("gb-calm", datetime(2026, 1, 12, 17, 0, tzinfo=UTC), True, id="at opening"),
    pytest.param("gb-calm", datetime(2026, 1, 12, 23, 59, tzinfo=UTC), True, id="before midnight"),
    pytest.param("gb-calm", datetime(2026, 1, 13, 0, 0, tzinfo=UTC), False, id="at midnight"),
    pytest.param(
        "gb-sct-breathing-space",
        datetime(2026, 1, 13, 1, 59, tzinfo=UTC),
        True,
        id="past midnight",
    ),
    pytest.param(
        "gb-sct-breathing-space",
        datetime(2026, 1, 13, 2, 0, tzinfo=UTC),
        False,
        id="closed past midnight",
    ),
    pytest.param(
        "gb-calm", datetime(2026, 3, 28, 16, 30, tzinfo=UTC), False, id="the day before summer time"
    ),
    pytest.param(
        "gb-calm", datetime(2026, 3, 29, 16, 30, tzinfo=UTC), True, id="the day summer time begins"
    ),
    pytest.param(
        "gb-calm", datetime(2026, 10, 24, 16, 30, tzinfo=UTC), True, id="the day before it ends"
    ),
    pytest.param(
        "gb-calm", datetime(2026, 10, 25, 16, 30, tzinfo=UTC), False, id="the day it ends"
    ),
]


@pytest.mark.parametrize(("identity", "moment", "is_open"), LONDON)
def test_open_now_is_right_around_midnight_and_when_clocks_change(
    new_context: NewContext, identity: str, moment: datetime, is_open: bool
) -> None:
    page = new_context(timezone_id="America/New_York").new_page()
    open_country(page, "GB", moment)
    state = page.locator(f"#{identity} .open-state")
    expect(state).to_have_text(re.compile("^Open now" if is_open else "^Closed now"))
    unknown = "gb-battle-scars"
    eventually(
        page,
        lambda: (shown(page).index(identity) < shown(page).index(unknown)) is is_open,
        "its place by whether it is open",
    )


def test_the_order_changes_when_the_clock_passes_an_opening(new_context: NewContext) -> None:
    page = new_context(timezone_id="America/New_York").new_page()
    page.clock.install(time=datetime(2026, 1, 12, 16, 59, 15, tzinfo=UTC))
    page.goto("/help/gb/")
    wait_for_react(page)
    expect(page.locator("#gb-calm .open-state")).to_have_text("Closed now. Opens at 17:00")
    eventually(page, lambda: shown(page).index("gb-calm") > shown(page).index("gb-battle-scars"))
    page.locator("#gb-calm a.button").first.focus()
    page.clock.fast_forward(60_000)
    expect(page.locator("#gb-calm .open-state")).to_have_text("Open now, until 24:00")
    eventually(page, lambda: shown(page).index("gb-calm") < shown(page).index("gb-battle-scars"))
    expect(page.locator("#gb-calm a.button").first).to_be_focused()


@pytest.mark.parametrize("identity", ["gb-calm", "gb-sct-breathing-space", "gb-battle-scars"])
def test_the_service_an_address_leads_to_stays_in_view_when_the_order_changes(
    new_context: NewContext, identity: str
) -> None:
    page = new_context(timezone_id="Europe/London").new_page()
    page.clock.set_fixed_time(datetime(2026, 1, 12, 12, tzinfo=UTC))
    page.goto(f"/help/gb/#{identity}")
    wait_for_react(page)
    eventually(page, lambda: shown(page).index("gb-calm") > shown(page).index("gb-battle-scars"))
    expect(page.locator(f"#{identity} h3")).to_be_in_viewport()


def test_holidays_are_said_not_to_be_known(page: Page) -> None:
    open_country(page, "GB")
    expect(page.locator("#gb-calm")).to_contain_text("On public holidays this may differ.")
    assert "holidays" not in page.locator("#gb-samaritans").inner_text()


def reached_by(*kinds: ChannelType) -> Callable[[Service], bool]:
    """Whether a service can be reached in one of these ways."""
    return lambda service: any(channel.type in kinds for channel in service.channels)


def made_for(*audiences: Audience) -> Callable[[Service], bool]:
    """Whether a service is made for one of these."""
    return lambda service: any(audience in service.audiences for audience in audiences)


FILTERS: dict[str, Callable[[Service], bool]] = {
    "Call": reached_by(ChannelType.CALL),
    "Text": reached_by(ChannelType.SMS, ChannelType.WHATSAPP),
    "Chat": reached_by(ChannelType.CHAT),
    "Young people": made_for(Audience.CHILDREN, Audience.YOUNG_PEOPLE, Audience.STUDENTS),
    "LGBTQ+ people": made_for(Audience.LGBTQ, Audience.TRANS),
    "Veterans": made_for(Audience.VETERANS),
    "First Nations": made_for(Audience.INDIGENOUS),
    "People who self-harm": made_for(Audience.SELF_HARM),
    "Friends and family": made_for(Audience.SUPPORTERS),
    "Deaf": lambda service: (
        reached_by(ChannelType.RELAY, ChannelType.VIDEO)(service)
        or made_for(Audience.DEAF_OR_HARD_OF_HEARING)(service)
    ),
}


@pytest.mark.parametrize("country", ["US", "GB", "AU", "CA", "IE"])
def test_filters_are_those_that_tell_the_country_s_services_apart_and_do(
    page: Page, country: str
) -> None:
    open_country(page, country)
    listed = people(country)
    choose(page)
    chips = page.locator(".suits label.chip").all_inner_texts()
    for label, suits in FILTERS.items():
        fitting = {service.id for service in listed if suits(service)}
        offered = any(chip.startswith(label) for chip in chips)
        assert offered == (0 < len(fitting) < len(listed)), label
        if offered:
            choose(page, label)
            eventually(page, lambda ids=fitting: set(shown(page)) == ids, label)
            expect(page.locator(".suits [role=status]")).to_have_text(
                f"{len(fitting)} of {len(listed)} are shown below."
            )
            choose(page, label)
    eventually(page, lambda: len(shown(page)) == len(listed), "everyone again")


def test_filters_are_tapped_together_and_what_fits_nobody_can_be_undone(page: Page) -> None:
    open_country(page, "US")
    choose(page, "Text", "LGBTQ+")
    eventually(page, lambda: shown(page) == ["us-trevor-project"])
    choose(page, "Veterans")
    eventually(page, lambda: set(shown(page)) == {"us-trevor-project", "us-veterans-crisis-line"})
    choose(page, "LGBTQ+", "Veterans", "Chat", "Text", "Deaf")
    expect(page.locator("main a[href='tel:911']")).to_be_visible()
    choose(page, "LGBTQ+", "First Nations")
    everyone = len(people("US"))
    if page.get_by_text("Nobody here fits all of that.").is_visible():
        page.get_by_role("button", name="Show everyone").click()
        eventually(page, lambda: len(shown(page)) == everyone)


def test_filters_work_with_the_keyboard_and_are_forgotten(page: Page) -> None:
    open_country(page, "US")
    page.locator(".suits summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#suits-call")).to_be_checked()
    eventually(page, lambda: "us-crisis-text-line" not in shown(page))
    page.reload()
    wait_for_react(page)
    assert "us-crisis-text-line" in shown(page)


@pytest.mark.parametrize(
    ("locale", "offered"), [("es-MX", True), ("fr-FR", False), ("en-US", True)]
)
def test_my_language_is_offered_where_it_helps(
    new_context: NewContext, locale: str, offered: bool
) -> None:
    page = open_country(new_context(locale=locale).new_page(), "US")
    choose(page)
    chip = page.locator(".suits label.chip", has_text="In my language")
    expect(chip).to_have_count(1 if offered else 0)
    if offered:
        chip.click()
        language = locale[:2]
        wanted = {service.id for service in people("US") if language in service.languages}
        eventually(page, lambda: set(shown(page)) == wanted)


def test_what_to_expect_is_said_before_a_call(page: Page) -> None:
    open_country(page, "IE")
    page.get_by_text("What to expect when you call").click()
    for question in ("Who answers?", "emergency services?", "What does it cost?", "phone bill?"):
        expect(page.get_by_text(question)).to_be_visible()


def test_a_number_can_be_copied(new_context: NewContext) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = open_country(context.new_page(), "IE")
    part = page.locator("#ie-samaritans")
    part.get_by_text("Copy or save").click()
    part.get_by_role("button", name="Copy 116 123").click()
    expect(part.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "116123"


def test_a_number_that_cannot_be_copied_is_there_to_read(new_context: NewContext) -> None:
    context = new_context()
    context.add_init_script(
        "if (navigator.clipboard)"
        " navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'));"
    )
    page = open_country(context.new_page(), "IE")
    part = page.locator("#ie-samaritans")
    part.get_by_text("Copy or save").click()
    part.get_by_role("button", name="Copy 116 123").click()
    expect(part.get_by_role("status")).to_have_text(
        "It could not be copied. The number is 116 123."
    )


def test_a_service_is_saved_as_a_contact_made_on_the_phone(page: Page) -> None:
    open_country(page, "IE")
    part = page.locator("#ie-text-about-it")
    part.get_by_text("Copy or save").click()
    with page.expect_download() as saved:
        part.get_by_role("button", name="Save to my contacts").click()
    assert saved.value.suggested_filename == "ie-text-about-it.vcf"
    text = saved.value.path().read_text("utf-8")
    assert text.startswith("BEGIN:VCARD")
    assert "TEL;TYPE=CELL,PREF:50808" in text
    assert "NOTE:Text HELLO to 50808" in text


def test_all_numbers_of_a_country_are_saved_in_one_tap(page: Page) -> None:
    open_country(page, "IE")
    page.get_by_text("Save all these numbers").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save all to my contacts").click()
    text = saved.value.path().read_text("utf-8")
    names = [line[3:] for line in text.splitlines() if line.startswith("FN:")]
    assert names == [service.name for service in people("IE")]
    assert "112" not in [line.rpartition(":")[2] for line in text.splitlines()]


def test_old_entries_say_so_on_the_screen_and_others_do_not(dist: Path) -> None:
    for code in library().countries():
        main = read_page(dist, f"/help/{code.lower()}/").find("main")
        for service in people(code):
            text = main.find("article", id=service.id).text
            assert ("over a year ago" in text) is (YEAR - service.checked > 1), service.id


def test_an_entry_that_grew_old_since_the_site_was_built_says_so(new_context: NewContext) -> None:
    page = new_context().new_page()
    open_country(page, "IE", datetime(YEAR + 3, 6, 1, tzinfo=UTC))
    warnings = page.locator("main p.source", has_text="over a year ago")
    expect(warnings).to_have_count(len(library().services("IE")))


def test_a_page_of_help_is_small_enough_for_one_round_trip(dist: Path) -> None:
    sizes = {page.parent.name: page.stat().st_size for page in dist.glob("help/**/index.html.br")}
    assert len(sizes) > 100
    assert {name: size for name, size in sizes.items() if size > LARGEST_PAGE_BYTES} == {}


def test_without_javascript_everyone_is_there_and_nothing_looks_as_if_it_could_be_tapped(
    new_context: NewContext,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/help/us/")
    expect(page.locator("article.service")).to_have_count(
        len([service for service in library().services("US") if service.kind != "emergency"])
    )
    for words in ("Find who suits you", "Copy or save", "Save all these numbers"):
        assert not page.get_by_text(words).filter(visible=True).count()
    page.get_by_text("What to expect when you call").click()
    expect(page.get_by_text("Who answers?")).to_be_visible()
    page.goto("/help/")
    assert not page.get_by_label("Search countries and services").filter(visible=True).count()
    page.get_by_role("link", name="Help for other countries").click()
    expect(page.get_by_role("link", name="Open the website").first).to_be_visible()
