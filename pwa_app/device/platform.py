"""What the phone knows besides its records: the time, and days in the person's own words."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, NumberVar, StringVar, VarData

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


def time_of_day(at: rx.Var[Any]) -> StringVar:
    """The time of day of a moment (UTC, ISO 8601) where the person is now."""
    return _formatted("timeOfDay", at)


def phone_languages() -> ArrayVar[list[str]]:
    """The languages set on the phone (BCP 47), the preferred one first; none where prerendered."""
    return rx.Var("phoneLanguages()", _var_data=uses("languages", "phoneLanguages")).to(list[str])


def this_year() -> NumberVar:
    """The present year on the phone."""
    return rx.Var("new Date().getFullYear()").to(int)


def function(arguments: str, result: rx.Var[Any]) -> rx.Var[Any]:
    """A JavaScript function, for a component to call by and by.

    Args:
        arguments: The names of what it is given, for example `now, value`; the result may use
            them as Vars.
        result: What it gives.
    """
    return rx.Var(f"(({arguments}) => {result!s})", _var_data=result._get_all_var_data())


def _formatted(function: str, value: rx.Var[Any]) -> StringVar:
    data = VarData.merge(uses("dates", function), value._get_all_var_data())
    return rx.Var(f"{function}({value!s})", _var_data=data).to(str)
