"""The parts of an entry beyond mood, urge and note: each may be left out, none gets lost."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import SAVED, open_log, pick_mood, save, save_button
from tests.browser.phone_records import read_records, wait_for_records, write_records
from tests.browser.watch import Watch


def unfold(page: Page, title: str) -> Locator:
    """Open one of the folded parts and return it; a reload brings back what was open."""
    part = page.locator(".folds > details").filter(
        has=page.locator("summary").filter(has_text=title)
    )
    for _ in range(2):
        part.locator("summary").first.click()
        if part.get_attribute("open") is not None:
            break
    return part


def only_entry(page: Page) -> dict[str, Any]:
    """The one entry in the phone's storage."""
    (entry,) = read_records(page)
    return entry


def test_two_taps_keep_a_mood(page: Page) -> None:
    open_log(page)
    pick_mood(page, "So-so")
    expect(save_button(page)).to_be_in_viewport(ratio=1)
    save(page)
    assert set(only_entry(page)) == {"id", "at", "local_date", "mood"}


def test_feelings_what_was_around_and_what_helped_are_kept_as_lists(page: Page) -> None:
    open_log(page)
    unfold(page, "Feelings").get_by_label("Angry", exact=True).check()
    page.get_by_label("Tired", exact=True).check()
    unfold(page, "What was around").get_by_label("An argument").check()
    unfold(page, "What helped").get_by_label("Music").check()
    save(page)
    entry = only_entry(page)
    assert entry["feelings"] == ["angry", "tired"]
    assert (entry["triggers"], entry["helped"]) == (["argument"], ["music"])


@pytest.mark.parametrize("way", ["button", "key", "nothing"])
def test_words_of_one_s_own_are_kept_and_offered_again(page: Page, way: str) -> None:
    open_log(page)
    feelings = unfold(page, "Feelings")
    page.fill("#feelings-own", "Shaky, far away")
    if way == "button":
        feelings.get_by_role("button", name="Add").click()
    elif way == "key":
        page.press("#feelings-own", "Enter")
    save(page)
    assert only_entry(page)["feelings"] == ["Shaky", "far away"]
    page.reload()
    feelings = unfold(page, "Feelings")
    feelings.get_by_label("Shaky").check()
    expect(feelings.get_by_label("far away")).not_to_be_checked()
    save(page)
    assert [entry["feelings"] for entry in read_records(page)].count(["Shaky"]) == 1


def test_a_typed_word_that_is_a_choice_already_is_that_choice(page: Page) -> None:
    open_log(page)
    unfold(page, "Feelings")
    page.fill("#feelings-own", "ANGRY, fed up")
    page.press("#feelings-own", "Enter")
    expect(page.get_by_label("Fed up")).to_be_checked()
    save(page)
    assert only_entry(page)["feelings"] == ["angry", "fed_up"]
    assert read_records(page, "OwnWord") == []


def test_a_word_of_one_s_own_can_be_taken_off_the_list_and_stays_in_entries(page: Page) -> None:
    open_log(page)
    unfold(page, "What was around")
    page.fill("#triggers-own", "the bus")
    save(page)
    page.reload()
    part = unfold(page, "What was around")
    expect(part.get_by_label("the bus")).to_be_visible()
    part.get_by_text("Take a word off this list").click()
    part.get_by_role("button", name="Forget “the bus”").click()
    wait_for_records(page, 0, "OwnWord")
    page.reload()
    expect(unfold(page, "What was around").get_by_label("the bus")).to_have_count(0)
    assert only_entry(page)["triggers"] == ["the bus"]


def test_a_draft_keeps_every_part(page: Page) -> None:
    open_log(page)
    unfold(page, "Feelings").get_by_label("Numb").check()
    page.fill("#feelings-own", "Shaky")
    page.press("#feelings-own", "Enter")
    unfold(page, "When")
    page.fill("#at", "2026-03-05T22:15")
    wait_for_records(page, 1, "Draft")
    page.reload()
    expect(save_button(page)).to_be_enabled()
    expect(page.locator(".folds summary").first).to_contain_text("2 picked")
    feelings = unfold(page, "Feelings")
    expect(feelings.get_by_label("Shaky")).to_be_checked()
    save(page)
    entry = only_entry(page)
    assert (entry["feelings"], entry["local_date"]) == (["numb", "Shaky"], "2026-03-05")


def test_cards_that_were_tried_come_first_among_what_helped(page: Page) -> None:
    open_log(page)
    outcome = {"id": "1", "at": "2026-01-01T10:00:00.000Z", "card": "five-senses", "helped": 2}
    later = {"id": "2", "at": "2026-01-02T10:00:00.000Z", "card": "warm-drink", "helped": 0}
    write_records(page, [outcome, later], "CardOutcome")
    page.reload()
    part = unfold(page, "What helped")
    labels = part.locator(".chip")
    expect(labels.nth(0)).to_have_text("A slow, warm drink")
    expect(labels.nth(1)).to_have_text("Five senses")
    part.get_by_label("Five senses").check()
    save(page)
    assert only_entry(page)["helped"] == ["five-senses"]
    assert read_records(page, "OwnWord") == []


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Europe/London", "2026-07-05T21:15:00.000Z"),
        ("Pacific/Kiritimati", "2026-07-05T08:15:00.000Z"),
        ("America/St_Johns", "2026-07-06T00:45:00.000Z"),
    ],
)
def test_an_earlier_moment_is_kept_with_its_own_day(
    new_context: NewContext, zone: str, at: str
) -> None:
    page = new_context(timezone_id=zone).new_page()
    open_log(page)
    pick_mood(page, "Good")
    unfold(page, "When")
    page.fill("#at", "2026-07-05T22:15")
    save(page)
    entry = only_entry(page)
    assert (entry["at"], entry["local_date"]) == (at, "2026-07-05")


