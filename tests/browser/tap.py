"""What a browser really sends: every byte, noted between it and the server."""

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

_PIECE = 65_536


@dataclass(frozen=True)
class Sent:
    """One request as it left the browser.

    Attributes:
        method: As GET.
        target: Path and query, as they were sent.
        headers: Lines of text, without the first.
        body: What followed.
    """

    method: str
    target: str
    headers: tuple[str, ...]
    body: bytes = b""

    def beyond_a_file_of(self, folder: Path) -> list[str]:
        """What this says beyond asking for a file of the site; nothing for a plain request."""
        parts = urlsplit(self.target)
        file = folder / unquote(parts.path).lstrip("/")
        file = file / "index.html" if parts.path.endswith("/") else file
        telling = ("cookie:", "referer:", "upgrade:", "content-length:", "transfer-encoding:")
        said = [
            line
            for line in self.headers
            # A service worker that is looked for anew is asked for in its own name.
            if line.lower().startswith(telling) and not line.endswith(parts.path)
        ]
        if self.method != "GET" or parts.query or self.body or not file.is_file():
            said.append(f"{self.method} {self.target} {self.body!r}")
        return said


class Tap:
    """Hands everything on to a server and keeps what was sent to it.

    Attributes:
        origin: The address to open instead of the server's, without a slash at its end.
    """

    def __init__(self, server: str) -> None:
        address = urlsplit(server)
        self._server = (str(address.hostname), int(address.port or 80))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._kept: list[bytearray] = []
        self._taking = threading.Thread(target=self._take, daemon=True)
        self.origin = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._taking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Closing alone would leave the one that waits for it waiting.
        self._listening.shutdown(socket.SHUT_RDWR)
        self._taking.join()
        self._listening.close()

    def sent(self) -> list[Sent]:
        """Every request so far, by connection."""
        return [request for kept in self._kept for request in _requests(bytes(kept))]

    def holds(self, text: str) -> bool:
        """Whether these letters, large or small, are anywhere in what was sent."""
        return any(text.lower().encode() in bytes(kept).lower() for kept in self._kept)

    def _take(self) -> None:
        while True:
            try:
                browser, _address = self._listening.accept()
            except OSError:
                return
            self._kept.append(kept := bytearray())
            threading.Thread(target=self._connect, args=(browser, kept), daemon=True).start()

    def _connect(self, browser: socket.socket, kept: bytearray) -> None:
        with browser, socket.create_connection(self._server) as server:
            answering = threading.Thread(target=_hand_on, args=(server, browser), daemon=True)
            answering.start()
            _hand_on(browser, server, kept)
            answering.join()


def _hand_on(giving: socket.socket, taking: socket.socket, kept: bytearray | None = None) -> None:
    # Whichever of the two hangs up, the other is told so.
    with suppress(OSError):
        while piece := giving.recv(_PIECE):
            if kept is not None:
                kept += piece
            taking.sendall(piece)
    with suppress(OSError):
        taking.shutdown(socket.SHUT_RDWR)


def _requests(data: bytes) -> list[Sent]:
    """Requests that follow each other; what has no head is the body of the one before."""
    found: list[Sent] = []
    for part in data.split(b"\r\n\r\n"):
        first, *headers = part.decode("latin-1").split("\r\n")
        method, _space, rest = first.partition(" ")
        if rest.endswith(" HTTP/1.1"):
            found.append(Sent(method, rest.removesuffix(" HTTP/1.1"), tuple(headers)))
        elif part:
            assert found, f"no request: {part[:100]!r}"
            last = found.pop()
            found.append(Sent(last.method, last.target, last.headers, last.body + part))
    return found
