"""A kind word where an address leads nowhere, with or without a network."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.layout import page
from pwa_app.pages.words import _


def not_found_page() -> rx.Component:
    """What is here instead."""
    return page(
        rx.el.h1(_("This page is not here")),
        ui.lead(_("You did nothing wrong. These work, also with no network:")),
        rx.el.ul(
            ui.item(_("Now"), _("Something to do right away"), "/"),
            ui.item(_("Cards"), _("Small things that can help"), "/cards/"),
            ui.item(_("Help now"), _("A person to talk to"), "/help/"),
            class_name="items section",
        ),
        room="",
    )
