"""The built site, served as an operator would, and phones to open it on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.browser.other_build import build_in_pseudo_languages
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.chromium import launch_options

ROOT = Path(__file__).parents[2]
PHONE = {"width": 360, "height": 740}
_OTHER_BUILD = pytest.StashKey[subprocess.Popen[bytes]]()


def _needs_other_build(item: pytest.Item) -> bool:
    return "site_in_three" in getattr(item, "fixturenames", ())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put off what needs another build of the site, which is made beside the other tests."""
    items.sort(key=_needs_other_build)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin that build: the first worker does, and whichever test needs it waits for it."""
    first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    asked_to_run = not session.config.option.collectonly
    if first and asked_to_run and any(map(_needs_other_build, session.items)):
        command = [sys.executable, "-m", "tests.browser.other_build"]
        session.stash[_OTHER_BUILD] = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave no build running: the tests that wanted it have it, or were not reached."""
    if _OTHER_BUILD in session.stash:
        session.stash[_OTHER_BUILD].wait()


class NewContext(Protocol):
    """Opens a browser of its own, with nothing stored in it."""

    def __call__(self, *, profile: Path | None = None, **options: Any) -> BrowserContext:
        """Open one.

        Args:
            profile: A folder that keeps everything stored, so that the browser can be closed
                (`context.close()`) and opened again.
            options: What differs from the usual phone, as Playwright's `Browser.new_context`
                takes it: `timezone_id`, `color_scheme`, `java_script_enabled`, `base_url`,
                `service_workers="allow"` …; with a profile also `args`, more options of Chromium.
        """
        ...


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder of the built site; the environment variable MOORING_DIST names another."""
    folder = Path(os.environ.get("MOORING_DIST", ROOT / "dist")).resolve()
    if not (folder / "index.html").is_file():
        pytest.fail(f"There is no built site in {folder}. Run `make build` first.")
    return folder


@pytest.fixture(scope="session")
def site_in_three() -> Path:
    """The folder of the site as it is built in English and two made-up languages, below a path."""
    return build_in_pseudo_languages()


@pytest.fixture(scope="session")
def routes(dist: Path) -> list[str]:
    """The path of every page of the site, with slashes at both ends."""
    folders = sorted(page.parent for page in dist.rglob("index.html"))
    return [f"/{folder.relative_to(dist)}/".replace("/./", "/") for folder in folders]


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[str]:
    """The address of the site, without a slash at its end, served by the project's own server."""
    with SiteServer(dist) as running:
        yield running.origin


@pytest.fixture
def server(dist: Path) -> Iterator[SiteServer]:
    """A server of this test's own: it may be stopped, and serve another build."""
    with SiteServer(dist) as running:
        yield running


@pytest.fixture
def watch(site: str) -> Iterator[Watch]:
    """Fails the test at its end for every error, blocked content or request to another site.

    A test that means to cause one says so beforehand: `watch.allow(r"…")`.
    """
    watching = Watch({site})
    yield watching
    assert watching.unexpected() == []


@pytest.fixture
def new_context(
    playwright: Playwright, browser: Browser, site: str, watch: Watch
) -> Iterator[NewContext]:
    """Return a function that opens a watched browser of one's own."""
    opened: list[BrowserContext] = []

    def open_context(*, profile: Path | None = None, **options: Any) -> BrowserContext:
        usual: dict[str, Any] = {
            "base_url": site,
            "viewport": PHONE,
            "locale": "en-GB",
            "timezone_id": "Europe/London",
            "service_workers": "block",
        }
        chosen = usual | options
        if profile is None:
            context = browser.new_context(**chosen)
        else:
            start = playwright.chromium.launch_persistent_context
            usual_start = launch_options()
            chosen["args"] = [*usual_start["args"], *chosen.get("args", ())]
            context = start(profile, **usual_start | chosen)
        address = urlsplit(chosen["base_url"])
        watch.origins.add(f"{address.scheme}://{address.netloc}")
        context.set_default_timeout(30_000)
        watch.follow(context)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def context(new_context: NewContext) -> BrowserContext:
    """A phone in London that has never been here."""
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that phone; paths such as `page.goto("/help/")` lead to the built site."""
    return context.new_page()
