"""Rows of a table as Reflex Vars that follow every write."""

from dataclasses import dataclass
from hashlib import md5
from typing import Any, Self

import reflex as rx
from reflex.vars import ArrayVar, BooleanVar, StringVar, VarData

Row = dict[str, Any]


@dataclass(frozen=True)
class LiveRows:
    """The answer of a live query.

    `ready` is false until the rows have been read for the first time; `trouble` is `full`,
    `blocked`, `broken` or null.
    """

    ready: BooleanVar
    trouble: StringVar
    rows: ArrayVar[list[Row]]

    @classmethod
    def of(cls, hook_call: str, var_data: VarData | None) -> Self:
        """The Vars of one call of the `useLive` hook."""
        name = f"live_{md5(hook_call.encode(), usedforsecurity=False).hexdigest()[:8]}"
        data = VarData.merge(var_data, VarData(hooks={f"const {name} = {hook_call}": None}))
        return cls(
            ready=rx.Var(f"{name}.ready", _var_data=data).to(bool),
            trouble=rx.Var(f"{name}.trouble", _var_data=data).to(str),
            rows=rx.Var(f"{name}.rows", _var_data=data).to(list[Row]),
        )

    def field(self, key_field: str, key: rx.Var[str], name: str) -> rx.Var[Any]:
        """One field of the row with this key; null while there is no such row or value."""
        found = f"find((row) => row.{key_field} === {key!s})"
        path = f"({self.rows!s}.{found}?.{name} ?? null)"
        data = VarData.merge(self.rows._get_all_var_data(), key._get_all_var_data())
        return rx.Var(path, _var_data=data)
