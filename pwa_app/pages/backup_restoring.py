"""Bringing a backup back: what is in the file is shown before anything on the phone changes."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.device import Arrival
from pwa_app.pages.backup_parts import trouble, working
from pwa_app.pages.log_copy import button, can_work
from pwa_app.pages.modules import does, state_of
from pwa_app.pages.words import _

FAULTS = {
    "foreign": _(
        "This file is not a backup of this app. A backup’s name starts with “backup”, unless it "
        "was given another name."
    ),
    "log": _("This file is a copy of the log alone. You can bring it in from the log’s own page."),
    "newer": _(
        "This backup comes from a newer version of the app. Update the app first: open it where "
        "there is a network, and tap “Update” when it offers to."
    ),
    "truncated": _(
        "The end of this file is missing or damaged. That happens when copying stops half-way. If "
        "you have the file in another place, try that one."
    ),
    "damaged": _(
        "This file is damaged: something in it has changed since it was made. If you have it in "
        "another place, try that one."
    ),
    "refused": _(
        "This file asks for more than a backup of this app ever does, so the app does not open "
        "it. If you did not make it yourself, do not trust it."
    ),
}
"""What is wrong with a file, by the codes of device/browser/backup_error.js."""


def restoring() -> rx.Component:
    """Choosing a file, opening it, looking at what is in it, and bringing it in."""
    return ui.section(
        _("Bring a backup back"),
        rx.el.p(_("You see what is in the file before anything here changes.")),
        rx.el.div(
            rx.el.label(_("Choose the backup"), html_for="backup-file"),
            rx.el.input(
                type="file",
                id="backup-file",
                on_change=does("backup_restoring", "readChosenBackup"),
                disabled=~can_work(),
            ),
            class_name="field",
        ),
        rx.el.div(
            rx.match(
                _state("phase"),
                ("working", working(_state("share").to(float))),
                ("opening", working(_state("share").to(float))),
                ("fault", _fault()),
                ("trouble", trouble(_state("trouble").to(str))),
                ("preview", _preview()),
                ("confirm", _confirm()),
                ("done", ui.notice(_("It is done. What was in the file is here now."))),
                rx.fragment(),
            ),
            role="status",
        ),
        rx.cond(
            (_state("phase") == "locked") | (_state("phase") == "opening"),
            _locked(),
        ),
        id="restore",
    )


def _locked() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(_("The passphrase of this file"), html_for="open-passphrase"),
            rx.el.input(
                type="password",
                id="open-passphrase",
                max_length=1000,
                auto_complete="off",
                auto_focus=True,
                enter_key_hint="go",
            ),
            rx.cond(
                _state("fault"),
                rx.el.p(
                    _(
                        "This passphrase does not open the file. Look out for capital letters and "
                        "spaces, and try again as often as you like."
                    ),
                    class_name="problem",
                    role="alert",
                ),
            ),
            class_name="field",
        ),
        rx.el.div(
            rx.el.button(
                _("Open"),
                type="submit",
                class_name="button",
                disabled=_state("phase") == "opening",
            ),
            _leave(),
            class_name="buttons section",
        ),
        method="dialog",
        auto_complete="off",
        on_submit=does("backup_restoring", "unlockBackup"),
    )


def _fault() -> rx.Component:
    return ui.notice(
        rx.el.p(
            rx.match(
                _state("fault"),
                *((code, rx.fragment(words)) for code, words in FAULTS.items()),
                rx.fragment(),
            )
        ),
        rx.cond(
            _state("fault") == "log",
            ui.button_link(_("A copy of your log"), "/log/copy/", "quiet section"),
            rx.el.p(_("Nothing on this phone was changed.")),
        ),
        class_name="notice said",
    )


def _preview() -> rx.Component:
    bring = does("backup_restoring", "bringBack", False)
    return ui.notice(
        Arrival.create(_("What is in the file"), level=3),
        _said(),
        rx.cond(_state("any"), _counts()),
        rx.cond(
            _state("any"),
            rx.cond(
                _state("anyHere"),
                rx.fragment(
                    rx.el.p(
                        _(
                            "Add it: both come together, and of two versions of the same thing "
                            "the newer one stays. Replace: only what is in the file stays."
                        ),
                        class_name="small",
                    ),
                    rx.el.div(
                        button(_("Add it to what is here"), bring, ""),
                        button(
                            _("Replace what is here…"), does("backup_restoring", "askToReplace")
                        ),
                        _leave(),
                        class_name="buttons section",
                    ),
                ),
                rx.el.div(
                    button(_("Bring it back"), bring, ""), _leave(), class_name="buttons section"
                ),
            ),
            rx.el.div(_leave(), class_name="buttons section"),
        ),
        key="preview",
    )


def _confirm() -> rx.Component:
    return ui.notice(
        Arrival.create(_("Replace everything?"), level=3),
        rx.el.p(_state("goes").to(str)),
        rx.el.p(_("What is in the file takes its place. To keep both, make a backup here first.")),
        rx.el.div(
            button(_("Replace everything"), does("backup_restoring", "bringBack", True), "urgent"),
            button(_("Go back"), does("backup_restoring", "backToPreview")),
            class_name="buttons section",
        ),
        key="confirm",
        class_name="notice said",
    )


def _counts() -> rx.Component:
    rows = _state("counts").to(list[dict[str, Any]])
    return rx.el.table(
        rx.el.caption(_("How many of each")),
        rx.el.thead(
            rx.el.tr(
                rx.el.td(),
                rx.el.th(_("In the file"), scope="col"),
                rx.el.th(_("Here"), scope="col"),
            )
        ),
        rx.el.tbody(
            rx.foreach(
                rows,
                lambda row: rx.el.tr(
                    rx.el.th(row["name"], scope="row"),
                    rx.el.td(row["found"]),
                    rx.el.td(row["here"]),
                ),
            )
        ),
        class_name="counts",
    )


def _said() -> rx.Component:
    lines = _state("said").to(list[str])
    return rx.el.div(rx.foreach(lines, lambda line: rx.el.p(line)), class_name="said")


def _leave() -> rx.Component:
    return button(_("Leave it"), does("backup_restoring", "leaveFile"))


def _state(part: str) -> rx.Var[Any]:
    """A part of `Restoring` in browser/backup_page_types.d.ts."""
    return state_of("backup_restoring", "useRestoring", part)
