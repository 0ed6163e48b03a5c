"""How things look: the frame of a page and the pieces pages are made of.

Every text is handed in, already in the language that is built. The styles stand in
assets/styles/, one file a theme; STYLESHEETS lists them in order.
"""

from pwa_app.ui.charts import bar, line_chart, row, table, wide
from pwa_app.ui.choices import chip_box, chip_choice, chip_toggle, mood_choice, slider
from pwa_app.ui.frame import FrameWords, Room, frame
from pwa_app.ui.picture import wave_ring
from pwa_app.ui.pieces import (
    AS_IS,
    CLOSES,
    SOON,
    OutsideLink,
    anchor,
    button_link,
    disclosure,
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
from pwa_app.ui.scale import scale
from pwa_app.ui.switch import switch, tick

STYLESHEETS = [
    f"styles/{name}.css"
    for name in ("tokens", "base", "frame", "controls", "parts", "cards", "reading")
]

__all__ = [
    "AS_IS",
    "CLOSES",
    "SOON",
    "STYLESHEETS",
    "FrameWords",
    "OutsideLink",
    "Room",
    "anchor",
    "bar",
    "button_link",
    "chip_box",
    "chip_choice",
    "chip_toggle",
    "disclosure",
    "frame",
    "hero",
    "item",
    "lead",
    "line_chart",
    "link",
    "mood_choice",
    "notice",
    "row",
    "scale",
    "section",
    "slider",
    "steps",
    "switch",
    "table",
    "tick",
    "tile",
    "tiles",
    "wave_ring",
    "wide",
]
