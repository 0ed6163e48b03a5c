"""The part of the page of figures that tells of building."""

from typing import Final

from .budgets import kilobytes
from .building import BuildTimes
from .document import measured_line, table
from .machine import Machine

NAME: Final = "build"


def building_text(machine: Machine, times: BuildTimes) -> str:
    """Return the section."""
    return "\n\n".join(
        [
            "## Building",
            "Each is measured once, on a copy of the sources. npm takes packages from its cache "
            "where it has them; else the first build also waits for the network.\n\n"
            + measured_line(machine, NAME),
            table(("what", "time"), _times(times)),
            table(("what is built", "count"), _counts(times)),
        ]
    )


def _times(times: BuildTimes) -> list[list[str]]:
    return [
        ["`mooring build` in a new folder, npm's packages fetched", f"{times.first:.0f} s"],
        ["`mooring build`, clean, with npm's packages in place", f"{times.clean:.0f} s"],
        ["`mooring build --if-changed`, nothing changed", f"{times.unchanged:.1f} s"],
    ]


def _counts(times: BuildTimes) -> list[list[str]]:
    contents = times.contents
    return [
        ["pages", f"{contents.pages:,}"],
        ["scripts", f"{contents.scripts:,}"],
        ["all files, without their compressed copies", f"{contents.files:,}"],
        ["bytes of them", kilobytes(contents.size)],
        ["bytes of them as sent, brotli", kilobytes(contents.sent)],
    ]
