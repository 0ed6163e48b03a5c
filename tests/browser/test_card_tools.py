"""What a person says of a card is kept on the phone, and decides what comes first."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.accessibility import barriers
from tests.browser.finder_page import choose, open_finder, open_more, said, shown_cards
from tests.browser.phone_records import read_records, write_records
from tests.waiting import eventually, wait_until

CARD = "/cards/five-senses/"


def open_card(page: Page, address: str = CARD) -> None:
    """Open a card and wait until its tools can be used."""
    page.goto(address)
    expect(button(page, "Favourite")).to_be_enabled()


def button(page: Page, name: str) -> Locator:
    """One of the card's buttons."""
    return page.get_by_role("button", name=name, exact=True)


def answer(page: Page, name: str) -> None:
    """Answer "Did it help?"."""
    button(page, name).click()
    expect(button(page, name)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("name", "helped"), [("Yes", 2), ("A bit", 1), ("Not today", 0)])
def test_an_answer_is_kept_with_the_feeling_it_was_for(page: Page, name: str, helped: int) -> None:
    open_finder(page, "/")
    choose(page, "Numb")
    page.locator(".for-numb .item").first.click()
    expect(button(page, "Favourite")).to_be_enabled()
    answer(page, name)
    [outcome] = read_records(page, "CardOutcome")
    assert (outcome["helped"], outcome["feeling"]) == (helped, "numb")
    assert outcome["card"] == page.url.rstrip("/").rpartition("/")[2]


def test_a_changed_mind_changes_the_one_answer(page: Page) -> None:
    open_card(page)
    answer(page, "Yes")
    answer(page, "Not today")
    expect(button(page, "Yes")).to_have_attribute("aria-pressed", "false")
    [outcome] = read_records(page, "CardOutcome")
    assert outcome["helped"] == 0
    expect(page.get_by_role("status").filter(has_text="all right")).to_be_visible()


def test_what_helped_comes_first_on_now_and_says_why(page: Page) -> None:
    open_card(page, "/cards/tear-old-paper/")
    answers = [outcome_of("tear-old-paper", days=1), outcome_of("tear-old-paper")]
    write_records(page, answers, "CardOutcome")
    open_finder(page, "/")

    def is_first() -> bool:
        choose(page, "Sad", "Angry")
        return shown_cards(page)[0] == "tear-old-paper"

    eventually(page, is_first, "what helped is first when the feeling is picked again")
    first = page.locator(".for-angry .item").first
    expect(first).to_contain_text("Helped you twice when angry")


