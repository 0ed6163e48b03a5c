"""Looking back: shown when asked, counted rightly, readable without seeing the charts."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from pwa_app.logic.days import day_number, span_of
from pwa_app.logic.over_time import bins_of
from pwa_app.pages.insight_words import MOOD_WORDS
from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.browser.looking_back import open_every_part
from tests.browser.phone_records import write_records
from tests.made_up_log import made_up_log
from tests.waiting import wait_for_react

NOW = "2026-11-23T14:05:00Z"
TODAY = date(2026, 11, 23)

Entry = dict[str, Any]


def entry(identity: str, days_ago: int, hour: int = 12, **fields: Any) -> Entry:
    """A record as the app keeps it, of somebody in London in winter."""
    day = TODAY - timedelta(days=days_ago)
    return {"id": identity, "at": f"{day}T{hour:02}:00:00.000Z", "local_date": f"{day}", **fields}


def answers(card: str, *helped: int) -> list[Entry]:
    """Answers to "Did it help?", of yesterday."""
    at = f"{TODAY - timedelta(days=1)}T12:00:00.000Z"
    return [
        {"id": f"{card}-{number}", "at": at, "card": card, "helped": value}
        for number, value in enumerate(helped)
    ]


def look_back(page: Page, rows: list[Entry], said: list[Entry] | None = None) -> None:
    """Open the page of somebody who wrote these entries; nothing is asked yet."""
    page.clock.set_fixed_time(NOW)
    open_log(page)
    write_records(page, rows)
    write_records(page, said or [], "CardOutcome")
    page.goto("/log/insights/")
    wait_for_react(page)


def ask(page: Page, days: str = "28 days") -> None:
    """Choose how far back."""
    page.get_by_text(days, exact=True).click()


def part(page: Page, name: str) -> Locator:
    """Open one of the parts."""
    found = page.locator("main details").filter(has=page.get_by_text(name, exact=True)).first
    found.locator("summary").first.click()
    return found


def cells(table: Locator) -> list[list[str]]:
    """The texts of a table's body, also of one that is folded away."""
    return [row.locator("th, td").all_text_contents() for row in table.locator("tbody tr").all()]


def test_nothing_is_shown_before_it_is_asked_for(page: Page) -> None:
    look_back(page, [entry("a", 1, mood=2, urge=8)])
    expect(page.locator("main details")).to_have_count(0)
    ask(page)
    expect(page.locator("main details").first).to_be_visible()
    expect(page.locator("main table").first).to_be_hidden()


def test_what_helped_is_said_with_its_counts(page: Page) -> None:
    said = answers("five-senses", 2, 1, 0, 2) + answers("own words", 2)
    look_back(page, [entry("a", 1, helped=["music"])], said)
    ask(page)
    helped = part(page, "What helped")
    expect(helped.locator(".said")).to_have_text("Five senses helped 3 of 4 times.")
    assert cells(helped.get_by_role("table")) == [
        ["Five senses", "helped 3 of 4 times"],
        ["own words", "helped 1 of 1 times"],
        ["Music", "noted in the log: 1"],
    ]


def test_a_gap_in_the_log_is_a_gap_in_the_chart(page: Page) -> None:
    rows = [entry(str(ago), ago, mood=3, urge=ago) for ago in (1, 2, 3, 7, 8, 20)]
    look_back(page, rows)
    ask(page)
    over_time = part(page, "Mood and urges over time")
    expect(over_time.locator(".dot polyline")).to_have_count(2)
    expect(over_time.locator(".dot circle")).to_have_count(6)
    expect(over_time.locator(".square rect")).to_have_count(6)


def test_a_few_entries_are_shown_but_nothing_is_made_of_them(page: Page) -> None:
    look_back(page, [entry("a", 1, mood=1, urge=9, triggers=["a row"], feelings=["sad"])])
    ask(page)
    for name in ("Feelings", "Mood and urges over time", "Times of day and weekdays"):
        expect(part(page, name).locator(".said")).to_have_text(
            "There are too few entries to say more. That is fine."
        )


def test_what_stands_out_is_said_beside_what_it_is_compared_with(page: Page) -> None:
    evenings = [entry(f"e{ago}", ago, 20, urge=8, triggers=["a row"]) for ago in range(1, 9)]
    noons = [entry(f"n{ago}", ago, 12, urge=2) for ago in range(1, 9)]
    look_back(page, [*evenings, *noons])
    ask(page)
    expect(part(page, "Times of day and weekdays").locator(".said")).to_contain_text(
        "Evening, 18 to 24: urges were stronger, 8 of 10. At other times: 2 of 10."
    )
    expect(part(page, "What was around").locator(".said")).to_have_text(
        "With a row, the urge was strong in 8 of 8 entries. Without it, in 0 of 8."
    )


def test_a_time_without_entries_says_so_and_a_longer_one_finds_them(page: Page) -> None:
    look_back(page, [entry("a", 60, mood=4)])
    ask(page, "28 days")
    expect(page.get_by_text("There are no entries in this time.")).to_be_visible()
    ask(page, "90 days")
    expect(page.locator("main details").first).to_be_visible()
    table = part(page, "Mood and urges over time").get_by_role("table", include_hidden=True)
    expect(table.locator("tbody tr")).to_have_count(1)
    assert cells(table) == [["24 Sept", "Good", "–"]]


def test_an_entry_saved_in_another_tab_is_counted_at_once(page: Page) -> None:
    look_back(page, [entry("a", 1, feelings=["sad"])])
    ask(page)
    feelings = part(page, "Feelings")
    expect(feelings.locator("td")).to_have_text("1 of 1")
    other = page.context.new_page()
    open_log(other)
    other.get_by_role("radio", name="Good", exact=True).check()
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("Saved on this phone.")).to_be_visible()
    expect(page.locator(".dot circle")).to_have_count(1)


@pytest.mark.parametrize(
    "zone", ["Europe/London", "Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca"]
)
def test_the_browser_finds_the_numbers_that_python_finds(
    new_context: NewContext, zone: str
) -> None:
    page = new_context(timezone_id=zone).new_page()
    log = made_up_log(300, TODAY - timedelta(days=2))
    look_back(page, log)
    ask(page, "90 days")
    table = part(page, "Mood and urges over time").get_by_role("table", include_hidden=True)
    today = page.evaluate("new Date().toLocaleDateString('en-CA')")
    span = span_of(90, day_number(today), 0)
    counted = [{**row, "day": day_number(row["local_date"]), "hour": 0} for row in log]
    bins = bins_of(counted, span["first"], span["last"], 1)
    expect(table.locator("tbody tr")).to_have_count(len(bins))
    expected = [[_mood(one["mood"]), _urge(one["urge"])] for one in reversed(bins)]
    assert [row[1:] for row in cells(table)] == expected


def _mood(value: float | None) -> str:
    return "–" if value is None else MOOD_WORDS[re.sub(r"\.0$", "", str(value))]


def _urge(value: float | None) -> str:
    return "–" if value is None else f"{value:g} of 10"


def test_the_whole_page_can_be_read_and_used_by_everyone(page: Page) -> None:
    look_back(page, made_up_log(200, TODAY), answers("five-senses", 2, 1, 0, 2))
    ask(page)
    open_every_part(page)
    assert barriers(page) == []
