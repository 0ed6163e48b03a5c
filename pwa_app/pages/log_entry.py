"""One entry of the log as it is shown in a list."""

import reflex as rx
from reflex.vars import ObjectVar

from pwa_app import ui
from pwa_app.device import Row, time_in_day
from pwa_app.device.tables import MoodEntry
from pwa_app.pages.labels import MOODS
from pwa_app.pages.log_form import ENTRY_PARAMETER
from pwa_app.pages.log_words import FEELINGS, HELPED, TRIGGERS
from pwa_app.pages.modules import module_path
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

LISTS = (
    ("feelings", _("Feelings:"), FEELINGS),
    ("triggers", _("Around:"), TRIGGERS),
    ("helped", _("Helped:"), HELPED),
)


class CardName(rx.Component):
    """The `CardName` component of browser/card_names.js."""

    library = module_path("card_names")
    tag = "CardName"

    card: rx.Var[str]


@rx.memo
def entry_item(entry: rx.Var[Row]) -> rx.Component:
    """An entry with its time, all its parts, and what can be done with it.

    A memo, so that of a long list only what has changed is drawn again.

    Args:
        entry: The record.
    """
    return _item(entry.to(Row))


def _item(entry: ObjectVar[Row]) -> rx.Component:
    title = "title-" + entry["id"].to(str)
    return rx.el.li(
        rx.el.h3(_headline(entry), id=title, class_name="entry-title"),
        rx.el.p(_time(entry), class_name="small"),
        *(_list(entry, field, title, labels) for field, title, labels in LISTS),
        rx.cond(entry["note"], rx.el.p(entry["note"], class_name="note", custom_attrs=ui.AS_IS)),
        rx.el.div(
            rx.el.a(
                _("Change"),
                href=f"/log/?{ENTRY_PARAMETER}=" + entry["id"].to(str),
                aria_describedby=title,
                class_name="link-button",
            ),
            rx.el.button(
                _("Delete"),
                type="button",
                aria_describedby=title,
                class_name="link-button",
                on_click=store.remove(MoodEntry, entry["id"]),
            ),
            class_name="buttons",
        ),
        id="entry-" + entry["id"].to(str),
        class_name="entry",
        custom_attrs={"data-row": ""},
    )


def _headline(entry: ObjectVar[Row]) -> rx.Component:
    before, after = _("urge {urge} of 10").split("{urge}")
    mood = rx.match(entry["mood"], *MOODS.items(), _("No mood noted"))
    has_urge = entry["urge"].to(int) >= 0
    return rx.fragment(
        rx.el.span(mood, class_name="mood-mark", custom_attrs={"data-mood": entry["mood"]}),
        rx.cond(has_urge, rx.fragment(" · ", before, entry["urge"].to(str), after)),
    )


def _time(entry: ObjectVar[Row]) -> rx.Component:
    """The time of day; where another time zone makes it another day, with the day it is here."""
    before, after = _("{time} where you are now").split("{time}")
    time = time_in_day(entry["at"], entry["local_date"])
    return rx.cond(
        time["same_day"].to(bool),
        rx.fragment(time["text"].to(str)),
        rx.fragment(before, time["text"].to(str), after),
    )


def _list(entry: ObjectVar[Row], field: str, title: str, labels: dict[str, str]) -> rx.Component:
    def label(value: rx.Var[str]) -> rx.Component:
        known = ((key, rx.fragment(name)) for key, name in labels.items())
        own = CardName.create(card=value) if field == "helped" else rx.fragment(value)
        return rx.el.li(rx.match(value, *known, own), key=value)

    return rx.cond(
        entry[field],
        rx.el.div(
            rx.el.span(title, class_name="small"),
            rx.el.ul(rx.foreach(entry[field].to(list[str]), label), class_name="words"),
            class_name="entry-words",
        ),
    )
