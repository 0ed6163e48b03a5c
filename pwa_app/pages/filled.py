"""Sentences that are filled in on the phone."""

import re

import reflex as rx


def filled(sentence: str, **values: rx.Var[str] | rx.Component) -> rx.Component:
    """A sentence with its places, such as `{size}`, filled by Vars or components.

    Raises:
        KeyError: The sentence has a place that is not filled.
    """
    parts = re.split(r"\{(\w+)\}", sentence)
    return rx.fragment(
        *(values[part] if at % 2 else part for at, part in enumerate(parts) if part != "")
    )
