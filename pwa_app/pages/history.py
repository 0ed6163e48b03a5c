"""Everything that was written in the log."""

import reflex as rx
from reflex.vars import ObjectVar

from pwa_app import ui
from pwa_app.device import LiveRows, Row, day_name, time_of_day
from pwa_app.device.tables import MoodEntry
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.labels import MOODS
from pwa_app.pages.layout import page
from pwa_app.pages.log_form import ENTRY_PARAMETER
from pwa_app.pages.storage import store
from pwa_app.pages.words import _


def history_page() -> rx.Component:
    """All entries, the newest first; each can be changed or deleted, and a deletion undone."""
    entries = store.live(MoodEntry, order_by="at", newest_first=True)
    return page(
        rx.el.h1(_("What you wrote")),
        ui.lead(_("Only on this phone. There is no right number of entries.")),
        rx.el.noscript(ui.notice(_("The log needs JavaScript, because it is kept on this phone."))),
        _undo(),
        trouble_message(entries.trouble),
        _entries(entries),
        room="log",
        back=(_("Log"), "/log/"),
    )


def _undo() -> rx.Component:
    return rx.el.div(
        rx.cond(
            store.last_removed(MoodEntry),
            ui.notice(
                rx.el.p(_("The entry is deleted.")),
                rx.el.button(
                    _("Undo"), type="button", class_name="button quiet", on_click=store.restore()
                ),
            ),
        ),
        role="status",
    )


def _entries(entries: LiveRows) -> rx.Component:
    return rx.cond(
        entries.ready,
        rx.cond(
            entries.rows.length() > 0,
            rx.el.ul(rx.foreach(entries.rows, _entry), class_name="section"),
            ui.notice(
                rx.el.p(_("Nothing here yet.")),
                ui.button_link(_("Write how you are"), "/log/", "quiet"),
            ),
        ),
        rx.el.p(_("Getting your entries…"), class_name="small js-only"),
    )


def _entry(entry: ObjectVar[Row]) -> rx.Component:
    return rx.el.li(
        rx.el.h2(_headline(entry), class_name="entry-title"),
        rx.el.p(day_name(entry["local_date"]), ", ", time_of_day(entry["at"]), class_name="small"),
        rx.cond(entry["note"], rx.el.p(entry["note"], class_name="note", custom_attrs=ui.AS_IS)),
        rx.el.div(
            rx.el.a(
                _("Change"),
                href=f"/log/?{ENTRY_PARAMETER}=" + entry["id"].to(str),
                class_name="link-button",
            ),
            rx.el.button(
                _("Delete"),
                type="button",
                class_name="link-button",
                on_click=store.remove(MoodEntry, entry["id"]),
            ),
            class_name="buttons",
        ),
        class_name="entry",
    )


def _headline(entry: ObjectVar[Row]) -> rx.Component:
    before, after = _("urge {urge} of 10").split("{urge}")
    mood = rx.match(entry["mood"], *MOODS.items(), _("No mood noted"))
    has_urge = entry["urge"].to(int) >= 0
    return rx.fragment(
        mood, rx.cond(has_urge, rx.fragment(" · ", before, entry["urge"].to(str), after))
    )
