"""A number to call: the person's own country, the emergency first, and who is open now."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from phonenumbers import country_code_for_region
from playwright.sync_api import Page, expect

from pwa_app.content import ANYWHERE, Channel, ChannelType, HoursKind, Service, ServiceKind
from pwa_app.locale import country_codes, country_name
from tests.browser.conftest import NewContext
from tests.browser.html_tree import Element, read_page
from tests.browser.library import library
from tests.browser.watch import Watch
from tests.waiting import eventually, wait_for_react

WEEK = 7 * 24 * 60
"""Minutes in a week."""

WINTER, SUMMER = datetime(2026, 1, 12), datetime(2026, 7, 13)
"""Mondays with and without daylight saving."""

PHONE_ZONES = ("Pacific/Auckland", "America/Los_Angeles")
"""Where the phone is while a service elsewhere opens and closes."""


def country_of(page: Page) -> str:
    """The code of the country whose page is shown."""
    return urlsplit(page.url).path.removeprefix("/help/").strip("/")


def open_help(new_context: NewContext, zone: str, locale: str = "en-GB") -> Page:
    """Open /help/ on a phone in a time zone."""
    page = new_context(timezone_id=zone, locale=locale).new_page()
    page.goto("/help/")
    return page


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Dublin", "ie"),
        ("America/New_York", "us"),
        ("Australia/Sydney", "au"),
        ("Asia/Kolkata", "in"),
        ("Asia/Calcutta", "in"),
        ("Europe/Kyiv", "ua"),
        ("Europe/Kiev", "ua"),
        ("America/Buenos_Aires", "ar"),
        ("Japan", "jp"),
        ("Europe/Belfast", "gb"),
    ],
)
def test_help_opens_on_the_country_of_the_time_zone(
    new_context: NewContext, zone: str, country: str
) -> None:
    page = open_help(new_context, zone, locale="de-DE")
    page.wait_for_url(f"**/help/{country}/")
    expect(page.locator("h1")).to_have_text("Talk to someone now")


def test_help_opens_on_the_own_country_in_a_browser_without_temporal_too(
    new_context: NewContext,
) -> None:
    phone = new_context(timezone_id="Europe/Dublin")
    phone.add_init_script("delete globalThis.Temporal")
    page = phone.new_page()
    page.goto("/help/")
    page.wait_for_url("**/help/ie/")


def test_a_phone_without_a_place_for_a_time_zone_shows_the_country_of_its_language(
    new_context: NewContext,
) -> None:
    open_help(new_context, "Etc/UTC", locale="fr-CA").wait_for_url("**/help/ca/")


@pytest.mark.parametrize(("zone", "locale"), [("Etc/UTC", "en"), ("Etc/GMT-3", "es-419")])
def test_with_nothing_to_go_by_every_country_can_be_chosen(
    new_context: NewContext, zone: str, locale: str
) -> None:
    page = open_help(new_context, zone, locale)
    expect(page.locator(".countries a")).to_have_count(len(library().countries()))
    wait_for_react(page)
    assert country_of(page) == ""


@pytest.mark.parametrize("zone", ["Africa/Kinshasa", "Antarctica/Vostok"])
def test_a_country_we_know_nothing_of_gets_an_honest_page_and_not_another_country_s_numbers(
    new_context: NewContext, zone: str
) -> None:
    assert {"CD", "AQ"}.isdisjoint(library().countries())
    page = open_help(new_context, zone, locale="fr-FR")
    page.wait_for_url("**/help/other/")
    expect(page.get_by_text("A country we have no numbers for")).to_be_visible()
    expect(page.locator("main a[href^='tel:'], main a[href^='sms:']")).to_have_count(0)
    page.get_by_role("link", name="all countries").click()
    expect(page.locator(".countries")).to_be_visible()


def test_every_country_has_its_page_or_is_named_on_the_one_for_all_others(dist: Path) -> None:
    named = read_page(dist, "/help/other/").find("main").text
    known = library().countries()
    for code in country_codes():
        if code in known:
            assert (dist / "help" / code.lower() / "index.html").is_file(), code
        else:
            assert country_name(code, "en") in named, code


def is_on_disk(profile: Path, country: str) -> bool:
    """Whether Chromium has written a choice down: it gathers what it is given for some seconds."""
    written = re.compile(rb"country.{0,8}\x01" + country.upper().encode(), re.DOTALL)
    logs = (profile / "Default" / "Local Storage" / "leveldb").glob("*.log")
    return any(written.search(log.read_bytes()) for log in logs)


def test_a_chosen_country_is_remembered_after_closing_the_browser_and_can_be_changed(
    new_context: NewContext, tmp_path: Path
) -> None:
    for name, code, before in (("France", "fr", "ie"), ("Japan", "jp", "fr")):
        context = new_context(profile=tmp_path, timezone_id="Europe/Dublin")
        page = context.new_page()
        page.goto("/help/")
        page.wait_for_url(f"**/help/{before}/")
        page.get_by_role("link", name="another country").click()
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"**/help/{code}/")
        eventually(page, lambda code=code: is_on_disk(tmp_path, code), f"{code} is written down")
        context.close()
    page = new_context(profile=tmp_path, timezone_id="Europe/Dublin").new_page()
    page.goto("/cards/")
    page.click(".help-now")
    page.wait_for_url("**/help/jp/")


def test_with_storage_blocked_a_country_can_still_be_chosen(new_context: NewContext) -> None:
    context = new_context(timezone_id="Europe/Dublin")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    page = context.new_page()
    page.goto("/help/?choose")
    page.get_by_role("link", name="France", exact=True).click()
    page.wait_for_url("**/help/fr/")


@pytest.fixture(params=["before React", "with React"])
def settle(request: pytest.FixtureRequest) -> Callable[[Page], None]:
    """Return a function that lets a page get as far as the test wants it."""
    return wait_for_react if request.param == "with React" else lambda _: None


@pytest.mark.parametrize(
    "route", ["/", "/cards/five-senses/", "/log/", "/settings/", "/about/", "/help/jp/"]
)
def test_help_now_leads_to_the_person_s_country_in_one_tap(
    new_context: NewContext, settle: Callable[[Page], None], route: str
) -> None:
    page = new_context(timezone_id="Europe/Dublin").new_page()
    page.goto(route)
    settle(page)
    page.click(".help-now")
    page.wait_for_url("**/help/ie/")
    expect(page.locator("main a[href='tel:112']")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url(f"**{route}")


def test_help_in_the_bottom_bar_leads_there_too(
    new_context: NewContext, settle: Callable[[Page], None]
) -> None:
    page = new_context(timezone_id="Europe/Dublin").new_page()
    page.goto("/cards/")
    settle(page)
    page.get_by_role("navigation").get_by_role("link", name="Help").click()
    page.wait_for_url("**/help/ie/")


def test_i_need_a_person_leads_there_too(
    new_context: NewContext, settle: Callable[[Page], None]
) -> None:
    page = new_context(timezone_id="Europe/Dublin").new_page()
    page.goto("/urge/")
    settle(page)
    page.get_by_role("link", name="I need a person").click()
    page.wait_for_url("**/help/ie/")


def test_help_now_works_where_an_address_led_nowhere(new_context: NewContext, watch: Watch) -> None:
    watch.allow("status of 404 .*/nowhere/")
    page = new_context(timezone_id="Europe/Dublin").new_page()
    page.goto("/nowhere/")
    page.click(".help-now")
    page.wait_for_url("**/help/ie/")


def test_the_emergency_number_is_the_first_thing_to_tap_in_every_country(dist: Path) -> None:
    for code in library().countries():
        main = read_page(dist, f"/help/{code.lower()}/").find("main")
        services = library().services(code)
        links = [link.attributes["href"] for link in main.find_all("a")]
        assert links[0] == "/help/?choose", code
        numbers = [
            expected_link(channel)
            for service in services
            if service.kind == ServiceKind.EMERGENCY
            for channel in service.channels
        ]
        assert [link for link in links[1:] if in_emergency(main, link)] == numbers, code
        if numbers:
            assert links[1] == numbers[0], code
        else:
            assert "Call your local emergency number" in main.find("p", "care").text, code


@pytest.mark.parametrize("country", ["ie", "us", "au", "jp", "za"])
def test_the_emergency_number_is_seen_without_scrolling(page: Page, country: str) -> None:
    page.goto(f"/help/{country}/")
    call = page.locator("main a[href^='tel:']").first
    expect(call).to_be_in_viewport(ratio=1)
    expect(call).to_have_class("button urgent")


def test_every_way_to_reach_a_service_is_a_real_link(dist: Path) -> None:
    texted = 0
    for service, part in service_parts(dist):
        links = [link.attributes["href"] for link in part.find_all("a", "button")]
        assert links == [expected_link(channel) for channel in service.channels], service.id
        for channel, link in zip(service.channels, links, strict=True):
            if channel.keyword and channel.type == ChannelType.SMS:
                texted += 1
                assert parse_qs(urlsplit(link).query) == {"body": [channel.keyword]}, service.id
    assert texted > 5


def test_every_service_says_how_and_when_it_was_checked_with_its_sources(dist: Path) -> None:
    for service, part in service_parts(dist):
        source = part.find("p", "source")
        assert "hecked against" in source.text, service.id
        assert f"Last known to be right: {service.checked}." in source.text, service.id
        links = [link.attributes["href"] for link in source.find_all("a")]
        assert links == [source.url for source in service.sources], service.id
        assert links, service.id


def test_every_service_says_what_it_costs_who_it_is_for_and_when_it_answers(dist: Path) -> None:
    costs = {True: "Free", False: "May cost money", None: "Cost not known"}
    hours = {
        HoursKind.ALWAYS: "Open all day, every day",
        HoursKind.UNKNOWN: "Opening hours not known",
        HoursKind.WEEKLY: " time)",
    }
    for service, part in service_parts(dist):
        assert service.about in part.text, service.id
        assert costs[service.free] in part.find("ul", "facts").text, service.id
        assert not service.languages or "Languages: " in part.text, service.id
        if service.kind != ServiceKind.EMERGENCY:
            assert service.name in part.find("h3").text, service.id
            without = service.kind == ServiceKind.DIRECTORY and service.hours == HoursKind.UNKNOWN
            assert (hours[service.hours] in part.text) is not without, service.id


def weekly_services() -> Iterator[Service]:
    """The services with hours of the week, outside those for every country."""
    for code in library().countries():
        for service in library().services(code):
            if service.hours == HoursKind.WEEKLY:
                yield service


WEEKS: dict[str, Callable[[Service], bool]] = {
    "closed at the weekend": lambda service: (
        {span.weekday for span in service.opening_hours} == {0, 1, 2, 3, 4}
    ),
    "open until midnight": lambda service: all(
        span.closes == 1440 for span in service.opening_hours
    ),
    "open past midnight": lambda service: all(span.closes > 1440 for span in service.opening_hours),
    "closed at noon": lambda service: (
        len({span.weekday for span in service.opening_hours}) < len(service.opening_hours)
    ),
}


def a_service(week: str) -> Service:
    """The first service with a week like this."""
    return next(service for service in weekly_services() if WEEKS[week](service))


@pytest.mark.parametrize("week", WEEKS)
def test_open_now_goes_by_the_clock_where_the_service_is(
    new_context: NewContext, week: str
) -> None:
    service = a_service(week)
    for zone, monday, at in zip(PHONE_ZONES, (WINTER, SUMMER), (0, -1), strict=True):
        page = new_context(timezone_id=zone).new_page()
        for minute, is_open in telling_minutes(service, at):
            moment = instant(service, monday, minute)
            page.clock.set_fixed_time(moment)
            page.goto(f"/help/{service.country_code.lower()}/")
            words = "Open now" if is_open else "Closed now"
            expect_state(page, service, words, f"{service.id} at {moment}")


def test_open_now_comes_true_while_the_page_is_open(new_context: NewContext) -> None:
    service = a_service("open until midnight")
    page = new_context(timezone_id=PHONE_ZONES[0]).new_page()
    opens = instant(service, SUMMER, service.opening_hours[0].opens)
    page.clock.install(time=opens - timedelta(seconds=45))
    page.goto(f"/help/{service.country_code.lower()}/")
    expect_state(page, service, "Closed now")
    page.clock.fast_forward(60_000)
    expect_state(page, service, "Open now")


@pytest.mark.parametrize("words", ["Open now", "Closed now"])
def test_a_service_is_never_called_open_or_closed_wrongly_while_the_page_gets_ready(
    new_context: NewContext, words: str
) -> None:
    service = a_service("open until midnight")
    page = new_context().new_page()
    page.add_init_script(NOTE_STATES % service.id)
    minute = service.opening_hours[0].opens + (30 if words == "Open now" else -30)
    page.clock.set_fixed_time(instant(service, SUMMER, minute))
    page.goto(f"/help/{service.country_code.lower()}/")
    expect_state(page, service, words)
    before, now = page.evaluate("window.states")
    assert before == "Opening hours"
    assert now.startswith(words)


NOTE_STATES = """
  window.states = [];
  new MutationObserver(() => {
    const text = document.querySelector("#%s .open-state")?.textContent;
    if (text && window.states.at(-1) !== text) window.states.push(text);
  }).observe(document, { childList: true, subtree: true, characterData: true });
