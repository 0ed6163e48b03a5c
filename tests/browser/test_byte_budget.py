"""The built site keeps to its byte budgets: bytes and counts only, never times."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response

from tests.bench.budgets import LARGEST_PRECACHE_BYTES
from tests.bench.precache import measure_precache
from tests.bench.site_files import file_of, sent_bytes
from tests.bench.weight_budgets import broken_budgets, read_record
from tests.bench.weights import named_files, weights_by_kind
from tests.browser.conftest import NewContext
from tests.waiting import eventually, wait_for_react, wait_until_idle

MOST_PRECACHE_REQUESTS = 80
LATER_BYTES = {"/": 0, "/log/": 30_000}
"""The most that these pages bring by themselves once React has taken them over."""


def test_every_kind_of_page_keeps_to_its_byte_budget(dist: Path) -> None:
    pages = weights_by_kind(dist)
    assert all(pages.values()), "a kind of page has no page any more"
    broken = broken_budgets(pages, read_record())
    if broken:
        pytest.fail("\n".join(broken), pytrace=False)


def test_what_is_stored_for_offline_use_keeps_to_its_budget(dist: Path) -> None:
    stored = measure_precache(dist)
    assert stored is not None
    assert stored.size <= LARGEST_PRECACHE_BYTES
    assert stored.requests <= MOST_PRECACHE_REQUESTS


@pytest.mark.parametrize("route", ["/", "/log/"])
def test_a_browser_fetches_what_a_page_is_said_to_weigh(
    new_context: NewContext, dist: Path, route: str
) -> None:
    page = new_context().new_page()
    fetched: set[str] = set()

    def note(answer: Response) -> None:
        fetched.add(urlsplit(answer.url).path)

    page.on("response", note)
    page.goto(route)
    wait_for_react(page)
    said = named_files(dist, route)
    eventually(page, lambda: said <= fetched, "all that the page names is fetched")
    wait_until_idle(page)
    scripts = {path for path in fetched if path.endswith(".js")}
    later = sum(sent_bytes(file_of(dist, path)) for path in scripts - said)
    assert later <= LATER_BYTES[route]
