"""A switch: a real checkbox, as wide as its words."""

from typing import Any

import reflex as rx


def switch(name: str, label: str, *, on: rx.Var[bool], on_change: Any) -> rx.Component:
    """Something that is on or off.

    Args:
        name: The checkbox's id.
        label: What it switches.
        on: Whether it is on.
        on_change: What happens when it is tapped.
    """
    return rx.el.label(
        rx.el.input(type="checkbox", id=name, checked=on, on_change=on_change),
        rx.el.span(label),
        html_for=name,
        class_name="switch",
    )
