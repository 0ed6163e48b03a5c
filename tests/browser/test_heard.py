"""What a screen reader gets: what changed is said once and calmly, and pictures have words."""

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.browser.accessibility_tree import CONTROLS, spoken, tree
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.browser.looking_back import open_every_part
from tests.browser.phone_records import write_records
from tests.seeded_log import entries
from tests.waiting import eventually, wait_for_react

START = "2026-11-23T23:10:00Z"


def button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_breathing_is_told_by_the_minute_and_each_step_only_when_asked(page: Page) -> None:
    page.clock.install(time=START)
    page.goto("/breathe/")
    expect(page.get_by_role("button", name="Breathe with me")).to_be_enabled()
    page.clock.pause_at("2026-11-23T23:11:00Z")
    button(page, "Breathe with me")
    heard: list[str] = []
    for _second in range(70):
        page.clock.run_for(1_000)
        said = " ".join(spoken(page))
        if said and said not in heard[-1:]:
            heard.append(said)
    assert heard == ["Breathing has begun.", "1 min so far"]
    button(page, "Stop")
    page.clock.run_for(1_000)
    page.locator("label", has_text="Have a screen reader say each step").click()
    button(page, "Breathe with me")
    page.clock.run_for(5_000)
    eventually(page, lambda: spoken(page) == ["Out"], "the step is said")


def test_the_wave_says_its_time_is_up_and_never_its_seconds(page: Page) -> None:
    page.clock.install(time=START)
    page.goto("/urge/")
    expect(page.get_by_role("button", name="5 minutes", exact=True)).to_be_enabled()
    button(page, "5 minutes")
    page.get_by_role("timer").wait_for()
    (timer,) = [node for node in tree(page) if node.role == "timer"]
    assert timer.live in ("", "off")
    page.clock.fast_forward("05:10")
    expect(page.get_by_role("status").filter(has_text="The time you chose is up.")).to_have_count(1)


def test_nothing_that_was_said_goes_by_itself_and_no_form_runs_out_of_time(page: Page) -> None:
    page.clock.install(time=START)
    open_log(page)
    page.fill("#note", "The first.")
    button(page, "Save")
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()
    page.clock.fast_forward("12:00:00")
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()
    page.fill("#note", "Not saved yet.")
    page.clock.fast_forward("12:00:00")
    expect(page.locator("#note")).to_have_value("Not saved yet.")
    button(page, "Save")
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()


def test_what_is_done_to_an_entry_says_which_one(page: Page) -> None:
    open_log(page)
    write_records(page, list(entries(2_000))[-3:])
    page.goto("/log/history/")
    expect(page.locator(".entry")).to_have_count(3)
    titles = page.locator(".entry h3").all_inner_texts()
    nodes = [node for node in tree(page) if node.role in CONTROLS]
    nodes = [node for node in nodes if node.name in ("Change", "Delete")]
    assert [node.description for node in nodes] == [title for title in titles for _ in range(2)]


def test_every_chart_has_a_table_with_the_same_in_words(page: Page) -> None:
    now = datetime.now(UTC)
    open_log(page)
    write_records(page, list(entries(2_000, last=now))[-60:])
    page.goto("/log/insights/")
    wait_for_react(page)
    page.get_by_text("90 days").click()
    open_every_part(page)
    charts = page.locator("main details:has(svg.dot, svg.square)")
    eventually(page, lambda: charts.count() > 0, "there is a chart")
    for chart in charts.all():
        expect(chart.locator("table tbody tr").first).to_be_attached()
    names = [node.name for node in tree(page) if node.role == "table"]
    assert all(names)
    assert len(names) == len(set(names))
    # Drawings are for the eyes alone.
    assert page.locator("main svg:not([aria-hidden=true])").count() == 0


def test_the_statement_is_there_without_javascript_and_is_reached_from_about(
    new_context: NewContext,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/about/")
    page.get_by_role("link", name="Accessibility").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Accessibility")
    for heading in ("What does not work well yet", "How it was tested", "If something stands"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()


def test_other_languages_are_marked_as_such(page: Page) -> None:
    page.goto("/settings/")
    for link in page.locator(".languages a").all():
        assert link.get_attribute("lang")
