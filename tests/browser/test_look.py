"""A plain name and icon: everywhere a tab, a list or a home screen shows one, and at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from pwa_app.pages.look import LOOK
from pwa_app.pages.look_names import PLAIN_LOOKS
from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.service_worker import empty_http_cache, visit_once
from tests.browser.watch import Watch
from tests.waiting import eventually, wait_for_react

HEAD = """() => Object.fromEntries(
  ["manifest", "icon", "apple-touch-icon"].map((rel) => [
    rel, document.querySelector(`link[rel="${rel}"]`).getAttribute("href"),
  ]).concat(["application-name", "apple-mobile-web-app-title", "theme-color"].map((name) => [
    name, document.querySelector(`meta[name="${name}"]`).getAttribute("content"),
  ])))"""

HARBOUR = {
    "manifest": "/looks/harbour/manifest.webmanifest",
    "icon": "/looks/harbour/favicon.svg",
    "apple-touch-icon": "/looks/harbour/apple-touch-icon.png",
    "application-name": "Harbour",
    "apple-mobile-web-app-title": "Harbour",
    "theme-color": "#f6f6f6",
}
OWN = {
    "manifest": "/manifest.webmanifest",
    "icon": "/favicon.svg",
    "apple-touch-icon": "/apple-touch-icon.png",
    "application-name": "Mooring",
    "apple-mobile-web-app-title": "Mooring",
    "theme-color": "#f6f3ec",
}

NOTE_TITLES = """
  window.seen = new Set();
  const look = () => {
    const link = document.querySelector('link[rel="manifest"]');
    seen.add(document.title);
    if (link && document.body) seen.add(link.getAttribute("href"));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  const everyFrame = () => { look(); requestAnimationFrame(everyFrame); };
  requestAnimationFrame(everyFrame);
"""
"""Collects every title there was, and every manifest once there was something to show."""

BY_ROUTER = ["Cards", "Log", "Plan", "Now"]


def as_harbour(context: BrowserContext) -> None:
    """Have the look chosen before any page is opened."""
    context.add_init_script("""
      if (location.protocol.startsWith("http") && !localStorage.getItem("mooring:look"))
        localStorage.setItem("mooring:look", "harbour");
    """)


def pick(page: Page, name: str) -> None:
    page.get_by_role("group", name="What it is called").locator("label", has_text=name).click()


def manifest_of(session: CDPSession) -> dict[str, Any]:
    """The manifest as the browser has read it."""
    found: dict[str, Any] = session.send("Page.getAppManifest")
    return found


def own_name_shown(page: Page) -> bool:
    text: str = page.evaluate("document.body.innerText")
    return "mooring" in text.lower()


def test_chromium_would_install_each_look_as_an_app_of_its_own(
    new_context: NewContext, tmp_path: Path
) -> None:
    # A lasting profile: in a private window nothing can be installed.
    context = new_context(profile=tmp_path, service_workers="allow")
    page = context.new_page()
    visit_once(page)
    session = context.new_cdp_session(page)
    identities: set[str] = set()
    for look in PLAIN_LOOKS:
        page.evaluate("(key) => localStorage.setItem('mooring:look', key)", look.key)
        page.reload()
        expect(page).to_have_title(look.name)
        address = f"/looks/{look.key}/manifest.webmanifest"
        # The browser reads the manifest in its own time; an earlier reading may still be under way.
        eventually(page, lambda end=address: manifest_of(session)["url"].endswith(end), address)
        found = manifest_of(session)
        assert found["errors"] == []
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        members: dict[str, Any] = json.loads(found["data"])
        assert (members["name"], members["short_name"]) == (look.name, look.name)
        assert "mooring" not in json.dumps(members).lower()
        assert members["shortcuts"] == members["screenshots"] == members["categories"] == []
        identities.add(session.send("Page.getAppId")["appId"])
    assert len(identities) == len(PLAIN_LOOKS)


def test_a_pick_holds_at_once_everywhere_after_a_reload_and_without_a_network(
    new_context: NewContext, tmp_path: Path, watch: Watch
) -> None:
    watch.allow("status of 404.*/there-is-no-such-page/")
    context = new_context(profile=tmp_path, service_workers="allow", color_scheme="light")
    page = context.new_page()
    visit_once(page, LOOK)
    wait_for_react(page)
    other = context.new_page()
    other.goto("/cards/")
    page.bring_to_front()
    expect(page).to_have_title("Name and icon · Mooring")
    assert page.evaluate(HEAD) == OWN
    # By keyboard: from the app's own name to the next one.
    page.get_by_label("Mooring").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Harbour")).to_be_checked()
    expect(page).to_have_title("Harbour")
    assert page.evaluate(HEAD) == HARBOUR
    expect(other).to_have_title("Harbour")
    expect(other.locator("header .home")).to_have_text("Now", use_inner_text=True)
    assert barriers(page) == []
    page.reload()
    wait_for_react(page)
    expect(page.get_by_label("Harbour")).to_be_checked()
    assert not own_name_shown(other)
    empty_http_cache(page)
    context.set_offline(True)
    for route in ("/log/", "/offline/", "/there-is-no-such-page/"):
        page.goto(route)
        expect(page).to_have_title("Harbour")
        assert page.evaluate(HEAD) == HARBOUR
        assert not own_name_shown(page)
    for rel in ("manifest", "icon", "apple-touch-icon"):
        kept = "(address) => fetch(address).then((answer) => answer.ok)"
        assert page.evaluate(kept, HARBOUR[rel]) is True
    page.goto(LOOK)
    wait_for_react(page)
    pick(page, "Mooring")
    expect(page).to_have_title("Name and icon · Mooring")
    assert page.evaluate(HEAD) == OWN
    expect(other).to_have_title("Cards · Mooring")


def test_no_page_says_the_app_s_name_not_even_for_a_moment_or_after_a_link(
    context: BrowserContext,
) -> None:
    as_harbour(context)
    context.add_init_script(NOTE_TITLES)
    page = context.new_page()
    for route in ("/", "/about/", "/settings/", "/settings/storage/", "/help/ie/", "/learn/"):
        page.goto(route)
        wait_for_react(page)
        for room in BY_ROUTER if route == "/" else []:
            page.get_by_role("navigation").get_by_role("link", name=room, exact=True).click()
            expect(page.get_by_role("navigation").locator("[aria-current]")).to_have_text(room)
        expect(page).to_have_title("Harbour")
        assert not own_name_shown(page)
        seen: list[str] = page.evaluate("[...window.seen]")
        assert set(seen) <= {"", "Harbour", HARBOUR["manifest"]}
    page.go_back()
    expect(page).to_have_title("Harbour")


def test_every_page_can_have_another_look_before_its_title_is_read(
    dist: Path, routes: list[str]
) -> None:
    for route in routes:
        text = (dist / route.strip("/") / "index.html").read_text("utf-8")
        assert text.index("data-pwa-looks=") < text.index("<script>(") < text.index("<title>")


def test_an_installed_app_starts_under_its_name_where_nothing_was_chosen(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.goto("/#look=meadow")
    expect(page).to_have_title("Meadow")
    wait_for_react(page)
    page.get_by_role("navigation").get_by_role("link", name="Cards").click()
    # Only then the address does not name the look any more.
    expect(page.get_by_role("navigation").locator("[aria-current]")).to_have_text("Cards")
    page.reload()
    expect(page).to_have_title("Meadow")
    page.goto(LOOK)
    wait_for_react(page)
    expect(page.get_by_label("Meadow")).to_be_checked()
    pick(page, "Mooring")
    page.goto("/#look=meadow")
    page.reload()
    expect(page).to_have_title("Mooring")


@pytest.mark.parametrize("key", ["weather", "constructor", "", '"><script>'])
def test_a_look_that_is_not_there_is_the_app_s_own(context: BrowserContext, key: str) -> None:
    page = context.new_page()
    page.goto("/offline/")
    page.evaluate("(key) => localStorage.setItem('mooring:look', key)", key)
    page.goto("/#look=toString")
    expect(page).to_have_title("Mooring")
    assert page.evaluate(HEAD) == OWN


def test_the_page_can_be_read_in_the_dark_under_another_look_and_without_javascript(
    new_context: NewContext,
) -> None:
    dark = new_context(color_scheme="dark")
    as_harbour(dark)
    page = dark.new_page()
    page.goto(LOOK)
    wait_for_react(page)
    assert barriers(page) == []
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 22, 24)"
    plain = new_context(java_script_enabled=False).new_page()
    plain.goto(LOOK)
    expect(plain).to_have_title("Name and icon · Mooring")
    expect(plain.get_by_role("heading", name="What it cannot hide")).to_be_visible()


def test_what_was_prepared_for_another_name_is_not_installed(page: Page) -> None:
    page.goto(LOOK)
    wait_for_react(page)
    page.evaluate(
        "dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true })))"
    )
    expect(page.get_by_role("button", name="Keep it on this phone")).to_be_visible()
    pick(page, "Teacup")
    expect(page.get_by_role("button", name="Keep it on this phone")).to_be_hidden()
