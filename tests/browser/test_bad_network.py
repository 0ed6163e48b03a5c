"""A network that loses three answers of ten: help soon, the rest in the end, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.bad_network import BadNetwork
from tests.browser.conftest import NewContext
from tests.browser.log_form import save, save_button, write_note
from tests.browser.phone_records import read_records
from tests.browser.service_worker import empty_http_cache
from tests.browser.watch import Watch
from tests.waiting import eventually

LOSS = 0.3
VISITS = 12
"""How often a person opens a page again that did not come, at most."""

STATE = """navigator.serviceWorker.getRegistration().then((found) =>
  found?.active?.state ?? found?.installing?.state ?? "none")"""


@pytest.fixture
def network(dist: Path) -> Iterator[BadNetwork]:
    """The site behind a bad network, the same in every run but for what comes first."""
    with BadNetwork(dist, LOSS, seed=7) as running:
        yield running


def open_in_the_end(page: Page, address: str, wanted: Locator) -> None:
    """Open a page until it shows what a person needs of it."""
    for _ in range(VISITS):
        try:
            page.goto(address)
            expect(wanted).to_be_enabled(timeout=5000)
        except (Error, AssertionError):
            continue
        return
    raise AssertionError(f"{address} never came in {VISITS} visits")


def keep_in_the_end(page: Page) -> None:
    """Come back now and then until the service worker has kept everything.

    A visit lasts until the worker is there or given up: it comes some seconds after the page.
    """
    for _ in range(VISITS):
        try:
            page.goto("/")
            eventually(page, lambda: page.evaluate(STATE) != "none", "a worker", seconds=15)
            eventually(page, lambda: page.evaluate(STATE) not in ("installing", "installed"))
            if page.evaluate(STATE) == "activated":
                return
        except (Error, AssertionError):
            continue
    raise AssertionError(f"not kept in {VISITS} visits")


def test_help_comes_an_entry_is_kept_and_in_the_end_the_network_is_not_needed(
    new_context: NewContext, network: BadNetwork, watch: Watch
) -> None:
    watch.allow("console error|Failed to |error loading")
    page = new_context(service_workers="allow", base_url=network.origin).new_page()
    open_in_the_end(page, "/help/gb/", page.locator("a[href='tel:999']").first)
    open_in_the_end(page, "/log/", save_button(page))
    write_note(page, "from the edge of the network")
    save(page)
    keep_in_the_end(page)
    assert network.lost > LOSS * len(network.requests) / 2
    empty_http_cache(page)
    network.stop()
    for address in ("/", "/help/gb/", "/cards/five-senses/", "/log/history/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
    expect(page.get_by_text("from the edge of the network")).to_be_visible()
    assert [entry["note"] for entry in read_records(page)] == ["from the edge of the network"]
