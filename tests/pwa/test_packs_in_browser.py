"""Packs arrive whole or not at all, and only those that have changed."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from pwa_app.pwa.build import write_worker
from pwa_app.pwa.bundles import bundle
from pwa_app.pwa.packs import FOLDER, SMALLEST_SECTION
from pwa_app.pwa.precache import with_last_page
from tests.waiting import wait_until

from .conftest import Example, Visit, empty_http_cache, install_offline
from .local_server import Answer, LocalServer

PAGES = 3
LAST_PAGE = "<!doctype html><meta charset=utf-8><title>Example</title><h1>The last page</h1>"

Build = Callable[[str, dict[str, str]], Path]


@pytest.fixture(scope="module")
def build(example: Example, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that makes the example with more folders, and a text for each folder."""
    code = with_last_page(bundle(example.project / ".web").service_worker, LAST_PAGE)

    def make(name: str, texts: dict[str, str]) -> Path:
        folder = tmp_path_factory.mktemp(name) / "site"
        shutil.copytree(site, folder)
        for section, text in texts.items():
            for number in range(PAGES):
                page = folder / section / str(number) / "index.html"
                page.parent.mkdir(parents=True)
                page.write_text(
                    f"<!doctype html><title>{section}</title><h1>{text} {number}</h1>"
                    + "<p>filler</p>" * (SMALLEST_SECTION // PAGES // 10),
                    encoding="utf-8",
                )
        write_worker(folder, code, frozenset())
        return folder

    return make


@pytest.fixture(scope="module")
def old(build: Build) -> Path:
    """A first version with two folders that have packs."""
    return build("old", {"alpha": "one", "beta": "one"})


@pytest.fixture(scope="module")
def new(build: Build) -> Path:
    """A second version, in which one folder has changed."""
    return build("new", {"alpha": "two", "beta": "one"})


@pytest.fixture
def changing(new: Path, tmp_path: Path) -> Path:
    """A copy of the second version for a test to spoil."""
    return Path(shutil.copytree(new, tmp_path / "site"))


@pytest.fixture
def page(server: LocalServer, old: Path, visit: Visit) -> Page:
    """A page of the first version, kept whole."""
    server.site = old
    opened = visit.open_page()
    install_offline(opened, server.origin)
    server.requests.clear()
    return opened


def pack(site: Path, name: str) -> Path:
    """Return a pack's file."""
    (found,) = (site / FOLDER).glob(f"{name}-*.json")
    return found


def fetched(server: LocalServer) -> list[str]:
    """Return what was asked for besides the service worker, which the browser asks for at will."""
    return [path for path in server.requests if path != "/sw.js"]


def path_of(site: Path, file: Path) -> str:
    return f"/{file.relative_to(site).as_posix()}"


def update(page: Page) -> str:
    """Look for a new version; return what became of it."""
    state: str = page.evaluate(
        """navigator.serviceWorker.ready.then((found) => new Promise((resolve, reject) => {
             const follow = (worker) => {
               if (worker.state !== 'installing') resolve(worker.state);
               worker.addEventListener('statechange', () => resolve(worker.state));
             };
             // The browser may just have looked by itself.
             const begun = found.installing ?? found.waiting;
             if (begun) follow(begun);
             found.addEventListener('updatefound', () => follow(found.installing));
             if (!begun) found.update().catch(reject);
           }))"""
    )
    return state


def take_over(page: Page) -> None:
    """Let the new version take the place of the old one."""
    page.evaluate(
        """navigator.serviceWorker.ready.then(
             (found) => found.waiting.postMessage({ type: 'SKIP_WAITING' }))"""
    )
    wait_for(
        page,
        """navigator.serviceWorker.getRegistration().then(({ waiting, active }) =>
             waiting === null && active.state === 'activated')""",
    )


def wait_for(page: Page, promise: str) -> None:
    """Wait until a promise gives true, made anew each time."""
    end = time.monotonic() + 30
    while not page.evaluate(promise):
        assert time.monotonic() < end, f"never became true: {promise}"
        page.wait_for_timeout(20)


def without_network(page: Page, server: LocalServer) -> None:
    empty_http_cache(page)
    server.stop()


def heading(page: Page, address: str) -> str:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    return page.inner_text("h1")


def cache_names(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return [name for name in names if name.startswith("packs ")]


def cache_of(page: Page, site: Path, name: str) -> str:
    """Return the name of the cache that a pack has or will have."""
    address = pack(site, name).relative_to(site).as_posix()
    return f"packs {page.evaluate('new URL(`/`, location.href).href')} {address}"


def test_each_pack_is_asked_for_once_and_no_page_in_it(
    server: LocalServer, old: Path, visit: Visit
) -> None:
    server.site = old
    # As the browser asks: what is asked at the same time may reach the server in any order.
    in_order: list[str] = []
    visit.context.on("request", lambda request: in_order.append(urlsplit(request.url).path))
    install_offline(visit.open_page(), server.origin)
    asked = server.requests[server.requests.index("/sw.js") + 1 :]
    packs = [path for path in asked if path.startswith(f"/{FOLDER}/")]
    assert sorted(packs) == [path_of(old, pack(old, name)) for name in ("alpha", "beta", "rest")]
    first = next(path for path in in_order if path.startswith(f"/{FOLDER}/"))
    assert first == path_of(old, pack(old, "rest"))
    assert [path for path in asked if path.endswith("/")] == []


def test_pages_from_packs_open_by_every_way_of_writing_their_address(
    server: LocalServer, page: Page
) -> None:
    without_network(page, server)
    for address in (
        "/alpha/1/",
        "/alpha/1",
        "/alpha/1/?a=1#b",
        "/alpha/1/index.html",
        "/alpha/1?b",
    ):
        assert heading(page, server.origin + address) == "one 1", address
    for address in ("/alpha/", "/alpha/9/", "/alphabet/", "/gamma/1/", "/rest/"):
        answer = page.goto(server.origin + address)
        assert answer is not None
        assert answer.status == 404, address


def test_what_comes_from_a_pack_has_its_own_type_and_the_host_s_protections(
    server: LocalServer, old: Path, page: Page
) -> None:
    without_network(page, server)
    answer = page.goto(f"{server.origin}/form/")
    assert answer is not None
    headers = answer.headers
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert "permissions-policy" in headers
    assert "cache-control" not in headers
    text = page.evaluate("fetch('/form/').then((answer) => answer.text())")
    assert text == (old / "form" / "index.html").read_text(encoding="utf-8")


def test_an_update_fetches_the_changed_pack_alone_and_forgets_the_old_one(
    server: LocalServer, old: Path, new: Path, page: Page
) -> None:
    server.site = new
    assert update(page) == "installed"
    assert fetched(server) == [path_of(new, pack(new, "alpha"))]
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    assert cache_of(page, old, "alpha") in cache_names(page)
    take_over(page)
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "two 1"
    assert heading(page, f"{server.origin}/beta/1/") == "one 1"
    assert sorted(cache_names(page)) == sorted(
        cache_of(page, new, name) for name in ("alpha", "beta", "rest")
    )


LOGIN_PAGE = b"<!doctype html><title>Log in</title><h1>Hotel Wi-Fi</h1>"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: LOGIN_PAGE,
        lambda content: content[: len(content) // 2],
        lambda _: b"",
        lambda _: b"[]",
        lambda content: content.replace(b"two 1", b"bad 1"),
    ],
    ids=["login page", "cut off", "empty", "another list", "one letter"],
)
def test_a_pack_that_is_not_the_published_one_is_refused_and_the_old_version_goes_on(
    server: LocalServer, new: Path, changing: Path, page: Page, spoil: Callable[[bytes], bytes]
) -> None:
    spoilt = pack(changing, "alpha")
    spoilt.write_bytes(spoil(spoilt.read_bytes()))
    server.site = changing
    assert update(page) == "redundant"
    assert cache_of(page, new, "alpha") not in cache_names(page)
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    server.site = new
    assert update(page) == "installed"
    take_over(page)
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "two 1"


def test_what_was_kept_before_an_update_stopped_is_not_fetched_again(
    server: LocalServer, build: Build, page: Page, tmp_path: Path
) -> None:
    larger = build("larger", {"alpha": "two, with more words than the other", "beta": "two"})
    broken = Path(shutil.copytree(larger, tmp_path / "broken"))
    pack(broken, "alpha").unlink()
    server.site = broken
    assert update(page) == "redundant"
    server.requests.clear()
    server.site = larger
    assert update(page) == "installed"
    assert fetched(server) == [path_of(larger, pack(larger, "alpha"))]


@pytest.mark.parametrize("marker", [None, "3"], ids=["no marker", "too few files"])
def test_half_a_pack_of_a_browser_that_was_killed_is_filled_anew(
    server: LocalServer, new: Path, page: Page, marker: str | None
) -> None:
    page.evaluate(
        """([name, page, whole, marker]) => caches.open(name).then((cache) => Promise.all([
             cache.put(page, new Response('half')),
             marker && cache.put(whole, new Response(marker)),
           ]))""",
        [
            cache_of(page, new, "alpha"),
            "/alpha/1/",
            path_of(new, pack(new, "alpha")) + "?whole",
            marker,
        ],
    )
    server.site = new
    assert update(page) == "installed"
    assert fetched(server) == [path_of(new, pack(new, "alpha"))]
    take_over(page)
    without_network(page, server)
    for number in range(PAGES):
        assert heading(page, f"{server.origin}/alpha/{number}/") == f"two {number}"


def test_a_full_storage_refuses_the_update_and_costs_the_old_version_nothing(
    server: LocalServer, build: Build, page: Page
) -> None:
    server.site = build("huge", {"alpha": "two" * 300_000, "beta": "one"})
    session = page.context.new_cdp_session(page)
    used: int = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    limit = {"origin": server.origin, "quotaSize": used + 500_000}
    session.send("Storage.overrideQuotaForOrigin", limit)
    before = cache_names(page)
    assert update(page) == "redundant"
    assert sorted(cache_names(page)) == sorted(before)
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.origin})
    assert update(page) == "installed"
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"


