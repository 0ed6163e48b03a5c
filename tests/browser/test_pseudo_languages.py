"""No sentence of the interface is hard-coded, right-to-left mirrors, and languages keep apart.

The site is built once in two made-up languages besides English: in `en-XA` every sentence that
comes from the catalogue stands between ⟦ and ⟧, and `ar-XB` runs from right to left. This build
stands below a path of its host, as an operator's may: the one under test everywhere else is at the
root.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from pwa_app.content import ContentTable, open_library
from pwa_app.locale import country_name, language_name
from pwa_app.site import site as operator
from tests.browser.conftest import NewContext
from tests.browser.everything import SHOW_EVERYTHING
from tests.browser.html_tree import read_page
from tests.browser.other_build import BELOW, LANGUAGES
from tests.browser.service_worker import kept_paths, visit_once
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until

PAGES = (
    "/",
    "/cards/",
    "/cards/five-senses/",
    "/log/",
    "/help/ie/",
    "/settings/",
    "/settings/backup/",
    "/settings/look/",
    "/about/",
    "/plan/",
    "/plan/edit/",
    "/hope/",
    "/hope/voice/",
)
NOTICE = "[data-pwa-update]"

READABLE = """() => {
  const named = ["aria-label", "placeholder", "alt", "title", "content"];
  const left = (element) => element.closest("[translate=no], script, style, noscript") !== null;
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!left(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  }
  const attributes = [];
  for (const element of document.querySelectorAll("body *, meta[name=description]")) {
    if (left(element)) continue;
    for (const { name, value } of element.attributes) {
      if (named.includes(name) || name.startsWith("data-leave-text")) attributes.push(value);
    }
  }
  return { texts, attributes };
}"""
"""Everything a person may read or hear on a page, but what no translator may change."""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def origin(site_in_three: Path) -> Iterator[str]:
    """The address it is served at."""
    with SiteServer(site_in_three) as server:
        yield server.origin


@pytest.fixture
def page(new_context: NewContext, origin: str) -> Page:
    """A page of a phone in Dublin."""
    return new_context(base_url=origin, timezone_id="Europe/Dublin").new_page()


@pytest.fixture(scope="module")
def not_ours() -> list[str]:
    """Strings that come from no catalogue of the interface, the longest first."""
    library = open_library("en")
    found = {operator().name, operator().short_name}
    with Session(library.engine) as session:
        for table in ContentTable.__subclasses__():
            for row in session.exec(select(table)):
                found |= set(_strings(row.model_dump()))
    found |= {country_name(code, "en") for code in library.countries()}
    found |= {language_name(tag, "en") for tag in LANGUAGES}
    return sorted((text for text in found if len(text) > 2), key=len, reverse=True)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def unmarked(texts: list[str], not_ours: list[str]) -> list[str]:
    """What is neither between ⟦ and ⟧ (a sentence may run over several texts) nor content."""
    joined, count = "\0".join(texts), 1
    while count:
        joined, count = re.subn(r"⟦[^⟦⟧]*⟧", "", joined)
    rest = []
    for text in joined.split("\0"):
        plain = " ".join(text.split())
        for content in not_ours:
            plain = plain.replace(content, "")
        if re.search(r"[^\W\d_]|[⟦⟧]", plain):
            rest.append(" ".join(text.split()))
    return rest


def path_in(language: str, path: str) -> str:
    return f"{operator_folder(language)}{path}"


def operator_folder(language: str) -> str:
    return BELOW if language == "en" else f"{BELOW}/{language.lower()}"


def test_the_check_itself_finds_what_is_not_marked() -> None:
    texts = ["⟦Märked⟧", "⟦before ", "4", " after⟧", "A card", "12 · –", "hard-coded", "half⟧"]
    assert unmarked(texts, ["A card"]) == ["hard-coded", "half⟧"]


@pytest.mark.parametrize("path", PAGES)
def test_every_sentence_of_the_interface_comes_from_the_catalogue(
    page: Page, not_ours: list[str], path: str
) -> None:
    page.goto(path_in("en-XA", path))
    wait_for_react(page)
    page.evaluate(SHOW_EVERYTHING)
    found = page.evaluate(READABLE)
    assert len(found["texts"]) > 10
    assert unmarked(found["texts"], not_ours) == []
    apart = [text for text in found["attributes"] if unmarked([text], not_ours)]
    assert apart == []


def test_what_the_log_says_after_a_tap_comes_from_the_catalogue_too(
    page: Page, not_ours: list[str]
) -> None:
    page.goto("/app/en-xa/log/")
    save = page.locator("button[type=submit]")
    expect(save).to_be_enabled()
    save.click()
    expect(page.locator(".problem")).to_be_visible()
    page.locator("#urge").fill("4")
    page.fill("#note", "a" * 20_001)
    save.click()
    expect(page.locator("#note-problem")).to_be_visible()
    found = page.evaluate(READABLE)
    assert unmarked(found["texts"], not_ours) == []
    page.fill("#note", "")
    save.click()
    expect(page.locator("form [role=status] .notice")).to_be_visible()
    page.goto("/app/en-xa/log/history/")
    expect(page.locator("li.entry")).to_have_count(1)
    # The day and the time are the browser's own words.
    own_words = page.locator(".day-name, li.entry p.small").all_inner_texts()
    days = [word for text in own_words for word in (text, *text.split(", "))]
    assert unmarked(page.evaluate(READABLE)["texts"], [*not_ours, *days]) == []
    page.locator("li.entry button").click()
    expect(page.locator("li.entry")).to_have_count(0)
    expect(page.locator("[role=status] .notice button.quiet").last).to_be_visible()
    assert unmarked(page.evaluate(READABLE)["texts"], not_ours) == []


@pytest.mark.parametrize("path", PAGES)
def test_right_to_left_mirrors_and_never_scrolls_sideways(page: Page, path: str) -> None:
    page.goto(path_in("ar-XB", path))
    wait_for_react(page)
    page.evaluate(SHOW_EVERYTHING)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate(SIDEWAYS) <= 0
    # The long made-up words need more than a phone's width to stand side by side.
    page.set_viewport_size({"width": 720, "height": 740})
    home = page.locator("header .home").bounding_box()
    help_now = page.locator("header .help-now").bounding_box()
    assert home is not None
    assert help_now is not None
    assert home["x"] >= help_now["x"] + help_now["width"]
    bar = [link.bounding_box() for link in page.locator("nav.rooms a").all()]
    starts = [box["x"] for box in bar if box]
    assert len(starts) == 5
    assert starts == sorted(starts, reverse=True)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_names_its_language_and_itself_in_the_others(
    site_in_three: Path, path: str
) -> None:
    for language in LANGUAGES:
        html = read_page(site_in_three, path_in(language, path))
        root = html.find("html")
        direction = "rtl" if language == "ar-XB" else "ltr"
        assert (root.attributes["lang"], root.attributes["dir"]) == (language, direction)
        links = html.find("head").find_all("link", rel="alternate")
        others = {link.attributes["hreflang"]: link.attributes["href"] for link in links}
        in_all = {tag: path_in(tag, path) for tag in LANGUAGES}
        assert others == in_all | {"x-default": path_in("en", path)}


@pytest.mark.parametrize("path", PAGES)
def test_links_stay_in_their_language_but_for_the_choice_of_another(
    site_in_three: Path, path: str
) -> None:
    for language in LANGUAGES[1:]:
        folder = operator_folder(language)
        html = read_page(site_in_three, f"{folder}{path}")
        inside = [link for link in html.find_all("a") if link.attributes["href"].startswith("/")]
        assert len(inside) > 5
        for link in inside:
            if "lang" in link.attributes:
                continue
            address = link.attributes["href"]
            assert address.startswith(f"{folder}/"), address
        leave = next(link for link in html.find_all("a") if "data-leave" in link.attributes)
        assert leave.attributes["data-leave-offline"] == f"{folder}/offline/"


def test_settings_lead_to_the_other_languages_and_back(page: Page) -> None:
    page.goto("/app/settings/")
    wait_for_react(page)
    page.locator(".languages a[lang=ar-XB]").click()
    page.wait_for_url("**/app/ar-xb/settings/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".languages a[lang=en]").click()
    page.wait_for_url(re.compile(r":\d+/app/settings/$"))


def test_help_finds_the_person_s_country_in_their_language(page: Page) -> None:
    page.goto("/app/en-xa/help/")
    page.wait_for_url("**/app/en-xa/help/ie/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("⟦")


def test_each_language_is_an_app_of_its_own(site_in_three: Path) -> None:
    for language in LANGUAGES:
        folder = site_in_three / operator_folder(language).strip("/")
        manifest: dict[str, Any] = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
        assert manifest["id"] == path_in(language, "/")
        assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
        assert manifest["lang"] == language
        assert manifest["dir"] == ("rtl" if language == "ar-XB" else "ltr")
        linked = read_page(site_in_three, path_in(language, "/")).find("link", rel="manifest")
        assert linked.attributes["href"] == path_in(language, "/manifest.webmanifest")


def test_each_language_s_worker_keeps_its_own_pages_and_nothing_of_another(
    new_context: NewContext, origin: str, watch: Watch
) -> None:
    watch.allow(r"sw\.js|ERR_")
    context = new_context(base_url=origin, service_workers="allow")
    page = context.new_page()
    visit_once(page, "/app/en-xa/")
    scope = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert scope == f"{origin}/app/en-xa/"
    kept = kept_paths(page)
    assert {"/app/en-xa/", "/app/en-xa/log/", "/app/en-xa/help/ie/"} <= kept
    assert not [path for path in kept if not path.startswith("/app/en-xa/")]
    context.set_offline(True)
    page.goto("/app/en-xa/cards/five-senses/")
    expect(page.locator("html")).to_have_attribute("lang", "en-XA")


def test_a_first_visit_to_another_language_is_not_taken_for_an_update(
    new_context: NewContext, origin: str
) -> None:
    page = new_context(base_url=origin, service_workers="allow").new_page()
    visit_once(page, "/app/")
    page.goto("/app/ar-xb/log/")
    worker = "navigator.serviceWorker.controller?.scriptURL"
    wait_until(page, f"{worker}.endsWith('/app/ar-xb/sw.js')", seconds=60)
    page.wait_for_timeout(500)
    expect(page.locator(NOTICE)).to_be_hidden()
