"""What a browser may rely on when it asks the static server for a page or an asset."""

import asyncio
import gzip
import os
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp, Message, Scope

from pwa_app.pwa.compressing import compress_folder
from pwa_app.pwa.serving import HeadersFileError, static_app

IMMUTABLE = "public, max-age=31536000, immutable"
SCRIPT = "/assets/entry.client-Cuv6UKoY.js"
HOME = "<p>home</p>" * 60
ABOUT = "<p>about</p>" * 60
FILES = {
    "index.html": HOME,
    "about/index.html": ABOUT,
    "404.html": "<p>not here</p>" * 60,
    "es/404.html": "<p>no está</p>" * 60,
    "sw.js": "self.skipWaiting();" * 30,
    "app.webmanifest": '{"id": "/"}',
    "small.svg": "<svg/>",
    "plan.ics": "BEGIN:VCALENDAR",
    "module.mjs": "export {}",
    "one.tar.gz": "a download",
    "assets/entry.client-Cuv6UKoY.js": "console.log(1);" * 60,
    "assets/logo-original.svg": "<svg/>",
    "_headers": "/*\n  X-Content-Type-Options: nosniff\n/about/\n  Link: </a.css>; rel=preload\n",
    ".env": "secret",
    ".git/config": "secret",
    "sub/.hidden": "secret",
}


class Client:
    """A browser of a few words: one request at a time, no redirect followed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def request(
        self, method: str, path: str, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport) as client:
                return await client.request(method, f"http://testserver{path}", headers=headers)

        return asyncio.run(ask())

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.request("GET", path, headers)

    def head(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.request("HEAD", path, headers)


def ask_bare(app: ASGIApp, kind: str = "http") -> Message:
    """Ask for the first page with no header at all; return the last message of the answer."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        messages.append(message)

    scope: Scope = {"type": kind, "method": "GET", "path": "/", "query_string": b"", "headers": []}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return messages[-1]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    compress_folder(folder)
    return folder


@pytest.fixture
def client(site: Path) -> Client:
    return Client(static_app(site))


def test_a_folder_answers_with_its_page(client: Client) -> None:
    assert client.get("/").text == HOME
    assert client.get("/about/").text == ABOUT
    assert client.get("/about/index.html?v=2").text == ABOUT


