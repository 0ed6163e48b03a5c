"""The part of the page of figures that sets the site beside others."""

from collections.abc import Sequence
from typing import Final

from .budgets import Verdict, kilobytes, milliseconds
from .comparing import Comparison
from .document import measured_line, table, times, verdict_table
from .figures import Route
from .machine import Machine
from .peers import FLOOR, FLOOR_COLD_START_MS, PEERS, Peer
from .plain import LEFT_OUT

NAME: Final = "plain"

_HEAD: Final = (
    "page",
    "performance",
    "FCP",
    "LCP",
    "TBT",
    "HTML",
    "scripts",
    "styles",
    "all",
    "requests",
)
_PEER_HEAD: Final = (
    "first page of",
    "performance",
    "FCP",
    "LCP",
    "LCP to its floor's",
    "TBT",
    "scripts",
    "all",
    "cold start offline",
    "to its floor's",
)


def comparing_text(machine: Machine, compared: Comparison) -> str:
    """Return the section."""
    version = compared.floor.loads[0].version
    return "\n\n".join(
        [
            "## Beside the plain Reflex export, and beside other apps",
            _introduction(machine, version, len(compared.floor.loads)),
            verdict_table(comparison_verdicts(compared)),
            table(_HEAD, _rows(compared)),
            "### Beside other apps",
            _about_peers(),
            table(_PEER_HEAD, _peer_rows(compared)),
        ]
    )


def comparison_verdicts(compared: Comparison) -> list[Verdict]:
    """Hold our first page against the plain export's, and against every other app's."""
    return [
        *(_faster(ours, plain) for ours, plain in zip(compared.ours, compared.plain, strict=True)),
        _paints_before_others(compared),
        _starts_before_others(compared),
    ]


def _faster(ours: Route, plain: Route) -> Verdict:
    ratio = ours.middle("lcp") / plain.middle("lcp")
    what = f"LCP of `{ours.path}`, to the plain export's"
    return Verdict(what, "below 1.00", f"{ratio:.2f}", ratio < 1)


def _paints_before_others(compared: Comparison) -> Verdict:
    ratio = _home(compared).middle("lcp") / compared.floor.middle("lcp")
    best = min(PEERS, key=lambda peer: peer.lcp)
    least = best.lcp / FLOOR.lcp
    what = f"LCP of the first page, to the floor's; the best other app: {best.name}"
    return Verdict(what, f"{least:.2f}", f"{ratio:.2f}", ratio <= least)


def _starts_before_others(compared: Comparison) -> Verdict:
    ratio = compared.cold_start / compared.floor_cold_start
    starts = {peer.name: peer.cold_start for peer in PEERS if peer.cold_start is not None}
    best = min(starts, key=lambda name: starts[name])
    least = starts[best] / FLOOR_COLD_START_MS
    what = f"Cold start of the first page offline, to the floor's; the best other app: {best}"
    return Verdict(what, f"{least:.2f}", f"{ratio:.2f}", ratio <= least)


def _home(compared: Comparison) -> Route:
    return compared.ours[0]


def _introduction(machine: Machine, version: str, runs: int) -> str:
    return (
        f"{LEFT_OUT}\n\n"
        "The floor is a page of twelve cards with its style inside, and no more than makes it "
        "open offline (`tests/bench/floor/index.html`). All were loaded in turns in one run, by "
        f"the settings above, {times(runs)} each; figures are medians. Bytes are those over the "
        "network, with headers: each answer of ours carries the policies of `_headers`, the "
        "others have none.\n\n" + measured_line(machine, NAME, f"Lighthouse {version}")
    )


def _rows(compared: Comparison) -> list[list[str]]:
    rows: list[list[str]] = []
    for ours, plain in zip(compared.ours, compared.plain, strict=True):
        rows.append(_row(f"`{ours.path}`", ours))
        rows.append(_row(f"`{plain.path}`, plain export", plain))
        rows.append(_ratios(ours, plain))
    return [*rows, _row("the floor", compared.floor)]


def _row(label: str, route: Route) -> list[str]:
    return [
        label,
        f"{route.middle('performance'):.0f}",
        *(milliseconds(route.middle(name)) for name in ("fcp", "lcp", "tbt")),
        *(kilobytes(size) for size in _sizes(route)),
        f"{route.middle('requests'):.0f}",
    ]


def _ratios(ours: Route, plain: Route) -> list[str]:
    paints = [_ratio(ours.middle(name), plain.middle(name)) for name in ("fcp", "lcp", "tbt")]
    sizes = [_ratio(one, other) for one, other in zip(_sizes(ours), _sizes(plain), strict=True)]
    requests = _ratio(ours.middle("requests"), plain.middle("requests"))
    return ["ours to plain", "", *paints, *sizes, requests]


def _sizes(route: Route) -> Sequence[float]:
    kinds = [route.middle_bytes(kind) for kind in ("document", "script", "stylesheet")]
    return [*kinds, route.middle("total_bytes")]


def _ratio(ours: float, other: float) -> str:
    return f"{ours / other:.2f}" if other else "–"


def _about_peers() -> str:
    return (
        "The others' figures are of 2026-11-22 and of another machine (2 cores, Chromium "
        "156.0.8078.79, Lighthouse 12.8.2, the median of 3 loads, one server for all). Each is a "
        "production build of a public repository on GitHub, by the owner and at the commit named, "
        "first pages only. What they load from other sites could not be reached, so in life they "
        "are slower. A machine's own speed falls out where each is set beside the floor that was "
        "measured with it: a page of cards like ours. A cold start without a figure means that "
        "the app does not open without a network once the browser's cache is empty; theirs count "
        "until 90 % of the words are there, ours until the main heading is painted."
    )


def _peer_rows(compared: Comparison) -> list[list[str]]:
    floor = _as_peer("the floor of this run", compared.floor, compared.floor_cold_start)
    ours = _as_peer("**Mooring**", _home(compared), compared.cold_start)
    return [
        _peer_row(ours, floor),
        *(_peer_row(peer, FLOOR) for peer in PEERS),
        _peer_row(floor, floor),
        _peer_row(FLOOR, FLOOR),
    ]


def _as_peer(name: str, route: Route, cold_start: float) -> Peer:
    return Peer(
        name=name,
        performance=round(route.middle("performance")),
        fcp=route.middle("fcp"),
        lcp=route.middle("lcp"),
        tbt=route.middle("tbt"),
        scripts=route.middle_bytes("script"),
        total=route.middle("total_bytes"),
        cold_start=cold_start,
    )


def _peer_row(peer: Peer, floor: Peer) -> list[str]:
    started = peer.cold_start
    return [
        peer.name,
        str(peer.performance),
        milliseconds(peer.fcp),
        milliseconds(peer.lcp),
        _ratio(peer.lcp, floor.lcp),
        milliseconds(peer.tbt),
        kilobytes(peer.scripts),
        kilobytes(peer.total),
        "–" if started is None else milliseconds(started),
        "–" if started is None or not floor.cold_start else _ratio(started, floor.cold_start),
    ]
