"""What is to be measured, as asked for on the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .say import Say


@dataclass(frozen=True)
class Order:
    """One call of the tool.

    Attributes:
        site: The built site's folder.
        routes: Only these pages, where a part measures pages; None for the usual ones.
        runs: How often each thing is measured; None for each part's own number.
        say: Called with a line before each step.
    """

    site: Path
    routes: Sequence[str] | None
    runs: int | None
    say: Say
