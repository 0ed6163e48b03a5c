"""What is painted first holds: it stays where it is, and no tap on it is lost."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.kinds_of_pages import ROUTES
from tests.browser.phone_records import read_records, wait_for_records, write_records
from tests.browser.plan_form import ANA, keep_plan
from tests.browser.service_worker import visit_once, wait_for_lead
from tests.held_scripts import HeldScripts
from tests.made_up_log import made_up_log
from tests.waiting import eventually, wait_for_react, wait_until

KNOWN_LATE = ["/hope/things/", "/settings/storage/"]
"""What these have to say, only the phone knows: it comes late, but has its room."""

NOTE_PAINTS = """
window.shifts = [];
window.largest = [];
const said = ({ node, previousRect, currentRect }) =>
  `${node?.outerHTML?.slice(0, 90)} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`;
// Less than a pixel is nothing that anybody sees.
const isSeen = ({ previousRect: before, currentRect: now }) =>
  ["left", "top", "right", "bottom"].some((side) => Math.abs(before[side] - now[side]) > 1);
new PerformanceObserver((list) => {
  const sources = list.getEntries().flatMap((entry) => [...entry.sources]);
  window.shifts.push(...sources.filter(isSeen).map(said));
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { element } of list.getEntries()) {
    window.largest.push(element?.outerHTML.slice(0, 90) ?? "");
  }
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
"""https://www.w3.org/TR/layout-instability/ and https://www.w3.org/TR/largest-contentful-paint/."""

NOTE_BOXES = """() => {
  const UNSEEN = "svg, .visually-hidden, [aria-hidden=true]";
  const seen = [...document.querySelectorAll("header, header *, main *, nav, nav *")]
    .filter((element) => element.checkVisibility() && !element.closest(UNSEEN))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { top, bottom }]) => bottom > 0 && top < innerHeight);
  window.boxes = new Map(seen);
  return seen.length;
}"""

MOVED = """() => [...window.boxes].flatMap(([element, before]) => {
  if (!element.isConnected || !element.checkVisibility()) return [];
  const now = element.getBoundingClientRect();
  const far = ["x", "y"].filter((way) => Math.abs(now[way] - before[way]) > 1);
  return far.map((way) => `${element.outerHTML.slice(0, 90)} ${way} ${before[way]} ${now[way]}`);
})"""


def settled(page: Page) -> None:
    """Wait until what the phone keeps has been read and painted."""
    page.evaluate(
        "() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() =>"
        " requestAnimationFrame(done)), { timeout: 2000 }))"
    )


def what_moves(page: Page, route: str) -> dict[str, list[str]]:
    """Open a page with its scripts held back, let them come, and tell what moved."""
    scripts = HeldScripts(page)
    page.goto(route)
    assert page.evaluate(NOTE_BOXES) > 0, route
    # What was painted is told of some time later, and would count as having come with React.
    wait_until(page, "window.largest.length > 0")
    settled(page)
    painted = page.evaluate("window.largest.length")
    scripts.release()
    settled(page)
    return {
        "moved": page.evaluate(MOVED),
        "shifts": page.evaluate("window.shifts"),
        "largest": page.evaluate(f"window.largest.slice({painted})"),
    }


def faults(phone: BrowserContext, routes: list[str], kinds: tuple[str, ...]) -> list[str]:
    """What moves on each of these pages, each opened in a new tab."""
    found = []
    for route in routes:
        page = phone.new_page()
        page.add_init_script(NOTE_PAINTS)
        moves = what_moves(page, route)
        found += [f"{route} {kind}: {line}" for kind in kinds for line in moves[kind]]
        page.close()
    return found


@pytest.mark.parametrize("group", range(4))
def test_nothing_that_was_painted_moves_and_nothing_larger_comes_when_react_does(
    new_context: NewContext, group: int
) -> None:
    phone = new_context()
    routes = [*ROUTES, "/settings/privacy/"][group::4]
    assert faults(phone, routes, ("moved", "shifts", "largest")) == []


def test_nothing_moves_where_only_the_phone_knows_what_a_page_says(
    new_context: NewContext,
) -> None:
    assert faults(new_context(), KNOWN_LATE, ("moved", "shifts")) == []


def test_nothing_moves_either_where_a_plan_and_entries_are_kept(new_context: NewContext) -> None:
    phone = new_context()
    page = phone.new_page()
    keep_plan(page, {"reasons": "The dog.", "warning_signs": "No sleep."}, ANA)
    write_records(page, made_up_log(60, datetime.now(UTC).date()))
    page.goto("/plan/")
    expect(page.locator(".plan-shown")).to_contain_text("The dog.")
    page.close()
    routes = ["/", "/cards/", "/cards/five-senses/", "/log/", "/log/history/", "/plan/", "/urge/"]
    assert faults(phone, routes, ("shifts",)) == []


def test_a_tap_on_what_is_not_ready_yet_counts_once_it_is(page: Page) -> None:
    for route, tapped, effect in (
        ("/breathe/", "Breathe with me", "button:text-is('Stop')"),
        ("/urge/", "5 minutes", "h1:text-is('You’re on the wave.')"),
        ("/cards/five-senses/", "Do it with me", ".found li"),
    ):
        page.goto("about:blank")
        scripts = HeldScripts(page)
        page.goto(route)
        page.get_by_role("button", name=tapped, exact=True).click(force=True)
        scripts.release()
        expect(page.locator(effect).first).to_be_visible()
        page.unroute_all()


def test_a_tap_on_what_looks_ready_counts_too(page: Page) -> None:
    scripts = HeldScripts(page)
    page.goto("/log/")
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    page.get_by_role("button", name="Give me a question").click()
    scripts.release()
    expect(page.get_by_role("button", name="Another question")).to_be_visible()


def test_a_tap_that_was_followed_by_another_wish_is_not_made_up_for(page: Page) -> None:
    scripts = HeldScripts(page)
    page.goto("/breathe/")
    page.get_by_role("button", name="Breathe with me", exact=True).click(force=True)
    page.get_by_role("link", name="Help now").focus()
    page.keyboard.press("Shift")
    scripts.release()
    expect(page.get_by_role("button", name="Breathe with me", exact=True)).to_be_enabled()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)


