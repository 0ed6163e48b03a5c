"""A card's steps: all at once, or one a screen in large type, or read aloud."""

import json
from typing import Any

import reflex as rx

from pwa_app.content import Card
from pwa_app.device import held_value
from pwa_app.device.handlers import handler
from pwa_app.pages.modules import uses
from pwa_app.pages.reading import ReadAloud
from pwa_app.pages.words import _

ALL = -1
"""All steps are shown."""

STEPS = "steps"
"""The id of the steps."""

_focus_on: rx.Var[Any] = rx.Var("focusOn", _var_data=uses("focus", "focusOn"))


# One name for all cards: their pages then share the code around it.
_shown = held_value("shown_step")
shown_step: rx.Var[int] = rx.Var(
    f"({_shown.value!s}?.number ?? {ALL})", _var_data=_shown.value._get_all_var_data()
)
"""Which step is shown alone, from 0, or ALL."""


def one_at_a_time() -> rx.Var[bool]:
    """Whether one step is shown alone."""
    return shown_step.to(int) > ALL


def card_steps(card: Card, then: str) -> rx.Component:
    """The steps and their ways to be read; `then` is the id where a person goes on after them."""
    alone = one_at_a_time()
    return rx.fragment(
        rx.el.div(
            _place(card),
            rx.el.ol(
                *(rx.el.li(step.text, hidden=_is_left_out(step.position)) for step in card.steps),
                class_name=rx.cond(alone, "steps alone", "steps"),
            ),
            id=STEPS,
            tab_index=-1,
            aria_live=rx.cond(alone, "polite", "off"),
        ),
        rx.el.div(_back(), _onward(card, then), class_name="buttons section", hidden=~alone),
        rx.el.div(_switch(), _read_aloud(), class_name="buttons section js-only"),
    )


def _is_left_out(position: int) -> rx.Var[bool]:
    return one_at_a_time() & (shown_step.to(int) != position)


def _place(card: Card) -> rx.Component:
    texts = [
        (number, _("Step {step} of {count}").format(step=number + 1, count=len(card.steps)))
        for number in range(len(card.steps))
    ]
    return rx.el.p(
        rx.match(shown_step.to(int), *texts, ""),
        class_name="small",
        hidden=~one_at_a_time(),
    )


def _back() -> rx.Component:
    step = shown_step
    before = _set(f"Math.max({step!s} - 1, 0)")
    return rx.el.button(
        _("Back"),
        type="button",
        class_name="button quiet",
        on_click=handler(before, step),
    )


def _onward(card: Card, then: str) -> rx.Component:
    step = shown_step
    last = len(card.steps) - 1
    onward, end = _set(f"{step!s} + 1"), _show(ALL, then)
    return rx.el.button(
        rx.cond(step.to(int) == last, _("Done"), _("Next")),
        type="button",
        class_name="button",
        on_click=handler(f"({step!s} < {last} ? {onward} : {end})", step, _focus_on),
    )


def _switch() -> rx.Component:
    step = shown_step
    alone = one_at_a_time()
    other = f"({step!s} > {ALL} ? {ALL} : 0)"
    return rx.el.button(
        rx.cond(alone, _("Show all steps"), _("One step at a time")),
        type="button",
        class_name="button quiet",
        on_click=handler(_show(other, STEPS), step, _focus_on),
        custom_attrs={"data-pwa-closes": rx.cond(alone, "", None)},
    )


def _set(step: object) -> str:
    return f"{_shown.setter()}({{ number: {step} }})"


def _show(step: object, focus: str) -> str:
    """A JavaScript expression that shows a step, or all, and then moves the focus to an id."""
    return f"({_set(step)}, setTimeout(() => focusOn({json.dumps(focus)})))"


def _read_aloud() -> rx.Component:
    return ReadAloud.create(
        what="h1, .steps > li",
        start=_("Read aloud"),
        stop=_("Stop reading"),
        class_name="button quiet",
    )
