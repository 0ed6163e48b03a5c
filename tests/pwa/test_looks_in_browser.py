"""A look holds on every page from the first moment, also below a path."""

import json
from pathlib import Path

from tests.waiting import wait_for_react

from .conftest import Visit
from .local_server import LocalServer

LINKS = "[...document.querySelectorAll('head > link[href*=\\'.\\']')].map((link) => link.href)"


def test_below_a_path_the_head_is_that_of_the_look_and_react_does_not_mind(
    below_a_path: Path, visit: Visit
) -> None:
    with LocalServer(below_a_path) as server:
        page = visit.open_page()
        page.goto(f"{server.origin}/es/#look=plain")
        assert page.title() == "Plain"
        wait_for_react(page)
        page.click("#to-form")
        page.wait_for_selector("#note")
        assert page.title() == "Plain"
        icons = [link for link in page.evaluate(LINKS) if "/assets/" not in link]
        assert icons
        assert all(link.startswith(f"{server.origin}/es/looks/plain/") for link in icons)
        assert page.evaluate("document.querySelectorAll('html > title').length") == 1
        page.evaluate("localStorage.setItem('example:look', 'own')")
        page.reload()
        assert page.title() != "Plain"
    assert visit.complaints == []


def test_its_manifest_leads_to_the_site_below_its_path(below_a_path: Path) -> None:
    file = below_a_path / "es" / "looks" / "plain" / "manifest.webmanifest"
    members = json.loads(file.read_text("utf-8"))
    assert members["id"] == "/es/?look=plain"
    assert members["start_url"] == "../../#look=plain"
