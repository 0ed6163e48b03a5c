"""What holds for every page of the site, whichever a person lands on."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.everything import SHOW_EVERYTHING
from tests.browser.html_tree import Element, read_html, read_page
from tests.waiting import wait_for_react

GROUPS = 16
"""The routes are shared out among this many tests, which run side by side."""

ROOMS = ["/", "/cards/", "/log/", "/plan/", "/help/"]
NEUTRAL = "/offline/"
"""The page that shows nothing of the app, for leaving quickly without a network."""

WIDTHS = [(320, ""), (320, "largest"), (360, "double")]
"""Widths in CSS pixels, each with a text size: the app's own, or 200 % set in the browser."""

SET_TEXT = """(size) => {
  const root = document.documentElement;
  root.style.fontSize = size === "double" ? "200%" : "";
  if (size === "largest") root.dataset.text = size;
  else delete root.dataset.text;
}"""

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const cut = [...document.querySelectorAll("header *, main *, nav *")].filter((element) => {
    // A table of many days is too wide for a phone, and moves in a frame of its own.
    if (element.closest("svg, .visually-hidden, [data-leave-status], .wide > *")) return false;
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 1 && (left < -0.5 || right > width + 0.5);
  });
  const overfull = [...document.querySelectorAll("nav a, header a, .button, .chip, h1")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1);
  const scrolls = document.documentElement.scrollWidth > width ? ["the page"] : [];
  return [...scrolls, ...[...cut, ...overfull].map((element) => element.outerHTML.slice(0, 120))];
}"""

LINK_FORMS = {
    "tel": re.compile(r"tel:(\+[0-9]{5,15}|\*?[0-9]{2,18})"),
    "sms": re.compile(r"sms:(\+[0-9]{5,15}|[0-9]{3,15})(\?body=([A-Za-z0-9_.~-]|%[0-9A-F]{2})+)?"),
    "mailto": re.compile(r"mailto:[^@\s?]+@[a-z0-9.-]+\.[a-z]{2,}"),
    "https": re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?([/?#]\S*)?", re.IGNORECASE),
    "http": re.compile(r"http://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?([/?#]\S*)?", re.IGNORECASE),
}


def address(route: str) -> str:
    """The address that shows a page itself: /help/ would lead on to the person's country."""
    return "/help/?choose" if route == "/help/" else route


def links_of(page: Element) -> list[str]:
    """Every address a page leads to or is made of."""
    named = [element.attributes.get(name) for element in page.walk() for name in ("href", "src")]
    return [link for link in named if link is not None]


def leads_nowhere(dist: Path, route: str, link: str) -> bool:
    """Whether an address of this site has no file, or its fragment no element."""
    parts = urlsplit(link)
    path = unquote(parts.path) or route
    file = dist / path.strip("/")
    if path.endswith("/"):
        file = file / "index.html"
    if not file.is_file():
        return True
    return bool(parts.fragment) and not read_html(file).find_all(id=parts.fragment)


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_page_opens_without_a_mistake_and_never_scrolls_sideways(
    page: Page, routes: list[str], group: int
) -> None:
    """Mistakes are errors, blocked content and requests to other sites: the watch notes them."""
    found: dict[str, list[str]] = {}
    for route in routes[group::GROUPS]:
        answer = page.goto(address(route))
        assert answer is not None
        assert answer.status == 200, route
        wait_for_react(page)
        page.evaluate(SHOW_EVERYTHING)
        for width, text in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            page.evaluate(SET_TEXT, text)
            sideways = page.evaluate(SIDEWAYS)
            if sideways:
                found[f"{route} at {width} px, text {text or 'as it is'}"] = sideways
    assert found == {}


def test_every_page_says_what_it_is(dist: Path, routes: list[str]) -> None:
    titles: dict[str, list[str]] = {}
    for route in routes:
        html = read_page(dist, route)
        root, head = html.find("html"), html.find("head")
        assert root.attributes["lang"] == "en", route
        assert root.attributes["dir"] == "ltr", route
        assert [heading.text for heading in html.find_all("h1") if heading.text], route
        assert len(html.find_all("h1")) == 1, route
        assert len(html.find_all("main")) == 1, route
        assert len(head.find("meta", name="description").attributes["content"]) > 10, route
        [title] = head.find_all("title")
        titles.setdefault(title.text, []).append(route)
    assert {title: shared for title, shared in titles.items() if len(shared) > 1 or not title} == {}


def test_every_page_has_the_five_rooms_leave_quickly_and_help_now(
    dist: Path, routes: list[str]
) -> None:
    for route in routes:
        if route == NEUTRAL:
            continue
        html = read_page(dist, route)
        bar = html.find("nav", "rooms")
        assert [link.attributes["href"] for link in bar.find_all("a")] == ROOMS, route
        assert all(link.text for link in bar.find_all("a")), route
        top = html.find("header")
        assert top.find("a", "leave").attributes["href"].startswith("https://"), route
        assert top.find("a", "help-now").attributes["href"] == "/help/", route


def test_no_link_of_the_site_leads_nowhere(dist: Path, routes: list[str]) -> None:
    pages = {route: read_page(dist, route) for route in routes}
    pages["/404.html"] = read_html(dist / "404.html")
    links = {
        (route if link.startswith("#") else "", link): route
        for route, page in pages.items()
        for link in links_of(page)
        if not urlsplit(link).scheme
    }
    relative = {link for _, link in links if not link.startswith(("/", "#"))}
    assert relative == set()
    assert {
        link: route for (_, link), route in links.items() if leads_nowhere(dist, route, link)
    } == {}


def test_every_page_can_be_reached_by_links_from_the_first(dist: Path, routes: list[str]) -> None:
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for link in links_of(read_page(dist, waiting.pop())):
            path = urlsplit(link).path
            if not urlsplit(link).scheme and path in routes and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert set(routes) - reached - {NEUTRAL} == set()


def test_links_that_call_text_write_or_leave_are_well_formed(dist: Path, routes: list[str]) -> None:
    links = {
        link: route
        for route in routes
        for link in links_of(read_page(dist, route))
        if urlsplit(link).scheme
    }
    schemes = {urlsplit(link).scheme for link in links}
    assert {"tel", "sms", "mailto", "https"} <= schemes
    wrong = {
        link: route
        for link, route in links.items()
        if not (form := LINK_FORMS.get(urlsplit(link).scheme)) or not form.fullmatch(link)
    }
    assert wrong == {}


def test_links_to_other_sites_do_not_tell_them_where_one_came_from(
    dist: Path, routes: list[str]
) -> None:
    telling = {
        (route, link.attributes["href"])
        for route in routes
        for link in read_page(dist, route).find_all("a")
        if link.attributes.get("href", "").startswith("http")
        and not {"noreferrer", "noopener"} <= set(link.attributes.get("rel", "").split())
    }
    assert telling == set()


def test_what_names_something_by_another_part_of_its_page_finds_that_part(
    dist: Path, routes: list[str]
) -> None:
    missing = {}
    for route in routes:
        parts = [element.attributes for element in read_page(dist, route).walk()]
        there = [attributes["id"] for attributes in parts if "id" in attributes]
        asked = [
            identity
            for attributes in parts
            for name in ("aria-labelledby", "for")
            for identity in attributes.get(name, "").split()
        ]
        unclear = [identity for identity in asked if there.count(identity) != 1]
        if unclear:
            missing[route] = unclear
    assert missing == {}
