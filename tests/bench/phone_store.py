"""Filling the app's own database on the phone, past the app."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from pwa_app.content import open_library
from pwa_app.site import STORAGE_PREFIX
from tests.seeded_log import entries

from .errors import BenchError
from .generated import own_cards

CARDS: Final = 1000
ENTRIES: Final = 10_000
"""What `fill_phone` puts on the phone."""

_FILL: Final = (Path(__file__).parent / "fill_store.js").read_text("utf-8")
_PLAN: Final = {"id": "mine", "updated": "2026-01-01T10:00:00.000Z", "alone": "music"}


def fill_phone(page: Page, origin: str) -> None:
    """Make it a phone that was used for years: many entries, many cards of one's own, a plan.

    The app's own cards are among the `CARDS`.

    Raises:
        BenchError: The app has made no database to fill.
    """
    known = open_library("en").all_cards()
    page.goto(f"{origin}/cards/mine/", wait_until="networkidle")
    fill(page, STORAGE_PREFIX, "OwnCard", own_cards(known, CARDS - len(known)))
    fill(page, STORAGE_PREFIX, "SafetyPlan", [_PLAN])
    fill(page, STORAGE_PREFIX, "MoodEntry", list(entries(ENTRIES, last=datetime.now(UTC))))


def fill(page: Page, database: str, table: str, rows: list[dict[str, Any]]) -> None:
    """Put rows into a table of a database that the app has made.

    Raises:
        BenchError: There is no such database or table.
    """
    if not page.evaluate(_FILL, {"database": database, "table": table, "rows": rows}):
        raise BenchError(f"The app has made no table {table} in a database {database}.")
