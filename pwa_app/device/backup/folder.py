"""Tables as CSV files, and bytes as files of their own."""

import base64
import binascii
import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlmodel import Session, SQLModel, select

FILES = "files"
STEP = 200
"""Records read at once: some hold photos."""

MOST_INTEGER = 2**63 - 1

_ENDINGS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG": ".png",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
    b"OggS": ".ogg",
    b"ID3": ".mp3",
}
"""What the first bytes of a file say it is."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""A cell that starts so gets an apostrophe in front: a spreadsheet would reckon it (OWASP, CSV
Injection)."""


def write_table(table: type[SQLModel], session: Session, folder: Path) -> None:
    """Writes all records of a table to a CSV file of its name, and their bytes to files."""
    names = list(table.model_fields)
    records = session.exec(select(table).execution_options(yield_per=STEP))
    rows = (
        [
            _cell(getattr(record, name), folder, f"{table.__name__}-{number}-{name}")
            for name in names
        ]
        for number, record in enumerate(records, start=1)
    )
    write_rows(folder / f"{table.__name__}.csv", names, rows)


def write_rows(path: Path, names: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    """Writes a CSV file (RFC 4180) that spreadsheets take for UTF-8, and in which nothing runs."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in rows:
            writer.writerow(
                [f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in row]
            )


def storable(value: Any) -> Any:
    """A value with whole texts only.

    Raises:
        ValueError: A number is too large for a database.
    """
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, list):
        return [storable(one) for one in value]
    if isinstance(value, dict):
        return {whole_text(name): storable(part) for name, part in value.items()}
    if isinstance(value, int) and abs(value) > MOST_INTEGER:
        raise ValueError("a number beyond 64 bits")
    return value


def whole_text(text: str) -> str:
    """The text with half characters, which no file can hold, marked as such."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def base64_text(value: bytes) -> str:
    """Bytes as text, for JSON."""
    return base64.b64encode(value).decode("ascii")


def _cell(value: Any, folder: Path, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        picture = _from_address(value)
        return value if picture is None else _as_file(picture, folder, name)
    if isinstance(value, bytes):
        return _as_file(value, folder, name)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _from_address(text: str) -> bytes | None:
    """The bytes of a data: address such as a photo's; None for any other text."""
    kind, comma, data = text.partition(";base64,")
    if not comma or not kind.startswith("data:image/"):
        return None
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None


def _as_file(value: bytes, folder: Path, name: str) -> str:
    ending = next((end for start, end in _ENDINGS.items() if value.startswith(start)), ".bin")
    (folder / FILES).mkdir(exist_ok=True)
    (folder / FILES / f"{name}{ending}").write_bytes(value)
    return f"{FILES}/{name}{ending}"
