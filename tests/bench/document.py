"""The page of figures: Markdown with a section for each part, between two markers of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .budgets import Verdict
from .errors import BenchError
from .machine import Machine

NEW_PAGE: Final = "# Performance\n"
"""The page as it begins, before anything was measured."""

_MET: Final = {True: "met", False: "**not met**", None: "–"}


@dataclass(frozen=True)
class Section:
    """A part of the page that the tool writes; what stands outside of all sections stays.

    Attributes:
        name: What `make bench PART=…` calls it.
    """

    name: str

    @property
    def begin(self) -> str:
        """The line before it."""
        return f"<!-- {self.name}, measured by `make bench`: begin -->"

    @property
    def end(self) -> str:
        """The line after it."""
        return f"<!-- {self.name}, measured by `make bench`: end -->"


def with_section(page: str, section: Section, text: str) -> str:
    """Return a page with a text in the place of what a section held, or at its end.

    Raises:
        BenchError: The page does not hold each marker once, in order, or neither of them.
    """
    begin, end = section.begin, section.end
    if begin not in page and end not in page:
        page = f"{page.rstrip()}\n\n{begin}\n{end}\n"
    before, found_begin, rest = page.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end or begin in rest or end in before + after:
        raise BenchError(f"The page must hold {begin} and, after it, {end}, each once.")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; every column but the first is aligned to the right."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def verdict_table(verdicts: Sequence[Verdict]) -> str:
    """Return the table of budgets and what became of them."""
    rows = [(it.what, it.budget, it.measured, _MET[it.met]) for it in verdicts]
    return table(("what", "budget", "measured", "verdict"), rows)


def times(count: int) -> str:
    """Return how often, in words."""
    return "once" if count == 1 else f"{count} times"


def measured_line(machine: Machine, part: str, *details: str) -> str:
    """Return when, where and with what a part was measured, and how to measure it again.

    Args:
        machine: Where and when.
        part: The section's name.
        details: What else was used, such as a program and its version.
    """
    used = ", ".join((machine.browser, *details))
    return (
        f"Measured on {machine.date}, commit {machine.commit}, with {used}. "
        f"Machine: {machine.processor}, {machine.cores} cores, load {machine.load:.1f} at the "
        f"start. By itself: `make bench PART={part}`."
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
