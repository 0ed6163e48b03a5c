"""Five senses, counted down with taps. Nothing of it is kept."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.device import Arrival, held_value
from pwa_app.logic.calls import call
from pwa_app.pages.words import _

GROUNDING_CARD = "five-senses"
"""The card whose steps can be tapped through."""

MODULE = "grounding"

SENSES = (
    (_("Look around"), _("Tap for each thing you can see."), _("I see one")),
    (_("Reach out"), _("Tap for each thing you can touch."), _("I touch one")),
    (_("Listen"), _("Tap for each sound you can hear."), _("I hear one")),
    (_("Breathe in gently"), _("Tap for each thing you can smell."), _("I smell one")),
    (_("Notice a taste"), _("Even if it is just the taste in your mouth."), _("I taste one")),
)
"""From five things to one: a heading, what to do, and the button."""

state = held_value("grounding")
view = call(MODULE, "ground_view", state.value).to(dict[str, Any])


def grounding() -> rx.Component:
    """Begin, tap, leave out, begin again."""
    return rx.el.div(
        rx.cond(
            view["begun"].to(bool),
            rx.cond(view["done"].to(bool), _done(), _sense()),
            rx.el.button(
                _("Do it with me"),
                type="button",
                class_name="button section",
                disabled=~state.ready,
                on_click=_begin(),
            ),
        ),
        rx.el.p(_left(), role="status", class_name="visually-hidden"),
        class_name="js-only",
    )


def _begin() -> Any:
    return state.change(lambda _value: call(MODULE, "ground_begun"))


def _sense() -> rx.Component:
    parts = [(at, _one_sense(at)) for at in range(len(SENSES))]
    return rx.match(view["sense"].to(int), *parts, rx.fragment())


def _one_sense(at: int) -> rx.Component:
    heading, words, button = SENSES[at]
    dots = [
        rx.el.li(class_name=rx.cond(view["found"].to(int) > dot, "is", ""))
        for dot in range(len(SENSES) - at)
    ]
    return rx.el.section(
        Arrival.create(heading, level=2),
        rx.el.p(words),
        rx.el.ul(*dots, class_name="found", aria_hidden=True),
        rx.el.button(
            button,
            type="button",
            class_name="button",
            on_click=state.change(lambda value: call(MODULE, "ground_tapped", value)),
        ),
        rx.el.div(
            rx.el.button(
                _("Leave this one out"),
                type="button",
                class_name="link-button",
                on_click=state.change(lambda value: call(MODULE, "ground_skipped", value)),
            ),
            _again(_("Start again")),
            _stop(),
            class_name="row",
        ),
        key=str(at),
        class_name="notice section centred",
    )


def _again(label: str) -> rx.Component:
    return rx.el.button(label, type="button", class_name="link-button", on_click=_begin())


def _stop() -> rx.Component:
    return rx.el.button(
        _("Stop"),
        type="button",
        class_name="link-button",
        on_click=state.change(lambda _value: rx.Var("null")),
        custom_attrs=ui.CLOSES,
    )


def _done() -> rx.Component:
    return rx.el.section(
        Arrival.create(_("You are here, now."), level=2),
        rx.el.p(_("Stay as long as you like. You can do it as often as you want.")),
        rx.el.div(_again(_("Start again")), _stop(), class_name="row"),
        key="done",
        class_name="notice section centred",
    )


def _left() -> rx.Component:
    before, after = _("{left} to go").split("{left}")
    found = view["found"].to(int)
    return rx.cond(found > 0, rx.fragment(before, view["left"].to(int), after), "")
