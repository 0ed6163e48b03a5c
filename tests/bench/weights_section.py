"""The part of the page of figures that tells what each kind of page weighs, beside its budget."""

from collections.abc import Mapping, Sequence
from typing import Final

from .budgets import LARGEST_PRECACHE_BYTES, Verdict, kilobytes
from .document import measured_line, table, verdict_table
from .machine import Machine
from .precache import Precache
from .weight_budgets import BUDGETS, Budget, Heaviest, broken_budgets, heaviest
from .weights import Weight

NAME: Final = "bytes"

_HEAD: Final = ("kind of page", "pages", "HTML", "scripts", "styles", "pictures", "files")


def weights_text(
    machine: Machine, pages: Mapping[str, Sequence[Weight]], precache: Precache | None
) -> str:
    """Return the section."""
    present = {kind: weights for kind, weights in pages.items() if weights}
    return "\n\n".join(
        [
            "## Bytes by kind of page",
            _introduction(machine),
            verdict_table(weight_verdicts(present, precache)),
            table(_HEAD, [_row(kind, weights) for kind, weights in present.items()]),
        ]
    )


def weight_verdicts(
    pages: Mapping[str, Sequence[Weight]], precache: Precache | None
) -> list[Verdict]:
    """Hold the build against the byte budgets."""
    broken = broken_budgets(pages, {})
    over = f"{len(broken)} broken" if broken else "none broken"
    kinds = Verdict("Bytes and files of every kind of page", "as below", over, not broken)
    return [kinds, *([_stored(precache)] if precache else [])]


def _stored(precache: Precache) -> Verdict:
    return Verdict(
        "Stored for offline use, compressed",
        kilobytes(LARGEST_PRECACHE_BYTES),
        f"{kilobytes(precache.size)} in {precache.requests} requests",
        precache.size <= LARGEST_PRECACHE_BYTES,
    )


def _introduction(machine: Machine) -> str:
    return (
        "What the first visit to a page brings until React has taken it over, told from the "
        "built files: the page, the scripts it names, its style sheets and pictures, as sent with "
        "brotli and without headers. Each figure is the most that any page of the kind has, and "
        "after the slash its budget. The tests fail where one is broken, and name what grew "
        "since `tests/bench/weights.json` was written, which this part does.\n\n"
        + measured_line(machine, NAME)
    )


def _row(kind: str, weights: Sequence[Weight]) -> list[str]:
    most, budget = heaviest(weights), BUDGETS[kind]
    return [kind, str(len(weights)), *_beside(most, budget), f"{most.files} / {budget.files}"]


def _beside(most: Heaviest, budget: Budget) -> list[str]:
    pairs = (
        (most.html, budget.html),
        (most.scripts, budget.scripts),
        (most.styles, budget.styles),
        (most.images, budget.images),
    )
    return [f"{kilobytes(size)} / {kilobytes(allowed)}" for size, allowed in pairs]
