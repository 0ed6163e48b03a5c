"""Going through a page with the keyboard alone, and looking at each step whether it can be seen."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.waiting import eventually, wait_for_paint

_FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { name: "", problem: "" };
  focused.dataset.reached = "";
  const text = focused.labels?.[0]?.innerText ?? focused.getAttribute("aria-label")
    ?? document.getElementById(focused.getAttribute("aria-labelledby"))?.innerText
    ?? focused.innerText ?? "";
  const name = text.replace(/\\s+/g, " ").trim();
  const label = focused.nextElementSibling;
  const drawn = focused.matches("input") && label?.matches(".chip, .mood, .button");
  const seen = drawn ? label : focused;
  const box = seen.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const shares = [0.1, 0.5, 0.9];
  const points = shares.flatMap((x) => shares.map((y) =>
    [box.x + box.width * x, box.y + box.height * y]));
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const stuck = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return at;
    }
    return null;
  };
  const covered = inside.map(([x, y]) => stuck(document.elementFromPoint(x, y)))
    .find((bar) => bar && !bar.contains(seen));
  const problem = outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? "has no ring"
    : inside.length === 0 ? "is off the screen"
    : covered ? `is under ${covered.outerHTML.slice(0, 60)}` : "";
  return { name, problem: problem && `${problem}: ${seen.outerHTML.slice(0, 120)}` };
}"""
"""What has the focus, and why that could not be seen (WCAG 2.2, 2.4.7 and 2.4.12)."""

FOCUSABLE = """() => {
  const all = [...document.querySelectorAll("a, button, summary, input, select, textarea")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
  const radios = all.filter(({ type }) => type === "radio");
  return all.length - radios.length + new Set(radios.map(({ name }) => name)).size;
}"""
"""How many stops the Tab key makes: the radio buttons of one question are one stop."""


def focused(page: Page) -> str:
    """The name of what has the focus."""
    return str(_focused(page)["name"])


def press(page: Page, key: str) -> str:
    """Press a key, and give the name of what has the focus then, which has to be seen.

    After the last control of a page the browser's own have the focus: then the name is "".
    """
    page.keyboard.press(key)
    found = _focused(page)
    if found["problem"]:
        # What comes in above it moves it once more: it has to be seen when the page is at rest.
        eventually(page, lambda: _is_still(page), "the page is at rest")
        found = _focused(page)
    assert not found["problem"], f"after {key}: {found['problem']}"
    return str(found["name"])


def go_to(page: Page, name: str, key: str = "Tab", most: int = 80) -> None:
    """Go on with a key to the control of a name."""
    passed = []
    for _ in range(most):
        passed.append(press(page, key))
        if passed[-1] == name:
            return
    pytest.fail(f"{key} never came to {name!r}, but to {passed}")


_PLACE = "() => JSON.stringify(document.activeElement.getBoundingClientRect())"


def _is_still(page: Page) -> bool:
    before = page.evaluate(_PLACE)
    page.wait_for_timeout(150)
    # A slow machine may not have drawn anything in that time.
    wait_for_paint(page)
    return bool(page.evaluate(_PLACE) == before)


def _focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(_FOCUSED)
    return found
