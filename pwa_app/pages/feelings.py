"""Picking a feeling: radio buttons whose answer is shown by styles alone, at once."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.labels import FEELINGS


def feeling_finder(
    question: str, answer: rx.Component, any_choice: str | None = None
) -> rx.Component:
    """The feelings as chips, and under them an answer that follows the choice.

    Args:
        question: What is asked.
        answer: What stands under the chips; the styles show or hide its parts by their class
            `for-<feeling>` (shown only for it) or `f-<feeling>` (hidden for any other).
        any_choice: The label of a choice that takes the feeling back.
    """
    chips = [
        ui.chip_choice("feeling", key, label, identity=f"feeling-{key}")
        for key, label in FEELINGS.items()
    ]
    if any_choice:
        chips.append(ui.chip_choice("feeling", "", any_choice, identity="feeling-any"))
    return rx.el.section(
        rx.el.h2(question, id="feeling-question"),
        rx.el.div(
            *chips,
            rx.el.div(answer, class_name="answers"),
            class_name="choices",
            role="group",
            aria_labelledby="feeling-question",
        ),
        class_name="section",
    )
