"""A small server whose site, health and honesty a test can change while a page is open."""

import http.server
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Literal, Self
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class Answer:
    """What a server says instead of the truth, as the login page of a Wi-Fi network does.

    Attributes:
        body: What is sent.
        content_type: As what.
        status: Of the answer.
        way: `cut` sends half of the true file and closes; `silent` never answers; `halt` sends the
            true file up to a byte, and the rest once it is told to go on.
        halt_at: That byte.
        lasting: Whether browsers are told to keep a lie.
    """

    body: str = ""
    content_type: str = "text/html"
    status: int = 200
    way: Literal["lie", "cut", "silent", "halt"] = "lie"
    halt_at: int = 0
    lasting: bool = False


class LocalServer:
    """Serves a folder on one port, also after having been stopped and started again.

    Attributes:
        site: The folder served; may be replaced at any time.
        lie: Given instead of files while it is set.
        lie_about: Paths that begin otherwise are answered truly.
        requests: Paths asked for.
    """

    def __init__(self, site: Path, host: str = "127.0.0.1") -> None:
        self.site = site
        self.lie: Answer | None = None
        self.lie_about = "/"
        self._waiting = threading.Event()
        self.requests: list[str] = []
        self._host = host
        self._port = 0
        self._server: http.server.ThreadingHTTPServer | None = None

    @property
    def origin(self) -> str:
        """The address of the site without a trailing slash."""
        return f"http://{self._host}:{self._port}"

    def start(self) -> None:
        """Start serving, on the same port as before if there was one."""
        owner = self
        self._waiting.clear()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                owner.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: ARG002
                return

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._server.daemon_threads = True
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection from now on."""
        self._waiting.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def go_on(self) -> None:
        """Send the rest of what was halted."""
        self._waiting.set()

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()

    def answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        """Answer one request, truly unless there is a lie about it."""
        path = unquote(urlsplit(request.path).path)
        self.answer_with(request, path, self.lie if path.startswith(self.lie_about) else None)

    def answer_with(
        self, request: http.server.BaseHTTPRequestHandler, path: str, lie: Answer | None
    ) -> None:
        """Answer one request with a file, or with a lie."""
        self.requests.append(path)
        if lie is not None and lie.way == "silent":
            self._waiting.wait()
            request.close_connection = True
            return
        if lie is not None and lie.way == "lie":
            extra = {"Cache-Control": "public, max-age=86400"} if lie.lasting else {}
            self._send(request, lie.status, lie.body.encode(), lie.content_type, extra=extra)
            return
        file = self.site / path.lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            request.send_response(308)
            request.send_header("Location", f"{path}/")
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        file = file / "index.html" if file.is_dir() else file
        missing = not file.is_file()
        file = self.site / "404.html" if missing else file
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        body = file.read_bytes()
        status = 404 if missing else 200
        if lie is None:
            self._send(request, status, body, kind)
        elif lie.way == "cut":
            self._send(request, status, body, kind, sent=len(body) // 2)
        else:
            self._send(request, status, body, kind, sent=lie.halt_at)
            self._waiting.wait()
            request.wfile.write(body[lie.halt_at :])

    def _send(
        self,
        request: http.server.BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        content_type: str,
        *,
        sent: int | None = None,
        extra: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        request.send_response(status)
        request.send_header("Content-Type", content_type)
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Connection", "close")
        for name, value in [*self._headers(), *extra.items()]:
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body[:sent])

    def _headers(self) -> list[tuple[str, str]]:
        """Read the first rule of the site's `_headers`, which is for every address."""
        file = self.site / "_headers"
        if not file.is_file():
            return []
        _, *lines = file.read_text(encoding="utf-8").splitlines()
        rule: list[tuple[str, str]] = []
        for line in lines:
            if not line.startswith("  "):
                break
            name, _, value = line.strip().partition(": ")
            rule.append((name, value))
        return rule
