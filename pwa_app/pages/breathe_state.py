"""Paced breathing as the pages' Vars: what someone likes, kept on the phone, and a session, not."""

from typing import Any

import reflex as rx

from pwa_app.device import held_value, moment, seconds_since
from pwa_app.device.tables import BreathChoices
from pwa_app.logic.calls import call
from pwa_app.pages.storage import store

MODULE = "breathing"

liked = store.value(BreathChoices, key="mine")
choices = call(MODULE, "breath_choices", liked.value).to(dict[str, Any])
"""What `breath_choices` makes of it; see pwa_app/logic/breathing.py."""

session = held_value("breath")
now = seconds_since(call(MODULE, "breath_origin", session.value), "breath_now")
view = call(MODULE, "breath_view", session.value, now).to(dict[str, Any])
"""What `breath_view` says of the session now."""


def choose(name: str, value: Any) -> Any:
    """An event handler that chooses one thing."""
    return liked.change(lambda kept: call(MODULE, "choice_made", kept, name, value))


def choose_pattern(pattern: str) -> Any:
    """An event handler that chooses a pattern, with its usual pace."""
    return liked.change(lambda kept: call(MODULE, "pattern_chosen", kept, pattern))


def begin() -> Any:
    """An event handler that begins breathing as chosen."""
    return session.change(
        lambda _session: call(MODULE, "breath_begun", choices, moment()), new_screen=True
    )


def pause() -> Any:
    """An event handler that stops at this point."""
    return session.change(lambda value: call(MODULE, "breath_paused", value, moment()))


def resume() -> Any:
    """An event handler that goes on after a pause."""
    return session.change(lambda value: call(MODULE, "breath_resumed", value, moment()))


def end() -> Any:
    """An event handler that leaves the session."""
    return session.change(lambda _session: rx.Var("null"), new_screen=True)
