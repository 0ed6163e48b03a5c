"""A window over a table that is ordered by day, as Reflex Vars (browser/days.js)."""

from dataclasses import dataclass
from typing import Any, Self

import reflex as rx
from reflex.vars import ArrayVar, BooleanVar, StringVar, VarData

from pwa_app.device.live import Row
from pwa_app.device.modules import module_path


class DayScroll(rx.Component):
    """The `DayScroll` component of browser/days.js."""

    library = module_path("days")
    tag = "DayScroll"

    days: rx.Var[Any]
    rows: rx.Var[list[Row]]
    earlier: rx.Var[str]
    later: rx.Var[str]


class ReadAhead(rx.Component):
    """The `ReadAhead` component of browser/read_ahead.js."""

    library = module_path("read_ahead")
    tag = "ReadAhead"

    records: rx.Var[Any]
    table: rx.Var[str]
    by: rx.Var[str]
    within: rx.Var[str]


@dataclass(frozen=True)
class DayRows:
    """The records in the window, the newest first.

    `ready` is false until some were read; `looking` tells whether more are being looked for;
    `trouble` is `full`, `blocked`, `broken` or null.
    """

    ready: BooleanVar
    looking: BooleanVar
    trouble: StringVar
    rows: ArrayVar[list[Row]]
    window: rx.Var[Any]

    @classmethod
    def of(cls, table: str, hook_call: str, var_data: VarData | None) -> Self:
        """The Vars of one call of the `useDays` hook."""
        name = f"days_{table}"
        data = VarData.merge(var_data, VarData(hooks={f"const {name} = {hook_call}": None}))
        return cls(
            ready=rx.Var(f"{name}.ready", _var_data=data).to(bool),
            looking=rx.Var(f"{name}.looking", _var_data=data).to(bool),
            trouble=rx.Var(f"{name}.trouble", _var_data=data).to(str),
            rows=rx.Var(f"{name}.rows", _var_data=data).to(list[Row]),
            window=rx.Var(f"{name}.days", _var_data=data),
        )

    def scroll(self, *children: rx.Component, earlier: str, later: str) -> rx.Component:
        """The window's content, which moves on as it is scrolled; `data-row` marks each record.

        Args:
            children: What shows the records, each with an id of its own.
            earlier: The words on the button for earlier records.
            later: The words on the button for later ones.
        """
        return DayScroll.create(
            *children, days=self.window, rows=self.rows, earlier=earlier, later=later
        )
