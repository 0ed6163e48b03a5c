"""When a service answers: in words for everyone, and "open now" where a clock can tell."""

from typing import Any

import reflex as rx
from babel.dates import get_timezone_location

from pwa_app.content import HoursKind, OpeningHours, Service, ServiceKind
from pwa_app.device import now
from pwa_app.locale import PSEUDO_LANGUAGES
from pwa_app.logic.calls import call
from pwa_app.pages.labels import WEEKDAYS
from pwa_app.pages.words import _, catalogue

DAY = 24 * 60


def hours_line(service: Service) -> rx.Component:
    """One line: always open, hours not known, or the week's hours with "open now" by the clock.

    A list of people to look through has no hours unless somebody says so.
    """
    if service.hours == HoursKind.ALWAYS:
        return rx.el.p(_("Open all day, every day"), class_name="open-state open")
    if service.hours == HoursKind.UNKNOWN and service.kind == ServiceKind.DIRECTORY:
        return rx.fragment()
    if service.hours == HoursKind.UNKNOWN:
        return rx.el.p(_("Opening hours not known"), class_name="open-state")
    return rx.fragment(
        _open_now(service),
        rx.el.p(
            week_text(service),
            " ",
            _("On public holidays this may differ. We do not know."),
            class_name="small",
        ),
    )


def hours_value(service: Service) -> dict[str, Any]:
    """The hours as the logic takes them; see pwa_app/logic/opening.py."""
    if service.hours != HoursKind.WEEKLY:
        return {"kind": str(service.hours)}
    return {"kind": "weekly", "weekly": [_span(span) for span in service.opening_hours]}


def week_text(service: Service) -> str:
    """The week's hours in words, for example "Monday–Friday 10:00–22:00 (Dublin time)"."""
    spans: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for weekday in range(7):
        times = tuple(
            (span.opens, span.closes) for span in service.opening_hours if span.weekday == weekday
        )
        if times:
            spans.setdefault(times, []).append(weekday)
    parts = [f"{_days_text(days)} {_times_text(times)}" for times, days in spans.items()]
    return _("{hours} ({place} time)").format(hours=_("; ").join(parts), place=_place(service))


def _days_text(days: list[int]) -> str:
    if len(days) == len(WEEKDAYS):
        return _("Every day")
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return _(", ").join(
        WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]}–{WEEKDAYS[run[-1]]}"
        for run in runs
    )


def _times_text(times: tuple[tuple[int, int], ...]) -> str:
    return _(", ").join(f"{clock_text(opens)}–{clock_text(closes)}" for opens, closes in times)


def clock_text(minute: int) -> str:
    """A minute of the day (or of the next one) as 24-hour time; midnight at the end is 24:00."""
    shown = minute if minute <= DAY else minute - DAY
    return f"{shown // 60:02d}:{shown % 60:02d}"


def _place(service: Service) -> str:
    if service.timezone is None:
        return ""
    spoken = "en" if catalogue.language in PSEUDO_LANGUAGES else catalogue.language
    return get_timezone_location(service.timezone, locale=spoken, return_city=True)


STATE_WORDS = {
    "always": _("Open now"),
    "open": _("Open now, until {time}"),
    "opens_today": _("Closed now. Opens at {time}"),
    "opens": _("Closed now. Opens {day} at {time}"),
    "unknown": _("Opening hours not known"),
}
"""What is said of each state; the time is that of the place named with the week's hours."""


def _open_now(service: Service) -> rx.Component:
    clock = call("wall_clock", "wallClock", service.timezone, now()).to(dict[str, int])
    moment = (clock["weekday"], clock["minute"])
    state = call("opening", "opening_state", hours_value(service), *moment).to(dict[str, str])
    text = call("opening", "opening_text", state, *moment, STATE_WORDS, list(WEEKDAYS))
    is_closed = state["state"] == "closed"
    return rx.el.p(
        rx.cond(
            clock,
            rx.el.span(text.to(str), class_name=rx.cond(is_closed, "", "open")),
            rx.el.span(_("Opening hours")),
        ),
        class_name="open-state",
    )


def _span(span: OpeningHours) -> dict[str, int]:
    return {"weekday": span.weekday, "opens": span.opens, "closes": span.closes}
