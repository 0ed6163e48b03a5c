"""Pictures that move slowly, and stand still where less motion is asked for."""

from typing import Any

import reflex as rx

_WAVE = "M0 0 Q25 -14 50 0 T100 0 T150 0 T200 0 T250 0 T300 0 T350 0 T400 0 V220 H0Z"


def wave_ring(*content: rx.Component, share: rx.Var[Any], moves: rx.Var[bool]) -> rx.Component:
    """Slow water in a ring, with words in its middle.

    Args:
        content: The words.
        share: How much of the ring is drawn, 0 to 100.
        moves: Whether the water moves.
    """
    return rx.el.div(
        rx.el.svg(
            rx.el.svg.clip_path(rx.el.svg.circle(cx="100", cy="100", r="84"), id="wave-edge"),
            rx.el.svg.circle(cx="100", cy="100", r="94", class_name="track"),
            rx.el.svg.circle(
                cx="100",
                cy="100",
                r="94",
                class_name="left",
                custom_attrs={
                    "pathLength": "100",
                    "strokeDasharray": "100",
                    "strokeDashoffset": 100 - share.to(float),
                    "transform": "rotate(-90 100 100)",
                },
            ),
            rx.el.svg.g(
                rx.el.svg.path(d=_WAVE, class_name="water far"),
                rx.el.svg.path(d=_WAVE, class_name="water"),
                custom_attrs={"clipPath": "url(#wave-edge)"},
            ),
            view_box="0 0 200 200",
            aria_hidden=True,
        ),
        rx.el.div(*content),
        class_name=rx.cond(moves, "ring moves", "ring"),
    )
