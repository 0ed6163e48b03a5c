"""What is wrong with packs, said so that the person who wrote them can put it right."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right in one pack file."""

    file: Path
    line: int
    """Line of the offending key, from 1."""
    reason: str
    """What is wrong and what to do, in plain words."""

    def __str__(self) -> str:
        """``file:line: reason``, which editors open at the line."""
        return f"{self.file}:{self.line}: {self.reason}"


class PackError(Exception):
    """Packs that cannot be used; carries every problem of every file at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        """The problems by file and line."""
        super().__init__("\n".join(str(problem) for problem in self.problems))
