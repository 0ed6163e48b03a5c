"""On a slow network a page comes in pieces, and what is painted of it never moves."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.conftest import NewContext
from tests.browser.test_first_paint import NOTE_PAINTS
from tests.browser.watch import Watch
from tests.waiting import wait_for_paint, wait_until

LONG_ENOUGH_TO_PAINT_MS = 400


@contextmanager
def coming_in_two(html: bytes, cut: int, go_on: threading.Event) -> Iterator[str]:
    """Serve a page at "/" that halts at a byte; nothing else is there."""

    class Halting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.path == "/":
                self.wfile.write(html[:cut])
                self.wfile.flush()
                go_on.wait(30)
                self.wfile.write(html[cut:])

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Halting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        go_on.set()
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("rest", ["quickly</a>", "Help now</a>"])
def test_the_top_of_a_page_is_painted_only_whole(
    new_context: NewContext, dist: Path, watch: Watch, rest: str
) -> None:
    watch.allow("404")
    html = (dist / "settings" / "index.html").read_bytes()
    go_on = threading.Event()
    with coming_in_two(html, html.index(rest.encode()), go_on) as origin:
        page = new_context(base_url=origin).new_page()
        page.add_init_script(NOTE_PAINTS)
        page.goto("/", wait_until="commit")
        wait_until(page, "document.querySelector('header')")
        page.wait_for_timeout(LONG_ENOUGH_TO_PAINT_MS)
        go_on.set()
        page.wait_for_load_state()
        wait_for_paint(page)
        assert page.locator("nav").last.is_visible()
        assert page.evaluate("window.shifts") == []
