"""Reminders without a server: a file for the phone's own calendar, at times the person picks."""

from typing import Any

import reflex as rx
from reflex.vars import VarData

from pwa_app import ui
from pwa_app.pages.labels import WEEKDAYS
from pwa_app.pages.layout import page
from pwa_app.pages.log_copy import button, can_share, run
from pwa_app.pages.modules import uses
from pwa_app.pages.words import _

REMINDERS = "/log/reminders/"

WORDINGS = (_("A moment for myself"), _("Pause and breathe out"), _("How is today?"))
"""What a reminder may say: nothing of what it is for, as others may see the calendar."""

TIMES = 3


def reminders_page() -> rx.Component:
    """Times, days and words; nothing is set until a time is picked and the file is opened."""
    return page(
        rx.el.h1(_("Reminders")),
        ui.lead(_("Only if you want them. This app never reminds you by itself.")),
        rx.el.p(
            _(
                "Here you make a small file. Open it, and your own calendar reminds you. To stop, "
                "delete the event in your calendar. It names neither this app nor what it is for."
            )
        ),
        rx.el.noscript(ui.notice(_("To make the file, the app needs JavaScript."))),
        rx.el.form(
            _times(),
            _days(),
            _words(),
            _make(),
            id="reminders",
            method="dialog",
            auto_complete="off",
            class_name="js-only",
        ),
        room="log",
        styles="charts",
        back=(_("Log"), "/log/"),
    )


def _times() -> rx.Component:
    labels = (_("Time"), _("Another time, if you like"), _("And one more"))
    return rx.fragment(
        *(
            rx.el.div(
                rx.el.label(label, html_for=f"time-{number}"),
                rx.el.input(type="time", name="time", id=f"time-{number}"),
                class_name="field",
            )
            for number, label in enumerate(labels[:TIMES])
        )
    )


def _days() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("On which days?")),
        rx.el.p(_("None picked means every day."), class_name="small"),
        rx.el.div(
            *(
                ui.chip_toggle("weekday", str(number), label, identity=f"weekday-{number}")
                for number, label in enumerate(WEEKDAYS)
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _words() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("What should it say?")),
        rx.el.div(
            *(
                ui.chip_choice(
                    "wording",
                    words,
                    words,
                    identity=f"wording-{number}",
                    default_checked=number == 0,
                )
                for number, words in enumerate(WORDINGS)
            ),
            class_name="choices",
        ),
        rx.el.div(
            rx.el.label(_("Or your own words"), html_for="own-words"),
            rx.el.input(
                type="text", name="own", id="own-words", max_length=100, enter_key_hint="done"
            ),
            class_name="field",
        ),
        rx.el.p(_("If you share your calendar, others can see these words."), class_name="small"),
        class_name="field",
    )


def _make() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            button(_("Make the calendar file"), run("reminders", "saveReminders"), ""),
            rx.cond(can_share(), button(_("Share it"), run("reminders", "shareReminders"))),
            class_name="buttons section",
        ),
        rx.el.div(
            rx.match(
                _said(),
                ("no_time", rx.el.p(_("Pick a time first."), class_name="problem")),
                (
                    "made",
                    ui.notice(rx.el.p(_("The file is made. Open it to add it to your calendar."))),
                ),
                rx.fragment(),
            ),
            role="status",
        ),
    )


def _said() -> rx.Var[Any]:
    data = VarData.merge(
        uses("reminders", "useReminders"), VarData(hooks={"const said = useReminders()": None})
    )
    return rx.Var("said", _var_data=data)
