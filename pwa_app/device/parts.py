"""Components for what only the browser can do: the screen, the focus, movement, sound."""

from typing import Any

import reflex as rx

from pwa_app.device.modules import module_path


class StayAwake(rx.Component):
    """Keeps the screen on while it is part of the page, where the platform can."""

    library = module_path("awake")
    tag = "StayAwake"


class Arrival(rx.Component):
    """A heading that takes the focus over from the button whose tap brought it (see arrival.js)."""

    library = module_path("arrival")
    tag = "Arrival"

    level: rx.Var[int]


class Moving(rx.Component):
    """A box whose style property `--share` follows a function of time (see moving.js)."""

    library = module_path("moving")
    tag = "Moving"

    share_at: rx.Var[Any]
    moves: rx.Var[bool]


class Cues(rx.Component):
    """A soft tone and a short buzz at each new step (see cues.js)."""

    library = module_path("cues")
    tag = "Cues"

    step: rx.Var[int]
    pitch: rx.Var[int]
    pulse: rx.Var[int]
    sound: rx.Var[bool]
    vibration: rx.Var[bool]
