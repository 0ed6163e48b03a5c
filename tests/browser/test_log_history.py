"""The log by day: long lists, searches, journeys, months and years."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, pick_mood, save
from tests.browser.phone_records import read_records, wait_for_records, write_records
from tests.seeded_log import entries, seed
from tests.waiting import wait_until_idle

NOW = "2026-11-23T14:05:00Z"
COUNT = 10_000

Entry = dict[str, Any]


def entry(identity: str, day: str, **fields: Any) -> Entry:
    """A record as the app keeps it, written at noon."""
    return {"id": identity, "at": f"{day}T12:00:00.000Z", "local_date": day, **fields}


def open_with(page: Page, rows: list[Entry], address: str = "/log/history/") -> None:
    """Open a page of the log for somebody who has written these entries."""
    open_log(page)
    write_records(page, rows)
    page.goto(address)


@pytest.fixture
def long_log(new_context: NewContext) -> Page:
    """The history of somebody with ten thousand entries."""
    page = new_context(timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    open_log(page)
    seed(page, COUNT)
    page.goto("/log/history/")
    expect(page.locator("li.entry").first).to_be_visible()
    return page


def shown_ids(page: Page) -> list[str]:
    """The keys of the entries in the page, in their order."""
    ids: list[str] = page.locator("li.entry").evaluate_all(
        "(rows) => rows.map((row) => row.id.slice('entry-'.length))"
    )
    return ids


def go_to_later_entries(page: Page) -> None:
    """Go to the button and press it; coming near it reads on as well, and may take it away."""
    page.evaluate(
        """() => {
          const button = [...document.querySelectorAll(".day-scroll > button")]
            .find((button) => button.textContent === "Later entries");
          button?.scrollIntoView();
          button?.click();
        }"""
    )


def test_a_long_log_shows_its_newest_entries_and_holds_no_more_than_a_window(
    long_log: Page,
) -> None:
    every = sorted(entries(COUNT), key=lambda row: (row["local_date"], row["at"]), reverse=True)
    order = [row["id"] for row in every]
    first = shown_ids(long_log)
    assert first == order[: len(first)]
    assert len(first) < 100
    for _turn in range(6):
        before = shown_ids(long_log)[-1]
        long_log.get_by_role("button", name="Earlier entries").click()
        expect(long_log.locator(".entry").last).not_to_have_id(f"entry-{before}")
        shown = shown_ids(long_log)
        start = order.index(shown[0])
        assert shown == order[start : start + len(shown)]
        assert len(shown) < 250
    assert order.index(shown[-1]) > 200
    while (before := shown_ids(long_log)[0]) != order[0]:
        go_to_later_entries(long_log)
        expect(long_log.locator(".entry").first).not_to_have_id(f"entry-{before}")
    expect(long_log.get_by_role("button", name="Later entries")).to_have_count(0)


def test_scrolling_reads_on_and_what_is_looked_at_stays_where_it_is(long_log: Page) -> None:
    seen = len(shown_ids(long_log))
    long_log.locator("li.entry").last.scroll_into_view_if_needed()
    expect(long_log.locator("li.entry").nth(seen + 10)).to_be_attached()


def test_a_tall_screen_is_filled_without_scrolling(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 800, "height": 2400}).new_page()
    open_with(page, [entry(f"d{day:02}", f"2026-10-{day:02}", mood=3) for day in range(1, 31)])
    expect(page.locator("li.entry")).to_have_count(30)


def test_what_was_read_ahead_follows_what_is_saved_and_saved_after_going_back(page: Page) -> None:
    open_log(page)
    write_records(page, [entry("old", "2026-03-01", mood=3)])
    page.reload()
    link = page.locator("section").get_by_role("link", name="See what you wrote")
    for mood, count in (("Low", 2), ("Good", 3)):
        link.scroll_into_view_if_needed()
        pick_mood(page, mood)
        save(page)
        link.click()
        expect(page.locator("li.entry")).to_have_count(count)
        expect(page.locator("li.entry").first).to_contain_text(mood)
        page.go_back()


def test_a_search_finds_what_was_written_long_ago(long_log: Page) -> None:
    expected = [
        row for row in entries(COUNT) if "Talked to Sam; it helped. 9" in row.get("note", "")
    ]
    oldest = min(expected, key=lambda row: row["at"])
    long_log.get_by_label("Search your notes and words").fill(oldest["note"].upper())
    expect(long_log.locator(".note").last).to_have_text(oldest["note"])
    found = [row["id"] for row in entries(COUNT) if oldest["note"] in row.get("note", "")]
    expect(long_log.locator("li.entry")).to_have_count(len(found))
    assert set(shown_ids(long_log)) == set(found)


def test_a_search_that_finds_nothing_says_so_and_can_be_taken_back(page: Page) -> None:
    open_with(page, [entry("a", "2026-01-05", note="tea")])
    page.get_by_label("Search your notes and words").fill("coffee")
    expect(page.get_by_text("No entry has that.")).to_be_visible()
    page.get_by_text("Show only some").click()
    page.get_by_role("button", name="Show all again").click()
    expect(page.locator("li.entry")).to_have_count(1)


def test_filters_leave_only_what_was_asked_for(page: Page) -> None:
    rows = [
        entry("a", "2026-01-05", mood=1, urge=8, feelings=["sad"]),
        entry("b", "2026-01-06", mood=4, urge=2, note="tea", feelings=["calm"]),
        entry("c", "2026-01-07", mood=1, note="rain"),
    ]
    open_with(page, rows)
    page.get_by_text("Show only some").click()
    page.get_by_label("Very low").check()
    expect(page.locator("li.entry")).to_have_count(2)
    page.get_by_label("A strong urge").check()
    expect(page.locator("li.entry")).to_have_count(1)
    assert shown_ids(page) == ["a"]
    page.get_by_role("button", name="Show all again").click()
    expect(page.locator("li.entry")).to_have_count(3)
    page.get_by_label("One thing").select_option(label="Calm")
    expect(page.locator("li.entry")).to_have_count(1)
    assert shown_ids(page) == ["b"]


def test_an_entry_shows_every_part_in_words(page: Page) -> None:
    row = entry(
        "a",
        "2026-01-05",
        mood=2,
        urge=3,
        feelings=["fed_up", "Shaky"],
        triggers=["by_myself"],
        helped=["five-senses", "tea"],
        note="<b>words</b>",
    )
    open_with(page, [row])
    shown = page.locator("li.entry")
    expect(shown).to_contain_text("Low · urge 3 of 10")
    expect(shown.locator(".words li")).to_have_text(
        ["Fed up", "Shaky", "Being by myself", "Five senses", "tea"]
    )
    expect(shown.locator(".note")).to_have_text("<b>words</b>")


def test_an_entry_stays_on_the_day_where_it_was_written_after_a_journey(
    new_context: NewContext,
) -> None:
    rows = [
        {"id": "far", "at": "2026-03-01T10:30:00.000Z", "local_date": "2026-03-02", "mood": 3},
        {"id": "home", "at": "2026-03-01T20:00:00.000Z", "local_date": "2026-03-01", "mood": 3},
    ]
    page = new_context(timezone_id="Europe/London").new_page()
    page.clock.set_fixed_time(NOW)
    open_with(page, rows)
    expect(page.locator(".day-name")).to_have_text(["Monday 2 March", "Sunday 1 March"])
    assert shown_ids(page) == ["far", "home"]
    expect(page.locator("#entry-far .small").first).to_have_text("Sun 10:30 where you are now")
    expect(page.locator("#entry-home .small").first).to_have_text("20:00")


def test_an_entry_for_an_earlier_time_stands_among_those_of_its_day(page: Page) -> None:
    open_with(page, [entry("a", "2026-01-05", mood=2), entry("c", "2026-01-07", mood=2)], "/log/")
    pick_mood(page, "Very good")
    page.locator(".folds summary").last.click()
    page.fill("#at", "2026-01-05T18:00")
    save(page)
    page.goto("/log/history/")
    expect(page.locator(".entry-title")).to_have_text(["Low", "Very good", "Low"])


def test_deleting_an_entry_takes_the_draft_of_its_change_along_and_undo_brings_both(
    page: Page,
) -> None:
    open_with(page, [entry("a", "2026-01-05", note="tea")], "/log/?entry=a")
    expect(page.locator("#note")).to_have_value("tea")
    page.fill("#note", "half a change")
    wait_for_records(page, 1, "Draft")
    page.goto("/log/history/")
    page.get_by_role("button", name="Delete", exact=True).click()
    wait_for_records(page, 0)
    wait_for_records(page, 0, "Draft")
    page.get_by_role("button", name="Undo").click()
    wait_for_records(page, 1)
    wait_for_records(page, 1, "Draft")


def test_deleting_the_whole_log_deletes_it_and_nothing_else(context: BrowserContext) -> None:
    page, other, log = context.new_page(), context.new_page(), context.new_page()
    open_with(page, [entry("a", "2026-01-05", note="tea"), entry("b", "2026-01-06", mood=1)])
    words = {"id": "feelings:shaky", "list": "feelings", "word": "shaky", "at": NOW}
    write_records(page, [words], "OwnWord")
    write_records(page, [{"form": "log", "values": {"note": ["half"]}}], "Draft")
    write_records(page, [{"id": "mine", "updated": NOW, "alone": "a walk"}], "SafetyPlan")
    other.goto("/log/history/")
    expect(other.locator("li.entry")).to_have_count(2)
    open_log(log)
    expect(log.locator("#note")).to_have_value("half")
    page.bring_to_front()
    page.get_by_role("button", name="Delete", exact=True).first.click()
    page.get_by_text("Delete the whole log").click()
    page.get_by_role("button", name="Yes, delete every entry").click()
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    expect(other.get_by_text("Nothing here yet.")).to_be_visible()
    expect(log.locator("#note")).to_have_value("")
    for table in ("MoodEntry", "OwnWord", "Draft"):
        assert read_records(page, table) == []
    assert len(read_records(page, "SafetyPlan")) == 1


def test_a_month_says_each_day_s_mood_in_words_and_leads_to_the_day(
    new_context: NewContext,
) -> None:
    page = new_context(locale="en-GB", timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    rows = [
        entry("a", "2026-11-03", mood=2),
        entry("b", "2026-11-03", mood=4),
        entry("c", "2026-11-20", note="tea"),
        entry("d", "2026-10-31", mood=5),
    ]
    open_with(page, rows, "/log/calendar/")
    month = page.get_by_role("table", name="November 2026")
    expect(month.get_by_role("link")).to_have_text(
        [re.compile("Tuesday 3 November: Good"), re.compile("Friday 20 November: No mood noted")]
    )
    expect(month.get_by_role("columnheader").first).to_have_accessible_name("Monday")
    page.get_by_role("button", name="The month before").click()
    october = page.get_by_role("table", name="October 2026")
    october.get_by_role("link", name="Saturday 31 October: Very good").click()
    day = page.locator(".day-name").first
    expect(day).to_have_text("Saturday 31 October")
    later = page.get_by_role("button", name="Later entries")
    expect(later).to_be_visible()
    wait_until_idle(page)
    expect(later).to_be_visible()
    expect(day).to_have_text("Saturday 31 October")


def test_a_year_has_a_word_for_each_day_with_a_mood(new_context: NewContext) -> None:
    page = new_context(locale="en-US", timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    rows = [entry("a", "2026-02-28", mood=1), entry("b", "2025-12-31", mood=5)]
    open_with(page, rows, "/log/calendar/")
    year = page.get_by_role("table", name="The year, a shape for each day")
    row = year.get_by_role("row").nth(28)
    expect(row.get_by_role("cell").nth(1)).to_have_text("Very low")
    expect(year.get_by_role("columnheader", name="February")).to_be_attached()
    expect(page.locator(".month th").first).to_have_accessible_name("Sunday")
    page.get_by_role("button", name="The year before").click()
    expect(year.get_by_role("row").nth(31).get_by_role("cell").last).to_have_text("Very good")


def test_the_calendar_says_when_nothing_can_be_read(page: Page, watch: Any) -> None:
    watch.allow("SecurityError|OpenFailedError")
    page.add_init_script(
        """IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };"""
    )
    for address in ("/log/history/", "/log/calendar/"):
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("does not let the app keep anything")
        expect(page.get_by_text("Getting your entries…")).to_have_count(0)


def test_days_and_entries_can_be_hit_with_a_thumb_on_a_narrow_phone(
    new_context: NewContext,
) -> None:
    page = new_context(viewport={"width": 320, "height": 640}, timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    rows = [entry(f"{day}", f"2026-11-{day:02}", mood=3) for day in range(1, 23)]
    open_with(page, rows, "/log/calendar/")
    days = page.get_by_role("table", name="November 2026").get_by_role("link")
    expect(days).to_have_count(22)
    for width, height in sizes(days):
        # WCAG 2.2, 2.5.5 (AAA): at least 44 by 44.
        assert (width >= 44, height >= 48) == (True, True)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.goto("/log/history/")
    for name, role in (("Change", "link"), ("Delete", "button")):
        shown = page.locator("li.entry").get_by_role(role, name=name, exact=True)
        expect(shown.first).to_be_visible()
        for one in shown.all():
            # What is below the screen has no size before somebody goes there.
            one.scroll_into_view_if_needed()
            assert min(min(size) for size in sizes(one)) >= 48


def sizes(elements: Locator) -> list[tuple[float, float]]:
    """The width and the height of each, in CSS pixels."""
    found: list[tuple[float, float]] = elements.evaluate_all(
        """(all) => all.map((one) => one.getBoundingClientRect())
            .map(({ width, height }) => [width, height])"""
    )
    return found
