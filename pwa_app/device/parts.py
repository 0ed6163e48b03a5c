"""Components for what only the browser can do: screen, focus, sound, order, clipboard, files."""

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


class InBrowser(rx.Component):
    """Shows its children only in a browser, and only where `when` holds (see in_browser.js)."""

    library = module_path("in_browser")
    tag = "InBrowser"

    when: rx.Var[Any]


class Place(rx.Component):
    """Brings a page back as it was left, and begins a new one at its heading (see place.js)."""

    library = module_path("place")
    tag = "Place"

    name: rx.Var[str]


class Later(rx.Component):
    """Shows its children once the rest of the page is on the screen (see later.js)."""

    library = module_path("later")
    tag = "Later"


class Arranged(rx.Component):
    """Shows its children, each with a `key`, as a function orders them (see arranged.js)."""

    library = module_path("arranged")
    tag = "Arranged"

    held: rx.Var[str]
    order: rx.Var[Any]


class HeldWords(rx.Component):
    """Words that follow a held value and are said when they change (see held_words.js)."""

    library = module_path("held_words")
    tag = "HeldWords"

    held: rx.Var[str]
    say: rx.Var[Any]


class CopyText(rx.Component):
    """A button that copies a text and says so (see copy_text.js)."""

    library = module_path("copy_text")
    tag = "CopyText"

    text: rx.Var[str]
    label: rx.Var[str]
    done: rx.Var[str]
    trouble: rx.Var[str]


class SaveFile(rx.Component):
    """A button that hands the phone a file made on it (see save_file.js)."""

    library = module_path("save_file")
    tag = "SaveFile"

    name: rx.Var[str]
    type: rx.Var[str]
    text: rx.Var[Any]
    label: rx.Var[str]


class SearchList(rx.Component):
    """A search field whose finds take the place of its children (see search_list.js)."""

    library = module_path("search_list")
    tag = "SearchList"

    entries: rx.Var[list[dict[str, str]]]
    words_of: rx.Var[Any]
    find: rx.Var[Any]
    name: rx.Var[str]
    label: rx.Var[str]
    none: rx.Var[str]


class StoredFile(rx.Component):
    """A kept picture or sound; its children where it cannot be read (see stored_file.js)."""

    library = module_path("stored_file")
    tag = "StoredFile"

    records: rx.Var[Any]
    table: rx.Var[str]
    file: rx.Var[str]
    kind: rx.Var[str]
    label: rx.Var[str]
    next_picture: rx.Var[str]


class Turning(rx.Component):
    """A box that is turned over by swiping it, or by the arrow keys (see turning.js)."""

    library = module_path("turning")
    tag = "Turning"

    on_turn: rx.Var[Any]
    shown: rx.Var[str]
