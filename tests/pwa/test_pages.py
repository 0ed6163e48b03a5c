"""A finished page has its style inside, React as data, and a policy that fits it."""

import json
from dataclasses import replace

import pytest

from pwa_app.pwa.hydration import HydrationError, read_start_script
from pwa_app.pwa.markup import elements
from pwa_app.pwa.pages import Finish, PageError, finish_page, head_elements
from pwa_app.pwa.policy import source_hash
from pwa_app.pwa.scrolling import without_throwing

START = """import "/assets/manifest-1.js";
import * as route0 from "/assets/root-1.js";
import * as route1 from "/assets/a-1.js";

  window.__reactRouterRouteModules = {"root":route0,"routes/[a]._index":route1};

import("/assets/entry-1.js");"""

PAGE = (
    '<!DOCTYPE html><html><head><meta charSet="utf-8"/><title>A</title>'
    '<link rel="modulepreload" href="/assets/root-1.js"/>'
    '<link rel="stylesheet" href="/assets/s.css"/></head>'
    "<body><p>Text</p><script>window.__reactRouterContext = {};</script>"
    f'<script type="module" async="">{START}</script><!--$--></body></html>'
)

SCROLLS_BACK = """((storageKey, restoreKey) => {
		try {
			let storedY = JSON.parse(sessionStorage.getItem(storageKey) || "{}")[restoreKey];
		} catch (error) {
			console.error(error);
			sessionStorage.removeItem(storageKey);
		}
	})("react-router-scroll-positions", null)"""
"""As React Router 8.4 writes it into every page, in short."""

FINISH = Finish(
    style="p{}",
    all_styles="/assets/s.css",
    early="early()",
    shell="/assets/shell.js",
    head='<meta name="x"/>',
    page_styles={"/own.css": "i{}"},
)


def test_links_are_replaced_by_the_style_itself_and_nothing_else_changes() -> None:
    page = finish_page(PAGE, FINISH, name="a.html", path="/a/")
    names = [(element.name, element.text) for element in elements(page)]
    assert ("style", "p{}") in names
    assert "modulepreload" not in page
    assert 'href="/assets/s.css"' not in page
    assert "<body><p>Text</p><script>window.__reactRouterContext = {};</script>" in page
    assert page.endswith("</script><!--$--></body></html>")


def test_a_style_sheet_of_a_component_stands_inside_and_its_link_is_not_followed() -> None:
    link = '<link href="/own.css" rel="stylesheet" data-precedence="page"/>'
    page = finish_page(PAGE.replace("</head>", f"{link}</head>"), FINISH, name="a.html", path="/a/")
    assert f"<style>i{{}}</style>{link[:-2]} disabled/>" in page
    assert source_hash("i{}") in page


def test_a_style_sheet_for_some_screens_only_stays_a_link() -> None:
    link = '<link href="/own.css" media="print" rel="stylesheet" data-precedence="page"/>'
    page = finish_page(PAGE.replace("</head>", f"{link}</head>"), FINISH, name="a.html", path="/a/")
    assert link in page
    assert "i{}" not in page


def test_a_style_sheet_that_react_expects_in_its_place_stays_alone_there() -> None:
    link = '<link href="/own.css" rel="stylesheet"/>'
    page = finish_page(PAGE.replace("<p>", f"{link}<p>"), FINISH, name="a.html", path="/a/")
    assert f"<body>{link}<p>" in page


def test_react_s_start_script_becomes_data_in_its_place() -> None:
    blocks = [
        element
        for element in elements(finish_page(PAGE, FINISH, name="a.html", path="/a/"))
        if "data-pwa-hydration" in element.attributes
    ]
    assert len(blocks) == 1
    assert blocks[0].attributes["type"] == "application/json"
    assert json.loads(blocks[0].text) == {
        "manifest": "/assets/manifest-1.js",
        "routes": {"root": "/assets/root-1.js", "routes/[a]._index": "/assets/a-1.js"},
        "entry": "/assets/entry-1.js",
        "preload": ["/assets/root-1.js"],
        "styles": "/assets/s.css",
    }


def test_the_policy_comes_right_after_the_charset_and_before_every_script() -> None:
    page = finish_page(PAGE, FINISH, name="a.html", path="/a/")
    assert '<meta charSet="utf-8"/><meta http-equiv="Content-Security-Policy"' in page
    policy = next(e for e in elements(page) if "http-equiv" in e.attributes).attributes["content"]
    assert policy is not None
    for text in ("early()", "window.__reactRouterContext = {};", "p{}"):
        assert source_hash(text) in policy
    assert source_hash(START) not in policy


