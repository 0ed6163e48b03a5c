import base64
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pwa_app.logic.javascript import browser_modules, compile_all

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

LOAD = """async ([number, url]) => {
  globalThis.loaded ??= [];
  loaded[number] = await import(url);
}"""

CALL = """([number, name, calls]) =>
  JSON.stringify(calls.map((call) => loaded[number][name](...call)))"""


@pytest.fixture(scope="session")
def chromium_page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def run_module(chromium_page: Page) -> InBrowser:
    """Call an exported function of an ES module, given as text, once for each argument list."""
    numbers: dict[str, int] = {}

    def run(text: str, name: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
        if text not in numbers:
            url = "data:text/javascript;base64," + base64.b64encode(text.encode()).decode()
            chromium_page.evaluate(LOAD, [len(numbers), url])
            numbers[text] = len(numbers)
        results: list[Any] = json.loads(chromium_page.evaluate(CALL, [numbers[text], name, calls]))
        return results

    return run


@pytest.fixture(scope="session")
def in_browser(run_module: InBrowser) -> InBrowser:
    """Call an exported function of one of the app's modules, named by its file."""
    modules = {**compile_all(), **browser_modules()}

    def run(file: str, name: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
        return run_module(modules[file], name, calls)

    return run
