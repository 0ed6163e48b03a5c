"""The person's own plan is on the phone when it is needed."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, Route, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.log_form import SAVED, save, save_button
from tests.browser.phone_records import read_records, wait_for_records
from tests.browser.plan_form import ANA, CONTACT, EDIT, LINE, PARTS, SHARE, keep_plan, open_plan
from tests.browser.test_earlier_databases import VERSIONS, database, write_database
from tests.browser.test_log import hold_scripts, open_without_scripts, release_scripts
from tests.browser.watch import Watch
from tests.waiting import wait_for_react


def part(page: Page, field: str) -> Locator:
    """A part of the form."""
    return page.locator(f"#part-{field}")


def order(page: Page, field: str) -> list[str]:
    """The lines of a part as they are put in order."""
    return part(page, field).locator(".sortable-text").all_inner_texts()


def start_ordering(page: Page, lines: str) -> Locator:
    """Write lines by oneself and begin to put them in order."""
    open_plan(page)
    page.fill("#alone", lines)
    part(page, "alone").get_by_role("button", name="Change the order").click()
    expect(page.locator("#alone")).to_be_hidden()
    return part(page, "alone")


def test_a_plan_is_there_after_the_browser_was_closed(
    new_context: NewContext, tmp_path: Path
) -> None:
    context = new_context(profile=tmp_path)
    page = context.new_page()
    open_plan(page)
    for field in PARTS:
        page.fill(f"#{field}", f"words for {field}\nand more")
    save(page)
    context.close()
    page = new_context(profile=tmp_path).new_page()
    open_plan(page)
    for field in PARTS:
        assert page.input_value(f"#{field}") == f"words for {field}\nand more"


def test_a_plan_may_be_changed_and_stays_one_plan(page: Page) -> None:
    open_plan(page)
    page.fill("#people", "Ana")
    page.fill("#alone", "music")
    save(page)
    page.reload()
    expect(page.locator("#people")).to_have_value("Ana")
    page.fill("#people", "Ana and Jo")
    page.fill("#alone", "")
    save(page)
    (plan,) = read_records(page, "SafetyPlan")
    assert set(plan) == {"id", "updated", "people"}
    assert plan["people"] == "Ana and Jo"


def test_words_typed_before_the_plan_is_read_cost_none_of_the_plan(page: Page) -> None:
    open_plan(page)
    page.fill("#people", "Ana")
    page.fill("#alone", "music")
    save(page)
    held: list[Route] = open_without_scripts(page, EDIT)
    page.fill("#people", "Jo")
    page.fill("#reasons", "the dog")
    release_scripts(page, held)
    expect(save_button(page)).to_be_enabled()
    save(page)
    (plan,) = read_records(page, "SafetyPlan")
    assert plan["alone"] == "music"
    assert plan["reasons"] == "the dog"
    assert plan["people"].splitlines() == ["Ana", "Jo"]


def test_an_empty_plan_is_not_saved_and_a_long_part_is_told_beside_it(page: Page) -> None:
    open_plan(page)
    save_button(page).click()
    expect(page.get_by_text("One word is enough to begin.")).to_be_visible()
    page.fill("#safer", "a" * 5001)
    save_button(page).click()
    expect(page.locator("#safer-problem")).to_contain_text("5000")
    assert page.input_value("#safer") == "a" * 5001
    assert read_records(page, "SafetyPlan") == []
    expect(page.get_by_text(SAVED)).to_have_count(0)


def test_a_second_tab_shows_what_the_first_has_saved_of_the_plan(context: BrowserContext) -> None:
    one, other = context.new_page(), context.new_page()
    keep_plan(one, {"alone": "music"})
    open_plan(one)
    open_plan(other)
    one.fill("#alone", "music\ntea")
    expect(other.locator("#alone")).to_have_value("music\ntea")
    one.bring_to_front()
    save(one)
    other.bring_to_front()
    other.fill("#places", "the park")
    save(other)
    (plan,) = read_records(other, "SafetyPlan")
    assert (plan["alone"], plan["places"]) == ("music\ntea", "the park")


def test_two_tabs_that_write_the_plan_cost_each_other_nothing(context: BrowserContext) -> None:
    # They hear nothing of each other, as on a phone that lets the one it does not show sleep.
    context.add_init_script("BroadcastChannel.prototype.postMessage = () => {};")
    one, other = context.new_page(), context.new_page()
    keep_plan(one, {"alone": "music", "reasons": "the dog", "safer": "a walk"})
    open_plan(one)
    open_plan(other)
    one.fill("#people", "Ana")
    one.fill("#alone", "music\ntea")
    one.fill("#reasons", "")
    one.bring_to_front()
    save(one)
    other.bring_to_front()
    other.fill("#places", "the park")
    other.fill("#alone", "music\nbreathe")
    save(other)
    expect(other.locator("#people")).to_have_value("Ana")
    (plan,) = read_records(other, "SafetyPlan")
    assert set(plan) == {"id", "updated", "alone", "places", "people", "safer"}
    assert plan["alone"].splitlines() == ["music", "breathe", "tea"]
    assert (plan["people"], plan["places"], plan["safer"]) == ("Ana", "the park", "a walk")


def test_an_idea_is_put_in_with_a_tap_and_taken_out_with_another(page: Page) -> None:
    open_plan(page)
    page.fill("#alone", "music")
    part(page, "alone").get_by_text("Ideas").click()
    idea = part(page, "alone").get_by_role("button", name="Go for a short walk.")
    expect(idea).to_have_attribute("aria-pressed", "false")
    idea.click()
    expect(idea).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#alone")).to_have_value("music\nGo for a short walk.")
    wait_for_records(page, 1, "Draft")
    page.reload()
    expect(page.locator("#alone")).to_have_value("music\nGo for a short walk.")
    # A reload brings back what was open, unless a tap comes first.
    for _ in range(2):
        part(page, "alone").get_by_text("Ideas").click()
        # The fold itself is open at once; what is in it is drawn later.
        if part(page, "alone").locator("details").evaluate("(fold) => fold.open"):
            break
    idea.click()
    expect(page.locator("#alone")).to_have_value("music")


def test_lines_change_places_by_keyboard_and_each_move_is_said(page: Page) -> None:
    alone = start_ordering(page, "music\ntea\nmusic")
    down = alone.get_by_role("button", name="Move down: music").first
    down.focus()
    page.keyboard.press("Enter")
    expect(alone.get_by_text("music is now 2 of 3.")).to_be_attached()
    expect(down).to_be_focused()
    assert order(page, "alone") == ["tea", "music", "music"]
    first = alone.get_by_role("button", name="Move up: tea")
    expect(first).to_have_attribute("aria-disabled", "true")
    first.press("Space")
    assert order(page, "alone") == ["tea", "music", "music"]
    alone.get_by_role("button", name="Done").click()
    expect(page.locator("#alone")).to_have_value("tea\nmusic\nmusic")
    save(page)
    assert read_records(page, "SafetyPlan")[0]["alone"] == "tea\nmusic\nmusic"


def finger(page: Page) -> CDPSession:
    """What sends touches as a screen does."""
    return page.context.new_cdp_session(page)


def touch(session: CDPSession, kind: str, x: float, y: float) -> None:
    """One touch event; none is left on the screen when it ends."""
    points = [] if kind in ("touchEnd", "touchCancel") else [{"x": x, "y": y}]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@pytest.mark.parametrize("ending", ["touchEnd", "touchCancel"])
def test_lines_change_places_by_touch_unless_the_touch_is_broken_off(
    new_context: NewContext, ending: str
) -> None:
    page = new_context(has_touch=True, is_mobile=True).new_page()
    alone = start_ordering(page, "music\ntea\na walk")
    grip = alone.locator(".grip").first
    grip.scroll_into_view_if_needed()
    box, last = grip.bounding_box(), alone.locator(".grip").last.bounding_box()
    assert box is not None
    assert last is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session, way = finger(page), last["y"] - box["y"]
    touch(session, "touchStart", x, y)
    for step in range(1, 6):
        touch(session, "touchMove", x, y + way * step / 5)
    expect(alone.locator(".dragged")).to_have_count(1)
    touch(session, ending, x, y + way)
    expect(alone.locator(".dragged")).to_have_count(0)
    moved = ending == "touchEnd"
    expected = ["tea", "a walk", "music"] if moved else ["music", "tea", "a walk"]
    expect(alone.locator(".sortable-text")).to_have_text(expected)
    expect(page.locator("#alone")).to_have_value("\n".join(expected))


def test_lines_change_places_with_a_mouse(page: Page) -> None:
    alone = start_ordering(page, "music\ntea\na walk")
    alone.scroll_into_view_if_needed()
    grip = alone.locator(".grip")
    start, end = grip.nth(2).bounding_box(), grip.nth(0).bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 20, steps=4)
    page.mouse.up()
    expect(alone.locator(".sortable-text")).to_have_text(["a walk", "music", "tea"])


def test_a_plan_opens_to_be_read_and_changed_on_a_page_of_its_own(page: Page) -> None:
    page.goto("/plan/")
    page.get_by_role("link", name="Write my plan").click()
    expect(save_button(page)).to_be_enabled()
    page.fill("#alone", "music\n\na walk")
    save(page)
    page.get_by_role("link", name="See my plan").click()
    alone = page.locator("section", has=page.get_by_role("heading", name="What I can do by myself"))
    expect(alone.locator("li")).to_have_text(["music", "a walk"])
    expect(page.locator(".plan-part")).to_have_count(1)
    expect(page.locator("input, textarea")).to_have_count(1)
    expect(page.locator("main").get_by_role("textbox")).to_have_count(0)
    page.get_by_role("link", name="Change my plan").click()
    expect(page.locator("#alone")).to_have_value("music\n\na walk")


def test_the_questions_do_not_show_up_before_a_plan_that_is_there(page: Page) -> None:
    keep_plan(page, {"alone": "music"})
    page.goto("/plan/")
    expect(page.get_by_text("music", exact=True)).to_be_visible()
    held: list[Route] = hold_scripts(page)
    page.goto("/plan/", wait_until="commit")
    expect(page.get_by_text("Your plan is opening…")).to_be_visible()
    expect(page.get_by_role("heading", name="What I can do by myself")).to_be_hidden()
    expect(page.get_by_role("link", name="Write my plan")).to_be_hidden()
    release_scripts(page, held)
    expect(page.get_by_text("music", exact=True)).to_be_visible()


def test_the_questions_are_back_once_the_plan_is_empty(page: Page) -> None:
    keep_plan(page, {"alone": "music"})
    page.goto("/plan/")
    expect(page.get_by_text("music", exact=True)).to_be_visible()
    open_plan(page)
    page.fill("#alone", "")
    save(page)
    page.goto("/plan/")
    expect(page.get_by_role("link", name="Write my plan")).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="Write my plan")).to_be_visible()


def test_the_plan_is_there_without_a_network(new_context: NewContext) -> None:
    context = new_context(service_workers="allow")
    page = context.new_page()
    keep_plan(page, {"alone": "music"}, ANA)
    page.evaluate("() => navigator.serviceWorker.ready")
    context.set_offline(True)
    for address in ("/plan/", SHARE):
        page.goto(address)
        expect(page.get_by_text("music", exact=True)).to_be_visible()
    page.goto(EDIT)
    expect(page.locator("#alone")).to_have_value("music")
    page.goto(f"{CONTACT}?contact=ana")
    expect(page.locator("#name")).to_have_value("Ana")


def test_without_scripts_the_plan_is_a_list_of_questions(
    new_context: NewContext, dist: Path
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/plan/")
    assert "You can also write it on paper" in page.inner_text("main")
    for field in PARTS:
        heading = read_page(dist, EDIT).find("label", **{"for": field}).text
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_role("link", name="Write my plan")).to_be_hidden()
    for address in (EDIT, CONTACT, SHARE):
        page.goto(address)
        assert "JavaScript" in page.inner_text("main")
        expect(page.get_by_role("button", name="Getting ready…")).to_be_hidden()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_plan_of_an_earlier_version_is_shown_with_every_line(page: Page, version: int) -> None:
    write_database(page, version)
    (plan,) = database(version)["tables"]["SafetyPlan"]["rows"]
    page.goto("/plan/")
    for field in PARTS:
        for line in plan[field].split("\n"):
            expect(page.get_by_text(line, exact=True).first).to_be_visible()
    open_plan(page)
    for field in PARTS:
        expect(page.locator(f"#{field}")).to_have_value(plan[field])
    page.locator("#alone").press_sequentially("x")
    save(page)
    (kept,) = read_records(page, "SafetyPlan")
    unchanged = {field: plan[field] for field in PARTS if field != "alone"}
    assert {field: kept[field] for field in unchanged} == unchanged


def test_axe_finds_nothing_in_a_plan_in_any_state(page: Page) -> None:
    keep_plan(page, {"alone": "music\ntea", "people": "Rosa 087 123 4567"}, ANA, LINE)
    line = page.get_by_text("music", exact=True)
    changing = page.get_by_role("heading", name="Change this person")
    for address, read in (
        ("/plan/", line),
        (SHARE, line),
        (f"{CONTACT}?contact=ana", changing),
    ):
        page.goto(address)
        expect(read).to_be_visible()
        assert barriers(page) == [], address
    open_plan(page)
    part(page, "alone").get_by_role("button", name="Change the order").click()
    part(page, "reasons").get_by_text("Ideas").click()
    expect(part(page, "reasons").get_by_role("button").first).to_be_visible()
    assert barriers(page) == []
    part(page, "people").get_by_role("button", name="Take out Ana").click()
    expect(part(page, "people").get_by_role("button", name="Undo")).to_be_visible()
    assert barriers(page) == []


def test_a_plan_first_written_in_another_tab_is_there_when_this_one_is_looked_at_again(
    context: BrowserContext,
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto("/plan/")
    wait_for_react(one)
    open_plan(other)
    other.fill("#alone", "music")
    save(other)
    one.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(one.get_by_text("music", exact=True)).to_be_visible()
    other.fill("#alone", "music\ntea")
    save(other)
    expect(one.get_by_text("tea")).to_be_visible()


def test_a_plan_that_cannot_be_read_says_so_and_is_there_the_next_time(
    page: Page, watch: Watch
) -> None:
    watch.allow("plan_records|ERR_FAILED|dynamically imported")
    keep_plan(page, {"alone": "music"})
    page.goto("/plan/")
    expect(page.get_by_text("music", exact=True)).to_be_visible()
    page.route("**/plan_records*", lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("not your fault")
    page.unroute("**/plan_records*")
    page.reload()
    expect(page.get_by_text("music", exact=True)).to_be_visible()
