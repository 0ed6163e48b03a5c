"""What the phone knows besides its records: the time, and days in the person's own words."""

import json
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, NumberVar, ObjectVar, StringVar, VarData

from pwa_app.device.modules import uses


def now() -> NumberVar:
    """The present moment in milliseconds since 1970, renewed each minute.

    Null in the prerendered page, where there is no "now".
    """
    data = VarData.merge(uses("clock", "useNow"), VarData(hooks={"const now = useNow()": None}))
    return rx.Var("now", _var_data=data).to(int)


def day_name(local_date: rx.Var[Any]) -> StringVar:
    """A day (YYYY-MM-DD) as "Today", "Yesterday" or written out in the page's language."""
    return _formatted("dayName", local_date)


def time_in_day(at: rx.Var[Any], local_date: rx.Var[Any]) -> ObjectVar[dict[str, Any]]:
    """When in a day a moment was, told where the person is now.

    Returns:
        `text`, the time of day, and `same_day`: whether it is that day here too. Where it is not,
        as after a journey, the text names the day it is here.
    """
    data = VarData.merge(
        uses("dates", "timeInDay"), at._get_all_var_data(), local_date._get_all_var_data()
    )
    return rx.Var(f"timeInDay({at!s}, {local_date!s})", _var_data=data).to(dict[str, Any])


def phone_languages() -> ArrayVar[list[str]]:
    """The languages set on the phone (BCP 47), the preferred one first; none where prerendered."""
    return rx.Var("phoneLanguages()", _var_data=uses("languages", "phoneLanguages")).to(list[str])


def this_year() -> NumberVar:
    """The present year on the phone."""
    return rx.Var("new Date().getFullYear()").to(int)


def size_text(size: rx.Var[Any]) -> StringVar:
    """A number of bytes in the page's language, such as "3.4 MB"."""
    data = VarData.merge(uses("room", "sizeText"), size._get_all_var_data())
    return rx.Var(f"sizeText({size!s})", _var_data=data).to(str)


def storage_room(renew: rx.Var[Any]) -> ObjectVar[dict[str, Any]]:
    """How much this site keeps here (see room.js).

    Args:
        renew: Asked anew when it changes.

    Returns:
        `used` and `quota` in bytes, and `kept`: whether the browser has promised to keep it. Null
        where the browser does not tell.
    """
    hooks = VarData(hooks={f"const room = useRoom({renew!s})": None})
    data = VarData.merge(renew._get_all_var_data(), uses("room", "useRoom"), hooks)
    return rx.Var("room", _var_data=data).to(dict[str, Any])


def function(arguments: str, result: rx.Var[Any]) -> rx.Var[Any]:
    """A JavaScript function, for a component to call by and by.

    Args:
        arguments: The names of what it is given, for example `now, value`; the result may use
            them as Vars.
        result: What it gives.
    """
    return rx.Var(f"(({arguments}) => {result!s})", _var_data=result._get_all_var_data())


def today() -> StringVar:
    """The day it is where the person is, YYYY-MM-DD; empty in the prerendered page."""
    day = now()
    data = VarData.merge(uses("dates", "localDate"), day._get_all_var_data())
    return rx.Var(f'({day!s} === null ? "" : localDate(new Date({day!s})))', _var_data=data).to(str)


def first_weekday() -> NumberVar:
    """The day a week begins with where the person is: 1 for Monday to 7 for Sunday."""
    return rx.Var("firstWeekday()", _var_data=uses("dates", "firstWeekday")).to(int)


def month_name(month: rx.Var[Any] | str, length: str = "") -> StringVar:
    """A month (YYYY-MM) in the page's language.

    Args:
        month: The month.
        length: `long` or `narrow` for its name alone; otherwise the year stands with it.
    """
    return _formatted("monthName", rx.Var.create(month), length)


def spoken_day(local_date: rx.Var[Any]) -> StringVar:
    """A day (YYYY-MM-DD) written out without its year in the page's language."""
    return _formatted("spokenDay", local_date)


def _formatted(function: str, value: rx.Var[Any], *more: str) -> StringVar:
    data = VarData.merge(uses("dates", function), value._get_all_var_data())
    given = ", ".join([str(value), *(json.dumps(one) for one in more)])
    return rx.Var(f"{function}({given})", _var_data=data).to(str)
