"""What would keep somebody from reading or using a page, in the state it is in.

Three looks at it: axe's rules (WCAG 2.2 A and AA, and AAA where axe has a rule, and its best
practice); the tree that the browser hands to screen readers; and the contrast of every word and
edge in each of the colours the app can have.
"""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.accessibility_tree import tree_faults
from tests.waiting import wait_until

AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag2aaa",
            "wcag21a",
            "wcag21aa",
            "wcag22a",
            "wcag22aa",
            "best-practice",
        ],
    },
    # All rules of these tags run; none is left out. These two are off unless they are asked for.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")

COLOURS: dict[str, dict[str, str]] = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "more contrast": {"theme": "contrast"},
    "under a plain name": {"look": "harbour"},
    "under a plain name, dark": {"look": "harbour", "theme": "dark"},
}
"""The colours of the app, by the attributes of the page that the settings set."""

_COLOUR = """(chosen) => {
  const { dataset } = document.documentElement;
  const before = { theme: dataset.theme, look: dataset.look };
  for (const name of ["theme", "look"]) {
    if (chosen[name]) dataset[name] = chosen[name];
    else delete dataset[name];
  }
  return before;
}"""


_WHOLE = """document.getAnimations().every(({ effect, playState }) =>
  playState !== "running" || effect.getComputedTiming().endTime === Infinity)"""
"""Nothing that ends by itself is still coming in."""


def barriers(page: Page) -> list[str]:
    """What stands in somebody's way, one line each; nothing where all is well."""
    wait_until(page, _WHOLE)
    return [*axe_faults(page), *tree_faults(page), *contrast_faults(page)]


def axe_faults(page: Page) -> list[str]:
    """What axe finds, one line for each element."""
    found: list[dict[str, Any]] = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def contrast_faults(page: Page) -> list[str]:
    """Words of less than 7:1 and edges of controls of less than 3:1, in each of the colours.

    WCAG 2.2, 1.4.6 and 1.4.11; the size of words makes no difference here, as it would there.
    """
    before = page.evaluate(_COLOUR, {})
    found = []
    for name, chosen in COLOURS.items():
        page.evaluate(_COLOUR, chosen)
        found += [f"{name}: {line}" for line in page.evaluate(CONTRAST)]
    page.evaluate(_COLOUR, before)
    return found
