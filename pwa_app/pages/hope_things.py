"""All things in the hope box: their order, their names, and the room they take."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from pwa_app import ui
from pwa_app.device import Row, held_value, size_text, storage_room
from pwa_app.device.handlers import handler
from pwa_app.device.tables import HopeItem
from pwa_app.logic.calls import call
from pwa_app.pages.filled import filled
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.hope_kinds import HOPE, KINDS, THING_PARAMETER
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path
from pwa_app.pages.storage import store
from pwa_app.pages.undo import undo
from pwa_app.pages.words import _

things = store.live(HopeItem, order_by="place")
"""Everything in the box, in its order, without the bytes of photos and sounds."""

moved = held_value("hope_moved")
"""What was moved last: its `id`."""


class SweepFiles(rx.Component):
    """The `SweepFiles` component of browser/hope_file.js: it shows nothing."""

    library = module_path("hope_file")
    tag = "SweepFiles"


def hope_things_page() -> rx.Component:
    """The list, with everything that can be done to a thing but putting it in."""
    return page(
        rx.el.h1(_("What is in my box")),
        ui.lead(_("Only on this phone.")),
        rx.el.noscript(ui.notice(_("The box needs JavaScript, because it is kept on this phone."))),
        trouble_message(things.trouble),
        trouble_message(store.trouble),
        undo(store.last_removed(HopeItem), _("It is taken out of the box and deleted.")),
        _list(),
        # Not sooner than the list: it would move down when that comes.
        rx.cond(things.ready | things.trouble.bool(), rx.fragment(put_in(), _room())),
        SweepFiles.create(),
        room="plan",
        kept=True,
        styles=("hope", "undo"),
        back=(_("Box"), HOPE),
    )


def put_in() -> rx.Component:
    """The ways to put something in."""
    return ui.section(
        _("Put something in"),
        rx.el.p(
            *(ui.link(kind.label, kind.address, class_name="chip") for kind in KINDS),
            class_name="choices",
        ),
        class_name="section needs-script",
    )


def kind_label(key: rx.Var[str]) -> rx.Component:
    """What a kind of thing is called."""
    return rx.match(key, *((kind.key, rx.fragment(kind.label)) for kind in KINDS), rx.fragment())


def _list() -> rx.Component:
    rows = call("hope_box", "listed", things.rows).to(list[Row])
    return rx.el.div(
        rx.cond(
            things.ready,
            rx.cond(
                things.rows.length() > 0,
                rx.el.ol(rx.foreach(rows, _thing), class_name="hope-list"),
                ui.notice(rx.el.p(_("Nothing is in it yet. One thing is enough to begin."))),
            ),
        ),
        rx.el.p(_said_where(), role="status", class_name="visually-hidden"),
        class_name="section js-only",
    )


def _thing(thing: ObjectVar[Row]) -> rx.Component:
    key = thing["id"].to(str)
    name = rx.cond(thing["name"] != "", thing["name"].to(str), "").to(str)
    return rx.el.li(
        rx.el.a(
            rx.cond(thing["small"], rx.el.img(src=thing["small"].to(str), alt="")),
            rx.el.span(
                rx.el.b(
                    rx.cond(name != "", name, kind_label(thing["kind"].to(str))),
                    custom_attrs=ui.AS_IS,
                ),
                rx.el.small(
                    kind_label(thing["kind"].to(str)),
                    rx.cond(
                        thing["size"].to(int) > 0,
                        rx.fragment(" · ", size_text(thing["size"].to(int))),
                    ),
                ),
            ),
            href=f"{HOPE}?{THING_PARAMETER}=" + key,
            class_name="item",
        ),
        rx.el.div(
            _move(_("Up"), thing, "above"),
            _move(_("Down"), thing, "below"),
            rx.el.a(
                _("Change"),
                _unseen_name(thing),
                href=HOPE + thing["kind"].to(str) + f"/?{THING_PARAMETER}=" + key,
                class_name="link-button",
            ),
            rx.el.button(
                _("Delete"),
                _unseen_name(thing),
                type="button",
                class_name="link-button",
                on_click=store.remove(HopeItem, key),
            ),
            class_name="buttons moves",
        ),
        key=key,
    )


def _move(label: str, thing: ObjectVar[Row], neighbour: str) -> rx.Component:
    """Changes places with a neighbour; the list says where it stands then."""
    key, other = thing["id"], thing[neighbour]
    swap: Any = store.swap(HopeItem, "place", key, other)
    tell: Any = moved.change(lambda _value: rx.Var.create({"id": key}))
    return rx.el.button(
        label,
        _unseen_name(thing),
        type="button",
        class_name="link-button",
        aria_disabled=other == "",
        on_click=handler(f"({swap!s}(given), {tell!s}(given))", swap, tell),
    )


def _unseen_name(thing: ObjectVar[Row]) -> rx.Component:
    name = rx.cond(thing["name"], thing["name"].to(str), kind_label(thing["kind"].to(str)))
    return rx.el.span(" ", name, class_name="visually-hidden")


def _said_where() -> rx.Component:
    """Where the thing that was moved last stands now, for those who do not see it."""
    found = call("hope_box", "shown", things.rows, moved.value["id"].to(str)).to(Row)
    return rx.cond(
        moved.value.bool() & (things.rows.length() > 0),
        filled(
            _("Now number {number} of {count}."),
            number=found["number"].to(str),
            count=found["count"].to(str),
        ),
    )


def _room() -> rx.Component:
    room = storage_room(things.rows.length())
    own = call("hope_box", "box_bytes", things.rows).to(int)
    return ui.section(
        _("Room on this phone"),
        rx.el.p(filled(_("Photos and sounds in your box take {size}."), size=size_text(own))),
        rx.cond(
            room,
            rx.fragment(
                rx.el.p(
                    filled(
                        _("The whole app takes {used}. This browser allows it about {quota}."),
                        used=size_text(room["used"].to(int)),
                        quota=size_text(room["quota"].to(int)),
                    )
                ),
                rx.cond(
                    room["kept"],
                    rx.el.p(_("The browser has agreed to keep it until you delete it.")),
                    rx.el.p(
                        _(
                            "The browser may clear it when the phone is nearly full, or when the "
                            "app is not opened for weeks. Keep what is dear to you in a second "
                            "place too."
                        )
                    ),
                ),
            ),
        ),
        class_name="section needs-script prose",
    )
