"""The site that leaving quickly leads to, and what can be seen on the way there."""

import base64

from playwright.sync_api import BrowserContext, Page, expect

from pwa_app.site import site as operator
from tests.browser.watch import Watch

NEUTRAL = operator().leave_url
NEUTRAL_ORIGIN = "/".join(NEUTRAL.split("/")[:3])
NEUTRAL_PAGE = "<!doctype html><title>Weather</title><h1>Sunny elsewhere</h1>"

NEXT_FRAME = """
(() => {
  const status = "[data-leave-status]";
  const how = { opacityProperty: true, visibilityProperty: true };
  const isSeen = (part) => !part.closest(status) && part.checkVisibility(how);
  window.seen = [];
  const look = () => requestAnimationFrame(() => {
    window.seen.push([...document.querySelectorAll("body, body *")].filter(isSeen).length);
  });
  for (const input of ["click", "keyup", "pointerup", "devicemotion"]) {
    addEventListener(input, look, true);
  }
})();
"""
"""Counts, for each tap or key, the parts of the page that can be seen in the frame after it."""

_COLOURS = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  return new Set(new Uint32Array(data.buffer)).size;
}"""


def know_the_neutral_site(context: BrowserContext, watch: Watch, *, answers: bool = True) -> None:
    """Answer for the neutral site, which is not to be asked by a test.

    Args:
        context: The browser.
        watch: What it is watched by.
        answers: False leaves the tab where it is, as a network does that never answers.
    """
    watch.origins.add(NEUTRAL_ORIGIN)
    page = {"body": NEUTRAL_PAGE, "content_type": "text/html"}
    context.route(
        f"{NEUTRAL_ORIGIN}/**",
        lambda route: route.fulfill(**page) if answers else route.fulfill(status=204),
    )


def expect_neutral(page: Page) -> None:
    """Wait until the tab shows the neutral site."""
    page.wait_for_url(NEUTRAL)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sunny elsewhere")


def press_shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def colours_shown(page: Page) -> int:
    """How many colours a picture of the page has: 1 where it is covered."""
    picture = base64.b64encode(page.screenshot(animations="allow", caret="initial")).decode()
    empty = page.context.new_page()
    found: int = empty.evaluate(_COLOURS, picture)
    empty.close()
    return found
