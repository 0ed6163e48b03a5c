"""The page that "Leave quickly" goes to where there is no network. It shows nothing of the app."""

import reflex as rx

from pwa_app.pages.words import _

NEUTRAL_TITLE = _("No connection")


def neutral_page() -> rx.Component:
    """What any browser might show."""
    return rx.el.main(
        rx.el.h1(NEUTRAL_TITLE),
        rx.el.p(_("Check your network, then try again.")),
        custom_attrs={"data-leave-target": ""},
    )
