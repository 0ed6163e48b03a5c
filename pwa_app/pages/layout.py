"""The frame that every page of this app stands in."""

import reflex as rx
from reflex.vars import BooleanVar

from pwa_app import ui
from pwa_app.device import Place
from pwa_app.pages.country_redirect import TellAhead
from pwa_app.pages.lock import StayOpen, behind_lock
from pwa_app.pages.words import _
from pwa_app.site import STORAGE_PREFIX, language, site

ROOMS = (
    ui.Room("now", _("Now"), "/", "waves"),
    ui.Room("cards", _("Cards"), "/cards/", "layers"),
    ui.Room("log", _("Log"), "/log/", "pencil-line"),
    ui.Room("plan", _("Plan"), "/plan/", "flag"),
    ui.Room("help", _("Help"), "/help/", "phone"),
)

HOME = site().folder(language())
"""The path this language is published under, for addresses that the router does not see."""

LEAVE_OFFLINE = f"{HOME}/offline/"
"""A page that shows nothing of this app, for "Leave quickly" where there is no network."""

HIDDEN_TITLE = _("Page")
"""What the title says while something else is in front: no word of what this app is for."""

WORDS = ui.FrameWords(
    name=site().name,
    plain_name=_("Now"),
    skip=_("Skip to the main part"),
    back=_("Back to"),
    leave=_("Leave quickly"),
    leave_url=site().leave_url,
    leave_offline_url=LEAVE_OFFLINE,
    leave_title=HIDDEN_TITLE,
    leave_two_more=_("Press Shift two more times to leave."),
    leave_one_more=_("Press Shift one more time to leave."),
    leave_timed_out=_("You are still here. Nothing happened."),
    leave_going=_("Leaving"),
    help_now=_("Help now"),
    rooms_label=_("Main rooms"),
    update_ready=_("A newer version is ready. What you typed is kept."),
    update_now=_("Update"),
    update_later=_("Not now"),
)


def page(
    *content: rx.Component,
    room: str,
    back: tuple[str, str] | None = None,
    back_while: BooleanVar | None = None,
    styles: str | tuple[str, ...] = (),
    kept: bool = False,
) -> rx.Component:
    """A page of the app: its content in the frame.

    Args:
        content: What stands in the frame.
        room: The key of the room it belongs to.
        back: The words and the address of the way back.
        back_while: When there is that way, where it is not always so.
        styles: A file in assets/page-styles/ that only few pages need, or several, without their
            ending; what all pages have is part of each page and counts for the size of each.
        kept: Whether the page shows what a person keeps; then the lock stands before it.
    """
    names = (styles,) if isinstance(styles, str) else styles
    own = [_page_styles(name) for name in (*names, "wide")]
    shown = [behind_lock(*content)] if kept else content
    unseen = (StayOpen.create(), Place.create(name=STORAGE_PREFIX), TellAhead.create())
    return ui.frame(
        *own,
        *shown,
        *unseen,
        words=WORDS,
        rooms=ROOMS,
        room=room,
        back=back,
        back_while=back_while,
    )


def _page_styles(name: str) -> rx.Component:
    # React moves a stylesheet with a precedence into the head, and shows the page with it.
    return rx.el.link(
        rel="stylesheet",
        href=f"{HOME}/page-styles/{name}.css",
        custom_attrs={"precedence": "page"},
    )
