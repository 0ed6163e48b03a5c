"""Typing a word that stands nowhere else into every field, and looking for it everywhere."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

STEM = "zqwren"
"""How every canary begins; no word of any language does."""

_KINDS = (
    "input:not([type])",
    *(f"input[type={kind}]" for kind in ("text", "search", "tel", "url", "email", "password")),
    "textarea",
    "[contenteditable]",
)

FIELDS = ", ".join(f"{kind}:not([readonly]):not([disabled]):visible" for kind in _KINDS)
"""Whatever takes words, as a CSS selector; a field added later is found by it too."""

NOT_READY = ", ".join(f"{kind}:is([readonly], [disabled]):visible" for kind in _KINDS)
"""What takes words only once React is there, and a form's draft has been read."""

WHAT_IS_TOLD = """() => [
  location.href,
  document.title,
  document.cookie,
  document.referrer,
  window.name,
  JSON.stringify(history.state),
  ...[...document.querySelectorAll("link[href], script[src], iframe[src], form[action]")].map(
    (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? element.action),
].join("\\n")"""
"""What a page shows of itself to the browser, which may keep it, and to whoever looks on."""

LEADS = """(stem) => [...document.querySelectorAll("a[href]")]
  .map((link) => link.getAttribute("href")).filter((href) => href.toLowerCase().includes(stem))"""
"""Where links lead that have a canary in their address."""


@dataclass
class Canaries:
    """Canaries, each typed into one field.

    Attributes:
        typed: Where each was typed: the path of the page and the field's name.
        told: What a page has told of one that it should have kept to itself.
        handed_on: Links that carry one, which nobody follows but the person.
    """

    typed: dict[str, str] = field(default_factory=dict[str, str])
    told: list[str] = field(default_factory=list[str])
    handed_on: set[str] = field(default_factory=set[str])
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(100))

    def new(self, where: str) -> str:
        """One that was typed nowhere yet."""
        canary = f"{STEM}{next(self._numbers)}"
        self.typed[canary] = where
        return canary

    def type_everywhere(self, page: Page, path: str) -> None:
        """Type one into each field that can be seen, unless it holds one already."""
        for one in page.locator(FIELDS).all():
            if STEM not in one.evaluate("(element) => element.value ?? element.textContent"):
                one.fill(self._fitting(one, path))
        self.look(page)

    def _fitting(self, one: Locator, path: str) -> str:
        canary = self.new(f"{path}#{one.get_attribute('id')}")
        if one.get_attribute("inputmode") == "url":
            return f"https://{canary}.example/{canary}?{canary}"
        # A number is called only for its digits; the rest of what was typed stays here.
        return f"{canary} 0123" if one.get_attribute("inputmode") == "tel" else canary

    def look(self, page: Page) -> None:
        """Look at what a page tells of itself now."""
        said = page.evaluate(WHAT_IS_TOLD)
        if STEM in said.lower():
            self.told.append(said)
        self.handed_on |= set(page.evaluate(LEADS, STEM))
