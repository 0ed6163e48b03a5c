"""A newer version comes when the person lets it, and costs nothing they wrote."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import pick_mood, save, save_button, set_urge, write_note
from tests.browser.next_build import make_next_build, published
from tests.browser.phone_records import read_records
from tests.browser.service_worker import (
    empty_http_cache,
    kept_paths,
    look_for_update,
    visit_once,
    wait_for_lead,
)
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.pwa.local_server import LocalServer
from tests.waiting import eventually, wait_until

OLD = "Add as much or as little as you want."
NEW = "Write a lot or a little, just as you like."


@pytest.fixture(scope="module")
def next_dist(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The next build, in which one sentence of the log differs."""
    target = tmp_path_factory.mktemp("next") / "dist"
    make_next_build(dist, target, old=OLD, new=NEW)
    yield target
    shutil.rmtree(target)


@pytest.fixture
def context(new_context: NewContext, server: SiteServer) -> BrowserContext:
    """A phone whose browser allows service workers."""
    return new_context(service_workers="allow", base_url=server.origin)


@pytest.fixture
def log(context: BrowserContext, server: SiteServer, next_dist: Path) -> Page:
    """The log with words typed into it, while the next build is published."""
    page = context.new_page()
    visit_once(page, "/log/")
    expect(page.get_by_text(OLD)).to_be_visible()
    expect(save_button(page)).to_be_enabled()
    write_note(page, "half a thought")
    server.change_to(next_dist)
    return page


def notice(page: Page) -> Locator:
    """The quiet word that a newer version is ready."""
    return page.get_by_text("A newer version is ready. What you typed is kept.")


@pytest.fixture
def told(log: Page) -> Page:
    """The same page once it has found the next build."""
    expect(notice(log)).to_be_hidden()
    look_for_update(log)
    expect(notice(log)).to_be_visible(timeout=30_000)
    return log


def test_coming_back_to_the_app_finds_the_new_version(log: Page) -> None:
    log.evaluate("dispatchEvent(new Event('focus'))")
    expect(notice(log)).to_be_visible(timeout=30_000)
    expect(log.locator("#note")).to_have_value("half a thought")


def test_until_then_the_old_version_works_on_with_what_was_typed(told: Page) -> None:
    expect(told.locator("#note")).to_have_value("half a thought")
    expect(told.get_by_text(OLD)).to_be_visible()
    save(told)
    assert [entry["note"] for entry in read_records(told)] == ["half a thought"]
    told.get_by_role("navigation").get_by_role("link", name="Plan").click()
    expect(told.get_by_role("heading", level=1)).to_have_text("My plan")
    expect(notice(told)).to_be_visible()
    told.goto("/log/")
    expect(told.get_by_text(OLD)).to_be_visible()


def test_update_opens_the_new_version_with_everything_typed(told: Page) -> None:
    save(told)
    pick_mood(told, "Low")
    set_urge(told, 7)
    write_note(told, "the last word")
    told.get_by_role("button", name="Update").click()
    expect(told.get_by_text(NEW)).to_be_visible()
    expect(told.locator("#note")).to_have_value("the last word")
    expect(told.locator("#mood-2")).to_be_checked()
    expect(told.locator("output")).to_have_text("7 of 10, strong")
    expect(notice(told)).to_be_hidden()
    assert [entry["note"] for entry in read_records(told)] == ["half a thought"]


def test_not_now_puts_the_notice_away_for_this_visit(told: Page) -> None:
    told.get_by_role("main").get_by_role("button", name="Not now").click()
    expect(notice(told)).to_be_hidden()
    expect(told.locator("#note")).to_have_value("half a thought")
    told.goto("/plan/edit/")
    expect(save_button(told)).to_be_enabled()
    told.wait_for_timeout(500)
    expect(notice(told)).to_be_hidden()


def test_a_second_tab_is_told_and_not_reloaded_under_the_person_s_fingers(told: Page) -> None:
    other = told.context.new_page()
    other.goto("/plan/edit/")
    expect(save_button(other)).to_be_enabled()
    other.locator("#people").press_sequentially("Ana")
    other.evaluate("() => { window.sameDocument = true; }")
    told.bring_to_front()
    told.get_by_role("button", name="Update").click()
    expect(told.get_by_text(NEW)).to_be_visible()
    expect(notice(other)).to_be_visible()
    other.bring_to_front()
    other.locator("#people").press_sequentially(" and Jo")
    assert other.input_value("#people") == "Ana and Jo"
    assert other.evaluate("window.sameDocument") is True
    other.get_by_role("button", name="Update").click()
    wait_until(other, "window.sameDocument === undefined && document.readyState === 'complete'")
    expect(other.locator("#people")).to_have_value("Ana and Jo")


def test_a_second_tab_that_goes_on_to_a_changed_page_gets_there_and_loses_nothing(
    told: Page, watch: Watch
) -> None:
    watch.allow("assets/.*js")
    other = told.context.new_page()
    other.goto("/plan/edit/")
    expect(save_button(other)).to_be_enabled()
    other.locator("#people").press_sequentially("Ana")
    told.bring_to_front()
    told.get_by_role("button", name="Update").click()
    expect(told.get_by_text(NEW)).to_be_visible()
    expect(notice(other)).to_be_visible()
    other.bring_to_front()
    # The old version's scripts are now neither kept nor published.
    empty_http_cache(other)
    other.get_by_role("navigation").get_by_role("link", name="Log").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("How are you?")
    other.get_by_role("navigation").get_by_role("link", name="Plan").click()
    other.get_by_role("link", name="Write my plan").click()
    expect(other.locator("#people")).to_have_value("Ana")


def test_an_update_fetches_what_has_changed_and_keeps_no_more_than_before(
    new_context: NewContext, dist: Path, next_dist: Path
) -> None:
    before, after = published(dist), published(next_dist)
    changed = [name for name in after if before.get(name) != after[name]]
    with LocalServer(dist) as host:
        page = new_context(service_workers="allow", base_url=host.origin).new_page()
        visit_once(page, "/log/")
        # Where Help leads is written down a moment later, now and after the update.
        wait_for_lead(page, "/help/gb/")
        kept = len(kept_paths(page)), len(page.evaluate("caches.keys()"))
        host.site = next_dist
        host.requests.clear()
        look_for_update(page)
        expect(notice(page)).to_be_visible(timeout=30_000)
        fetched = [path for path in host.requests if path != "/sw.js"]
        page.get_by_role("button", name="Update").click()
        expect(page.get_by_text(NEW)).to_be_visible()
        eventually(
            page, lambda: (len(kept_paths(page)), len(page.evaluate("caches.keys()"))) == kept
        )
    assert sorted(fetched) == sorted(f"/{name}" for name in changed)
    assert bytes_of(next_dist, changed) < bytes_of(next_dist, list(after)) / 10


def bytes_of(site: Path, names: list[str]) -> int:
    """The bytes of files as they are sent, compressed where the host has them so."""
    return sum(len(gzip.compress((site / name).read_bytes())) for name in names)