@pytest.mark.parametrize(
    ("wall", "at", "day"),
    [
        ("2026-03-29T00:59", "2026-03-29T00:59:00.000Z", "2026-03-29"),
        ("2026-03-29T01:30", "2026-03-29T01:30:00.000Z", "2026-03-29"),
        ("2026-03-29T23:59", "2026-03-29T22:59:00.000Z", "2026-03-29"),
        ("2025-10-26T00:30", "2025-10-25T23:30:00.000Z", "2025-10-26"),
        ("2025-10-26T23:30", "2025-10-26T23:30:00.000Z", "2025-10-26"),
    ],
)
def test_days_on_which_the_clock_changes_keep_their_entries(
    page: Page, wall: str, at: str, day: str
) -> None:
    open_log(page)
    pick_mood(page, "Good")
    unfold(page, "When")
    page.fill("#at", wall)
    save(page)
    entry = only_entry(page)
    assert (entry["at"], entry["local_date"]) == (at, day)


def test_a_moment_to_come_is_told_beside_its_field_and_nothing_is_lost(page: Page) -> None:
    open_log(page)
    pick_mood(page, "Good")
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    unfold(page, "When")
    page.fill("#at", tomorrow.strftime("%Y-%m-%dT10:00"))
    save_button(page).click()
    expect(page.locator("#at-problem")).to_contain_text("still to come")
    assert read_records(page) == []
    page.get_by_role("button", name="Now", exact=True).click()
    save(page)


def test_a_question_to_start_from_can_be_written_into_the_note(page: Page) -> None:
    open_log(page)
    page.fill("#note", "First words")
    page.get_by_role("button", name="Give me a question").click()
    question = page.locator(".prompt").inner_text()
    page.get_by_role("button", name="Another question").click()
    expect(page.locator(".prompt")).not_to_have_text(question)
    other = page.locator(".prompt").inner_text()
    page.get_by_role("button", name="Use this question").click()
    expect(page.locator("#note")).to_have_value(f"First words\n\n{other}\n")
    expect(page.locator("#note")).to_be_focused()


@pytest.mark.parametrize(("mood", "urge"), [("Very low", None), ("Low", None), ("Good", 8)])
def test_after_a_hard_entry_help_is_offered_and_can_be_passed_by(
    page: Page, mood: str, urge: int | None
) -> None:
    open_log(page)
    pick_mood(page, mood)
    if urge is not None:
        page.locator("#urge").fill(str(urge))
    save(page)
    said = page.get_by_role("status").filter(has_text=SAVED)
    expect(said.get_by_role("link")).to_have_count(4)
    for address in ("/cards/", "/plan/", "/cards/just-two-words/", "/help/"):
        expect(said.locator(f'a[href="{address}"]')).to_be_visible()
    said.get_by_role("button", name="Not now").click()
    expect(page.get_by_text(SAVED)).to_have_count(0)


def test_the_card_that_helped_most_is_offered_by_its_name(page: Page) -> None:
    open_log(page)
    outcome = {"id": "1", "at": "2026-01-01T10:00:00.000Z", "card": "five-senses", "helped": 2}
    write_records(page, [outcome], "CardOutcome")
    page.reload()
    pick_mood(page, "Very low")
    save(page)
    offered = page.get_by_role("status").filter(has_text=SAVED).get_by_role("link").first
    expect(offered).to_contain_text("Five senses")
    expect(offered).to_have_attribute("href", "/cards/five-senses/")


def test_after_another_entry_nothing_is_urged_on_the_person(page: Page) -> None:
    open_log(page)
    pick_mood(page, "So-so")
    save(page)
    said = page.get_by_role("status").filter(has_text=SAVED)
    expect(said.get_by_role("link")).to_have_count(1)


def test_an_entry_is_kept_with_no_network_and_says_so(
    context: BrowserContext, page: Page, watch: Watch
) -> None:
    # The list, a tap away, would be fetched now.
    watch.allow("ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module")
    open_log(page)
    context.set_offline(True)
    pick_mood(page, "Good")
    save(page)
    assert len(read_records(page)) == 1


def test_where_nothing_can_be_kept_the_words_can_be_taken_along(
    new_context: NewContext,
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(
        """const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (this.name === "MoodEntry") throw new DOMException("", "QuotaExceededError");
          return put.apply(this, given);
        };"""
    )
    open_log(page)
    pick_mood(page, "Low")
    page.fill("#note", "half a thought")
    unfold(page, "Feelings").get_by_label("Sad", exact=True).check()
    save_button(page).click()
    alert = page.get_by_role("alert")
    alert.get_by_role("button", name="Copy my words").click()
    expect(alert).to_contain_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Mood\nLow\n\nAnything else\nhalf a thought\n\nFeelings\nSad\n"
    with page.expect_download() as download:
        alert.get_by_role("button", name="Put my words in a file").click()
    assert download.value.suggested_filename == "my-words.txt"
    assert download.value.path().read_text("utf-8") == copied
    expect(page.locator("#note")).to_have_value("half a thought")


def test_a_changed_entry_keeps_its_moment_and_day_from_another_time_zone(
    new_context: NewContext,
) -> None:
    page = new_context(timezone_id="America/New_York").new_page()
    open_log(page)
    kept = {
        "id": "a",
        "at": "2026-03-02T08:30:15.123Z",
        "local_date": "2026-03-03",
        "mood": 3,
        "helped": ["five-senses", "my, own"],
    }
    write_records(page, [kept])
    open_log(page, "/log/?entry=a")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change this entry")
    pick_mood(page, "Good")
    save(page)
    assert only_entry(page) == kept | {"mood": 4}
