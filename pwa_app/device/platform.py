"""What the phone knows besides its records: the time, and days in the person's own words."""

from typing import Any

import reflex as rx
from reflex.vars import NumberVar, StringVar, VarData

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


def _formatted(function: str, value: rx.Var[Any]) -> StringVar:
    data = VarData.merge(uses("dates", function), value._get_all_var_data())
    return rx.Var(f"{function}({value!s})", _var_data=data).to(str)
