"""Everything in one file: locked with a passphrase, or open where the person wants it so."""

from importlib.metadata import version
from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.pages.backup_parts import BACKUP, trouble, working
from pwa_app.pages.backup_reminder import reminder, reminder_line
from pwa_app.pages.backup_restoring import restoring
from pwa_app.pages.layout import page
from pwa_app.pages.log_copy import button
from pwa_app.pages.modules import does, state_of
from pwa_app.pages.words import _

__all__ = ["BACKUP", "backup_page"]

HINTS = {
    "none": _(
        "Four words that do not belong together are easy to keep in mind, and hard to guess."
    ),
    "short": _("This is easy to guess. Please make it longer."),
    "fair": _("This is all right. One more word makes it much harder to guess."),
    "good": _("This is hard to guess."),
}
"""What is said of a passphrase, by the answer of `strength` in logic/backup.py."""


def backup_page() -> rx.Component:
    """Making a backup, bringing one back, and being told when one is due."""
    return page(
        rx.el.h1(_("Backup")),
        ui.lead(_("Everything you keep in this app, in one file. You choose where it goes.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To make a backup or to bring one back, the app needs JavaScript: what you "
                    "wrote is on this phone and nowhere else. Turn it on in this browser, and "
                    "open this page again."
                )
            )
        ),
        rx.el.div(
            reminder_line(link=False), _make(), restoring(), reminder(), class_name="js-only"
        ),
        room="now",
        kept=True,
        styles="backup",
        back=(_("Settings"), "/settings/"),
    )


def _make() -> rx.Component:
    return ui.section(
        _("Make a backup"),
        rx.el.p(
            _(
                "The file is locked with a passphrase. With it you can bring everything back, also "
                "on another phone."
            )
        ),
        rx.el.form(
            _passphrase("passphrase", _("Passphrase"), on_change=does("backup_making", "weigh")),
            rx.el.p(
                rx.match(
                    _state("strength"),
                    *((answer, rx.fragment(hint)) for answer, hint in HINTS.items()),
                    rx.fragment(),
                ),
                id="passphrase-hint",
                class_name="small",
                role="status",
            ),
            _passphrase("passphrase-again", _("The same once more")),
            ui.switch(
                "show-passphrase",
                _("Show what I type"),
                on=_state("shown").to(bool),
                on_change=does("backup_making", "showPassphrase"),
            ),
            ui.notice(
                rx.el.p(
                    _(
                        "If you forget the passphrase, nobody can open the file. There is no other "
                        "way in, not for us either. Write it down in a place that is yours alone."
                    )
                ),
                class_name="notice section",
            ),
            rx.el.div(
                button(_("Save the backup"), does("backup_making", "saveSealed", _version()), ""),
                class_name="buttons section",
            ),
            method="dialog",
            auto_complete="off",
        ),
        rx.el.div(_said(), role="status"),
        ui.disclosure(
            _("Without a passphrase"),
            rx.el.p(
                _(
                    "Then the file is not locked. Whoever has it can read everything you wrote: on "
                    "this phone, in a message, in a cloud. It is text that other programs can read."
                )
            ),
            rx.el.div(
                button(_("Save an open file"), does("backup_making", "savePlain", _version())),
                class_name="buttons section",
            ),
            class_name="section",
        ),
    )


def _passphrase(name: str, label: str, **props: Any) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.input(
            type=rx.cond(_state("shown"), "text", "password"),
            id=name,
            max_length=1000,
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
            enter_key_hint="done",
            aria_describedby="passphrase-hint",
            **props,
        ),
        class_name="field",
    )


def _said() -> rx.Component:
    return rx.match(
        _state("phase"),
        ("working", working(_state("share").to(float))),
        (
            "short",
            rx.el.p(
                _(
                    "Please choose a longer passphrase: at least 8 characters, and not just a few "
                    "that repeat."
                ),
                class_name="problem",
            ),
        ),
        ("different", rx.el.p(_("The two are not the same yet."), class_name="problem")),
        (
            "saved",
            ui.notice(
                _(
                    "The file is with your downloads. Keep it in a place that is not this phone, "
                    "such as a computer or a memory stick that is yours."
                )
            ),
        ),
        ("trouble", trouble(_state("trouble").to(str), making=True)),
        rx.fragment(),
    )


def _version() -> str:
    return version("mooring")


def _state(part: str) -> rx.Var[Any]:
    """A part of `Making` in browser/backup_page_types.d.ts."""
    return state_of("backup_making", "useMaking", part)
