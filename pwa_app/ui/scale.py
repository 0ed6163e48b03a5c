"""A scale of 0 to 10 that says in words where it stands."""

from typing import Any

import reflex as rx
from reflex.vars import NumberVar


def scale(
    name: str,
    question: str,
    *,
    value: NumberVar,
    on_change: Any,
    least: str,
    most: str,
    of_ten: str,
    unanswered: str,
) -> rx.Component:
    """A slider with its question; it stands at 0 and counts as unanswered until it is moved.

    Args:
        name: The slider's id.
        question: What is asked.
        value: Where it stands; less than 0 for unanswered.
        on_change: What happens when it is moved.
        least: The words for 0.
        most: The words for 10.
        of_ten: The answer in words, with `{value}` in it.
        unanswered: The words for no answer yet.
    """
    before, after = of_ten.split("{value}")
    answered = value >= 0
    return rx.el.div(
        rx.el.label(question, html_for=name),
        rx.el.div(
            rx.el.input(
                type="range",
                id=name,
                min="0",
                max="10",
                step="1",
                value=rx.cond(answered, value, 0),
                on_change=on_change,
                aria_describedby=f"{name}-ends",
            ),
            rx.el.div(
                rx.el.span(least),
                rx.el.output(
                    rx.cond(answered, rx.fragment(before, value, after), unanswered),
                    html_for=name,
                ),
                rx.el.span(most),
                class_name="slider-ends",
                id=f"{name}-ends",
            ),
            class_name="slider",
        ),
        class_name="field",
    )
