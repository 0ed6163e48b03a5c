"""Filling the app's own database on the phone, past the app."""

from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from .errors import BenchError

_FILL: Final = (Path(__file__).parent / "fill_store.js").read_text("utf-8")


def fill(page: Page, database: str, table: str, rows: list[dict[str, Any]]) -> None:
    """Put rows into a table of a database that the app has made.

    Raises:
        BenchError: There is no such database or table.
    """
    if not page.evaluate(_FILL, {"database": database, "table": table, "rows": rows}):
        raise BenchError(f"The app has made no table {table} in a database {database}.")
