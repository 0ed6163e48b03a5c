"""The lines of a backup: one JSON document whose lines are records, with a digest at its end."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from pwa_app.device.backup.faults import BackupFaultError

FORMAT = "mooring-backup"
VERSION = 1
CLOSING = "]}"
LONGEST_LINE = 8 * 1024 * 1024
DIGEST_STEP = 65_536
"""The digest is carried on whenever so many bytes have come together."""

Item = dict[str, Any]


class Digest:
    """A digest over lines: SHA-256 of the digest so far and the bytes since."""

    def __init__(self) -> None:
        self._sum = bytes(32)
        self._waiting = bytearray()

    def add(self, line: bytes) -> None:
        """Adds a line with its line end."""
        self._waiting += line
        if len(self._waiting) >= DIGEST_STEP:
            self._carry_on()

    def text(self) -> str:
        """The digest of all lines so far, in hexadecimal."""
        if self._waiting:
            self._carry_on()
        return self._sum.hex()

    def _carry_on(self) -> None:
        self._sum = hashlib.sha256(self._sum + self._waiting).digest()
        self._waiting.clear()


def lines_in(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a text that comes in pieces, each with its line end.

    Raises:
        BackupFaultError: The last line has no end, or one is beyond all measure.
    """
    begun = bytearray()
    for piece in pieces:
        begun += piece
        if b"\n" not in piece:
            if len(begun) > LONGEST_LINE:
                raise BackupFaultError("refused")
            continue
        *whole, rest = bytes(begun).split(b"\n")
        for line in whole:
            yield line + b"\n"
        begun = bytearray(rest)
    if begun:
        raise BackupFaultError("truncated")


def items_in(pieces: Iterable[bytes]) -> Iterator[Item]:
    """The first line as an item, then each record.

    Raises:
        BackupFaultError: It is no backup, is not whole, or comes from a later version.
    """
    lines = lines_in(pieces)
    digest = Digest()
    first = next(lines, None)
    if first is None:
        raise BackupFaultError("truncated")
    yield _head(_parsed(_text(first) + CLOSING))
    digest.add(first)
    for count, line in enumerate(lines):
        item = _parsed(_text(line).removesuffix(","))
        if "end" in item:
            if item["end"] != {"records": count, "digest": digest.text()}:
                raise BackupFaultError("damaged")
            break
        digest.add(line)
        yield item
    else:
        raise BackupFaultError("truncated")
    match [_text(line) for line in lines]:
        case []:
            raise BackupFaultError("truncated")
        case [only] if only == CLOSING:
            return
    raise BackupFaultError("damaged")


def _head(item: Item) -> Item:
    if item.get("format") != FORMAT:
        raise BackupFaultError("foreign")
    if item.get("version") != VERSION:
        raise BackupFaultError("newer")
    kinds = {"schema": int, "app": str, "created": str}
    if any(type(item.get(name)) is not kind for name, kind in kinds.items()):
        raise BackupFaultError("damaged")
    return item


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8").removesuffix("\n")
    except UnicodeDecodeError:
        raise BackupFaultError("damaged") from None


def _parsed(text: str) -> Item:
    try:
        item = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BackupFaultError("damaged") from None
    if not isinstance(item, dict):
        raise BackupFaultError("damaged")
    return item


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")