def test_a_pack_that_lost_a_file_answers_from_the_network_and_is_mended(
    server: LocalServer, old: Path, page: Page
) -> None:
    name = cache_of(page, old, "alpha")
    page.evaluate("(name) => caches.open(name).then((cache) => cache.delete('/alpha/1/'))", name)
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    wait_for(page, f"caches.match('/alpha/1/', {{ cacheName: {name!r} }}).then(Boolean)")
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"


SPOIL = """([name, address]) => caches.open(name).then(async (cache) => {
  const { headers, status } = await cache.match(address);
  await cache.put(address, new Response("<h1>one", { headers, status }));
})"""
"""Cuts a kept page short, as a storage does that loses what was written last."""


def expect_last_page(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 503, address
    assert page.inner_text("h1") == "The last page"


def test_a_page_that_has_rotted_is_never_shown_and_is_mended(
    server: LocalServer, old: Path, page: Page
) -> None:
    name = cache_of(page, old, "alpha")
    for number in (1, 2):
        page.evaluate(SPOIL, [name, f"/alpha/{number}/"])
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    assert heading(page, f"{server.origin}/alpha/2/") == "one 2"
    page.evaluate(SPOIL, [name, "/alpha/0/"])
    expect_last_page(page, f"{server.origin}/alpha/0/")
    server.start()
    assert heading(page, f"{server.origin}/alpha/0/") == "one 0"


LOST = """(names) => Promise.all(names.map((name) => caches.delete(name)))"""


def test_a_lost_pack_leaves_the_others_and_what_is_lost_is_told_and_comes_back(
    server: LocalServer, old: Path, page: Page
) -> None:
    page.evaluate(LOST, [cache_of(page, old, "alpha")])
    server.lie = Answer(LOGIN_PAGE.decode())
    empty_http_cache(page)
    expect_last_page(page, f"{server.origin}/alpha/1/")
    server.stop()
    expect_last_page(page, f"{server.origin}/alpha/1")
    assert heading(page, f"{server.origin}/beta/1/") == "one 1"
    page.evaluate(LOST, page.evaluate("caches.keys()"))
    for address in ("/", "/beta/1/", "/nowhere"):
        expect_last_page(page, server.origin + address)
    server.lie = None
    server.start()
    assert heading(page, f"{server.origin}/beta/1/") == "one 1"
    server.stop()
    assert heading(page, f"{server.origin}/beta/2/") == "one 2"


def test_a_network_that_never_answers_holds_nobody_up(
    server: LocalServer, old: Path, page: Page
) -> None:
    server.lie = Answer(way="silent")
    assert heading(page, f"{server.origin}/beta/1/") == "one 1"
    page.evaluate(LOST, [cache_of(page, old, "alpha")])
    expect_last_page(page, f"{server.origin}/alpha/1/")


TROUBLES = {
    "500s": Answer("Internal Server Error", "text/plain", 500),
    "cut": Answer(way="cut"),
    "login page": Answer(LOGIN_PAGE.decode()),
    "login page as a script": Answer(LOGIN_PAGE.decode(), "text/javascript"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_update_from_a_host_in_trouble_changes_nothing_until_it_is_well(
    server: LocalServer, new: Path, page: Page, trouble: str
) -> None:
    server.site, server.lie = new, TROUBLES[trouble]
    refused = "navigator.serviceWorker.ready.then((found) => found.update()).then(() => 1, () => 0)"
    assert page.evaluate(refused) == 0
    server.lie_about = f"/{FOLDER}/"
    assert update(page) == "redundant"
    assert heading(page, f"{server.origin}/alpha/1/") == "one 1"
    server.lie = None
    assert update(page) == "installed"
    take_over(page)
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "two 1"


def test_two_sites_of_one_host_leave_each_other_s_packs_alone(
    server: LocalServer, old: Path, new: Path, below_a_path: Path, page: Page, tmp_path: Path
) -> None:
    # The header of one site would forbid the scripts of the other; each page has its own policy.
    without_headers = shutil.ignore_patterns("_headers")
    server.site = Path(shutil.copytree(old, tmp_path / "both", ignore=without_headers))
    shutil.copytree(below_a_path / "es", server.site / "es")
    page.goto(f"{server.origin}/es/")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    controlled = "navigator.serviceWorker.controller?.scriptURL.endsWith('/es/sw.js')"
    wait_until(page, controlled, seconds=30)
    page.goto(f"{server.origin}/form/")
    server.site = new
    assert update(page) == "installed"
    take_over(page)
    without_network(page, server)
    assert heading(page, f"{server.origin}/alpha/1/") == "two 1"
    assert heading(page, f"{server.origin}/es/form/") == "Form"
