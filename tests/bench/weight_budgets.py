"""The byte budget of each kind of page, and what grew where one is broken.

Counts and bytes only: the same build always has the same verdict, on any machine.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .budgets import LARGEST_PAGE_BYTES, kilobytes
from .weights import Weight

RECORD: Final = Path(__file__).parent / "weights.json"
"""The heaviest page of each kind when it was last measured, to tell what grew since."""

_SHOWN: Final = 6


@dataclass(frozen=True)
class Budget:
    """The most that a page of one kind may bring on a first visit, in bytes as sent.

    Attributes:
        scripts: All its scripts.
        files: The page and all that it names.
        styles: Style sheets beside the rules inside the page: the one with all rules, for React.
        images: Pictures in the page.
        html: The page itself, with its own rules inside.
    """

    scripts: int
    files: int
    styles: int = 4_800
    images: int = 0
    html: int = LARGEST_PAGE_BYTES


BUDGETS: Final[Mapping[str, Budget]] = {
    "the first page": Budget(136_000, 22),
    "the list of cards": Budget(138_000, 20),
    "my own cards": Budget(174_000, 29),
    "a card": Budget(168_000, 29),
    "the wave": Budget(174_000, 30),
    "breathing": Budget(168_000, 27),
    "the form of the log": Budget(186_000, 33),
    "other pages of the log": Budget(184_000, 36),
    "the plan": Budget(171_000, 26),
    "other pages of the plan": Budget(180_000, 31),
    "the hope box": Budget(179_000, 35),
    "the first page of help": Budget(151_000, 22),
    "other pages of help": Budget(173_000, 31),
    "articles": Budget(130_000, 22),
    "settings": Budget(179_000, 31, images=1_200),
    "the rest": Budget(129_000, 20),
}
"""A little above what there is: they hold what was won. The design allows the first page 150 kB of
scripts, and every page 14 kB of HTML."""


@dataclass(frozen=True)
class Heaviest:
    """The most of each that any page of a kind brings."""

    html: int
    scripts: int
    styles: int
    images: int
    files: int


def heaviest(pages: Sequence[Weight]) -> Heaviest:
    """Return the most of each among pages of one kind; there must be a page."""
    return Heaviest(
        html=max(page.html for page in pages),
        scripts=max(sum(page.scripts.values()) for page in pages),
        styles=max(sum(page.styles.values()) for page in pages),
        images=max(sum(page.images.values()) for page in pages),
        files=max(page.files for page in pages),
    )


def broken_budgets(
    pages: Mapping[str, Sequence[Weight]], recorded: Mapping[str, Mapping[str, int]]
) -> list[str]:
    """Return a line for each budget that is broken: which page, by how much, and what grew.

    Args:
        pages: Every page by its kind.
        recorded: Bytes by the name of the file, for the heaviest page of each kind, as `record`
            gives them.
    """
    return [
        f"{kind}: {problem} {_growth(found, recorded.get(kind, {}))}"
        for kind, weights in pages.items()
        if weights
        for found in [_heaviest_page(weights)]
        for problem in _problems(weights, BUDGETS[kind])
    ]


def record(pages: Mapping[str, Sequence[Weight]]) -> dict[str, dict[str, int]]:
    """Return what the heaviest page of each kind is made of, to compare later builds with."""
    return {
        kind: dict(sorted(_heaviest_page(weights).parts.items()))
        for kind, weights in pages.items()
        if weights
    }


def read_record() -> dict[str, dict[str, int]]:
    """Return what was recorded last; nothing where nothing was."""
    if not RECORD.is_file():
        return {}
    found: Any = json.loads(RECORD.read_text("utf-8"))
    return {kind: dict(parts) for kind, parts in found.items()}


def write_record(recorded: Mapping[str, Mapping[str, int]]) -> None:
    """Keep a record for later builds."""
    RECORD.write_text(json.dumps(recorded, indent=1) + "\n", "utf-8")


def _heaviest_page(weights: Sequence[Weight]) -> Weight:
    return max(weights, key=lambda page: (sum(page.parts.values()), page.page))


def _problems(weights: Sequence[Weight], budget: Budget) -> Iterator[str]:
    for page in weights:
        sizes = (
            ("HTML", page.html, budget.html),
            ("scripts", sum(page.scripts.values()), budget.scripts),
            ("style sheets", sum(page.styles.values()), budget.styles),
            ("pictures", sum(page.images.values()), budget.images),
        )
        for what, size, most in sizes:
            if size > most:
                yield f"{page.page} has {size:,} bytes of {what}, {most:,} are allowed."
        if page.files > budget.files:
            yield f"{page.page} brings {page.files} files, {budget.files} are allowed."


def _growth(page: Weight, recorded: Mapping[str, int]) -> str:
    """Tell what the heaviest page has more of than it had, the largest growth first."""
    grown = {
        name: size - recorded.get(name, 0)
        for name, size in page.parts.items()
        if size > recorded.get(name, 0)
    }
    if not grown:
        return "Since the last record, none of its files grew: the page itself did."
    largest = sorted(grown, key=lambda name: (-grown[name], name))[:_SHOWN]
    told = ", ".join(
        f"{name} +{kilobytes(grown[name])}" + ("" if name in recorded else " (new)")
        for name in largest
    )
    return f"Since the last record, {page.page} has more of: {told}."