"""
"""Notes every text that the state of a service has had."""


def expect_state(page: Page, service: Service, words: str, message: str = "") -> None:
    """Expect what is said of a service now, and that it stays."""
    state = page.locator(f"#{service.id} .open-state")
    expect(state, message).to_have_text(re.compile(f"^{words}"))
    page.wait_for_timeout(100)
    assert state.inner_text().startswith(words), message


def telling_minutes(service: Service, at: int) -> list[tuple[int, bool]]:
    """Minutes of the week about one stretch of opening, and whether the service is open then."""
    opened = {
        (span.weekday * 1440 + minute) % WEEK
        for span in service.opening_hours
        for minute in range(span.opens, span.closes)
    }
    span = service.opening_hours[at]
    asked = (span.opens - 1, span.opens, span.closes - 1, span.closes)
    minutes = [(span.weekday * 1440 + minute) % WEEK for minute in asked]
    assert {minute in opened for minute in minutes} == {True, False}
    return [(minute, minute in opened) for minute in minutes]


def instant(service: Service, monday: datetime, minute: int) -> datetime:
    """The moment of a minute of the week on the clock where the service is."""
    assert service.timezone is not None
    return (monday + timedelta(minutes=minute)).replace(tzinfo=ZoneInfo(service.timezone))


def expected_link(channel: Channel) -> str:
    """Where a channel's button has to lead."""
    if "://" in channel.value:
        return channel.value
    if channel.type == ChannelType.EMAIL:
        return f"mailto:{channel.value}"
    if channel.type == ChannelType.SMS:
        body = f"?body={channel.keyword}" if channel.keyword else ""
        return f"sms:{channel.value}{body}"
    if channel.type == ChannelType.WHATSAPP:
        text = f"?text={channel.keyword}" if channel.keyword else ""
        return f"https://wa.me/{international(channel)}{text}"
    return f"tel:{channel.value}"


def international(channel: Channel) -> str:
    """A number with its country's calling code and without a plus sign."""
    if channel.value.startswith("+"):
        return channel.value.removeprefix("+")
    code = country_code_for_region(channel.service_id[:2].upper())
    return f"{code}{channel.value.removeprefix('0')}"


def in_emergency(main: Element, link: str) -> bool:
    """Whether a link stands in the emergency part."""
    return any(part.find_all("a", "button", href=link) for part in main.find_all("", "emergency"))


def service_parts(dist: Path) -> Iterator[tuple[Service, Element]]:
    """Every service with the part of the page that shows it."""
    for code in [*library().countries(), ANYWHERE]:
        main = read_page(dist, "/help/other/" if code == ANYWHERE else f"/help/{code.lower()}/")
        emergencies = iter(main.find_all("", "emergency"))
        for service in library().services(code):
            if service.kind == ServiceKind.EMERGENCY:
                yield service, next(emergencies)
            else:
                yield service, main.find("article", id=service.id)
