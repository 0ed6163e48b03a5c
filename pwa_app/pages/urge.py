"""Ride out an urge: words for the wave, things to do on it, a person."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

WAVE_CARDS = ("longer-out", "five-senses", "push-the-wall", "cool-glass", "just-two-words")
"""Cards to begin with in an urge: breath, senses, muscles, something cool, a person."""


def urge_page(library: Library) -> rx.Component:
    """Short steps for staying with an urge; none says how long it takes."""
    return page(
        rx.el.h1(_("You’re on the wave.")),
        ui.lead(_("Urges rise, peak and fall. You only have to stay for this minute.")),
        ui.steps(
            [
                _("Put some distance between you and anything you might use."),
                _("Breathe out slowly. Let the next breath come by itself."),
                _("Notice where in your body the urge is. Say to yourself: this is an urge."),
                _("Let it rise and fall like a wave. You don’t have to fight it or follow it."),
                _("Decide to wait a few minutes. Then decide again."),
            ]
        ),
        ui.section(
            _("Do something with it"),
            rx.el.ul(*(card_item(library.card(slug)) for slug in WAVE_CARDS), class_name="items"),
        ),
        rx.el.div(
            ui.button_link(_("I need a person"), "/help/", "urgent"),
            ui.button_link(_("Breathe with me"), "/breathe/", "quiet"),
            class_name="buttons section",
        ),
        rx.el.p(
            _(
                "If you have already hurt yourself, you still deserve care. If it is bad or you "
                "are not sure, call the emergency number in Help now."
            ),
            class_name="small section",
        ),
        room="now",
        back=(_("Now"), "/"),
    )
