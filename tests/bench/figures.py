"""All that is measured in one go."""

from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from .first_load import FirstLoad
from .machine import Machine
from .precache import Precache
from .report import Kind, PageLoad
from .site_files import SizedPage

HOME = "/"
"""The route of the home screen."""


@dataclass(frozen=True)
class Route:
    """A route and its loads in Lighthouse, one or more."""

    path: str
    loads: tuple[PageLoad, ...]

    def middle(self, figure: str) -> float:
        """Return the median of one of `PageLoad`'s figures."""
        return float(median(map(attrgetter(figure), self.loads)))

    def middle_bytes(self, kind: Kind) -> float:
        """Return the median of the bytes over the network for one kind of request."""
        return float(median(load.transferred[kind] for load in self.loads))


@dataclass(frozen=True)
class Figures:
    """Everything measured.

    Attributes:
        machine: Where and when.
        routes: Lighthouse's figures, in the order asked for.
        missing: Routes asked for that the site does not have.
        pages: Every page's size, the largest first.
        first_load: The home screen's scripts.
        precache: What is stored for later; None where there is no service worker.
    """

    machine: Machine
    routes: tuple[Route, ...]
    missing: tuple[str, ...]
    pages: tuple[SizedPage, ...]
    first_load: FirstLoad
    precache: Precache | None
