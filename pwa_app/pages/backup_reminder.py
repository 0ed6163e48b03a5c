"""A quiet line when a backup is due, for those who asked for it."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.pages.backup_parts import BACKUP
from pwa_app.pages.modules import does, state_of
from pwa_app.pages.words import _

AFTER = ((0, _("Never")), (2, _("2 weeks")), (4, _("4 weeks")), (8, _("8 weeks")))


def reminder_line(*, link: bool = True) -> rx.Component:
    """One line when a backup is due; nothing for those who did not ask.

    Args:
        link: Whether it leads to the backup page.
    """
    words = _("You wanted to be told: your last backup was a while ago.")
    line = ui.link(words, BACKUP) if link else words
    return rx.cond(_state("due").to(int) > 0, rx.el.p(line, class_name="small section"))


def reminder() -> rx.Component:
    """The choice after how many weeks to be told; never, until the person picks."""
    return ui.section(
        _("A quiet reminder"),
        rx.el.p(
            _("If you like: a line on this page and on the log’s, when the last backup is old.")
        ),
        rx.el.div(
            rx.el.label(_("Tell me after"), html_for="backup-weeks"),
            rx.el.select(
                *(rx.el.option(label, value=str(weeks)) for weeks, label in AFTER),
                id="backup-weeks",
                value=_state("weeks").to(int).to_string(),
                on_change=does("backup_reminder", "keepWeeks"),
                disabled=~_state("ready").to(bool),
            ),
            class_name="field",
        ),
        rx.cond(_state("last"), rx.el.p(_last(), class_name="small")),
    )


def last_backup() -> rx.Component:
    """When the last backup was made on this phone, also where there is none yet."""
    said = rx.cond(_state("last"), _last(), _("Your last backup from this phone: not yet."))
    # Before it is known, words that are not seen take their room.
    return rx.el.p(said, class_name=rx.cond(_state("ready"), "", "not-yet"))


def _last() -> rx.Component:
    return rx.fragment(_last_before, _state("last").to(str), _last_after)


_last_before, _last_after = _("Your last backup from this phone: {day}.").split("{day}")


def _state(part: str) -> rx.Var[Any]:
    return state_of("backup_reminder", "useBackupReminder", part)
