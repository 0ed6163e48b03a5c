"""The example app, exported once per session, and a real browser to open it in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.waiting import wait_for_react, wait_until

from .local_server import LocalServer

ROOT = Path(__file__).parents[2]
EXAMPLE = Path(__file__).parent / "example"
ROUTES = ("/", "/form/", "/deep/page/", "/neutral/")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep those that use the example in one worker (--dist loadgroup): it is exported once."""
    config.addinivalue_line("markers", "xdist_group(name): tests that run in one worker")
    for item in items:
        if "example" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("pwa"))


@dataclass(frozen=True)
class Example:
    """The example app's project and what has been exported from it.

    Attributes:
        project: Where it is exported.
        neutral: The site that leaving quickly leads to.
    """

    project: Path
    neutral: str

    def export(self, name: str, *, version: str = "one", path: str = "") -> Path:
        """Export the app, keep the result, and return its folder."""
        environment = {
            **os.environ,
            "EXAMPLE_NEUTRAL": self.neutral,
            "EXAMPLE_PATH": path,
            "EXAMPLE_VERSION": version,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "REFLEX_USE_NPM": "1",
        }
        command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
        result = subprocess.run(
            command, cwd=self.project, env=environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stdout + result.stderr
        kept = self.project.parent / name
        shutil.copytree(self.project / ".web" / "build" / "client", kept)
        return kept


@pytest.fixture(scope="session")
def neutral(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A site of another origin that leaving quickly leads to."""
    folder = tmp_path_factory.mktemp("neutral")
    page = "<!doctype html><meta charset=utf-8><title>Weather</title><h1>Weather elsewhere</h1>"
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    with LocalServer(folder, host="localhost") as server:
        yield server


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, neutral: LocalServer) -> Example:
    """The example app, ready to be exported."""
    project = tmp_path_factory.mktemp("example") / "project"
    shutil.copytree(EXAMPLE, project)
    if (ROOT / "reflex.lock").is_dir():
        shutil.copytree(ROOT / "reflex.lock", project / "reflex.lock")
    return Example(project, f"{neutral.origin}/")


@pytest.fixture(scope="session")
def site(example: Example) -> Path:
    """The example's first version."""
    return example.export("one")


@pytest.fixture(scope="session")
def next_site(example: Example, site: Path) -> Path:
    """The example's second version, exported after the first."""
    assert site.is_dir()
    return example.export("two", version="two")


@pytest.fixture(scope="session")
def below_a_path(example: Example, site: Path) -> Path:
    """The example as it is served below /es/."""
    assert site.is_dir()
    return example.export("below", path="/es")


@pytest.fixture
def server(site: Path) -> Iterator[LocalServer]:
    """A server of the first version."""
    with LocalServer(site) as running:
        yield running


@dataclass
class Visit:
    """One person's browser: its pages, and everything that went wrong in them.

    Attributes:
        context: The browser profile.
        complaints: Console errors and warnings, uncaught errors and blocked content.
        addresses: Every address asked for.
    """

    context: BrowserContext
    complaints: list[str] = field(default_factory=list[str])
    addresses: list[str] = field(default_factory=list[str])

    def open_page(self) -> Page:
        """Open a tab that is listened to."""
        page = self.context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.addresses.append(request.url))
        return page

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A person who has never been here."""
    context = browser.new_context()
    context.set_default_timeout(30_000)
    yield Visit(context)
    context.close()


@pytest.fixture
def visit_with(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Return a function that makes a visit with options of a Playwright context."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Visit:
        context = browser.new_context(**options)
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Visit(context)

    yield make
    for context in contexts:
        context.close()


def install_offline(page: Page, origin: str) -> None:
    """Open the site and wait until the service worker has kept everything.

    Args:
        page: Where it is opened.
        origin: The site's address without a slash at its end.
    """
    page.goto(f"{origin}/")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    wait_until(page, "navigator.serviceWorker.controller !== null")
    # What the page asked for before the service worker took charge of it would come from the host.
    wait_for_react(page)


def empty_http_cache(page: Page) -> None:
    """Leave the browser with nothing but what the service worker keeps."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
