"""`mooring serve` under load, beside nginx with the same folder and the same requests."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urlsplit

from .errors import BenchError
from .nginx import served_by_nginx
from .say import Say
from .server import served
from .site_files import sent_bytes
from .wrk import Load, ask

ROUNDS: Final = 3
"""How often each server is asked each thing, in turns."""

_SMALLEST_SCRIPT: Final = 10_000
_COMPARED: Final = (
    "content-type",
    "content-encoding",
    "content-length",
    "cache-control",
    "vary",
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
)


@dataclass(frozen=True)
class Request:
    """One thing that a browser asks for.

    Attributes:
        what: What it is, in words.
        path: Its address on the site.
        encoding: What the browser takes: "br" or "gzip".
        again: Asked with the entity tag of what it has: 304 is the answer.
    """

    what: str
    path: str
    encoding: str
    again: bool = False


@dataclass(frozen=True)
class Answer:
    """What a server sent."""

    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Compared:
    """One request to both servers.

    Attributes:
        request: What was asked.
        size: Bytes of the body, 0 for a 304.
        ours: What the project's server could do, in each round.
        nginx: The same of nginx.
        differing: Names of headers that differ between the two.
    """

    request: Request
    size: int
    ours: tuple[Load, ...]
    nginx: tuple[Load, ...]
    differing: tuple[str, ...] = field(default=())

    @property
    def ratio(self) -> float:
        """Requests in a second, ours to nginx's: the median of the rounds."""
        pairs = zip(self.ours, self.nginx, strict=True)
        return median(ours.rate / nginx.rate for ours, nginx in pairs)


def measure_serving(site: Path, rounds: int | None, say: Say) -> list[Compared]:
    """Ask both servers for the home page, a script and a 304, in turns.

    Raises:
        BenchError: A server did not start, or the two do not send the same bytes.
    """
    with served(site) as ours, served_by_nginx(site) as nginx:
        return [
            _compare(ours, nginx, request, rounds or ROUNDS, say) for request in _requests(site)
        ]


def _requests(site: Path) -> list[Request]:
    script = f"/assets/{middle_script(site).name}"
    return [
        Request("the home page", "/", "br"),
        Request("the home page", "/", "gzip"),
        Request("a hashed script", script, "br"),
        Request("a hashed script", script, "gzip"),
        Request("the home page, not changed (304)", "/", "br", again=True),
    ]


def middle_script(site: Path) -> Path:
    """Return the smallest script of at least 10 kB as sent, which is about what most come to.

    Raises:
        BenchError: There is none.
    """
    scripts = sorted((site / "assets").glob("*.js"), key=lambda file: (sent_bytes(file), file.name))
    for script in scripts:
        if sent_bytes(script) >= _SMALLEST_SCRIPT:
            return script
    raise BenchError(f"There is no script of {_SMALLEST_SCRIPT} bytes in {site}.")


def _compare(ours: str, nginx: str, request: Request, rounds: int, say: Say) -> Compared:
    say(f"{request.what}, {request.encoding}: {rounds} rounds")
    tags = [_tag(origin, request) for origin in (ours, nginx)]
    headers = [_headers(request, tag) for tag in tags]
    first, second = (
        _asked(origin, request.path, sent)
        for origin, sent in zip((ours, nginx), headers, strict=True)
    )
    wanted = 304 if request.again else 200
    lengths = [answer.headers.get("content-length", "0") for answer in (first, second)]
    if {first.status, second.status} != {wanted} or lengths[0] != lengths[1]:
        raise BenchError(
            f"{request.what}: the servers differ: {first.status} and {second.status}, "
            f"{lengths[0]} and {lengths[1]} bytes"
        )
    loads = [
        (ask(f"{ours}{request.path}", headers[0]), ask(f"{nginx}{request.path}", headers[1]))
        for _round in range(rounds)
    ]
    return Compared(
        request,
        int(lengths[0]),
        tuple(load for load, _other in loads),
        tuple(load for _other, load in loads),
        tuple(name for name in _COMPARED if first.headers.get(name) != second.headers.get(name)),
    )


def _headers(request: Request, tag: str) -> dict[str, str]:
    return {"Accept-Encoding": request.encoding} | ({"If-None-Match": tag} if request.again else {})


def _tag(origin: str, request: Request) -> str:
    answer = _asked(origin, request.path, {"Accept-Encoding": request.encoding})
    return answer.headers.get("etag", "")


def _asked(origin: str, path: str, headers: Mapping[str, str]) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
    try:
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        answer.read()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()})
    finally:
        connection.close()
