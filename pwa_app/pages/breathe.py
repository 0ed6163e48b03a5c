"""Paced breathing that needs no script: a circle that grows and shrinks, and the words for it."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Category, Library
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.layout import page
from pwa_app.pages.words import _


def breathe_page(library: Library) -> rx.Component:
    """In for four, out for six: about six breaths a minute, with no holding.

    Source: paced breathing in dialectical behaviour therapy (TIPP), four counts in and six to
    eight out.
    """
    return page(
        rx.el.h1(_("Breathe")),
        ui.lead(_("In while the circle grows. Out while it shrinks. No need to be deep.")),
        rx.el.div(class_name="breath", aria_hidden=True),
        ui.steps(
            [
                _("Breathe in through your nose. Count slowly to four."),
                _("Let the breath out through your mouth. Count slowly to six."),
                _("Go on for as long as you like. If you feel dizzy, breathe as you normally do."),
            ]
        ),
        ui.section(
            _("Other ways to breathe"),
            rx.el.ul(
                *(card_item(card) for card in library.cards_in(Category.BREATHE)),
                class_name="items",
            ),
        ),
        room="now",
        back=(_("Now"), "/"),
    )