def test_a_folder_without_its_slash_is_sent_to_it_with_the_query(client: Client) -> None:
    answer = client.get("/about?x=1&y=%2F%C3%A9")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/about/?x=1&y=%2F%C3%A9"
    assert client.get("/about").headers["location"] == "/about/"


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "///about",
        "//about",
        "/\\evil.example",
        "//localhost/%2e",
    ],
)
def test_no_path_redirects_to_another_site(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0.5, gzip;q=0.9", "gzip"),
        ("BR;Q=1.0, gzip", "br"),
        ("br;q=0, gzip;q=0.001", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", None),
        ("identity, br;q=0.5", None),
        ("identity;q=0.5, gzip", "gzip"),
        ("deflate", None),
        ("", None),
        ("br;q=nan, gzip;q=2, identity;q=-1", None),
    ],
)
def test_the_encoding_follows_accept_encoding(
    client: Client, accepted: str, sent: str | None
) -> None:
    answer = client.get("/", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding") == sent
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.text == HOME


def test_without_accept_encoding_the_plain_file_is_sent(site: Path) -> None:
    assert ask_bare(static_app(site))["body"] == HOME.encode()


def test_a_file_with_no_sidecar_is_sent_plain_and_does_not_vary(client: Client) -> None:
    answer = client.get("/small.svg")
    assert "content-encoding" not in answer.headers
    assert "vary" not in answer.headers


def test_sidecars_have_no_address_of_their_own_but_downloads_do(client: Client) -> None:
    assert client.get("/index.html.br").status_code == 404
    assert client.get("/index.html.gz").status_code == 404
    assert client.get("/one.tar.gz").text == "a download"


def test_a_sidecar_that_is_out_of_date_is_never_sent(site: Path) -> None:
    (site / "index.html").write_text("<p>new</p>")
    (site / "sw.js.br").write_bytes(b"not brotli at all")
    client = Client(static_app(site))
    assert client.get("/").text == "<p>new</p>"
    assert client.get("/sw.js").headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/module.mjs", "text/javascript; charset=utf-8"),
        ("/app.webmanifest", "application/manifest+json"),
        ("/small.svg", "image/svg+xml"),
        ("/plan.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_content_types(client: Client, path: str, content_type: str) -> None:
    assert client.get(path).headers["content-type"] == content_type


@pytest.mark.parametrize("path", ["/", "/sw.js", "/app.webmanifest", "/assets/logo-original.svg"])
def test_what_keeps_its_name_is_asked_for_each_time(client: Client, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-cache"


def test_a_hashed_asset_is_kept_for_a_year(client: Client) -> None:
    assert client.get(SCRIPT).headers["cache-control"] == IMMUTABLE


def test_each_encoding_has_a_strong_etag_of_its_own(client: Client) -> None:
    etags = {
        client.get("/", headers={"Accept-Encoding": accepted}).headers["etag"]
        for accepted in ("br", "gzip", "identity")
    }
    assert len(etags) == 3
    assert all(etag.startswith('"') and etag.endswith('"') for etag in etags)


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', 'W/"a,b" , W/{},"c"', "*"])
def test_what_the_browser_has_is_not_sent_again(client: Client, form: str) -> None:
    first = client.get("/about/")
    again = client.get("/about/", headers={"If-None-Match": form.format(first.headers["etag"])})
    assert again.status_code == 304
    assert again.content == b""
    kept = ("etag", "vary", "cache-control", "x-content-type-options", "link")
    assert all(again.headers[name] == first.headers[name] for name in kept)
    assert "content-length" not in again.headers
    assert "content-encoding" not in again.headers


def test_another_etag_or_that_of_another_encoding_gets_the_file(client: Client) -> None:
    packed = client.get("/", headers={"Accept-Encoding": "br"}).headers["etag"]
    for tag in ('"other"', packed, packed.strip('"')):
        headers = {"If-None-Match": tag, "Accept-Encoding": "gzip"}
        assert client.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere", SCRIPT])
def test_head_says_what_get_says_without_the_body(client: Client, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.status_code == got.status_code
    assert head.headers == got.headers
    assert head.content == b""


def test_head_and_if_none_match_give_304(client: Client) -> None:
    etag = client.head("/").headers["etag"]
    assert client.head("/", headers={"If-None-Match": etag}).status_code == 304


def test_an_unknown_path_gets_the_sites_own_404_page(client: Client) -> None:
    answer = client.get("/nowhere", headers={"If-None-Match": "*"})
    assert answer.status_code == 404
    assert answer.text == FILES["404.html"]
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "etag" not in answer.headers


def test_the_404_page_nearest_to_the_path_is_shown(client: Client) -> None:
    assert client.get("/es/nada").text == FILES["es/404.html"]
    assert client.get("/essay").text == FILES["404.html"]


def test_a_missing_hashed_asset_is_not_kept(site: Path) -> None:
    (site / "_headers").write_text(f"/assets/*\n  Cache-Control: {IMMUTABLE}\n")
    answer = Client(static_app(site)).get("/assets/gone-Cuv6UKoY.js")
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_other_methods_are_refused(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_range_is_ignored_and_the_whole_file_sent(client: Client) -> None:
    answer = client.get("/", headers={"Range": "bytes=0-3"})
    assert answer.status_code == 200
    assert answer.text == HOME
    assert answer.headers["accept-ranges"] == "none"


def test_a_websocket_is_closed(site: Path) -> None:
    assert ask_bare(static_app(site), kind="websocket")["type"] == "websocket.close"


def test_the_sites_headers_are_on_every_answer(client: Client) -> None:
    for path in ("/", "/about", "/about/", "/nowhere", SCRIPT):
        assert client.get(path).headers["x-content-type-options"] == "nosniff"
    assert client.get("/about/").headers["link"] == "</a.css>; rel=preload"
    assert "link" not in client.get("/").headers


def test_the_sites_headers_win_over_the_servers(site: Path) -> None:
    (site / "_headers").write_text(
        "/sw.js\n Cache-Control: no-store\n Vary: Origin\n Content-Type: text/x-special\n"
    )
    headers = Client(static_app(site)).get("/sw.js").headers
    assert headers["cache-control"] == "no-store"
    assert headers["vary"] == "Origin, Accept-Encoding"
    assert headers["content-type"] == "text/x-special"


def test_a_wrong_headers_file_stops_the_start(site: Path) -> None:
    (site / "_headers").write_text("X-Frame-Options: DENY\n")
    with pytest.raises(HeadersFileError, match=r"_headers, line 1: .*begin with '/'"):
        static_app(site)


def test_a_new_build_in_the_same_folder_is_seen(site: Path, client: Client) -> None:
    old = client.get("/")
    (site / "index.html").write_text("<p>next</p>" * 60)
    (site / "new.txt").write_text("new")
    (site / "about" / "index.html").unlink()
    new = client.get("/", headers={"If-None-Match": old.headers["etag"]})
    assert new.status_code == 200
    assert "next" in new.text
    assert client.get("/new.txt").text == "new"
    assert client.get("/about/").status_code == 404


def test_a_new_service_worker_alone_is_seen(site: Path, client: Client) -> None:
    status = (site / "sw.js").stat()
    (site / "sw.js").write_text("self.skipWaiting();" * 29 + "self.skipwaiting();")
    os.utime(site / "sw.js", ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert "skipwaiting" in client.get("/sw.js").text


def test_half_a_build_does_not_take_the_old_one_away(
    site: Path, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    (site / "index.html").unlink()
    (site / "sw.js").write_text("later")
    assert client.get("/").text == HOME
    (site / "index.html").write_text("<p>next</p>")
    (site / "_headers").write_text("wrong")
    assert client.get("/").text == HOME
    assert "_headers, line 1" in caplog.text
    (site / "_headers").write_text("/*\n  X-Frame-Options: DENY\n")
    answer = client.get("/")
    assert answer.text == "<p>next</p>"
    assert answer.headers["x-frame-options"] == "DENY"


def test_compressing_is_repeatable_and_skips_what_is_done(site: Path) -> None:
    page = site / "index.html"
    packed = [page.with_name(f"index.html.{suffix}") for suffix in ("br", "gz")]
    first = [path.read_bytes() for path in packed]
    assert gzip.decompress(first[1]) == page.read_bytes()
    assert compress_folder(site) == []
    for path in packed:
        path.unlink()
    assert compress_folder(site) == packed
    assert [path.read_bytes() for path in packed] == first


def test_compressing_replaces_what_is_out_of_date_and_removes_what_is_too_small(
    site: Path,
) -> None:
    page, script = site / "index.html", site / "sw.js"
    page.write_text("short")
    script.write_text("later();" * 100)
    assert compress_folder(site) == [site / "sw.js.br", site / "sw.js.gz"]
    assert gzip.decompress((site / "sw.js.gz").read_bytes()) == script.read_bytes()
    assert not (site / "index.html.br").exists()
    assert not (site / "index.html.gz").exists()


def test_compressing_leaves_small_hidden_packed_and_stubborn_files_alone(tmp_path: Path) -> None:
    (tmp_path / "small.js").write_bytes(b"x" * 200)
    (tmp_path / "random.js").write_bytes(os.urandom(400))
    (tmp_path / ".hidden.js").write_bytes(b"x" * 400)
    (tmp_path / "photo.png").write_bytes(b"x" * 400)
    (tmp_path / "outside.js").symlink_to(__file__)
    (tmp_path / "just.js").write_bytes(b"x" * 201)
    assert compress_folder(tmp_path) == [tmp_path / "just.js.br", tmp_path / "just.js.gz"]


def test_a_site_below_a_path_is_found_and_led_to(tmp_path: Path) -> None:
    below = tmp_path / "app"
    below.mkdir()
    (below / "index.html").write_text("first", "utf-8")
    (below / "sw.js").write_text("one", "utf-8")
    client = Client(static_app(tmp_path))
    assert client.get("/").headers["location"] == "/app/"
    assert client.get("/app/").text == "first"
    (below / "index.html").write_text("second, after a new build", "utf-8")
    assert client.get("/app/").text == "second, after a new build"
