"""Reading Lighthouse's report.

https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NotRequired, TypedDict, cast
from urllib.parse import urlsplit

from .errors import BenchError

Kind = Literal["document", "script", "stylesheet", "image", "other"]
"""What a request was for."""

KINDS: Final[tuple[Kind, ...]] = ("document", "script", "stylesheet", "image", "other")

_KIND_OF_TYPE: Final[Mapping[str, Kind]] = {
    "Document": "document",
    "Script": "script",
    "Stylesheet": "stylesheet",
    "Image": "image",
}


@dataclass(frozen=True)
class PageLoad:
    """One load of a page.

    Attributes:
        performance: Score, 0 to 100; so are the other three.
        accessibility: Score.
        best_practices: Score.
        seo: Score.
        fcp: First Contentful Paint in milliseconds.
        lcp: Largest Contentful Paint in milliseconds.
        tbt: Total Blocking Time in milliseconds.
        cls: Cumulative Layout Shift, without a unit.
        speed_index: Speed Index in milliseconds.
        transferred: Bytes over the network, with headers, by what they were for.
        requests: How many, without those of the service worker.
        elsewhere: Addresses of other origins that were asked for.
        failed_audits: What cost points outside of performance.
        benchmark_index: Lighthouse's measure of the machine's speed while it ran.
        version: Lighthouse's version.
    """

    performance: int
    accessibility: int
    best_practices: int
    seo: int
    fcp: float
    lcp: float
    tbt: float
    cls: float
    speed_index: float
    transferred: Mapping[Kind, int]
    requests: int
    elsewhere: tuple[str, ...]
    failed_audits: tuple[str, ...]
    benchmark_index: float
    version: str

    @property
    def total_bytes(self) -> int:
        """All bytes over the network."""
        return sum(self.transferred.values())


class _Request(TypedDict):
    url: str
    resourceType: NotRequired[str]
    transferSize: NotRequired[int]
    sessionTargetType: NotRequired[str]


class _Details(TypedDict):
    items: list[_Request]


class _Audit(TypedDict):
    score: float | None
    numericValue: NotRequired[float]
    details: NotRequired[_Details]


class _AuditRef(TypedDict):
    id: str
    weight: float


class _Category(TypedDict):
    score: float | None
    auditRefs: list[_AuditRef]


class _Problem(TypedDict):
    code: str
    message: str


class _Environment(TypedDict):
    benchmarkIndex: float


class _Report(TypedDict):
    lighthouseVersion: str
    finalDisplayedUrl: str
    runtimeError: NotRequired[_Problem]
    audits: dict[str, _Audit]
    categories: dict[str, _Category]
    environment: _Environment


def read_report(text: str) -> PageLoad:
    """Read a report in Lighthouse's JSON form.

    Raises:
        BenchError: The page could not be loaded, or the report lacks a figure.
    """
    report = cast(_Report, json.loads(text))
    if problem := report.get("runtimeError"):
        raise BenchError(f"{problem['code']}: {problem['message']}")
    try:
        return _page_load(report)
    except KeyError as error:
        raise BenchError(f"the report has no {error}") from error


def _page_load(report: _Report) -> PageLoad:
    def figure(audit: str) -> float:
        value = report["audits"][audit].get("numericValue")
        if value is None:
            raise BenchError(f"there is no figure for {audit}")
        return value

    requests = _requests(report)
    return PageLoad(
        performance=_score(report, "performance"),
        accessibility=_score(report, "accessibility"),
        best_practices=_score(report, "best-practices"),
        seo=_score(report, "seo"),
        fcp=figure("first-contentful-paint"),
        lcp=figure("largest-contentful-paint"),
        tbt=figure("total-blocking-time"),
        cls=figure("cumulative-layout-shift"),
        speed_index=figure("speed-index"),
        transferred=_bytes_by_kind(requests),
        requests=len(requests),
        elsewhere=_elsewhere(requests, report["finalDisplayedUrl"]),
        failed_audits=_failed_audits(report),
        benchmark_index=report["environment"]["benchmarkIndex"],
        version=report["lighthouseVersion"],
    )


def _score(report: _Report, category: str) -> int:
    score = report["categories"][category]["score"]
    if score is None:
        raise BenchError(f"there is no score for {category}")
    return round(score * 100)


def _requests(report: _Report) -> list[_Request]:
    items = report["audits"]["network-requests"].get("details", {"items": []})["items"]
    network = [item for item in items if urlsplit(item["url"]).scheme in {"http", "https"}]
    return [item for item in network if item.get("sessionTargetType", "page") == "page"]


def _bytes_by_kind(requests: list[_Request]) -> dict[Kind, int]:
    totals: dict[Kind, int] = dict.fromkeys(KINDS, 0)
    for request in requests:
        kind: Kind = _KIND_OF_TYPE.get(request.get("resourceType", ""), "other")
        totals[kind] += request.get("transferSize", 0)
    return totals


def _elsewhere(requests: list[_Request], page: str) -> tuple[str, ...]:
    own = urlsplit(page).netloc
    return tuple(item["url"] for item in requests if urlsplit(item["url"]).netloc != own)


def _failed_audits(report: _Report) -> tuple[str, ...]:
    failed: list[str] = []
    for name, category in report["categories"].items():
        if name == "performance":
            continue
        weighted = [ref["id"] for ref in category["auditRefs"] if ref["weight"] > 0]
        scores = {audit: report["audits"][audit]["score"] for audit in weighted}
        failed += [audit for audit, score in scores.items() if score is not None and score < 1]
    return tuple(failed)
