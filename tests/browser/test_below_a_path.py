"""The site in a folder of its host, as an operator may publish it: /app/ instead of /."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from pwa_app.pages.look_names import PLAIN_LOOKS
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.log_form import open_log, save, write_note
from tests.browser.other_build import BELOW, LANGUAGES
from tests.browser.service_worker import (
    empty_http_cache,
    kept_paths,
    visit_once,
    wait_for_lead,
)
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.lost_scripts import LOST, lose_scripts
from tests.waiting import wait_for_react


@pytest.fixture
def server(site_in_three: Path) -> Iterator[SiteServer]:
    """`mooring serve`, which may be stopped."""
    with SiteServer(site_in_three) as running:
        yield running


@pytest.fixture
def kept(new_context: NewContext, server: SiteServer) -> Page:
    """A page after one visit, on a phone in Dublin."""
    options = {"base_url": server.origin, "timezone_id": "Europe/Dublin"}
    page = new_context(service_workers="allow", **options).new_page()
    visit_once(page, f"{BELOW}/")
    return page


def test_nothing_of_it_is_outside_its_folder(site_in_three: Path, server: SiteServer) -> None:
    folder = site_in_three
    assert sorted(path.name for path in folder.iterdir()) == ["_headers", "app"]
    patterns = re.findall(r"^/.*$", (folder / "_headers").read_text("utf-8"), re.MULTILINE)
    assert patterns[0] == f"{BELOW}/*"
    for site in (BELOW, f"{BELOW}/en-xa", f"{BELOW}/ar-xb"):
        for name in ("", "assets/*", "help/*", "looks/*", "routes.js", "sw.js"):
            assert f"{site}/{name}" in patterns
    assert not [pattern for pattern in patterns if not pattern.startswith(f"{BELOW}/")]
    for path in ("/", "/help/gb/", "/cards/five-senses/", "/log/", "/settings/"):
        for element in read_page(folder, f"{BELOW}{path}").find_all():
            if element.tag not in ("link", "script", "a", "img"):
                continue
            address = element.attributes.get("href") or element.attributes.get("src") or ""
            assert not address.startswith("/") or address.startswith(f"{BELOW}/"), address
    with urlopen(f"{server.origin}/") as answer:
        assert urlsplit(answer.url).path == f"{BELOW}/"
        assert "script-src" in answer.headers["Content-Security-Policy"]


def test_each_manifest_and_look_names_only_what_is_there(site_in_three: Path) -> None:
    folder = site_in_three
    manifests = sorted(folder.rglob("manifest.webmanifest"))
    assert len(manifests) == len(LANGUAGES) * (1 + len(PLAIN_LOOKS))
    for manifest in manifests:
        members = json.loads(manifest.read_text("utf-8"))
        pictures = [*members["icons"], *members.get("screenshots", [])]
        opened = [members["id"], members["start_url"], members["scope"]]
        opened += [shortcut["url"] for shortcut in members.get("shortcuts", [])]
        for address in [*opened, *(picture["src"] for picture in pictures)]:
            base = f"/{manifest.relative_to(folder).as_posix()}"
            path = urlsplit(urljoin(base, address)).path
            assert path.startswith(f"{BELOW}/"), (manifest, address)
            file = folder / path.lstrip("/")
            assert (file / "index.html" if path.endswith("/") else file).is_file(), address


def test_it_opens_leads_on_keeps_and_leaves_without_a_network(
    kept: Page, server: SiteServer, watch: Watch
) -> None:
    watch.allow(r"sw\.js|ERR_INTERNET_DISCONNECTED|status of 404")
    scope = kept.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert scope == f"{server.origin}{BELOW}/"
    wait_for_lead(kept, f"{BELOW}/help/ie/", f"{BELOW}/help/")
    assert not [path for path in kept_paths(kept) if not path.startswith(f"{BELOW}/")]
    empty_http_cache(kept)
    server.stop()
    kept.context.set_offline(True)
    for path in ("/", "/about", "/cards/five-senses/?a=1"):
        answer = kept.goto(f"{BELOW}{path}")
        assert answer is not None
        assert answer.status == 200, path
        wait_for_react(kept)
    kept.get_by_role("link", name="Help now").click()
    kept.wait_for_url(f"**{BELOW}/help/ie/")
    kept.goto(f"{BELOW}/nowhere")
    expect(kept.get_by_role("heading", level=1)).to_have_text("This page is not here")
    open_log(kept, f"{BELOW}/log/")
    write_note(kept, "from the folder")
    save(kept)
    kept.get_by_role("link", name="See what you wrote").first.click()
    kept.wait_for_url(f"**{BELOW}/log/history/**")
    expect(kept.get_by_text("from the folder")).to_be_visible()
    kept.evaluate("localStorage.setItem('mooring:look', 'harbour')")
    kept.goto(f"{BELOW}/settings/look/")
    manifest = kept.locator("link[rel='manifest']")
    expect(manifest).to_have_attribute("href", f"{BELOW}/looks/harbour/manifest.webmanifest")
    found = kept.evaluate(
        """Promise.all([...document.querySelectorAll("link[rel=manifest], link[rel=icon]")].map(
             ({ href }) => fetch(href).then(({ status }) => status)))"""
    )
    assert set(found) == {200}
    kept.get_by_role("link", name="Leave quickly").click()
    kept.wait_for_url(f"**{BELOW}/offline/")
    expect(kept.get_by_role("heading", level=1)).to_have_text("No connection")


def test_a_tap_opens_a_page_whose_scripts_are_lost(
    server: SiteServer, new_context: NewContext, watch: Watch
) -> None:
    watch.allow(LOST)
    page = new_context(base_url=server.origin).new_page()
    page.goto(f"{BELOW}/")
    wait_for_react(page)
    lose_scripts(page)
    page.locator("nav").get_by_role("link", name="Log").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")
    assert urlsplit(page.url).path == f"{BELOW}/log/"
