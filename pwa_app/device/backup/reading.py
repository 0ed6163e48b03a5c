"""Reads a backup a piece at a time, sealed or plain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from pwa_app.device.backup.faults import BackupFaultError
from pwa_app.device.backup.head import MAGIC, from_base64, read_head
from pwa_app.device.backup.lines import FORMAT, items_in
from pwa_app.device.backup.sealing import opened_chunks

PIECE = 1_048_576
DEEPEST = 32
"""Deeper than any record is nested."""

MOST_BYTES = 64 * 1024 * 1024
"""One record of more bytes is none of the app's."""

_PLAIN = f'{{"format":"{FORMAT}"'.encode()


@dataclass(frozen=True)
class Content:
    """What a backup says of itself, and its records in their order.

    `items` gives, for each record, `table` and `row`, or `setting` and `value`; bytes are bytes.
    It must be taken to its end: only then is the file known to be whole.
    """

    schema: int
    app: str
    created: str
    items: Iterator[dict[str, Any]]


def is_sealed(file: BinaryIO) -> bool:
    """Whether a file needs a passphrase; it is read from its start again afterwards.

    Raises:
        BackupFaultError: It is no backup at all.
    """
    start = file.read(len(_PLAIN))
    file.seek(0)
    if start and (start.startswith(MAGIC) or MAGIC.startswith(start)):
        return True
    if start == _PLAIN:
        return False
    raise BackupFaultError("foreign")


def open_backup(file: BinaryIO, passphrase: str | None) -> Content:
    """Opens a backup that stands in a file.

    Args:
        file: The file, at its start. It must stay open until all items are taken.
        passphrase: What it is sealed with; not looked at where it is plain.

    Raises:
        BackupFaultError: What is wrong with it, also while items are taken.
    """
    if is_sealed(file):
        head, bound = read_head(file)
        pieces = opened_chunks(file, head, bound, passphrase or "")
    else:
        pieces = iter(lambda: file.read(PIECE), b"")
    items = items_in(pieces)
    first = next(items)
    return Content(first["schema"], first["app"], first["created"], _with_bytes(items))


def _with_bytes(items: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each record with its bytes; large ones stand in parts on the lines before it."""
    parts: list[bytes] = []
    for item in items:
        if isinstance(item.get("bytes"), str):
            parts.append(_part(item["bytes"]))
            if sum(map(len, parts)) > MOST_BYTES:
                raise BackupFaultError("refused")
            continue
        try:
            yield {name: from_json(value, parts) for name, value in item.items()}
        except ValueError:
            # No table takes it so; it is handed on as it stands.
            yield item
        parts = []


def _part(text: str) -> bytes:
    try:
        return from_base64(text)
    except ValueError:
        raise BackupFaultError("damaged") from None


def from_json(value: Any, parts: list[bytes], depth: int = 0) -> Any:
    """A value as it was on the phone.

    Bytes stand under `$bytes` or `$buffer`, as base64 or as a number of parts.

    Args:
        value: What JSON gave.
        parts: Bytes that stood before it; those it takes are taken out.
        depth: How deep it is nested.

    Raises:
        ValueError: It is nested too deeply, or bytes are missing or no base64.
    """
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, list):
        return [from_json(one, parts, depth + 1) for one in value]
    if not isinstance(value, dict):
        return value
    for mark in ("$bytes", "$buffer"):
        place = value.get(mark)
        if isinstance(place, str):
            return from_base64(place)
        if isinstance(place, int) and place is not True:
            return _taken(place, parts)
    plain = value["$object"] if isinstance(value.get("$object"), dict) else value
    return {name: from_json(part, parts, depth + 1) for name, part in plain.items()}


def _taken(count: int, parts: list[bytes]) -> bytes:
    if not 0 < count <= len(parts):
        raise ValueError("bytes are missing")
    taken = b"".join(parts[:count])
    del parts[:count]
    return taken
