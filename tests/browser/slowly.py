"""A phone on which what changes softly takes its time, so that it can be looked at meanwhile."""

from playwright.sync_api import Page

STANDING_STILL = 0.001


def change_slowly(page: Page) -> None:
    """Make everything that fades or moves from now on a thousand times slower."""
    session = page.context.new_cdp_session(page)
    session.send("Animation.enable")
    session.send("Animation.setPlaybackRate", {"playbackRate": STANDING_STILL})
