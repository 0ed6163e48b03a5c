"""A server behind a network that loses answers, as a phone has one at the edge of its reach."""

import http.server
import random
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.pwa.local_server import Answer, LocalServer

_LATENCY_S = 0.01
_STALL_S = 0.3
_FAULTS = ("refused", "cut off", "stalled")


class BadNetwork(LocalServer):
    """Serves a folder; a share of the answers never comes, or breaks off, at once or after a while.

    Attributes:
        lost: How many did.
    """

    def __init__(self, site: Path, loss: float, seed: int) -> None:
        """Take the folder, the share of answers to lose (0 to 1), and what chooses them."""
        super().__init__(site)
        self.lost = 0
        self._loss = loss
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._over = threading.Event()

    def stop(self) -> None:
        """Refuse every connection from now on, and let go of those that hang."""
        self._over.set()
        super().stop()

    def answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        """Answer one request, or begin to."""
        fault = self._fault()
        self._over.wait(_STALL_S if fault == "stalled" else _LATENCY_S)
        path = unquote(urlsplit(request.path).path)
        if fault == "refused":
            request.close_connection = True
        else:
            self.answer_with(request, path, Answer(way="cut") if fault else None)

    def _fault(self) -> str | None:
        with self._lock:
            if self._chance.random() >= self._loss:
                return None
            self.lost += 1
            return self._chance.choice(_FAULTS)
