"""How things look: the frame of a page and the pieces pages are made of.

Every text is handed in, already in the language that is built. The styles stand in
assets/styles/, one file a theme; STYLESHEETS lists them in order.
"""

from pwa_app.ui.choices import chip_choice, chip_toggle, mood_choice, slider
from pwa_app.ui.frame import FrameWords, Room, frame
from pwa_app.ui.pieces import (
    AS_IS,
    button_link,
    disclosure,
    document_link,
    hero,
    item,
    lead,
    link,
    notice,
    section,
    steps,
    tile,
    tiles,
)

STYLESHEETS = [
    f"styles/{name}.css" for name in ("tokens", "base", "frame", "controls", "parts", "cards")
]

__all__ = [
    "AS_IS",
    "STYLESHEETS",
    "FrameWords",
    "Room",
    "button_link",
    "chip_choice",
    "chip_toggle",
    "disclosure",
    "document_link",
    "frame",
    "hero",
    "item",
    "lead",
    "link",
    "mood_choice",
    "notice",
    "section",
    "slider",
    "steps",
    "tile",
    "tiles",
]
