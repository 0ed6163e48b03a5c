"""Tables as text: comma-separated values that spreadsheets open rightly, and reading them back.

Written as RFC 4180 says, with CRLF. A cell that a spreadsheet could take for a formula gets an
apostrophe in front (OWASP, CSV Injection), and so does one that starts with an apostrophe;
reading takes it away again, so nothing is changed on the way there and back.
"""

from typing import Any

__all__ = ["joined_words", "split_words", "table_rows", "table_text"]

BYTE_ORDER_MARK = "\ufeff"


def table_text(rows: list[list[str]]) -> str:
    """Give a table as text.

    Args:
        rows: The cells of each line, headings first.
    """
    lines = [",".join([_quoted(_guarded(cell)) for cell in row]) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def table_rows(text: str) -> list[dict[str, Any]]:
    """Read a table from text with commas, semicolons or tabs between the cells.

    Args:
        text: The text; a byte order mark before it does not count.

    Returns:
        For each line that is not empty, ``cells``, and ``line``, the number of the line of the
        text where it starts, from 1. Line ends in a cell become line feeds.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    if whole.startswith(BYTE_ORDER_MARK):
        whole = whole[1 : len(whole)]
    separator = _separator(whole.split("\n")[0])
    rows: list[dict[str, Any]] = []
    cells: list[str] = []
    line = 1
    start = 1
    at = 0
    while at < len(whole):
        cell = _quoted_cell(whole, at) if whole[at] == '"' else _plain_cell(whole, at, separator)
        cells.append(_unguarded(cell["text"]))
        line = line + whole[at : cell["end"]].count("\n")
        at = cell["end"]
        more = at < len(whole) and whole[at] == separator
        at = at + 1
        if more and at == len(whole):
            cells.append("")
        if not more or at == len(whole):
            if len(cells) > 1 or cells[0] != "":
                rows.append({"line": start, "cells": cells})
            cells = []
            line = line + 1
            start = line
    return rows


def joined_words(words: list[str]) -> str:
    """Put words into one cell, with semicolons between them."""
    return "; ".join([word.replace("\\", "\\\\").replace(";", "\\;") for word in words])


def split_words(text: str) -> list[str]:
    """Take the words of a cell apart again, without empty ones and spaces around them."""
    words: list[str] = []
    word = ""
    escaped = False
    for char in text:
        if escaped:
            word = word + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == ";":
            words.append(word.strip())
            word = ""
        else:
            word = word + char
    words.append(word.strip())
    return [word for word in words if word != ""]


def _separator(heading: str) -> str:
    """Find what stands between the headings, not in one that is in quotation marks."""
    bare = ""
    quoted = False
    for char in heading:
        if char == '"':
            quoted = not quoted
        elif not quoted:
            bare = bare + char
    best = ","
    for separator in (";", "\t"):
        if bare.count(separator) > bare.count(best):
            best = separator
    return best


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _guarded(cell: str) -> str:
    if cell != "" and cell[0] in "=+-@\t\r\n＝＋－＠'":
        return "'" + cell
    return cell


def _unguarded(cell: str) -> str:
    if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r\n＝＋－＠'":
        return cell[1 : len(cell)]
    return cell


def _quoted_cell(text: str, at: int) -> dict[str, Any]:
    """Read a cell in quotation marks; what follows it up to the next separator is kept as well."""
    parts: list[str] = []
    start = at + 1
    end = text.find('"', start)
    while end >= 0 and end + 1 < len(text) and text[end + 1] == '"':
        parts.append(text[start : end + 1])
        start = end + 2
        end = text.find('"', start)
    if end < 0:
        parts.append(text[start : len(text)])
        return {"text": "".join(parts), "end": len(text)}
    parts.append(text[start:end])
    return {"text": "".join(parts), "end": end + 1}


def _plain_cell(text: str, at: int, separator: str) -> dict[str, Any]:
    """Read a cell up to the next separator or the end of the line."""
    end = at
    while end < len(text) and text[end] != separator and text[end] != "\n":
        end = end + 1
    return {"text": text[at:end], "end": end}
