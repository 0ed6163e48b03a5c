"""React Router's start script, turned into data.

An exported page starts React from an inline module script that differs from page to page. As a
block of data it needs no hash of its own, and browser/hydration.js can read it when the page has
been painted.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

_MANIFEST = re.compile(r'^import "([^"]+)";$', re.MULTILINE)
_ROUTE = re.compile(r'^import \* as (route\d+) from "([^"]+)";$', re.MULTILINE)
_MODULES = re.compile(r"window\.__reactRouterRouteModules = \{(.*)\};")
_MODULE = re.compile(r'("(?:[^"\\]|\\.)*"):(route\d+)')
_ENTRY = re.compile(r'^import\("([^"]+)"\);$', re.MULTILINE)

_STATEMENTS = (_MANIFEST, _ROUTE, _MODULES, _ENTRY)


class HydrationError(RuntimeError):
    """React Router's start script is not written as expected; the message holds it."""


@dataclass(frozen=True)
class Hydration:
    """What React needs to take over a page.

    Attributes:
        manifest: Address of the router's manifest module.
        routes: Route ids and the addresses of their modules, outermost first.
        entry: Address of the module that hydrates the document.
    """

    manifest: str
    routes: tuple[tuple[str, str], ...]
    entry: str


def is_start_script(text: str) -> bool:
    """Return whether an inline script is the one that starts React."""
    return "window.__reactRouterRouteModules" in text


def read_start_script(text: str) -> Hydration:
    """Read React Router's start script.

    Raises:
        HydrationError: It holds anything but the imports and assignments known here.
    """
    manifest, entry, modules = (pattern.findall(text) for pattern in (_MANIFEST, _ENTRY, _MODULES))
    rest = text
    for statement in _STATEMENTS:
        rest = statement.sub("", rest)
    if rest.strip() or not len(manifest) == len(entry) == len(modules) == 1:
        msg = f"React Router's start script is not written as expected:\n{text}"
        raise HydrationError(msg)
    addresses = dict(_ROUTE.findall(text))
    routes = tuple((json.loads(name), addresses[var]) for name, var in _MODULE.findall(modules[0]))
    return Hydration(manifest[0], routes, entry[0])


def data_block(hydration: Hydration, preload: Sequence[str], styles: str) -> str:
    """Return the script element that holds the data.

    Args:
        hydration: What React needs.
        preload: Addresses of every module it imports, to be fetched together.
        styles: Address of the rules for what only React shows.
    """
    data = {
        "manifest": hydration.manifest,
        "routes": dict(hydration.routes),
        "entry": hydration.entry,
        "preload": list(preload),
        "styles": styles,
    }
    text = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" data-pwa-hydration>{text}</script>'