def test_the_early_script_runs_before_the_title_and_the_shell_is_last_in_the_head() -> None:
    page = finish_page(PAGE, FINISH, name="a.html", path="/a/")
    assert page.index("<script>early()</script>") < page.index("<title>")
    assert '<script type="module" src="/assets/shell.js"></script></head>' in page


def test_a_page_says_its_own_path_before_the_early_script() -> None:
    page = finish_page(PAGE, FINISH, name="a.html", path="/a/")
    assert page.index('<meta name="pwa-path" content="/a/"/>') < page.index("early()")


def test_a_page_with_a_certain_element_is_painted_only_once_it_has_come() -> None:
    finish = replace(FINISH, painted_from="below")
    held = '<link rel="expect" blocking="render" href="#below"/>'
    with_it = PAGE.replace("<p>Text</p>", '<header>A</header><p id="below">Text</p>')
    assert held in finish_page(with_it, finish, name="a.html", path="/a/")
    assert held not in finish_page(PAGE, finish, name="a.html", path="/a/")


def test_a_page_without_react_keeps_what_it_shows_and_loses_its_scripts() -> None:
    page = finish_page(PAGE, FINISH, name="404.html")
    assert "<p>Text</p>" in page
    assert "__reactRouter" not in page
    assert "entry-1" not in page
    assert "early()" in page


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<p>", '<p style="color:red">', "style attribute"),
        ('<meta charSet="utf-8"/>', "", "charset"),
        ("</head>", "", "</head>"),
        ('<script type="module" async="">', '<script type="module">//', "written"),
    ],
)
def test_a_page_that_cannot_be_finished_is_named_with_the_reason(
    old: str, new: str, reason: str
) -> None:
    with pytest.raises((PageError, HydrationError), match=reason) as caught:
        finish_page(PAGE.replace(old, new), FINISH, name="a.html", path="/a/")
    if isinstance(caught.value, PageError):
        assert "a.html" in str(caught.value)


@pytest.mark.parametrize("more", ["alert(1);", 'import "/assets/other.js";', "const a = {};"])
def test_a_start_script_with_anything_unknown_in_it_is_refused(more: str) -> None:
    with pytest.raises(HydrationError, match="not written as expected"):
        read_start_script(START + more)


def test_the_script_that_scrolls_back_throws_nothing_where_storage_is_blocked() -> None:
    exported = PAGE.replace("<p>Text</p>", f"<p>Text</p><script>{SCROLLS_BACK}</script>")
    page = finish_page(exported, FINISH, name="a.html", path="/a/")
    scripts = [e.text for e in elements(page) if "react-router-scroll-positions" in e.text]
    assert scripts == [without_throwing(SCROLLS_BACK)]
    assert "catch (error) {\n\t\t\ttry { sessionStorage.removeItem" in scripts[0]
    assert "console.error" not in scripts[0]
    assert source_hash(scripts[0]) in page
    assert without_throwing(scripts[0]) == scripts[0]


def test_a_script_that_scrolls_back_in_another_way_stops_the_build() -> None:
    other = SCROLLS_BACK.replace("console.error(error)", "console.warn(error)")
    exported = PAGE.replace("<p>Text</p>", f"<p>Text</p><script>{other}</script>")
    with pytest.raises(PageError, match="for scrolling is not written as expected"):
        finish_page(exported, FINISH, name="a.html", path="/a/")


def test_the_head_is_complete_and_below_the_site_s_path() -> None:
    head = head_elements(
        base_path="/es/", app_title='A "b" <c>', theme_color="#111111", dark_theme_color="#222222"
    )
    found = elements(head)
    links = {e.attributes["rel"]: e.attributes["href"] for e in found if e.name == "link"}
    assert links["manifest"] == "/es/manifest.webmanifest"
    assert links["apple-touch-icon"] == "/es/apple-touch-icon.png"
    colours = [
        (e.attributes["media"], e.attributes["content"])
        for e in found
        if e.attributes.get("name") == "theme-color"
    ]
    assert colours == [
        ("(prefers-color-scheme: light)", "#111111"),
        ("(prefers-color-scheme: dark)", "#222222"),
    ]
    metas = {e.attributes.get("name"): e.attributes.get("content") for e in found}
    assert metas["apple-mobile-web-app-title"] == 'A "b" <c>'
    assert "data-pwa-looks" not in head
    assert metas["format-detection"] == "telephone=no"
    assert metas["referrer"] == "no-referrer"
