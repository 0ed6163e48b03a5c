"""The rules of a style sheet that a page needs before any script has come.

Every page brings its styles inside, so each byte of them is paid for once a page. Rules for classes
that no element of the published pages has are left out there; they come with React, which is what
brings such elements.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

FIRST_PAGE = "index.html"

SMALLEST_SECTION = 7
"""Pages that a folder needs for styles of its own. Each kind has a hash in the policy that hosts
send with every answer, and some hosts allow 2,000 characters there."""

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_TOKEN = re.compile(rf"{_STRING}|/\*.*?\*/|\\.|[{{}};]|[^\"'{{}};\\/]+|.", re.DOTALL)
_SPARE = re.compile(rf"({_STRING})|/\*.*?\*/|\s*([{{}};])\s*|(\s+)", re.DOTALL)
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
# What stands in brackets behind a colon may be a choice or a denial, so it asks for nothing.
_FUNCTION = re.compile(r":[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_GROUPS = ("@media", "@supports", "@layer", "@container")


def sections(pages: Mapping[Path, Set[str]]) -> Mapping[Path, Set[str]]:
    """Return the classes that each page is to have rules for: its own and its neighbours'.

    The first page stands alone, each folder at the top with some pages is a neighbourhood, and so
    is what is left.

    Args:
        pages: The classes of each page's elements, by its file relative to the site.
    """
    tops = {page: page.parts[0] for page in pages}
    counts = Counter(tops.values())
    names = {
        page: top if counts[top] >= SMALLEST_SECTION or str(page) == FIRST_PAGE else ""
        for page, top in tops.items()
    }
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for page, name in names.items():
        classes[name] |= pages[page]
    return {page: classes[name] for page, name in names.items()}


def needed_rules(styles: str, classes: Set[str]) -> str:
    """Return a style sheet without the rules that ask for a class nothing has.

    Args:
        styles: The sheet.
        classes: Every class that some element has.
    """
    return "".join(_needed(styles, classes))


def _needed(styles: str, classes: Set[str]) -> Iterator[str]:
    for prelude, block in _statements(styles):
        if block is None:
            yield prelude
        elif prelude.startswith(_GROUPS):
            if inner := needed_rules(block, classes):
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@") or _is_needed(prelude, classes):
            yield f"{prelude}{{{block}}}"


def _is_needed(selectors: str, classes: Set[str]) -> bool:
    if "\\" in selectors:
        return True
    plain = _FUNCTION.sub("", _ATTRIBUTE.sub("", selectors))
    return any(set(_CLASS.findall(selector)) <= classes for selector in plain.split(","))


def _statements(styles: str) -> Iterator[tuple[str, str | None]]:
    """Yield each statement's prelude and what is in its block; None for one without a block."""
    prelude, block, depth = "", "", 0
    for token in _TOKEN.findall(styles):
        if token.startswith("/*"):
            continue
        depth -= token == "}"
        if token == ";" and depth == 0:
            yield f"{prelude.strip()};", None
            prelude = ""
        elif token == "}" and depth == 0:
            yield prelude.strip(), block
            prelude = block = ""
        elif depth > 0:
            block += token
        elif token != "{":
            prelude += token
        depth += token == "{"


def compact(styles: str) -> str:
    """Return a style sheet without comments and spare space."""

    def kept(found: re.Match[str]) -> str:
        string, mark, space = found.groups()
        return string or mark or (" " if space else "")

    return _SPARE.sub(kept, styles).strip()
