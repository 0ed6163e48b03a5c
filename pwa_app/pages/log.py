"""A new entry of the log, or a change to a kept one."""

import reflex as rx

from pwa_app import ui
from pwa_app.device.tables import MoodEntry
from pwa_app.pages.backup_reminder import reminder_line
from pwa_app.pages.form_messages import copy_buttons, trouble_message
from pwa_app.pages.form_parts import empty_message, restored_message, save_button
from pwa_app.pages.layout import page
from pwa_app.pages.log_after import after_saving
from pwa_app.pages.log_form import form
from pwa_app.pages.log_parts import feelings, helped, moment, mood, note, triggers, urge
from pwa_app.pages.storage import store
from pwa_app.pages.words import _


def log_page() -> rx.Component:
    """The form for how someone is right now: a mood and "Save" are enough."""
    return page(
        rx.el.h1(rx.cond(form.changing, _("Change this entry"), _("How are you?"))),
        ui.lead(_("Only on this phone. Add as much or as little as you want.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "The log needs JavaScript, because it is kept on this phone and nowhere "
                    "else. Everything else in the app works without it."
                )
            )
        ),
        form.element(
            after_saving(),
            mood(),
            urge(),
            note(),
            rx.el.div(feelings(), triggers(), helped(), moment(), class_name="folds"),
            _messages(),
            _save(),
            auto_complete="off",
            class_name="log-form needs-script",
            # What is written next is another entry: it must not take the place of this one.
            custom_attrs={"data-done": rx.cond(form.changing & form.saved, "", None)},
        ),
        ui.section(
            _("Earlier entries"),
            store.read_ahead(
                ui.button_link(
                    _("See what you wrote"), "/log/history/", "quiet", custom_attrs=ui.SOON
                ),
                ui.button_link(_("Calendar"), "/log/calendar/", "quiet", custom_attrs=ui.SOON),
                table=MoodEntry,
                by="local_date",
                within="at",
                class_name="buttons",
            ),
            reminder_line(),
        ),
        room="log",
        back=(_("Entries"), "/log/history/"),
        back_while=form.changing,
        kept=True,
        # The list of entries is a tap away, and would wait for a sheet that comes with the tap.
        styles=("log", "undo"),
    )


def _messages() -> rx.Component:
    return rx.el.div(
        restored_message(form),
        empty_message(
            form, _("There is nothing to save yet. Pick a mood, set the urge, or write a word.")
        ),
        trouble_message(form.trouble, copy_buttons(form)),
        role="status",
    )


def _save() -> rx.Component:
    return rx.el.div(
        save_button(form),
        class_name="save-bar",
    )
