"""The lock stays open from page to page, in memory only, and for nobody who comes later."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pwa_app.site import site as operator
from tests.browser.conftest import NewContext
from tests.browser.lock import lock_button, open_privacy, turn_on, unlock, unlock_button
from tests.browser.log_form import save_button
from tests.browser.service_worker import visit_once
from tests.browser.watch import Watch
from tests.waiting import eventually, wait_until

TICKET = "sessionStorage.getItem('mooring:handed-on')"
NEUTRAL_ORIGIN = "/".join(operator().leave_url.split("/")[:3])


@pytest.fixture
def context(new_context: NewContext) -> BrowserContext:
    """A phone with the service worker, through which pages hand the key on."""
    return new_context(service_workers="allow")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page with the lock on and open."""
    page = context.new_page()
    visit_once(page)
    turn_on(page)
    return page


def new_tab(page: Page) -> Page:
    """Another tab, on the page of the lock."""
    tab = page.context.new_page()
    open_privacy(tab)
    return tab


def open_help(page: Page) -> None:
    page.get_by_role("link", name="Help now").first.click()
    expect(page.get_by_role("heading", name="Talk to someone now")).to_be_visible()


def stored(page: Page) -> str:
    """What this tab and the site keep outside the database."""
    kept = page.evaluate("() => [{ ...localStorage }, { ...sessionStorage }]")
    return json.dumps(kept)


def test_a_reload_a_page_of_help_and_a_new_tab_need_no_passcode(page: Page) -> None:
    page.reload()
    expect(lock_button(page)).to_be_visible()
    wait_until(page, f"{TICKET} === null")
    # At once, and after the page of Help has taken the key.
    open_help(page)
    page.go_back()
    expect(lock_button(page)).to_be_visible()
    open_help(page)
    wait_until(page, f"{TICKET} === null")
    page.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(page)).to_be_enabled()
    expect(lock_button(new_tab(page))).to_be_visible()


def test_locking_in_one_tab_locks_the_others_and_what_was_left_behind(page: Page) -> None:
    other = new_tab(page)
    page.goto("about:blank")
    lock_button(other).click()
    expect(unlock_button(other)).to_be_visible()
    page.bring_to_front()
    open_privacy(page)
    expect(unlock_button(page)).to_be_visible()
    page.reload()
    expect(unlock_button(page)).to_be_visible()
    unlock(page)
    expect(lock_button(page)).to_be_visible()
    other.reload()
    expect(lock_button(other)).to_be_visible()
    lock_button(page).click()
    expect(unlock_button(other)).to_be_visible()


def test_closing_the_app_locks_it_at_once(page: Page) -> None:
    other = new_tab(page)
    expect(lock_button(other)).to_be_visible()
    context = page.context
    other.close()
    # As long as it is closing it would still give the key to a new tab.
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    page = context.new_page()
    open_privacy(page)
    expect(unlock_button(page)).to_be_visible()


def test_what_is_left_for_the_next_page_is_gone_after_seconds_and_never_written(
    page: Page,
) -> None:
    [worker] = page.context.service_workers
    worker.evaluate(
        """() => {
          const real = self.setTimeout;
          const over = (task, pause) => () => {
            task();
            self.isOver ||= pause === 10_000;
          };
          self.setTimeout = (task, pause) => real(over(task, pause), pause / 20);
        }"""
    )
    page.goto("about:blank")
    # The ten seconds, which are half a second now; they begin once the worker has the key.
    eventually(page, lambda: bool(worker.evaluate("self.isOver")), "the key's time is over")
    open_privacy(page)
    expect(unlock_button(page)).to_be_visible()
    kept = stored(page)
    unlock(page)
    expect(lock_button(page)).to_be_visible()
    assert "handed-on" not in kept
    assert set(json.loads(stored(page))[0]) == set(json.loads(kept)[0])


def test_where_it_locks_when_hidden_no_page_hands_the_key_on(page: Page) -> None:
    page.get_by_text("As soon as I look at something else").click()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    expect(unlock_button(new_tab(page))).to_be_visible()
    page.reload()
    expect(unlock_button(page)).to_be_visible()


def test_a_tab_that_nobody_has_touched_for_too_long_gives_no_key(page: Page) -> None:
    page.clock.install()
    # As on a phone that slept: the time has gone by, but no timer has run.
    page.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=6))
    expect(unlock_button(new_tab(page))).to_be_visible()
    expect(unlock_button(page)).to_be_visible()


def test_after_leaving_quickly_the_passcode_is_asked_for(page: Page, watch: Watch) -> None:
    watch.origins.add(NEUTRAL_ORIGIN)
    page.context.route(
        f"{NEUTRAL_ORIGIN}/**",
        lambda route: route.fulfill(body="<h1>Sunny</h1>", content_type="text/html"),
    )
    page.get_by_role("link", name="Leave quickly").click()
    expect(page.get_by_role("heading", name="Sunny")).to_be_visible()
    open_privacy(page)
    expect(unlock_button(page)).to_be_visible()
