"""Switches and ticks: real checkboxes, as wide as their words."""

from typing import Any

import reflex as rx


def tick(name: str, value: str, label: str) -> rx.Component:
    """One line of a list that can be ticked; the form around it keeps what is ticked."""
    identity = f"{name}-{value}"
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, value=value, id=identity),
        rx.el.span(label),
        html_for=identity,
        class_name="switch",
    )


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
