"""Looking back at the log: nothing is shown before it is asked for, and nothing is judged."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar, VarData

from pwa_app import ui
from pwa_app.device import Later, held_value
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

INSIGHTS = "/log/insights/"

RANGES = {
    7: _("7 days"),
    28: _("28 days"),
    90: _("90 days"),
    364: _("A year"),
    0: _("All"),
}

Line = dict[str, Any]
Found = Callable[[str], rx.Var[Any]]

held = held_value("back")


def insights_page() -> rx.Component:
    """Charts and tables, each folded away until it is opened."""
    return page(
        rx.el.h1(_("Looking back")),
        ui.lead(_("For when you want to look. You can stop at any time.")),
        rx.el.noscript(
            ui.notice(_("Looking back needs JavaScript, because the log is kept on this phone."))
        ),
        rx.el.div(_range(), _answer(), class_name="js-only"),
        ui.section(
            _("Yours to take away"),
            rx.el.ul(
                ui.item(
                    _("For someone else"),
                    _("A page to print or hand on, with only what you choose"),
                    "/log/print/",
                ),
                ui.item(
                    _("A copy of your log"), _("Save a file, or bring entries in"), "/log/copy/"
                ),
                ui.item(
                    _("Reminders"), _("In your own calendar, if you want any"), "/log/reminders/"
                ),
                class_name="items",
            ),
        ),
        room="log",
        kept=True,
        styles="charts",
        back=(_("Log"), "/log/"),
    )


def _range() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("How far back?")),
        rx.el.div(
            *(
                ui.chip_choice(
                    "days",
                    str(days),
                    label,
                    identity=f"days-{days}",
                    checked=_days() == days,
                    on_change=_look_back(days),
                )
                for days, label in RANGES.items()
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _look_back(days: int) -> Any:
    return held.change(lambda _before: rx.Var.create({"days": days}))


def _answer() -> rx.Component:
    return rx.el.div(
        trouble_message(_found("trouble").to(str)),
        rx.cond(
            (_days().to(int) < 0) | _found("trouble").to(bool),
            rx.fragment(),
            rx.cond(
                _found("ready").to(bool),
                rx.cond(
                    _found("any").to(bool),
                    _parts(),
                    ui.notice(rx.el.p(_("There are no entries in this time."))),
                ),
                rx.el.p(_("Getting your entries…"), class_name="small"),
            ),
        ),
        class_name="section",
    )


def _parts() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("Open what you want to see."), class_name="small"),
        _part(_("What helped"), _said("helped_said"), bars(_found, "helped")),
        _part(_("Feelings"), _said("feelings_said"), bars(_found, "feelings")),
        _part(_("Mood and urges over time"), *_over_time()),
        _part(_("Times of day and weekdays"), *_rhythm()),
        _part(
            _("What was around"),
            _said("around_said"),
            bars(_found, "around"),
            rx.el.p(
                _("Here an urge counts as strong from 7 of 10. The line is ours, not a doctor’s."),
                class_name="small",
            ),
        ),
        rx.el.p(
            _(
                "This shows what came together in what you wrote. It cannot say why, and some of "
                "it is chance."
            ),
            class_name="small section",
        ),
        rx.el.div(
            ui.button_link(_("Find a card that may help"), "/cards/", "quiet"),
            ui.button_link(_("Talk to someone"), "/help/", "quiet"),
            class_name="buttons section",
        ),
    )


def _part(title: str, *content: rx.Component) -> rx.Component:
    """One thing to look at, folded away; it is drawn once what can be seen is on the screen."""
    return ui.disclosure(title, Later.create(*content))


def charts(found: Found) -> tuple[rx.Component, ...]:
    """Mood and urge as lines over time.

    Args:
        found: What gives the parts of what was found.
    """
    dates = (found("from").to(str), found("to").to(str))
    mood, urge = found("mood").to(dict[str, Any]), found("urge").to(dict[str, Any])
    return (
        ui.line_chart(
            mood["points"].to(list[dict[str, int]]),
            mood["lines"].to(list[str]),
            mark="dot",
            title=_("Mood"),
            ends=(_("Very good"), _("Very low")),
            dates=dates,
        ),
        ui.line_chart(
            urge["points"].to(list[dict[str, int]]),
            urge["lines"].to(list[str]),
            mark="square",
            title=_("Urge"),
            ends=(_("10 strongest"), _("0 none")),
            dates=dates,
        ),
    )


def _over_time() -> tuple[rx.Component, ...]:
    return (
        _said("over_time"),
        *charts(_found),
        rx.el.p(_("Where the line stops, there was no entry."), class_name="small"),
        ui.disclosure(
            _("The same as a table"),
            ui.table(
                _("The middle of each day or week with an entry"),
                [_("When"), _("Mood"), _("Urge")],
                rx.foreach(
                    _found("days").to(list[Line]),
                    lambda line: ui.row(line["name"], line["mood"], line["urge"]),
                ),
            ),
        ),
    )


def _rhythm() -> tuple[rx.Component, ...]:
    headings = [_("Mood"), _("Urge")]
    return (
        _said("rhythm"),
        ui.table(
            _("The middle of each time of day"),
            [_("Time of day"), *headings],
            rx.foreach(_found("parts").to(list[Line]), _time),
        ),
        ui.table(
            _("The middle of each weekday"),
            [_("Weekday"), *headings],
            rx.foreach(_found("weekdays").to(list[Line]), _time),
        ),
    )


def _time(line: ObjectVar[Line]) -> rx.Component:
    urge = rx.fragment(line["urge"], ui.bar(line["share"]))
    return ui.row(line["name"], line["mood"], urge)


BARS = {
    "helped": (_("What helped, and how often you said so"), _("What"), _("How often")),
    "feelings": (
        _("The feelings you named, and in how many entries"),
        _("Feeling"),
        _("Entries"),
    ),
    "around": (
        _("What was around, and in how many of its entries the urge was strong"),
        _("What"),
        _("Strong urge"),
    ),
}
"""The caption and the headings of each table with bars."""


def bars(found: Found, part: str) -> rx.Component:
    """A table in which each line has a bar.

    Args:
        found: What gives the parts of what was found.
        part: One of the keys of `BARS`.
    """
    rows = found(part).to(list[Line])
    caption, *headings = BARS[part]
    return rx.cond(
        rows.length() > 0,
        ui.table(caption, headings, rx.foreach(rows, _bar_row)),
        rx.el.p(_("Nothing was noted here in this time."), class_name="small"),
    )


def _bar_row(line: ObjectVar[Line]) -> rx.Component:
    return ui.row(
        rx.el.span(line["name"], custom_attrs=ui.AS_IS),
        rx.fragment(line["text"], ui.bar(line["share"])),
    )


def _said(part: str) -> rx.Component:
    sentences: ArrayVar[list[str]] = _found(part).to(list[str])
    return rx.el.div(rx.foreach(sentences, lambda sentence: rx.el.p(sentence)), class_name="said")


def _days() -> rx.Var[int]:
    return rx.Var(f"({held.value!s}?.days ?? -1)", _var_data=held.value._get_all_var_data()).to(int)


def _found(part: str) -> rx.Var[Any]:
    return insights_of(_days(), part)


def insights_of(days: rx.Var[int], part: str) -> rx.Var[Any]:
    """A part of what the browser found (`Insights` in browser/log_types.d.ts).

    Args:
        days: How many days to look back; 0 for all, less for none yet. One value for a page.
        part: The part's name.
    """
    hook = f"const back = useInsights({store.records!s}, {days!s})"
    data = VarData.merge(
        store.records._get_all_var_data(),
        days._get_all_var_data(),
        uses("insights", "useInsights"),
        VarData(hooks={hook: None}),
    )
    return rx.Var(f"back.{part}", _var_data=data)
