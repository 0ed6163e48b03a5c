"""Five senses, counted down with taps: five to see, four to touch, three to hear, and so on.

Source: https://www.urmc.rochester.edu/behavioral-health-partners/bhp-blog/february-2023/anxiety.aspx
"""

from typing import Any

__all__ = ["ground_begun", "ground_skipped", "ground_tapped", "ground_view"]

SENSES = 5
"""Sense 0 asks for five things, sense 4 for one."""


def ground_begun() -> dict[str, Any]:
    """Begin with the first sense."""
    return {"sense": 0, "found": 0}


def ground_tapped(state: dict[str, Any]) -> dict[str, Any]:
    """Count one thing; the last one of a sense leads to the next."""
    if state["found"] + 1 >= SENSES - state["sense"]:
        return ground_skipped(state)
    return {"sense": state["sense"], "found": state["found"] + 1}


def ground_skipped(state: dict[str, Any]) -> dict[str, Any]:
    """Leave a sense out, or behind."""
    sense = state["sense"]
    return {"sense": sense if sense >= SENSES else sense + 1, "found": 0}


def ground_view(state: dict[str, Any] | None) -> dict[str, Any]:
    """Say what is to be shown.

    Args:
        state: As ``ground_begun`` gives it, or None before that.

    Returns:
        ``begun`` and ``done``; ``sense`` (0 to 4), how many things it asks for as ``things``, how
        many are ``found`` and how many are ``left``.
    """
    sense = 0 if state is None else state["sense"]
    found = 0 if state is None else state["found"]
    done = sense >= SENSES
    things = 0 if done else SENSES - sense
    return {
        "begun": state is not None,
        "done": done,
        "sense": sense,
        "things": things,
        "found": found,
        "left": things - found,
    }