def test_a_list_that_is_looked_at_does_not_move(page: Page) -> None:
    open_card(page)
    write_records(page, [outcome_of("tear-old-paper")], "CardOutcome")
    held: list[Route] = []
    page.route("**/shell-*.js", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    wait_until(page, "document.readyState !== 'loading'")
    choose(page, "Angry")
    before = shown_cards(page)
    assert before
    assert "tear-old-paper" not in before
    eventually(page, lambda: bool(held), "the script is asked for")
    held[0].continue_()
    expect(button(page, "Pick one for me")).to_be_enabled()
    # The other lists tell when it is known what has helped.
    other = page.locator(".for-overwhelmed [data-card=tear-old-paper]")
    expect(other).to_contain_text("Helped you once")
    assert shown_cards(page) == before
    choose(page, "Sad")
    choose(page, "Angry")
    assert shown_cards(page)[0] == "tear-old-paper"


def test_back_from_a_card_that_helped_shows_it_first(page: Page) -> None:
    open_finder(page, "/")
    choose(page, "Sad")
    third = page.locator(".for-sad .item").nth(2)
    title = third.locator("b").inner_text()
    third.click()
    expect(button(page, "Favourite")).to_be_enabled()
    answer(page, "Yes")
    page.go_back()
    expect(page.locator(".for-sad .item").first).to_contain_text(title)
    expect(page.locator(".for-sad .item").first).to_contain_text("Helped you once when sad")


def test_what_helped_comes_first_in_the_finder_too(page: Page) -> None:
    open_card(page)
    write_records(page, [outcome_of("push-the-wall")], "CardOutcome")
    open_finder(page, "/cards/")
    choose(page, "Angry")
    open_more(page)
    choose(page, "At home")
    eventually(page, lambda: shown_cards(page)[:1] == ["push-the-wall"], "it is first")


def test_a_card_put_away_is_in_no_list_and_comes_back(page: Page) -> None:
    open_card(page, "/cards/colour-hunt/")
    button(page, "Not for me").click()
    expect(page.get_by_text("You will not see this card in lists")).to_be_visible()
    open_finder(page, "/cards/")
    eventually(page, lambda: "colour-hunt" not in shown_cards(page), "it is gone")
    open_more(page)
    choose(page, "2 minutes")
    expect(said(page)).to_contain_text("fit")
    assert "colour-hunt" not in shown_cards(page)
    page.goto(CARD)
    expect(page.locator("[data-card=colour-hunt]").first).to_be_hidden()
    page.goto("/cards/mine/")
    page.get_by_role("button", name="Show it again Colour hunt").click()
    expect(page.get_by_text("None. “Not for me”")).to_be_visible()
    open_finder(page, "/cards/")
    choose(page, "Any time")
    eventually(page, lambda: "colour-hunt" in shown_cards(page), "it is back")


def test_favourites_keep_the_order_a_person_gives_them(page: Page) -> None:
    for slug in ("five-senses", "push-the-wall", "a-to-z"):
        open_card(page, f"/cards/{slug}/")
        button(page, "Favourite").click()
        expect(button(page, "Favourite")).to_have_attribute("aria-pressed", "true")
    page.goto("/cards/mine/")
    titles = page.locator(".item b")
    expect(titles).to_have_text(["Five senses", "Push the wall", "A to Z"])
    page.get_by_role("button", name="Up A to Z").focus()
    page.keyboard.press("Enter")
    expect(titles).to_have_text(["Five senses", "A to Z", "Push the wall"])
    expect(page.get_by_role("button", name="Up A to Z")).to_be_focused()
    page.keyboard.press("Enter")
    expect(titles).to_have_text(["A to Z", "Five senses", "Push the wall"])
    page.keyboard.press("Enter")
    page.reload()
    expect(titles).to_have_text(["A to Z", "Five senses", "Push the wall"])
    page.get_by_role("button", name="Take out A to Z").click()
    expect(titles).to_have_text(["Five senses", "Push the wall"])


def test_one_step_at_a_time_with_the_keyboard(page: Page) -> None:
    open_card(page)
    steps = page.locator(".steps > li")
    count = steps.count()
    button(page, "One step at a time").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".steps > li:visible")).to_have_count(1)
    expect(page.get_by_text(f"Step 1 of {count}")).to_be_in_viewport()
    expect(steps.first).to_be_in_viewport()
    # The focus follows a moment later, and would take the next key with it.
    expect(page.locator("#steps")).to_be_focused()
    expect(page.get_by_role("heading", name="Did it help?")).to_be_hidden()
    for number in range(2, count + 1):
        button(page, "Next").press("Enter")
        expect(page.get_by_text(f"Step {number} of {count}")).to_be_visible()
        expect(steps.nth(number - 1)).to_be_visible()
    assert barriers(page) == []
    button(page, "Back").click()
    expect(steps.nth(count - 2)).to_be_visible()
    button(page, "Next").click()
    button(page, "Done").click()
    expect(page.get_by_role("heading", name="Did it help?")).to_be_focused()
    expect(page.locator(".steps > li:visible")).to_have_count(count)


def test_help_and_leaving_stay_in_reach_in_every_step(page: Page) -> None:
    open_card(page)
    button(page, "One step at a time").click()
    expect(page.get_by_role("link", name="Help now")).to_be_visible()
    expect(page.get_by_role("link", name="Leave quickly")).to_be_visible()


SPEECH = """
  window.read = [];
  const voice = { name: "Own", lang: "en-GB", localService: LOCAL, default: true };
  Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
    getVoices: () => [voice], cancel: () => {}, speak: (words) => window.read.push(words.text),
  }) });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_a_card_can_be_read_aloud_by_a_voice_on_the_phone(page: Page) -> None:
    page.add_init_script(SPEECH.replace("LOCAL", "true"))
    open_card(page)
    button(page, "Read aloud").click()
    [text] = page.evaluate("window.read")
    assert text.startswith("Five senses. Breathe in slowly")
    expect(button(page, "Stop reading")).to_be_visible()


def test_a_voice_that_would_send_the_text_away_is_not_used(page: Page) -> None:
    page.add_init_script(SPEECH.replace("LOCAL", "false"))
    open_card(page)
    expect(button(page, "Read aloud")).to_have_count(0)


def test_a_card_with_every_answer_given_is_accessible(page: Page) -> None:
    open_card(page)
    assert barriers(page) == []
    answer(page, "Not today")
    button(page, "Favourite").click()
    button(page, "Not for me").click()
    expect(page.get_by_text("You will not see this card in lists")).to_be_visible()
    assert barriers(page) == []
    page.goto("/cards/mine/")
    expect(page.get_by_role("button", name="Up Five senses")).to_be_visible()
    assert barriers(page) == []


def test_where_nothing_can_be_kept_the_app_says_so(page: Page) -> None:
    page.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    page.goto(CARD)
    expect(button(page, "Favourite")).to_be_enabled()
    button(page, "Favourite").click()
    expect(page.get_by_text("did not let the app keep that")).to_be_visible()


def outcome_of(
    card: str, days: int = 0, helped: int = 2, feeling: str = "angry"
) -> dict[str, object]:
    """An answer as the app keeps it."""
    at = datetime.now(UTC) - timedelta(days=days)
    return {
        "id": f"{card}-{days}",
        "at": at.isoformat(),
        "card": card,
        "helped": helped,
        "feeling": feeling,
    }
