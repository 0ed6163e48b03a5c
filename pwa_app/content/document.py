"""One TOML file as it was read: its values, and where each of them stands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from pwa_app.content.problems import Problem
from pwa_app.content.toml_lines import KeyPath, lines_of_keys

Table = dict[str, object]
"""A TOML table of which nothing has been checked yet."""

_SENTENCE_KEYS = {
    *("title", "summary", "steps", "closing", "care"),
    *("about", "what_to_know", "note", "notes"),
    *("heading", "paragraphs", "points", "text", "script"),
}
_POSITION = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)$")


@dataclass(frozen=True)
class Document:
    """A file that is TOML; its values are still to be checked."""

    path: Path
    text: str
    data: Table

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return lines_of_keys(self.text)

    def problem(self, key: KeyPath, reason: str) -> Problem:
        """A problem at the line of a key, or of the nearest table or list around it."""
        while key and key not in self._lines:
            key = key[:-1]
        return Problem(self.path, self._lines.get(key, 1), reason)

    def sentences(self) -> Iterator[tuple[KeyPath, str]]:
        """Every sentence that a person may read; names of services and sources are not ours."""
        return _sentences((), self.data, False)

    def tables(self, key: str) -> list[Table]:
        """The tables of a list such as ``[[services]]``, as far as the file has them."""
        items = as_list(self.data.get(key))
        return [cast("Table", item) for item in items if isinstance(item, dict)]


def as_list(value: object) -> list[object]:
    """The value if it is a list, else no items."""
    return cast("list[object]", value) if isinstance(value, list) else []


def read_document(path: Path) -> Document | Problem:
    """Read a TOML file, or say where it stops being TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return Problem(path, 1, "this file is not UTF-8 text; save it as UTF-8")
    try:
        return Document(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        position = _POSITION.search(message)
        line = text.count("\n") + 1
        if position is not None:
            line = int(position.group(1) or line)
            message = message[: position.start()]
        return Problem(
            path, line, f"this is not TOML ({message}); check quotes, brackets and commas here"
        )


def _sentences(path: KeyPath, value: object, shown: bool) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if shown:
            yield path, value
    elif isinstance(value, list):
        for position, item in enumerate(cast("list[object]", value)):
            yield from _sentences((*path, position), item, shown)
    elif isinstance(value, dict):
        for key, item in cast("Table", value).items():
            yield from _sentences((*path, key), item, key in _SENTENCE_KEYS)
