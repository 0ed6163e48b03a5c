"""My hope box: what does a person good, one thing at a time."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar, VarData

from pwa_app import ui
from pwa_app.device import Row, StoredFile, Turning, held_value
from pwa_app.device.handlers import handler
from pwa_app.device.tables import HopeFile
from pwa_app.logic.calls import call
from pwa_app.pages.filled import filled
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.hope_kinds import THING_PARAMETER, THINGS
from pwa_app.pages.hope_things import put_in, things
from pwa_app.pages.layout import page
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

turned = held_value("hope")
"""The `id` of the thing that was turned to on this page."""


def hope_page() -> rx.Component:
    """The box, open at one thing; and how to make one that can be held."""
    return page(
        rx.el.h1(_("My hope box")),
        ui.lead(_("Things that remind you of what matters to you. Only on this phone.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To keep things on this phone, the app needs JavaScript. A box you can hold "
                    "does the same: see below."
                )
            )
        ),
        trouble_message(things.trouble),
        _box(),
        put_in(),
        _on_paper(),
        rx.el.div(
            ui.link(_("I need a person"), "/help/", class_name="button urgent"),
            ui.button_link(_("My plan"), "/plan/", "quiet"),
            class_name="row section",
        ),
        room="plan",
        kept=True,
        styles="hope",
        back=(_("Plan"), "/plan/"),
    )


def _box() -> rx.Component:
    thing = _thing()
    return rx.el.div(
        rx.cond(
            things.ready,
            rx.cond(thing, _one_thing(thing), _nothing_yet()),
            rx.el.div(class_name="hope-thing"),
        ),
        _more(thing),
        class_name="section js-only",
    )


def _thing() -> ObjectVar[Row]:
    """The thing to show: the one turned to, else the one the address names, else the first."""
    wanted = _wanted()
    given = call("hope_box", "shown", things.rows, wanted)
    hooks = VarData(hooks={f"const hopeThing = {given!s}": None})
    data = VarData.merge(given._get_all_var_data(), hooks)
    return rx.Var("hopeThing", _var_data=data).to(Row)


def _wanted() -> rx.Var[str]:
    asked = f"useAsked({THING_PARAMETER!r})"
    hooks = {
        f"const hopeAsked = {asked}": None,
        f"const hopeWanted = {turned.value!s}?.id ?? hopeAsked": None,
    }
    data = VarData.merge(
        turned.value._get_all_var_data(), uses("asked", "useAsked"), VarData(hooks=hooks)
    )
    return rx.Var("hopeWanted", _var_data=data).to(str)


def _one_thing(thing: ObjectVar[Row]) -> rx.Component:
    return Turning.create(
        rx.el.div(_shown(thing), key=thing["id"], class_name="hope-thing"),
        _turn_buttons(thing),
        on_turn=_turn_by(rx.Var("given").to(int)),
        shown=thing["id"],
    )


def _shown(thing: ObjectVar[Row]) -> rx.Component:
    """A thing as large and calm as it can be."""
    is_photo = thing["kind"] == "photo"
    return rx.fragment(
        rx.cond(
            thing["file"],
            StoredFile.create(
                rx.el.p(_("This one cannot be opened any more."), class_name="small"),
                records=store.records,
                table=HopeFile.__name__,
                file=thing["file"],
                kind=rx.cond(is_photo, "picture", "sound"),
                label=rx.cond(thing["title"], thing["title"].to(str), _label(is_photo)),
                next_picture=thing["next_picture"],
                custom_attrs=ui.AS_IS,
            ),
        ),
        rx.cond(thing["title"], rx.el.h2(thing["title"].to(str), custom_attrs=ui.AS_IS)),
        rx.cond(
            thing["words"],
            rx.el.p(thing["words"].to(str), class_name="hope-words", custom_attrs=ui.AS_IS),
        ),
        rx.cond(thing["link"], _link(thing)),
    )


def _label(is_photo: rx.Var[bool]) -> rx.Var[str]:
    return rx.cond(is_photo, _("A photo of yours"), _("A sound of yours")).to(str)


def _link(thing: ObjectVar[Row]) -> rx.Component:
    """The link as it is: where it leads, and that the app is left."""
    return rx.el.div(
        rx.el.a(
            rx.el.span(
                filled(
                    _("Open {site}"), site=rx.el.span(thing["host"].to(str), custom_attrs=ui.AS_IS)
                )
            ),
            href=thing["link"].to(str),
            rel="noreferrer noopener",
            class_name="button quiet",
        ),
        rx.el.p(
            _("This leaves the app and needs the internet. Your box stays here."),
            class_name="small",
        ),
    )


def _turn_buttons(thing: ObjectVar[Row]) -> rx.Component:
    return rx.fragment(
        rx.el.p(
            filled(
                _("{number} of {count}"),
                number=thing["number"].to(str),
                count=thing["count"].to(str),
            ),
            rx.el.span(" ", thing["name"].to(str), class_name="visually-hidden"),
            role="status",
            class_name="small centred hope-place",
        ),
        rx.cond(
            thing["count"].to(int) > 1,
            rx.el.div(
                rx.el.button(
                    _("Back one"),
                    type="button",
                    class_name="button quiet",
                    on_click=_turn_by(rx.Var.create(-1)),
                ),
                rx.el.button(
                    _("Next"), type="button", class_name="button", on_click=_turn_by(rx.Var("1"))
                ),
                class_name="buttons hope-turn",
            ),
        ),
    )


def _more(thing: ObjectVar[Row]) -> rx.Component:
    """Ways to anything else in the box; the list is there before anything has been read."""
    return rx.el.div(
        rx.cond(
            thing["count"].to(int) > 1,
            rx.el.button(
                _("Show me any one"),
                type="button",
                class_name="link-button",
                on_click=_turn_to(
                    call("hope_box", "another", things.rows, _wanted(), rx.Var("Math.random()"))
                ),
            ),
        ),
        rx.el.a(_("See them all"), href=THINGS, class_name="link-button"),
        class_name="buttons moves hope-more",
    )


def _turn_by(step: rx.Var[int]) -> Any:
    """An event handler that turns to a neighbour; `given` is what the event gives."""
    return _turn_to(call("hope_box", "neighbour", things.rows, _wanted(), step))


def _turn_to(key: rx.Var[Any]) -> Any:
    turn: Any = turned.change(lambda _value: rx.Var.create({"id": key}))
    return handler(f"{turn!s}(given)", turn, key)


def _nothing_yet() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.strong(_("Your box is still empty."))),
        # Short paragraphs: a larger one than the page's first would count as the largest paint, and
        # this one has to wait for what the phone keeps.
        rx.el.p(_("A good moment to fill it is a calmer one.")),
        rx.el.p(_("One photo, one song or one kind sentence is enough to begin.")),
        class_name="hope-thing",
    )


def _on_paper() -> rx.Component:
    return ui.section(
        _("A box you can hold"),
        rx.el.p(
            _(
                "A hope box keeps what is easy to forget when everything is too much: people, "
                "places and things you care about. Many people like a real one."
            )
        ),
        ui.steps(
            [
                _("Find a box, a bag or a big envelope."),
                _("Put in photos, letters, a postcard, something soft, a smell you like."),
                _("Write down what you care about, and what you look forward to."),
                _("Add the numbers of people you like to talk to."),
                _("Keep it where your hand goes when it is hard."),
            ]
        ),
        rx.el.p(_("You can make it with someone you trust."), class_name="small"),
    )
