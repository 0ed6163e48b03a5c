"""While someone breathes: the picture, the word and the count, the time left, pause and stop."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import Arrival, Cues, Moving, StayAwake
from pwa_app.logic.calls import function_of
from pwa_app.pages.breathe_state import (
    MODULE,
    begin,
    choices,
    end,
    pause,
    resume,
    session,
    view,
)
from pwa_app.pages.words import _

PHASES = (
    ("in", _("In")),
    ("sip", _("A little more")),
    ("hold", _("Pause")),
    ("out", _("Out")),
    ("rest", _("Pause")),
)


def breathing() -> rx.Component:
    """The session, until its end."""
    return rx.fragment(rx.cond(view["state"] == "done", _done(), _session()), _told())


def _session() -> rx.Component:
    running = view["state"] == "running"
    return rx.fragment(
        rx.cond(running, StayAwake.create()),
        Cues.create(
            step=rx.cond(running, view["step"].to(int), -1),
            pitch=view["pitch"].to(int),
            pulse=view["pulse"].to(int),
            sound=choices["sound"].to(bool),
            vibration=choices["vibration"].to(bool),
        ),
        Arrival.create(_("Breathe"), level=1, class_name="centred"),
        Moving.create(
            rx.el.div(
                rx.el.span(rx.cond(running, rx.match(view["kind"], *PHASES, ""), _("Paused"))),
                rx.el.strong(rx.cond(running, view["count"].to(int), "\u00a0")),
            ),
            share_at=_share_at(),
            moves=choices["moves"].to(bool),
            aria_hidden=True,
            class_name="lung",
        ),
        rx.el.p(_time_left(), class_name="lead centred"),
        rx.el.div(
            # One button that stays, so that the focus does.
            rx.el.button(
                rx.cond(running, _("Pause"), _("Go on")),
                type="button",
                class_name="button quiet",
                on_click=rx.cond(running, pause(), resume()),
            ),
            rx.el.button(
                _("Stop"),
                type="button",
                class_name="button",
                on_click=end(),
                custom_attrs=ui.CLOSES,
            ),
            class_name="row",
        ),
        rx.el.p(
            _("If you feel dizzy, stop, and breathe as you normally do."),
            class_name="small section centred",
        ),
    )


def _share_at() -> rx.Var[object]:
    size = function_of(MODULE, "breath_size").call(session.value, rx.Var("now"))
    return rx.Var(f"((now) => {size!s})", _var_data=size._get_all_var_data())


def _time_left() -> rx.Component:
    before, after = _("{time} left").split("{time}")
    return rx.cond(
        view["left"].to(str) == "",
        _("As long as you like"),
        rx.fragment(before, view["left"].to(str), after),
    )


def _done() -> rx.Component:
    return rx.el.div(
        Arrival.create(_("That’s it."), level=1),
        ui.lead(_("Let your breath do what it likes now. Notice how you feel.")),
        rx.el.div(
            rx.el.button(_("Breathe again"), type="button", class_name="button", on_click=begin()),
            rx.el.button(
                _("Done"),
                type="button",
                class_name="button quiet",
                on_click=end(),
                custom_attrs=ui.CLOSES,
            ),
            class_name="row",
        ),
        ui.section(
            _("If it did not help"),
            rx.el.p(_("That happens, and it is not your fault. Something else may fit better.")),
            rx.el.div(
                ui.button_link(_("Find another card"), "/cards/", "quiet"),
                ui.link(_("I need a person"), "/help/", class_name="button urgent"),
                class_name="row",
            ),
        ),
        key="done",
    )


def _told() -> rx.Component:
    """What a screen reader is told: each step only if that is wanted, otherwise each minute."""
    word = rx.match(view["kind"], *PHASES, "")
    before, after = _("{minutes} min so far").split("{minutes}")
    minute = view["minute"].to(int)
    each_minute = rx.cond(
        minute > 0, rx.fragment(before, minute, after), rx.fragment(_("Breathing has begun."))
    )
    return rx.el.div(
        rx.match(
            view["state"],
            ("paused", rx.fragment(_("Paused"))),
            ("done", rx.fragment()),
            rx.cond(choices["spoken"].to(bool), rx.fragment(word), each_minute),
        ),
        role="status",
        class_name="visually-hidden",
    )
