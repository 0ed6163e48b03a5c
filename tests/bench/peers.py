"""Figures of other apps, to be ahead of.

Each is a production build of a public repository on GitHub at the commit named. They were measured
on 2026-11-22 on another machine (2 cores, Chromium 156.0.8078.79, Lighthouse 12.8.2, the median
of 3 loads), all from one server with brotli and gzip. Cold start is until 90 % of the page's words
are there, in a new browser process without a network, the page's processor slowed down 4 times.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Peer:
    """What was measured of an app's first page.

    Attributes:
        name: What it is, and what it was built from.
        performance: Lighthouse's score, 0 to 100.
        fcp: First Contentful Paint in milliseconds.
        lcp: Largest Contentful Paint in milliseconds.
        tbt: Total Blocking Time in milliseconds.
        scripts: Bytes of JavaScript over the network.
        total: Bytes of the page over the network, without the service worker's own.
        cold_start: Milliseconds offline, with the browser's cache emptied; None where it does not
            open then.
    """

    name: str
    performance: int
    fcp: float
    lcp: float
    tbt: float
    scripts: float
    total: float
    cold_start: float | None


FLOOR_COLD_START_MS: Final = 178.0
FLOOR: Final = Peer(
    "the floor of that run, a page of cards", 100, 630, 900, 2, 100, 2_200, FLOOR_COLD_START_MS
)
"""A page like the one in `floor/`, measured beside the others."""

PEERS: Final = (
    Peer("plan-na-kryzys (TomaszKowalczyk09, 0070191)", 94, 1860, 2920, 73, 112_000, 277_000, 682),
    Peer("pausenknopf (liareu, 7a669e3)", 91, 1730, 3300, 92, 91_100, 416_000, None),
    Peer("breathe-less (adamshand, 0612c63)", 96, 1690, 2520, 112, 50_600, 125_000, 580),
    Peer("illtracker (petrroll, 52ede98)", 99, 1420, 1570, 10, 66_800, 72_700, 433),
    Peer("Mood-Tracker-App (Divydeveloper, 9a95d27)", 97, 670, 900, 186, 0, 60_100, None),
    Peer("moodtracker (benji6, d7cf70ac)", 48, 2620, 5460, 1903, 344_000, 871_000, 1464),
    Peer("nomie6-oss (open-nomie, 96a1b70)", 65, 3970, 4840, 336, 590_000, 701_000, None),
    Peer("thinking-bugs (giekaton, 6b18bcd)", 98, 1740, 1890, 74, 77_300, 88_800, None),
    Peer("svgomg (jakearchibald, 1e1a144)", 99, 1070, 2000, 68, 7_000, 30_000, 318),
    Peer("squoosh (GoogleChromeLabs, 19beb1a7)", 99, 1220, 1940, 38, 30_600, 105_000, 493),
    Peer("proxx (GoogleChromeLabs, c6c1558)", 92, 890, 1960, 312, 22_600, 114_000, 526),
    Peer("Reflex 0.10.1, its blank template", 93, 2640, 2640, 0, 208_000, 267_000, None),
    Peer("Reflex 0.10.1 without state, a page of cards", 98, 2010, 2010, 0, 141_000, 148_000, None),
)
"""The nearest apps first, then a few known for their speed, then Reflex by itself."""
