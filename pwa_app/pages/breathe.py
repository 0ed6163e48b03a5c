"""Paced breathing: a picture, words and counts to follow, at a pace of one's own."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Category, Library
from pwa_app.device import Arrival, picked_number, ticked
from pwa_app.pages.breathe_session import breathing
from pwa_app.pages.breathe_state import begin, choices, choose, choose_pattern, liked, view
from pwa_app.pages.card_lines import card_address, card_item
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

PATTERNS = (
    ("longer", _("Longer out"), "longer-out"),
    ("even", _("In and out the same"), "five-in-five-out"),
    ("sigh", _("Two in, one long out"), "two-in-one-out"),
    ("square", _("A square, with pauses"), "square-breath"),
)
"""Each with the card that says where it comes from and who should be careful with it."""

LENGTHS = ((1, _("1 minute")), (2, _("2 minutes")), (5, _("5 minutes")), (0, _("No end")))

SWITCHES = (
    ("moves", _("A circle that moves")),
    ("vibration", _("Buzz, where the phone can")),
    ("sound", _("A soft tone")),
    ("spoken", _("Have a screen reader say each step")),
)


def breathe_page(library: Library) -> rx.Component:
    """Choosing, then breathing. Without JavaScript a circle moves, with the words for it.

    That circle goes in for four and out for six, about six breaths a minute, with no holding: paced
    breathing in dialectical behaviour therapy (TIPP).
    """
    return page(
        rx.cond(view["state"] == "idle", _idle(library), breathing()),
        room="now",
        styles="practice",
        back=(_("Now"), "/"),
    )


def _idle(library: Library) -> rx.Component:
    return rx.fragment(
        Arrival.create(_("Breathe"), level=1),
        ui.lead(_("In while the circle grows. Out while it shrinks. No need to be deep.")),
        rx.el.div(
            class_name=rx.cond(choices["pattern"] == "longer", "breath", "breath still"),
            aria_hidden=True,
        ),
        rx.el.div(
            rx.el.button(
                _("Breathe with me"),
                type="button",
                class_name="button",
                disabled=~liked.ready,
                on_click=begin(),
            ),
            _way(library),
            _pace(),
            _length(),
            _switches(),
            class_name="js-only",
        ),
        ui.section(
            _("By yourself"),
            ui.steps(
                [
                    _("Breathe in through your nose. Count slowly to four."),
                    _("Let the breath out through your mouth. Count slowly to six."),
                    _(
                        "Go on for as long as you like. If you feel dizzy, breathe as you normally "
                        "do."
                    ),
                ]
            ),
        ),
        ui.section(
            _("Other ways to breathe"),
            rx.el.ul(
                *(card_item(card) for card in library.cards_in(Category.BREATHE)),
                class_name="items",
            ),
        ),
    )


def _way(library: Library) -> rx.Component:
    cautions = [(key, _caution(library.card(slug))) for key, _label, slug in PATTERNS]
    return rx.fragment(
        _chips(
            "pattern",
            _("Which way?"),
            [(key, label, choose_pattern(key)) for key, label, _slug in PATTERNS],
        ),
        rx.match(choices["pattern"], *cautions, rx.fragment()),
    )


def _caution(card: Card) -> rx.Component:
    care = (
        [rx.el.p(card.care, class_name="care", lang=card.language_of("care"))] if card.care else []
    )
    return rx.el.div(
        *care,
        ui.link(_("About this way"), card_address(card), class_name="small more-about"),
        key=card.slug,
    )


def _pace() -> rx.Component:
    before, after = _("{seconds} seconds in").split("{seconds}")
    return rx.el.div(
        rx.el.label(_("Your pace"), html_for="pace"),
        rx.el.div(
            rx.el.input(
                type="range",
                id="pace",
                min="2",
                max="6",
                step="1",
                value=choices["pace"].to(int),
                on_change=choose("pace", picked_number()),
                aria_describedby="pace-ends",
            ),
            rx.el.div(
                rx.el.span(_("faster")),
                rx.el.output(before, choices["pace"].to(int), after, html_for="pace"),
                rx.el.span(_("slower")),
                class_name="slider-ends",
                id="pace-ends",
            ),
            class_name="slider",
        ),
        class_name="field",
    )


def _length() -> rx.Component:
    return _chips(
        "minutes",
        _("How long?"),
        [(minutes, label, choose("minutes", minutes)) for minutes, label in LENGTHS],
    )


def _chips(name: str, question: str, options: list[tuple[Any, str, Any]]) -> rx.Component:
    chips = (
        ui.chip_choice(
            name,
            str(value),
            label,
            identity=f"{name}-{value}",
            checked=choices[name] == value,
            on_change=chosen,
        )
        for value, label, chosen in options
    )
    return rx.el.fieldset(
        rx.el.legend(question), rx.el.div(*chips, class_name="choices"), class_name="field"
    )


def _switches() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("What would you like?")),
        *(
            ui.switch(name, label, on=choices[name].to(bool), on_change=choose(name, ticked()))
            for name, label in SWITCHES
        ),
        class_name="field",
    )
