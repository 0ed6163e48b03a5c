"""Ride out an urge: a wave to stay on, things to do on it, a person."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.device import Arrival, picked_number
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.layout import page
from pwa_app.pages.urge_ending import ending
from pwa_app.pages.urge_riding import person, riding
from pwa_app.pages.wave_state import flag, number, step, view, wave
from pwa_app.pages.words import _

WAVE_CARDS = ("longer-out", "five-senses", "push-the-wall", "cool-glass", "just-two-words")
"""Cards to begin with in an urge: breath, senses, muscles, something cool, a person."""

LENGTHS = ((5, _("5 minutes")), (10, _("10 minutes")), (15, _("15 minutes")), (0, _("No clock")))
"""Minutes to choose from; 0 is for no clock."""


def urge_page(library: Library) -> rx.Component:
    """The wave: choosing, riding, ending. Without JavaScript the steps of the first part stand."""
    cards = [library.card(slug) for slug in WAVE_CARDS]
    return page(
        rx.match(
            view["screen"],
            ("riding", riding(cards)),
            ("ending", ending()),
            _start(library),
        ),
        _told(),
        room="now",
        styles="practice",
        back=(_("Now"), "/"),
    )


def _start(library: Library) -> rx.Component:
    return rx.fragment(
        Arrival.create(_("Ride out an urge"), level=1),
        ui.lead(_("Urges rise, peak and fall. You only have to stay for this minute.")),
        rx.el.div(
            ui.scale(
                "strength",
                _("How strong is it right now?"),
                value=number("first"),
                on_change=step("strength_told", picked_number()),
                least=_("0 none"),
                most=_("10 strongest"),
                of_ten=_("{value} of 10"),
                unanswered=_("You can skip this"),
            ),
            _lengths(),
            class_name="js-only",
        ),
        person(),
        ui.section(
            _("What you can do on the wave"),
            ui.steps(
                [
                    _("Put some distance between you and anything you might use."),
                    _("Breathe out slowly. Let the next breath come by itself."),
                    _("Notice where in your body the urge is. Say to yourself: this is an urge."),
                    _("Let it rise and fall like a wave. You don’t have to fight it or follow it."),
                    _("Decide to wait a few minutes. Then decide again."),
                ]
            ),
        ),
        ui.section(
            _("Do something with it"),
            rx.el.ul(*(card_item(library.card(slug)) for slug in WAVE_CARDS), class_name="items"),
            ui.button_link(_("Breathe with me"), "/breathe/", "quiet section"),
        ),
        rx.el.p(
            _("If you have already hurt yourself, you still deserve care."),
            " ",
            ui.link(_("Look after yourself now"), "/help/after/"),
            class_name="section",
        ),
    )


def _lengths() -> rx.Component:
    return rx.el.div(
        rx.el.h2(_("How long shall we stay with it?"), id="lengths"),
        rx.el.div(
            *(
                rx.el.button(
                    label,
                    type="button",
                    class_name="button",
                    disabled=~wave.ready,
                    on_click=step("wave_begun", minutes, new_screen=True),
                )
                for minutes, label in LENGTHS
            ),
            class_name="row",
            role="group",
            aria_labelledby="lengths",
        ),
        rx.el.p(_("You can stop, or stay longer, at any time."), class_name="small"),
        class_name="section",
    )


def _told() -> rx.Component:
    """What a screen reader is told without being asked: that the time is up, or a question."""
    return rx.el.div(
        rx.cond(
            flag("over"),
            _("The time you chose is up. You can stay as long as you like."),
            rx.cond(flag("due"), _("If you like, say how strong it is now."), ""),
        ),
        role="status",
        class_name="visually-hidden",
    )
