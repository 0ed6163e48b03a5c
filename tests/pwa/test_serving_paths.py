"""No spelling of a path reaches a file that is not the site's."""

import asyncio
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.types import ASGIApp, Message

from pwa_app.pwa.serving import static_app

SECRET = b"outside"
SERVED = {b"home", b"about", b"no such page", b"Not found"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parent = tmp_path_factory.mktemp("serving")
    folder = parent / "dist"
    (folder / "about").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name, text in (("index", b"home"), ("about/index", b"about"), ("404", b"no such page")):
        (folder / f"{name}.html").write_bytes(text)
    hidden = ("../secret.txt", "../dist-secret.txt", ".env", ".git/config", "about/.htaccess")
    for name in hidden:
        (folder / name).write_bytes(SECRET)
    (folder / "_headers").write_bytes(b"/*\n  X-Note: " + SECRET + b"\n")
    (folder / "link.txt").symlink_to(parent / "secret.txt")
    (folder / "up").symlink_to(parent)
    (folder / "inner.txt").symlink_to(folder / ".env")
    (folder / "index.html.gz").symlink_to(parent / "secret.txt")
    (folder / "\\evil.example").mkdir()
    (folder / "\\evil.example" / "index.html").write_bytes(b"about")
    return folder


@pytest.fixture(scope="module")
def app(folder: Path) -> ASGIApp:
    return static_app(folder)


def ask(app: ASGIApp, path: str, query: bytes = b"") -> tuple[int, dict[str, str], bytes]:
    """Ask for a path as a server hands it on, past every client that would tidy it up."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        messages.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query}
    scope |= {"headers": [(b"accept-encoding", b"br, gzip")], "root_path": ""}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return messages[0]["status"], headers, messages[1]["body"]


SEPARATORS = ["/", "//", "\\", "../", "..\\", "%2f", "%5c", "%252e%252e%252f", "\u2215", "C:"]
DOTS = [".", "..", "...", "%2e%2e", "\uff0e", "\u2025", "\0", "%00", "\n", ";", "?", "#", "~"]
NAMES = ["about", "index.html", "404.html", "dist", "dist-secret.txt", "secret.txt", "_headers"]
HIDDEN = [".env", ".git", "config", ".htaccess", "link.txt", "inner.txt", "up", ".br", ".gz"]
PIECES = [*SEPARATORS, *DOTS, *NAMES, *HIDDEN, "\\evil.example", "etc/passwd"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join), st.booleans())
@example("../secret.txt", True)
@example("up/secret.txt", True)
def test_no_path_yields_a_byte_from_outside_the_site(
    app: ASGIApp, folder: Path, tail: str, decoded: bool
) -> None:
    for path in (tail, f"/{tail}", str(folder) + tail, f"//{tail}", f"/about/{tail}"):
        status, headers, body = ask(app, unquote(path) if decoded else path)
        assert status in (200, 308, 404)
        assert SECRET not in body
        assert body in SERVED or status == 308
        location = headers.get("location", "/")
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/about/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/\0",
        "/index.html\0.txt",
        "/index.html\n",
        "/about\n",
        "/_headers",
        "//_headers",
        "/about/../_headers",
        "/.env",
        "/.git/config",
        "/about/.htaccess",
        "/link.txt",
        "/inner.txt",
        "/up",
        "/up/",
        "/up/secret.txt",
        "/index.html.gz",
        "*",
        "secret.txt",
    ],
)
def test_what_is_not_the_sites_is_not_found(app: ASGIApp, path: str) -> None:
    status, _, body = ask(app, path)
    assert status == 404
    assert body == (b"no such page" if path.startswith("/") else b"Not found")


def test_a_folder_that_looks_like_a_host_is_not_redirected_to_as_one(app: ASGIApp) -> None:
    status, headers, _ = ask(app, "/\\evil.example", b"a=\xc3\xa9\r\nX-Bad: 1")
    assert status == 308
    assert headers["location"] == "/%5Cevil.example/?a=%C3%A9%0D%0AX-Bad:%201"


def test_a_very_long_path_is_only_not_found(app: ASGIApp) -> None:
    assert ask(app, "/" * 100_000)[0] == 404
    assert ask(app, "/" + "a" * 100_000)[0] == 404


def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to(folder)
    assert ask(static_app(tmp_path / "current"), "/")[2] == b"home"
