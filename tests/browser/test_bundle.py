"""Which scripts a page brings, followed through everything they import: no browser is needed."""

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.html_tree import read_page

MOST_SCRIPT_BYTES = 130_000
"""Of the first page, compressed: what is there today and a little more."""

MARKS = {
    "the search": "storeFields",
    "the key from a passcode": "AGFzbQ",
    "the look back and its charts": "file:insights-",
    "the database": "Dexie",
    "ciphers": "aes/gcm",
    "a socket": "WebSocket(",
    "socket.io": "engine.io",
    "Emotion": "data-emotion",
    "uploads": "XMLHttpRequest",
    "text run as a script": "eval(",
    "libraries on window": "window.__reflex=",
    "Radix": "data-radix",
    "toasts": "data-sonner",
    "a reload where a script does not come": "reloading page...",
}
"""A text that is in a part's code, or its file's name, and nowhere else.

AGFzbQ is how WebAssembly begins when it is written in base64.
"""

ONLY = {"the look back and its charts": ["/log/insights/", "/log/print/"]}
"""What comes with the page itself, and with which; the rest is asked for when it is used."""

KEEPING = ["/help/find-a-specialist/", "/help/what-to-say/"]
"""Pages of Help on which a person can keep something."""

WHERE_USED = {*ONLY, "the search", "the key from a passcode", "the database", "ciphers"}
NEVER = set(MARKS) - WHERE_USED

_IMPORT = re.compile(r"""(?:from|import)\s*["'](\./[^"']+\.js)["']""")


@cache
def script(file: Path) -> str:
    """A script's name and text."""
    return f"file:{file.name}\n{file.read_text(encoding='utf-8')}"


@cache
def imported(file: Path) -> frozenset[Path]:
    """The scripts that come with a script, at any remove; not what it asks for later."""
    found = {file}
    for name in _IMPORT.findall(script(file)):
        found |= imported(file.parent / name)
    return frozenset(found)


def sent_bytes(file: Path) -> int:
    """How large a script is on its way; the smallest are not compressed."""
    compressed = Path(f"{file}.br")
    return (compressed if compressed.is_file() else file).stat().st_size


def scripts_of(dist: Path, route: str) -> frozenset[Path]:
    """Every script that React needs for a page."""
    [block] = read_page(dist, route).find_all("script", type="application/json")
    data = json.loads(block.text)
    addresses = {data["manifest"], data["entry"], *data["routes"].values(), *data["preload"]}
    files = [dist / urlsplit(address).path.lstrip("/") for address in addresses]
    return frozenset().union(*map(imported, files))


def parts_of(dist: Path, route: str) -> set[str]:
    """Which of the marked parts a page brings."""
    texts = [script(file) for file in scripts_of(dist, route)]
    return {part for part, mark in MARKS.items() if any(mark in text for text in texts)}


def test_every_mark_is_found_where_its_part_is(dist: Path) -> None:
    texts = [script(file) for file in sorted((dist / "assets").glob("*.js"))]
    found = {part for part in WHERE_USED if any(MARKS[part] in text for text in texts)}
    assert found == WHERE_USED


def test_nothing_of_a_server_s_client_is_in_any_script(dist: Path) -> None:
    found = {
        (part, file.name)
        for file in sorted((dist / "assets").glob("*.js"))
        for part in NEVER
        if MARKS[part] in script(file)
    }
    assert found == set()


def test_a_page_that_only_shows_brings_none_of_the_heavy_parts(
    dist: Path, routes: list[str]
) -> None:
    rooms = [route for route in routes if route.startswith(("/help/", "/learn/", "/about/"))]
    showing = [route for route in rooms if route not in KEEPING]
    assert len(showing) > 100
    assert {route: parts for route in ["/", *showing] if (parts := parts_of(dist, route))} == {}


def test_the_search_the_charts_and_the_lock_s_keys_come_only_where_they_are_used(
    dist: Path, routes: list[str]
) -> None:
    parts = {"the search", "the key from a passcode", "ciphers", *ONLY}
    brings = {part: [r for r in routes if part in parts_of(dist, r)] for part in parts}
    assert {part: found for part, found in brings.items() if found} == ONLY


def test_the_first_page_s_scripts_stay_small(dist: Path) -> None:
    assert sum(map(sent_bytes, scripts_of(dist, "/"))) <= MOST_SCRIPT_BYTES


def test_the_policy_for_hosts_stays_below_what_the_strictest_allows(dist: Path) -> None:
    """https://developers.cloudflare.com/pages/configuration/headers/: 2,000 characters a line."""
    lines = (dist / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 2000


def test_no_page_waits_for_a_font_or_a_picture_without_its_size(
    dist: Path, routes: list[str]
) -> None:
    for route in routes:
        page = read_page(dist, route)
        assert "@font-face" not in page.find("style").text, route
        for picture in page.find_all("img"):
            assert {"width", "height"} <= set(picture.attributes), route


def test_no_page_waits_for_a_style_sheet_on_a_phone(dist: Path, routes: list[str]) -> None:
    for route in routes:
        links = read_page(dist, route).find_all("link", rel="stylesheet")
        waited_for = [
            link.attributes["href"]
            for link in links
            if "disabled" not in link.attributes and "media" not in link.attributes
        ]
        assert waited_for == [], route
