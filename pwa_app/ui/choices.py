"""Ways to choose: real radio buttons and sliders under a look of our own."""

from typing import Any

import reflex as rx


def chip_choice(
    name: str, value: str, label: str | rx.Component, *, identity: str, **props: Any
) -> rx.Component:
    """One choice of several: a radio button followed by its label.

    The two stand beside their siblings with no wrapper, so that styles can follow the choice
    (`input:checked ~ …`) before any script has come.
    """
    return rx.fragment(
        rx.el.input(type="radio", name=name, value=value, id=identity, **props),
        rx.el.label(label, html_for=identity, class_name="chip"),
    )


def chip_toggle(name: str, value: str, label: str, *, identity: str, **props: Any) -> rx.Component:
    """One of several choices that go together: a checkbox followed by its label."""
    return rx.fragment(
        rx.el.input(type="checkbox", name=name, value=value, id=identity, **props),
        rx.el.label(label, html_for=identity, class_name="chip"),
    )


def chip_box(name: str, value: str, label: str, *, identity: str) -> rx.Component:
    """One of several choices that go together, in a box of its own that is all checkbox."""
    return rx.el.div(
        rx.el.input(type="checkbox", name=name, value=value, id=identity),
        rx.el.label(label, html_for=identity, class_name="chip"),
        class_name="chip-box",
    )


def mood_choice(name: str, value: int, label: str, most: int = 5) -> rx.Component:
    """One mood: a word, and a circle that is filled the more the better the mood is.

    Shape and word say the same, so that colour alone never does.
    """
    identity = f"{name}-{value}"
    return rx.el.div(
        rx.el.input(type="radio", name=name, value=str(value), id=identity),
        rx.el.label(
            _filled_circle((value - 1) / (most - 1)), label, html_for=identity, class_name="mood"
        ),
    )


def slider(
    name: str, *, least: int, most: int, start: int, labelled_by: str, **props: Any
) -> rx.Component:
    """A slider in whole steps; it counts as answered only once it was moved."""
    return rx.el.input(
        type="range",
        name=name,
        id=name,
        min=str(least),
        max=str(most),
        step="1",
        default_value=str(start),
        aria_labelledby=labelled_by,
        **props,
    )


def _filled_circle(share: float) -> rx.Component:
    height = round(18 * share, 1)
    clip = f"filled-{round(share * 100)}"
    return rx.el.svg(
        rx.el.svg.circle(cx="12", cy="12", r="9.5", class_name="outline"),
        rx.el.svg.clip_path(
            rx.el.svg.rect(x="3", y=str(21 - height), width="18", height=str(height)), id=clip
        ),
        rx.el.svg.circle(
            cx="12",
            cy="12",
            r="7.5",
            class_name="filled",
            custom_attrs={"clipPath": f"url(#{clip})"},
        ),
        view_box="0 0 24 24",
        aria_hidden=True,
    )
