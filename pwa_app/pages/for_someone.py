"""A page of the log for someone else: a time, only the parts that were chosen, on paper or not."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar, VarData

from pwa_app import ui
from pwa_app.device import held_value, ticked
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.insights import Line, bars, charts, insights_of
from pwa_app.pages.layout import page
from pwa_app.pages.log_copy import button, can_share, file_trouble, file_warning, run
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

FOR_SOMEONE = "/log/print/"

RANGES = {7: _("7 days"), 28: _("28 days"), 90: _("90 days")}

PARTS = {
    "table": _("A table of days"),
    "charts": _("Mood and urges over time"),
    "helped": _("What helped"),
    "feelings": _("Feelings"),
    "triggers": _("What was around"),
    "notes": _("Notes, in your own words"),
}
"""What can be left out; notes are, until they are asked for."""

held = held_value("share")


def for_someone_page() -> rx.Component:
    """Choices that do not print, and the page that does."""
    return page(
        rx.el.div(
            rx.el.h1(_("For someone else")),
            ui.lead(_("A doctor, a therapist, someone you trust. Only what you choose is shown.")),
            rx.el.noscript(
                ui.notice(_("This needs JavaScript, because the log is kept on this phone."))
            ),
            _choices(),
            class_name="no-print",
        ),
        rx.el.div(trouble_message(_found("trouble").to(str)), _paper(), class_name="js-only"),
        room="log",
        kept=True,
        styles="charts",
        back=(_("Log"), "/log/"),
    )


def _choices() -> rx.Component:
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(_("Which time?")),
            rx.el.div(
                *(
                    ui.chip_choice(
                        "days",
                        str(days),
                        label,
                        identity=f"days-{days}",
                        checked=_days() == days,
                        on_change=_choose("days", days),
                    )
                    for days, label in RANGES.items()
                ),
                class_name="choices",
            ),
            class_name="field",
        ),
        rx.el.fieldset(
            rx.el.legend(_("What may they see?")),
            *(
                ui.switch(
                    f"part-{part}",
                    label,
                    on=_shows(part),
                    on_change=_choose(part, ticked()),
                )
                for part, label in PARTS.items()
            ),
            class_name="field",
        ),
        rx.el.div(
            button(_("Print, or save as PDF"), run("files", "printPage"), ""),
            button(_("Save as a table"), run("log_export", "saveTable", _chosen())),
            rx.cond(
                can_share(),
                button(_("Share as a table"), run("log_export", "shareTable", _chosen())),
            ),
            class_name="buttons section",
        ),
        file_trouble(),
        file_warning(),
        class_name="js-only",
    )


def _paper() -> rx.Component:
    return rx.el.article(
        rx.el.h2(_("My log"), ": ", _found("from").to(str), " – ", _found("to").to(str)),
        rx.el.p(
            _("Written by me, on my phone. Mood has five steps. Urge goes from 0 to 10."),
            class_name="small",
        ),
        rx.cond(_shows("table"), _table()),
        rx.cond(_shows("charts"), rx.el.section(*charts(_found), class_name="pair")),
        rx.el.div(
            rx.cond(_shows("helped"), bars(_found, "helped")),
            rx.cond(_shows("feelings"), bars(_found, "feelings")),
            rx.cond(_shows("triggers"), bars(_found, "around")),
            class_name="three",
        ),
        rx.cond(_shows("notes"), _notes()),
        class_name="paper section",
    )


def _table() -> rx.Component:
    parts = ("feelings", "triggers", "helped")
    caption = _("Each day, or each week: the range of moods, and the strongest urge")
    table = rx.el.table(
        rx.el.caption(caption, class_name="small"),
        rx.el.thead(
            rx.el.tr(
                *(rx.el.th(heading, scope="col") for heading in (_("When"), _("Mood"), _("Urge"))),
                *(rx.cond(_shows(part), rx.el.th(PARTS[part], scope="col")) for part in parts),
            )
        ),
        rx.foreach(_days_of("weeks").to(list[Line]), _week),
        class_name="days",
    )
    return ui.wide(table, caption)


def _week(week: ObjectVar[Line]) -> rx.Component:
    return rx.el.tbody(
        rx.cond(
            week["name"],
            rx.el.tr(rx.el.th(week["name"], col_span=6, scope="rowgroup", class_name="week")),
        ),
        rx.foreach(week["rows"].to(list[Line]), _day),
    )


def _day(line: ObjectVar[Line]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(line["name"], scope="row"),
        rx.el.td(line["mood"]),
        rx.el.td(line["urge"]),
        *(
            rx.cond(_shows(part), rx.el.td(line[part], custom_attrs=ui.AS_IS))
            for part in ("feelings", "triggers", "helped")
        ),
    )


def _notes() -> rx.Component:
    return rx.el.section(
        rx.el.h3(_("Notes")),
        rx.el.dl(
            rx.foreach(
                _days_of("notes").to(list[Line]),
                lambda note: rx.fragment(
                    rx.el.dt(note["when"]),
                    rx.el.dd(note["text"], class_name="note", custom_attrs=ui.AS_IS),
                ),
            ),
            class_name="about-list",
        ),
        class_name="notes",
    )


def _choose(name: str, value: Any) -> Any:
    return held.change(lambda before: before.merge(rx.Var.create({name: value}).to(dict[str, Any])))


def _chosen() -> ObjectVar[dict[str, Any]]:
    """What may be seen, by part, and how many `days` back."""
    usual: dict[str, Any] = {"days": 28, **{part: part != "notes" for part in PARTS}}
    return rx.Var.create(usual).to(dict[str, Any]).merge(held.value)


def _days() -> rx.Var[int]:
    return _chosen()["days"].to(int)


def _shows(part: str) -> rx.Var[bool]:
    return _chosen()[part].to(bool)


def _found(part: str) -> rx.Var[Any]:
    return insights_of(_days(), part)


def _days_of(part: str) -> rx.Var[Any]:
    """A part of what useForSomeone of browser/for_someone.js gives."""
    hook = f"const forSomeone = useForSomeone({store.records!s}, {_days()!s})"
    data = VarData.merge(
        store.records._get_all_var_data(),
        _days()._get_all_var_data(),
        uses("for_someone", "useForSomeone"),
        VarData(hooks={hook: None}),
    )
    return rx.Var(f"forSomeone.{part}", _var_data=data)
