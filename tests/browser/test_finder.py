"""Whatever a person asks the finder for, it has something to offer, at once and offline."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.finder_page import choose, open_finder, open_more, said, shown_cards
from tests.content.facts_of_cards import card_facts
from tests.waiting import eventually, wait_for_react

CARDS = card_facts()


@pytest.mark.parametrize("address", ["/", "/cards/"])
def test_choices_combine(page: Page, address: str) -> None:
    open_finder(page, address)
    choose(page, "Alone")
    open_more(page)
    choose(page, "At school or work", "2 minutes", "Nothing")
    expect(said(page)).to_contain_text("fit")
    cards = shown_cards(page)
    assert cards
    for slug in cards:
        facts = CARDS[slug]
        assert "alone" in facts["feelings"], slug
        assert "school_work" in facts["places"], slug
        assert facts["minutes"][0] <= 2, slug
        assert facts["needs"] == ["nothing"], slug


def test_where_nothing_fits_the_nearest_are_offered_and_say_why(page: Page) -> None:
    open_finder(page, "/cards/")
    choose(page, "Alone")
    open_more(page)
    choose(page, "In bed", "Some", "2 minutes", "Water")
    expect(said(page)).to_contain_text("come near")
    assert shown_cards(page)
    expect(page.locator(".answers .why").first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("animal", "time-with-an-animal"),
        ("anmial", "time-with-an-animal"),
        ("scrunch", "write-it-and-scrunch-it"),
        ("puzzel", "one-corner-of-a-puzzle"),
    ],
)
def test_words_are_found_also_with_a_slip(page: Page, typed: str, slug: str) -> None:
    open_finder(page, "/cards/")
    page.locator("#words").press_sequentially(typed)
    eventually(page, lambda: slug in shown_cards(page)[:3], f"{slug} for {typed}")


def test_words_in_no_card_still_lead_to_cards(page: Page) -> None:
    open_finder(page, "/cards/")
    page.locator("#words").fill("qqqxxxzzz")
    expect(said(page)).to_contain_text("No card has those words")
    assert shown_cards(page)


def test_on_a_phone_the_answer_stands_right_under_what_is_typed(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 460})
    open_finder(page, "/cards/")
    page.locator("#words").fill("breath")
    first = page.locator(".answers > div [data-card]:visible").first
    expect(first).to_be_in_viewport()
    expect(page.locator("#words")).to_be_in_viewport()
    page.locator("#words").fill("")
    expect(page.get_by_text("Overwhelmed", exact=True).first).to_be_visible()


def test_words_and_choices_go_together(page: Page) -> None:
    open_finder(page, "/cards/")
    choose(page, "Angry")
    page.locator("#words").fill("breath")
    expect(said(page)).to_contain_text("fit")
    assert all("angry" in CARDS[slug]["feelings"] for slug in shown_cards(page))


def test_the_search_is_loaded_only_when_it_is_wanted(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_finder(page, "/cards/")
    choose(page, "Sad")
    assert not [url for url in asked if "search" in url or "answers" in url]
    page.locator("#words").focus()
    eventually(page, lambda: any("search" in url for url in asked), "the search comes")


def test_picking_for_me_gives_another_card_each_time(page: Page) -> None:
    open_finder(page, "/cards/")
    choose(page, "Numb")
    button = page.get_by_role("button", name="Pick one for me")
    picked = page.locator(".finder-said .item b")
    last = ""
    for _ in range(5):
        button.click()
        expect(picked).not_to_have_text(last)
        last = picked.inner_text()


@pytest.mark.parametrize("address", ["/", "/cards/"])
def test_the_choices_survive_reload_and_back_and_are_not_in_the_address(
    page: Page, address: str
) -> None:
    open_finder(page, address)
    choose(page, "Angry")
    open_more(page)
    choose(page, "Out and about", "A phone")
    expect(said(page)).to_contain_text("fit")
    all_that_fit = shown_cards(page)
    page.locator("#words").fill("walk")
    eventually(page, lambda: shown_cards(page) not in ([], all_that_fit), "fewer cards")
    before = shown_cards(page)
    page.reload()
    eventually(page, lambda: shown_cards(page) == before, "the same after a reload")
    page.locator(".answers > div .item:visible").first.click()
    expect(page.get_by_role("heading", name="Did it help?")).to_be_visible()
    page.go_back()
    eventually(page, lambda: shown_cards(page) == before, "the same after Back")
    assert page.url.endswith(address)
    expect(page.locator("#feeling-angry")).to_be_checked()
    expect(page.locator("#have-phone")).to_be_checked()


def test_more_choices_on_the_first_screen_stay_under_the_finger(page: Page) -> None:
    open_finder(page, "/")
    choose(page, "Angry")
    open_more(page)
    chip = page.locator("label.chip", has_text="At home")
    chip.scroll_into_view_if_needed()
    place = "(chip) => chip.getBoundingClientRect().top + scrollY"
    before = chip.evaluate(place)
    chip.click()
    expect(said(page)).to_contain_text("fit")
    assert chip.evaluate(place) == before


def test_a_feeling_picked_before_react_came_is_kept(page: Page) -> None:
    page.goto("/cards/", wait_until="commit")
    page.locator("label[for=feeling-numb]").click()
    wait_for_react(page)
    expect(page.get_by_role("button", name="Pick one for me")).to_be_enabled()
    expect(page.locator("#feeling-numb")).to_be_checked()
    assert all("numb" in CARDS[slug]["feelings"] for slug in shown_cards(page))


def test_a_shared_link_holds_the_choices_and_nothing_else(
    context: BrowserContext, new_context: NewContext
) -> None:
    page = context.new_page()
    open_finder(page, "/cards/")
    choose(page, "Sad")
    open_more(page)
    choose(page, "In bed")
    page.locator("#words").fill("secret words")
    page.get_by_role("button", name="Share these choices").click()
    link = page.locator(".address").inner_text()
    assert link.endswith("/cards/#feeling=sad&place=bed")
    assert "#" not in page.url
    other = new_context().new_page()
    other.goto(link)
    expect(other.locator("#place-bed")).to_be_checked()
    expect(other.locator("#feeling-sad")).to_be_checked()
    assert "#" not in other.url


def test_from_a_feeling_on_now_all_its_cards_are_one_tap_away(page: Page) -> None:
    open_finder(page, "/")
    choose(page, "Ashamed")
    page.get_by_role("link", name="See all cards").locator("visible=true").click()
    expect(page.locator("#feeling-ashamed")).to_be_checked()
    eventually(
        page,
        lambda: (
            bool(cards := shown_cards(page))
            and all("ashamed" in CARDS[slug]["feelings"] for slug in cards)
        ),
        "only cards for it",
    )


def test_starting_again_takes_every_choice_back(page: Page) -> None:
    open_finder(page, "/cards/")
    everything = shown_cards(page)
    choose(page, "Sad")
    open_more(page)
    choose(page, "In bed")
    expect(said(page)).to_contain_text("fit")
    page.get_by_role("button", name="Start again").click()
    eventually(page, lambda: shown_cards(page) == everything, "all cards")


def test_the_finder_works_without_a_network(new_context: NewContext) -> None:
    context = new_context(service_workers="allow")
    page = context.new_page()
    page.goto("/cards/")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    eventually(
        page,
        lambda: bool(page.evaluate("caches.keys().then((keys) => keys.length > 0)")),
        "the app is kept",
    )
    context.set_offline(True)
    open_finder(page, "/cards/")
    page.locator("#words").fill("animl")
    eventually(page, lambda: "time-with-an-animal" in shown_cards(page), "found offline")


def test_without_javascript_feelings_still_narrow_the_cards(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/cards/")
    page.locator("label[for=feeling-flashback]").click()
    cards = shown_cards(page)
    assert cards
    assert all("flashback" in CARDS[slug]["feelings"] for slug in cards)
    expect(page.get_by_role("button", name="Pick one for me")).to_be_hidden()


@pytest.mark.parametrize("address", ["/", "/cards/"])
def test_every_state_of_the_finder_is_accessible(page: Page, address: str) -> None:
    open_finder(page, address)
    open_more(page)
    assert barriers(page) == []
    choose(page, "Alone", "In bed", "Some", "2 minutes", "Water")
    expect(said(page)).to_contain_text("come near")
    page.get_by_role("button", name="Pick one for me").click()
    page.get_by_role("button", name="Share these choices").click()
    expect(page.locator(".address")).to_be_visible()
    assert barriers(page) == []


def test_the_finder_can_be_used_with_the_keyboard_alone(page: Page) -> None:
    open_finder(page, "/cards/")
    page.locator("#feeling-overwhelmed").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#feeling-angry")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#place-home")).to_be_checked()
    expect(said(page)).to_contain_text("fit")


def test_the_data_of_the_cards_is_a_hashed_file_of_the_site(dist: Path) -> None:
    data = [
        path for path in (dist / "assets").glob("cards-*.js") if "Five senses" in path.read_text()
    ]
    assert len(data) == 1
    assert json.dumps("five-senses")[1:-1] in data[0].read_text("utf-8")


def test_a_long_answer_is_shown_twelve_cards_at_a_time(page: Page) -> None:
    open_finder(page, "/cards/")
    open_more(page)
    choose(page, "At home")
    expect(said(page)).to_contain_text("cards fit.")
    count = int(said(page).inner_text().split()[0])
    assert count > 60
    more = page.get_by_role("button", name="Show more cards")
    assert len(shown_cards(page)) == 12
    more.click()
    eventually(page, lambda: len(shown_cards(page)) == 24)
    while (shown := len(shown_cards(page))) < count:
        more.click()
        eventually(page, lambda shown=shown: len(shown_cards(page)) == min(shown + 12, count))
    expect(more).to_have_count(0)
    choose(page, "In bed")
    eventually(page, lambda: len(shown_cards(page)) == 12)
