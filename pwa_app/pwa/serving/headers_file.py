"""Read a site's ``_headers`` file, so that this server sends what the site's host sends.

The part of the Netlify and Cloudflare Pages syntax that both understand alike::

    # A comment has its line to itself. Empty lines mean nothing.
    /*
      X-Content-Type-Options: nosniff
    /about/
      Link: </style.css>; rel=preload

* A line that begins with ``/`` is a pattern for the path of a URL, without its query. It must
  fit the whole path, letter for letter; ``*`` (at most one) stands for any characters or none.
* The indented lines below it are headers, ``Name: value``.
* Every rule that fits applies. A header set more than once has its values joined by ``", "``.

Not understood, and refused: patterns with a host, ``:placeholders``, ``! Name`` (Cloudflare's way
to take a header back), and headers that only the server can know, such as ``Content-Length``.
"""

import re
from dataclasses import dataclass
from typing import Final

_OF_THE_BODY: Final = (
    "accept-ranges",
    "content-encoding",
    "content-length",
    "content-range",
    "etag",
)
_OF_THE_ANSWER: Final = ("age", "allow", "date", "location", "server", "set-cookie")
_OF_THE_CONNECTION: Final = ("connection", "keep-alive", "trailer", "transfer-encoding", "upgrade")
SERVER_HEADERS: Final = frozenset((*_OF_THE_BODY, *_OF_THE_ANSWER, *_OF_THE_CONNECTION))
"""Names (lower case) that ``_headers`` may not set: they depend on the single response."""

_FIELD_NAME = re.compile(r"[!#$%&'*+.^`|~\w-]+", re.ASCII)
_PLACEHOLDER = re.compile(r"/:[A-Za-z]")


class HeadersFileError(ValueError):
    """A line of ``_headers`` that cannot be understood; the message names line and reason."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers for the URL paths that a pattern fits.

    Attributes:
        pattern: Fits whole decoded paths, such as ``/about/``.
        headers: Pairs of name (lower case) and value, in the file's order.
    """

    pattern: re.Pattern[str]
    headers: tuple[tuple[str, str], ...]


def parse_headers(text: str) -> list[HeaderRule]:
    """Parse the text of a ``_headers`` file.

    Raises:
        HeadersFileError: A line is outside the syntax above.
    """
    rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        try:
            if not line[0].isspace():
                rules.append((_pattern(content), []))
            elif rules:
                rules[-1][1].append(_header(content))
            else:
                raise HeadersFileError("this header comes before any path")
        except HeadersFileError as error:
            raise HeadersFileError(f"_headers, line {number}: {error}") from None
    return [HeaderRule(pattern, tuple(headers)) for pattern, headers in rules]


def headers_for(path: str, rules: list[HeaderRule]) -> dict[str, str]:
    """Return the headers that the rules give a URL path, by name in lower case.

    Args:
        path: The path of a request, percent-decoded.
        rules: The rules of the site, in the file's order.
    """
    headers: dict[str, str] = {}
    for rule in rules:
        if rule.pattern.fullmatch(path):
            for name, value in rule.headers:
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _pattern(text: str) -> re.Pattern[str]:
    if not text.startswith("/"):
        raise HeadersFileError(f"a path must begin with '/', and headers be indented: {text!r}")
    if text.count("*") > 1:
        raise HeadersFileError(f"a path may have one '*' at most: {text!r}")
    if _PLACEHOLDER.search(text):
        raise HeadersFileError(f"placeholders are not understood here: {text!r}")
    return re.compile(".*".join(map(re.escape, text.split("*"))), re.DOTALL)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    name, value = name.strip().lower(), value.strip()
    if not colon or not _FIELD_NAME.fullmatch(name) or not value:
        raise HeadersFileError(f"a header must read 'Name: value': {text!r}")
    if not (value.isascii() and value.isprintable()):
        raise HeadersFileError(f"a header's value must be plain ASCII: {text!r}")
    if name in SERVER_HEADERS:
        raise HeadersFileError(f"only the server can set {name!r}")
    return name, value
