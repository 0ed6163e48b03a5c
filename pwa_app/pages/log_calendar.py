"""The log as a calendar: a month in weeks, and a year in pixels."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar, StringVar, VarData

from pwa_app import ui
from pwa_app.device import LiveRows, Row, first_weekday, held_value, month_name, spoken_day, today
from pwa_app.device.tables import MoodEntry
from pwa_app.logic.calls import call
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.history import DAY_PARAMETER
from pwa_app.pages.labels import MOODS
from pwa_app.pages.layout import page
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

MODULE = "log_days"

chosen = held_value("calendar")
"""What was chosen: the month as `month`; nothing at first, which means the present one."""


def calendar_page() -> rx.Component:
    """A month and its year; each day in the shape of its mood."""
    month = _month()
    in_month, in_year = _entries(month), _entries(month[0:4])
    return page(
        rx.el.h1(_("Calendar")),
        ui.lead(_("Only on this phone. Empty days are fine.")),
        rx.el.noscript(ui.notice(_("The log needs JavaScript, because it is kept on this phone."))),
        trouble_message(in_month.trouble),
        rx.el.div(
            _shapes(),
            rx.cond(
                today() != "",
                rx.fragment(_month_part(month, in_month), _year_part(month, in_year)),
                rx.el.p(_("Getting your entries…"), class_name="small"),
            ),
            class_name="js-only",
        ),
        room="log",
        kept=True,
        styles="log",
        back=(_("Log"), "/log/"),
    )


def _month() -> StringVar:
    data = VarData.merge(chosen.var_data, today()._get_all_var_data())
    return rx.Var(f"({chosen.value!s}?.month ?? {today()!s}.slice(0, 7))", _var_data=data).to(str)


def _entries(period: StringVar) -> LiveRows:
    """The entries of a month or a year, by how their days begin."""
    return store.live(MoodEntry, order_by="local_date", between=(period, period + "-99"))


def _shapes() -> rx.Component:
    return rx.el.div(
        rx.el.h2(_("What the shapes mean"), class_name="visually-hidden"),
        rx.el.ul(
            *(
                rx.el.li(
                    rx.el.span(class_name="pixel", custom_attrs={"data-day-mood": value}), label
                )
                for value, label in MOODS.items()
            ),
            rx.el.li(
                rx.el.span(class_name="pixel noted", custom_attrs={"data-day-mood": 0}),
                _("No mood noted"),
            ),
            class_name="shapes",
        ),
    )


def _turn(label: str, spoken: str, month: StringVar, steps: int) -> rx.Component:
    turned = call(MODULE, "month_after", month, steps)
    return rx.el.button(
        label,
        type="button",
        class_name="button quiet",
        aria_label=spoken,
        on_click=chosen.change(lambda _value: rx.Var.create({"month": turned})),
    )


def _month_part(month: StringVar, entries: LiveRows) -> rx.Component:
    weeks = call(MODULE, "month_view", month, first_weekday(), entries.rows)
    names = [
        rx.el.th(
            rx.el.span(short, aria_hidden=True),
            rx.el.span(long, class_name="visually-hidden"),
            scope="col",
        )
        for short, long in WEEKDAYS
    ]
    return rx.el.section(
        rx.el.div(
            _turn("‹", _("The month before"), month, -1),
            rx.el.h2(month_name(month), aria_live="polite", id="month-name"),
            _turn("›", _("The month after"), month, 1),
            class_name="turning",
        ),
        rx.el.table(
            rx.el.thead(
                rx.el.tr(
                    rx.cond(
                        first_weekday() == 7,
                        rx.fragment(names[6], *names[:6]),
                        rx.cond(
                            first_weekday() == 6,
                            rx.fragment(*names[5:], *names[:5]),
                            rx.fragment(*names),
                        ),
                    )
                )
            ),
            rx.el.tbody(
                rx.foreach(
                    weeks.to(list[list[Row]]), lambda week: rx.el.tr(rx.foreach(week, _day_cell))
                )
            ),
            class_name="month",
            aria_labelledby="month-name",
        ),
        class_name="section",
    )


WEEKDAYS = (
    (_("Mo"), _("Monday")),
    (_("Tu"), _("Tuesday")),
    (_("We"), _("Wednesday")),
    (_("Th"), _("Thursday")),
    (_("Fr"), _("Friday")),
    (_("Sa"), _("Saturday")),
    (_("Su"), _("Sunday")),
)


def _day_cell(cell: ObjectVar[Row]) -> rx.Component:
    number = cell["number"].to(int)
    return rx.el.td(
        rx.cond(
            cell["entries"].to(int) > 0,
            rx.el.a(
                rx.el.span(number.to(str), aria_hidden=True),
                rx.el.span(class_name="pixel", custom_attrs={"data-day-mood": cell["mood"]}),
                rx.el.span(
                    spoken_day(cell["day"]), ": ", _mood_name(cell), class_name="visually-hidden"
                ),
                href=f"/log/history/?{DAY_PARAMETER}=" + cell["day"].to(str),
            ),
            rx.cond(number > 0, rx.el.span(number.to(str), class_name="empty-day")),
        ),
        custom_attrs={"data-day": cell["day"]},
    )


def _mood_name(cell: ObjectVar[Row]) -> rx.Component:
    return rx.match(cell["mood"], *MOODS.items(), _("No mood noted"))


def _year_part(month: StringVar, entries: LiveRows) -> rx.Component:
    numbered: rx.Var[Any] = rx.Var(f"Number({month[0:4]!s})", _var_data=month._get_all_var_data())
    rows = call(MODULE, "year_view", numbered, entries.rows).to(list[list[Row]])
    months = [f"{number:02}" for number in range(1, 13)]
    return rx.el.section(
        rx.el.div(
            _turn("‹", _("The year before"), month, -12),
            rx.el.h2(month[0:4], aria_live="polite", id="year-name"),
            _turn("›", _("The year after"), month, 12),
            class_name="turning",
        ),
        rx.el.table(
            rx.el.caption(_("The year, a shape for each day"), class_name="visually-hidden"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.td(),
                    *(
                        rx.el.th(
                            rx.el.span(month_name("2001-" + name, "narrow"), aria_hidden=True),
                            rx.el.span(
                                month_name("2001-" + name, "long"), class_name="visually-hidden"
                            ),
                            scope="col",
                        )
                        for name in months
                    ),
                )
            ),
            rx.el.tbody(
                rx.foreach(
                    rows,
                    lambda row, at: rx.el.tr(
                        rx.el.th((at + 1).to(str), scope="row"), rx.foreach(row, _year_cell)
                    ),
                )
            ),
            class_name="year",
        ),
        rx.el.p(
            _("A day with several entries has the mood in their middle."),
            class_name="small section",
        ),
        class_name="section",
    )


def _year_cell(cell: ObjectVar[Row]) -> rx.Component:
    return rx.el.td(
        rx.cond(
            cell["entries"].to(int) > 0,
            rx.el.span(
                rx.el.span(_mood_name(cell), class_name="visually-hidden"),
                class_name="pixel",
                custom_attrs={"data-day-mood": cell["mood"]},
            ),
        ),
        class_name=rx.cond(cell["day"] == "", "no-day", ""),
    )
