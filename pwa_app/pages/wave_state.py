"""The wave that is being ridden, as the pages' Vars: one record on the phone, and the present."""

from typing import Any

import reflex as rx
from reflex.vars import NumberVar

from pwa_app.device import moment, seconds_since
from pwa_app.device.tables import UrgeWave
from pwa_app.logic.calls import call
from pwa_app.pages.storage import store

MODULE = "urge_clock"

wave = store.value(UrgeWave, key="now")
now = seconds_since(call(MODULE, "wave_origin", wave.value), "wave_now")
view = call(MODULE, "wave_view", wave.value, now).to(dict[str, Any])
"""What `wave_view` says of it now; see pwa_app/logic/urge_clock.py."""


def step(function: str, *arguments: Any, new_screen: bool = False) -> Any:
    """An event handler that takes one step of the wave, by a function of the urge clock."""
    return wave.change(
        lambda value: call(MODULE, function, value, moment(), *arguments), new_screen=new_screen
    )


def flag(name: str) -> rx.Var[bool]:
    """Something that the view says yes or no to."""
    return view[name].to(bool)


def number(name: str) -> NumberVar:
    """A number of the view; less than 0 for none."""
    return view[name].to(int)