def test_what_is_written_before_the_form_is_ready_stays_and_the_form_says_it_gets_ready(
    page: Page,
) -> None:
    scripts = HeldScripts(page)
    page.goto("/log/")
    button = page.get_by_role("button", name="Getting ready…")
    expect(button).to_be_disabled()
    page.locator("#note").fill("Before any script.")
    page.get_by_role("radio", name="Very low", exact=True).check(force=True)
    scripts.release()
    page.get_by_role("button", name="Save").click()
    wait_for_records(page, 1)
    [entry] = read_records(page)
    assert entry["note"] == "Before any script."


def test_a_setting_chosen_before_any_script_has_come_is_kept(page: Page) -> None:
    scripts = HeldScripts(page, shell=True)
    page.goto("/settings/", wait_until="commit")
    page.locator("label", has_text="Dark").first.click()
    scripts.release()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_links_and_feelings_need_no_script_at_all(page: Page) -> None:
    scripts = HeldScripts(page, shell=True)
    page.goto("/", wait_until="commit")
    page.locator("label.chip", has_text="Angry").click()
    expect(page.locator(".for-angry a.item").first).to_be_visible()
    page.get_by_role("link", name="Breathe").click()
    expect(page.get_by_role("heading", level=1, name="Breathe")).to_be_visible()
    scripts.release()


def test_help_comes_as_the_country_s_own_page_once_the_phone_knows_it(
    new_context: NewContext,
) -> None:
    phone = new_context(service_workers="allow")
    page = phone.new_page()
    visit_once(page)
    page.goto("/help/")
    page.wait_for_url("**/help/gb/")
    # The service worker writes down where /help/ leads while the country's page is shown already.
    wait_for_lead(page, "/help/gb/")
    documents: list[str] = []
    page.on("framenavigated", lambda frame: documents.append(frame.url))
    page.goto("/help/#top")
    expect(page).to_have_url(f"{page.url.split('/help/')[0]}/help/gb/#top")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].redirectCount") == 0
    scripts = page.evaluate("document.querySelector('[data-pwa-hydration]').textContent")
    assert "gb" in scripts


def test_a_finger_on_a_link_brings_the_scripts_of_its_page_and_of_no_other(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    down = "(link) => link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))"
    page.get_by_role("link", name="Help now").evaluate(down)
    page.get_by_role("link", name="Leave quickly").evaluate(down)
    page.locator("nav.rooms").get_by_role("link", name="Plan").evaluate(down)
    eventually(page, lambda: any("/_plan_._index-" in address for address in asked))
    assert not any("/_help_" in address for address in asked)
