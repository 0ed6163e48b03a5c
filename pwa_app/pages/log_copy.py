"""The log as a file: saved or handed on, and entries brought in from one."""

from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.vars import FunctionVar, VarData

from pwa_app import ui
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

COPY = "/log/copy/"


def copy_page() -> rx.Component:
    """Saving everything that was written, and bringing entries in from a file."""
    return page(
        rx.el.h1(_("A copy of your log")),
        ui.lead(_("Your entries are yours. Take them with you, or bring some in.")),
        rx.el.noscript(ui.notice(_("This needs JavaScript, because the log is on this phone."))),
        rx.el.div(_save(), _bring_in(), class_name="js-only"),
        room="log",
        kept=True,
        styles="charts",
        back=(_("Log"), "/log/"),
    )


def run(module: str, function: str, *arguments: Any) -> Any:
    """An event handler that calls a function of a browser module with the records."""
    given = [rx.Var.create(argument) for argument in arguments]
    call = ", ".join(str(one) for one in (store.records, *given))
    data = VarData.merge(
        store.records._get_all_var_data(),
        uses(module, function),
        *(one._get_all_var_data() for one in given),
    )
    return rx.Var(f"(() => {{ void {function}({call}); }})", _var_data=data).to(
        FunctionVar, EventChain
    )


def can_share() -> rx.Var[bool]:
    """Whether the phone can hand a file to another app."""
    data = VarData.merge(
        uses("files", "useCanShare"), VarData(hooks={"const canShare = useCanShare()": None})
    )
    return rx.Var("canShare", _var_data=data).to(bool)


def can_work() -> rx.Var[bool]:
    """Whether the page answers to taps yet."""
    data = VarData.merge(
        uses("files", "useWorking"), VarData(hooks={"const working = useWorking()": None})
    )
    return rx.Var("working", _var_data=data).to(bool)


def file_warning() -> rx.Component:
    """What to know before a file leaves the app."""
    return rx.el.p(
        _("A file is not locked. Whoever has it can read it. You choose where it goes."),
        class_name="small section",
    )


def file_trouble() -> rx.Component:
    """Plain words for why no file could be made; nothing while all is well."""
    data = VarData.merge(
        uses("log_export", "useExportTrouble"),
        VarData(hooks={"const exportTrouble = useExportTrouble()": None}),
    )
    trouble = rx.Var("exportTrouble", _var_data=data).to(str)
    return rx.el.div(
        rx.cond(
            trouble,
            ui.notice(
                rx.el.p(
                    rx.cond(
                        trouble == "blocked",
                        _(
                            "This browser does not let the app keep anything, so there is no log "
                            "to save here. That often happens in a private window."
                        ),
                        _("That did not work. Your entries stay as they are. Please try again."),
                    )
                )
            ),
        ),
        role="status",
    )


def _save() -> rx.Component:
    everything = {"days": 0}
    return ui.section(
        _("Save a copy"),
        rx.el.p(_("For this app, to bring back later, also on another phone:")),
        rx.el.div(
            button(_("Save everything"), run("log_export", "saveAll")),
            rx.cond(can_share(), button(_("Share everything"), run("log_export", "shareAll"))),
            class_name="buttons section",
        ),
        rx.el.p(_("For a spreadsheet:"), class_name="section"),
        rx.el.div(
            button(_("Save as a table"), run("log_export", "saveTable", everything)),
            rx.cond(
                can_share(),
                button(_("Share as a table"), run("log_export", "shareTable", everything)),
            ),
            class_name="buttons section",
        ),
        file_trouble(),
        file_warning(),
    )


def button(label: str, on_click: Any, kind: str = "quiet") -> rx.Component:
    """A button that does something at once, as soon as it can."""
    return rx.el.button(
        label,
        type="button",
        class_name=f"button {kind}".strip(),
        on_click=on_click,
        disabled=~can_work(),
    )


def _bring_in() -> rx.Component:
    return ui.section(
        _("Bring entries in"),
        rx.el.p(
            _(
                "From a copy of this app, from its table, or from Daylio (its “CSV” export). "
                "You see what would come in before anything is kept."
            )
        ),
        rx.el.div(
            rx.el.label(_("Choose a file"), html_for="file"),
            rx.el.input(
                type="file",
                id="file",
                accept=".json,.csv,.txt,application/json,text/csv",
                on_change=run("log_import", "readChosenFile"),
                disabled=~can_work(),
            ),
            class_name="field",
        ),
        rx.el.div(
            rx.match(
                _state("phase"),
                ("reading", rx.el.p(_("One moment…"))),
                ("preview", _preview()),
                ("unknown", ui.notice(rx.el.p(_UNKNOWN))),
                ("trouble", trouble_message(_state("trouble").to(str))),
                ("done", _done()),
                rx.fragment(),
            ),
            role="status",
        ),
    )


_UNKNOWN = _(
    "This file is not one the app knows. It needs to be a copy from this app, its table, or "
    "Daylio’s CSV export. Nothing was changed."
)


def _preview() -> rx.Component:
    return ui.notice(
        _lines("said"),
        rx.cond(
            _rows("sample").length() > 0,
            rx.fragment(
                rx.el.p(_("The first ones:"), class_name="section"),
                rx.el.ul(
                    rx.foreach(_rows("sample"), lambda line: rx.el.li(line)),
                    class_name="facts",
                    custom_attrs=ui.AS_IS,
                ),
            ),
        ),
        rx.cond(
            _rows("rejected").length() > 0,
            rx.fragment(
                rx.el.p(_("These could not be read, and are left out:"), class_name="section"),
                rx.el.ul(
                    rx.foreach(_rows("rejected"), lambda line: rx.el.li(line)), class_name="facts"
                ),
            ),
        ),
        rx.el.div(
            rx.cond(
                _state("fresh").to(int) > 0,
                button(_("Bring them in"), run("log_import", "bringIn"), ""),
            ),
            button(_("Leave it"), run("log_import", "cancelImport")),
            class_name="buttons section",
        ),
    )


def _done() -> rx.Component:
    return ui.notice(
        _lines("said"), ui.button_link(_("See what you wrote"), "/log/history/", "quiet section")
    )


def _lines(part: str) -> rx.Component:
    return rx.el.div(rx.foreach(_rows(part), lambda line: rx.el.p(line)), class_name="said")


def _rows(part: str) -> rx.vars.ArrayVar[list[str]]:
    return _state(part).to(list[str])


def _state(part: str) -> rx.Var[Any]:
    """A part of what an import shows (`ImportState` in browser/log_types.d.ts)."""
    data = VarData.merge(
        uses("log_import", "useImport"), VarData(hooks={"const importing = useImport()": None})
    )
    return rx.Var(f"importing.{part}", _var_data=data)
