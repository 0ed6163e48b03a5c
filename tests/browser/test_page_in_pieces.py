"""On a slow network a page comes in pieces, and what is painted of it never moves."""

from pathlib import Path

import pytest

from tests.browser.conftest import NewContext
from tests.browser.test_first_paint import NOTE_PAINTS
from tests.pwa.local_server import Answer, LocalServer
from tests.waiting import wait_for_paint, wait_until

LONG_ENOUGH_TO_PAINT_MS = 400


@pytest.mark.parametrize("rest", ["quickly</a>", "Help now</a>"])
def test_the_top_of_a_page_is_painted_only_whole(
    new_context: NewContext, dist: Path, rest: str
) -> None:
    html = (dist / "settings" / "index.html").read_bytes()
    with LocalServer(dist) as host:
        host.lie = Answer(way="halt", halt_at=html.index(rest.encode()))
        host.lie_about = "/settings/"
        page = new_context(base_url=host.origin).new_page()
        page.add_init_script(NOTE_PAINTS)
        page.goto("/settings/", wait_until="commit")
        wait_until(page, "document.querySelector('header')")
        page.wait_for_timeout(LONG_ENOUGH_TO_PAINT_MS)
        host.go_on()
        page.wait_for_load_state()
        wait_for_paint(page)
        assert page.locator("nav").last.is_visible()
        assert page.evaluate("window.shifts") == []
        # React is still coming, and would miss the host.
        page.close()
