"""A value that only the open page holds, such as which step is shown. It is never stored."""

import json
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import VarData

from pwa_app.device.handlers import handler
from pwa_app.device.modules import uses


@dataclass(frozen=True)
class Local:
    """One such value, by a name that is unique on its page.

    It starts anew when no component shows it any more.

    Attributes:
        name: Its name.
        initial: What it is in the prerendered page and at first; anything JSON can hold.
    """

    name: str
    initial: Any = None

    @property
    def value(self) -> rx.Var[Any]:
        """The value as it is now."""
        variable = "local_" + "".join(sign if sign.isalnum() else "_" for sign in self.name)
        hook = f"const {variable} = useLocal({json.dumps(self.name)}, {json.dumps(self.initial)})"
        data = VarData.merge(uses("local", "useLocal", "setLocal"), VarData(hooks={hook: None}))
        return rx.Var(variable, _var_data=data)

    @property
    def setter(self) -> str:
        """A JavaScript function that takes the new value."""
        return f"((value) => setLocal({json.dumps(self.name)}, value))"

    def set(self, value: Any) -> rx.EventHandler:
        """An event handler that sets the value, to a plain one or a Var."""
        given = rx.Var.create(value)
        return handler(f"setLocal({json.dumps(self.name)}, {given!s})", self.value, given)
