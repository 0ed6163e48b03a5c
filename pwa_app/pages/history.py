"""Everything that was written in the log, by day."""

import reflex as rx
from reflex.vars import ObjectVar

from pwa_app import ui
from pwa_app.device import DayRows, Row, day_name
from pwa_app.device.tables import MoodEntry, OwnWord
from pwa_app.logic.calls import call, function_of
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.log_entry import entry_item
from pwa_app.pages.log_form import form
from pwa_app.pages.log_search import log_search, wanted
from pwa_app.pages.storage import store
from pwa_app.pages.undo import undo
from pwa_app.pages.words import _

DAY_PARAMETER = "day"
"""The parameter of the address that names the newest day to show: /log/history/?day=2026-03-01."""


def history_page() -> rx.Component:
    """All entries, the newest first; each can be changed or deleted, and a deletion undone."""
    days = store.days(
        MoodEntry,
        by="local_date",
        within="at",
        matches=function_of("log_search", "entry_matches"),
        wanted=wanted(),
        parameter=DAY_PARAMETER,
    )
    return page(
        rx.el.h1(_("What you wrote")),
        ui.lead(_("Only on this phone. There is no right number of entries.")),
        rx.el.noscript(ui.notice(_("The log needs JavaScript, because it is kept on this phone."))),
        rx.el.div(
            ui.button_link(_("Calendar"), "/log/calendar/", "quiet"),
            ui.button_link(_("Look back"), "/log/insights/", "quiet"),
            class_name="buttons section",
        ),
        log_search(),
        _delete_all(),
        undo(store.last_removed(MoodEntry), _("The entry is deleted.")),
        trouble_message(days.trouble),
        _entries(days),
        room="log",
        kept=True,
        styles=("log", "undo"),
        back=(_("Log"), "/log/"),
    )


def _entries(days: DayRows) -> rx.Component:
    groups = call("log_days", "by_day", days.rows).to(list[Row])
    return rx.cond(
        days.ready,
        rx.fragment(
            rx.cond(
                days.rows.length() > 0,
                days.scroll(
                    rx.foreach(groups, _day),
                    earlier=_("Earlier entries"),
                    later=_("Later entries"),
                ),
                rx.cond(
                    days.trouble,
                    rx.fragment(),
                    rx.cond(
                        days.looking,
                        rx.fragment(),
                        rx.cond(_is_searching(), _nothing_found(), _nothing_yet()),
                    ),
                ),
            ),
            rx.el.p(
                rx.cond(
                    days.looking & _is_searching(),
                    rx.fragment(_("Looking through your entries…")),
                ),
                class_name="small",
                role="status",
            ),
        ),
        rx.el.p(_("Getting your entries…"), class_name="small js-only"),
    )


def _is_searching() -> rx.Var[bool]:
    asked = wanted()
    return rx.Var(f"({asked!s} !== null)", _var_data=asked._get_all_var_data()).to(bool)


def _nothing_yet() -> rx.Component:
    return ui.notice(
        rx.el.p(_("Nothing here yet.")),
        ui.button_link(_("Write how you are"), "/log/", "quiet"),
    )


def _nothing_found() -> rx.Component:
    return ui.notice(rx.el.p(_("No entry has that.")))


def _day(group: ObjectVar[Row]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(day_name(group["day"]), class_name="day-name"),
        rx.el.ul(
            rx.foreach(
                group["entries"].to(list[Row]),
                lambda entry: rx.fragment(entry_item(entry=entry), key=entry["id"]),
            )
        ),
        key=group["day"],
        class_name="day",
    )


def _delete_all() -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Delete the whole log")),
        rx.el.p(
            _(
                "This takes every entry off this phone, and your own words for feelings and the "
                "rest. It cannot be undone. Your plan and your cards stay."
            )
        ),
        rx.el.button(
            _("Yes, delete every entry"),
            type="button",
            class_name="button urgent",
            on_click=store.clear((MoodEntry, OwnWord), form=form),
        ),
        rx.el.div(
            rx.cond(
                store.trouble,
                rx.el.p(_("That did not work. Nothing was deleted."), class_name="problem"),
            ),
            role="status",
        ),
        class_name="quiet-fold js-only",
    )
