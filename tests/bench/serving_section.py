"""The part of the page of figures that tells of `mooring serve` under load, beside nginx."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from .document import measured_line, table, times
from .machine import Machine
from .serving import Compared
from .wrk import CONNECTIONS, SECONDS, THREADS, Load

NAME: Final = "serve"


def serving_text(machine: Machine, used: Sequence[str], measured: Sequence[Compared]) -> str:
    """Return the section.

    Args:
        machine: Where and when.
        used: nginx and wrk, each with its version.
        measured: Each request, to both servers.
    """
    return "\n\n".join(
        [
            "## `mooring serve` beside nginx",
            _introduction(machine, used, measured),
            table(_HEAD, [_row(compared) for compared in measured]),
            _same(measured),
        ]
    )


_HEAD: Final = (
    "asked for",
    "taken",
    "body",
    "`mooring serve`",
    "p99",
    "nginx",
    "p99",
    "ours to nginx's",
)


def _introduction(machine: Machine, used: Sequence[str], measured: Sequence[Compared]) -> str:
    rounds = max((len(compared.ours) for compared in measured), default=0)
    return (
        "Both serve the same built folder over plain HTTP on the loopback address, with the "
        "same compressed copies and the headers of `_headers`, each with one worker process and "
        f"nothing but its usual settings. wrk asks each in turns, {times(rounds)} for {SECONDS} "
        f"seconds, with {CONNECTIONS} connections in {THREADS} threads that ask again as soon as "
        "they are answered: so p99 is the time that 99 of 100 requests took while the server did "
        "all it could. Each figure is the median of the rounds. `mooring serve` is for trying the "
        "app out and for small hosts; behind a network that carries 20 Mbit/s, 200 home pages a "
        "second already fill it.\n\n" + measured_line(machine, NAME, *used)
    )


def _row(compared: Compared) -> list[str]:
    request = compared.request
    return [
        request.what,
        request.encoding,
        f"{compared.size:,} B",
        *_load(compared.ours),
        *_load(compared.nginx),
        f"{compared.ratio:.2f}",
    ]


def _load(loads: Sequence[Load]) -> tuple[str, str]:
    rate, late = median(load.rate for load in loads), median(load.p99 for load in loads)
    return f"{rate:,.0f}/s", f"{late:,.1f} ms"


def _same(measured: Sequence[Compared]) -> str:
    differing = sorted({name for compared in measured for name in compared.differing})
    if not differing:
        return "Both sent the same bytes and the same headers, and every request was answered."
    return f"Both sent the same bytes; these headers differed: {', '.join(differing)}."
