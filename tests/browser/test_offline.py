"""After one visit the whole app is there without a network."""

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.backup_files import PASSPHRASE
from tests.browser.backup_page import choose, open_backup_page, save_sealed
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, save, write_note
from tests.browser.next_build import published
from tests.browser.phone_records import read_records
from tests.browser.service_worker import (
    go_offline,
    kept_paths,
    visit_once,
    wait_for_lead,
)
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.waiting import wait_for_react

SAMPLE = 25
NOT_HERE = "This page is not here"


@pytest.fixture
def context(new_context: NewContext, server: SiteServer) -> BrowserContext:
    """A phone whose browser allows service workers."""
    return new_context(service_workers="allow", base_url=server.origin)


@pytest.fixture
def offline(context: BrowserContext, server: SiteServer, watch: Watch) -> Page:
    """A page after one visit, with no server, no network and nothing in the HTTP cache."""
    page = context.new_page()
    visit_once(page)
    go_offline(page, server, watch)
    return page


def heading(dist: Path, route: str) -> str:
    """The main heading of a page as it was built."""
    page = (dist / route.strip("/") / "index.html").read_text("utf-8")
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert found is not None, route
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


LACKING = r"""async (routes) => {
  const lacking = [];
  const named = new Set();
  await Promise.all(routes.map(async (route) => {
    const answer = await fetch(route);
    // The policy of the page that asks does not know the styles of this one.
    const html = (await answer.text()).replace(/<style[^]*?<\/style>/g, "");
    const page = new DOMParser().parseFromString(html, "text/html");
    if (answer.status !== 200 || !page.querySelector("h1")) lacking.push(route);
    for (const { src, href } of page.querySelectorAll("script[src], link, img")) {
      if (src || href) named.add(src || href);
    }
    const block = page.querySelector("[data-pwa-hydration]");
    const { routes: modules, preload, ...others } = JSON.parse(block.textContent);
    for (const name of [...Object.values({ ...modules, ...others }), ...preload]) named.add(name);
  }));
  await Promise.all([...named].map(async (address) => {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.status !== 200) lacking.push(address);
  }));
  return { lacking, named: named.size };
}"""
"""Asks for every page, and for every file that one of them names."""


def test_every_page_is_kept_with_every_file_it_names(
    offline: Page, dist: Path, routes: list[str]
) -> None:
    assert len(routes) > 200
    kept = kept_paths(offline)
    files = [f"/{name}" for name in published(dist) if not name.startswith("assets/packs/")]
    assert {*routes, *files} - kept == set()
    found = offline.evaluate(LACKING, routes)
    assert found["lacking"] == []
    assert found["named"] > len(routes)


def test_pages_open_by_their_address_with_and_without_slash_and_with_a_query(
    offline: Page, dist: Path, routes: list[str]
) -> None:
    asked = [route for route in routes if route != "/help/"]
    sample = asked[:: max(1, len(asked) // SAMPLE)][:SAMPLE]
    for route in sample:
        for address in (route, route.rstrip("/") or "/", f"{route}?from=icon&x=1#main"):
            answer = offline.goto(address)
            assert answer is not None
            assert answer.status == 200, address
            expect(offline.locator("h1")).to_have_text(heading(dist, route))
        wait_for_react(offline)
        expect(offline.locator("h1")).to_have_text(heading(dist, route))


def test_links_lead_from_room_to_room_without_a_new_page_load(offline: Page) -> None:
    offline.goto("/")
    wait_for_react(offline)
    offline.evaluate("() => { window.sameDocument = true; }")
    rooms = offline.get_by_role("navigation")
    for room, title in (
        ("Cards", "Cards"),
        ("Log", "How are you?"),
        ("Plan", "My plan"),
        ("Now", "This feeling will pass."),
    ):
        rooms.get_by_role("link", name=room).click()
        expect(offline.get_by_role("heading", level=1)).to_have_text(title)
    offline.get_by_role("link", name="Ground me").click()
    offline.wait_for_url("**/cards/five-senses/")
    expect(offline.get_by_role("heading", level=1)).not_to_have_text("This feeling will pass.")
    assert offline.evaluate("window.sameDocument") is True
    offline.get_by_role("link", name="Help now").click()
    offline.wait_for_url("**/help/gb/")
    expect(offline.locator("a[href='tel:999']").first).to_be_visible()


def test_an_unknown_address_gets_kind_words_and_a_way_on(offline: Page, watch: Watch) -> None:
    watch.allow("status of 404")
    for address in ("/nowhere", "/help/zz/?x=1", "/cards/no-such-card/"):
        answer = offline.goto(address)
        assert answer is not None
        assert answer.status == 404
        expect(offline.get_by_role("heading", level=1)).to_have_text(NOT_HERE)
    offline.get_by_role("main").get_by_role("link", name="Cards").click()
    expect(offline.get_by_role("heading", level=1)).to_have_text("Cards")


def test_an_entry_saved_offline_is_there_after_the_browser_was_closed(
    new_context: NewContext, server: SiteServer, watch: Watch, tmp_path: Path
) -> None:
    watch.allow(r"sw\.js|ERR_")
    options = {"service_workers": "allow", "base_url": server.origin}
    context = new_context(profile=tmp_path, **options)
    page = context.new_page()
    visit_once(page)
    server.stop()
    open_log(page)
    write_note(page, "written with no network")
    save(page)
    context.close()
    page = new_context(profile=tmp_path, **options).new_page()
    page.goto("/log/history/")
    expect(page.get_by_text("written with no network")).to_be_visible()
    (entry,) = read_records(page)
    assert entry["note"] == "written with no network"


def test_a_country_is_found_and_a_number_chosen_and_saved(offline: Page) -> None:
    offline.goto("/help/?choose")
    wait_for_react(offline)
    offline.get_by_label("Search countries and services").fill("new zeland")
    found = offline.locator("main .items a").first
    # What is found comes after what was typed, and takes the place of the list.
    expect(found).to_contain_text("New Zealand")
    found.click()
    offline.wait_for_url("**/help/nz/")
    wait_for_react(offline)
    offline.get_by_text("Find who suits you").click()
    offline.locator(".suits label.chip", has_text="Text").click()
    expect(offline.locator("#nz-healthline")).to_have_count(0)
    part = offline.locator("#nz-1737")
    part.get_by_text("Copy or save").click()
    with offline.expect_download() as saved:
        part.get_by_role("button", name="Save to my contacts").click()
    assert "TEL;TYPE=VOICE,PREF:1737" in saved.value.path().read_text("utf-8")


def test_help_opens_on_its_country_at_once_when_it_has_led_there_before(
    new_context: NewContext, server: SiteServer
) -> None:
    context = new_context(
        service_workers="allow", base_url=server.origin, timezone_id="Europe/Dublin"
    )
    page = context.new_page()
    visit_once(page)
    opened: list[str] = []
    page.on("domcontentloaded", lambda shown: opened.append(shown.url))
    page.goto("/help/")
    page.wait_for_url("**/help/ie/")
    wait_for_lead(page, "/help/ie/")
    page.wait_for_load_state()
    opened.clear()
    page.goto("/help/")
    page.wait_for_url("**/help/ie/")
    assert len(opened) == 1
    page.goto("/help/?choose")
    page.get_by_role("link", name="France", exact=True).click()
    page.wait_for_url("**/help/fr/")
    wait_for_lead(page, "/help/fr/")
    page.wait_for_load_state()
    opened.clear()
    page.goto("/help/")
    page.wait_for_url("**/help/fr/")
    assert len(opened) == 1


def test_a_backup_is_made_and_opened_without_a_network(offline: Page) -> None:
    open_backup_page(offline, {"CardMark": [{"card": "five-senses"}]})
    _, file = save_sealed(offline)
    choose(offline, file, PASSPHRASE)
    expect(offline.get_by_text("The same in both: 1.")).to_be_visible()
