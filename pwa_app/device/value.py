"""One value that a page shows and changes, as Reflex Vars.

    wave = store.value(UrgeWave, key="now")
    rx.el.button(_("More time"), on_click=wave.change(lambda value: call(…, value, moment())))

What a change makes of the value is worked out in the browser, from the value as it is then.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

import reflex as rx
from reflex.vars import BooleanVar, NumberVar, ObjectVar, StringVar, VarData

from pwa_app.device.handlers import handler
from pwa_app.device.modules import uses

Record = dict[str, Any]
Step = Callable[[ObjectVar[Record]], rx.Var[Any]]
"""From the value (null where there is none) to the one that takes its place."""


@dataclass(frozen=True)
class LiveValue:
    """A value of the page, kept on the phone (`Store.value`) or not (`held_value`)."""

    name: str
    var_data: VarData | None

    @classmethod
    def of(cls, name: str, hook_call: str, var_data: VarData | None) -> Self:
        """The value that a hook gives, under a name of its own."""
        hooks = VarData(hooks={f"const {name} = {hook_call}": None})
        return cls(name, VarData.merge(var_data, hooks))

    @property
    def ready(self) -> BooleanVar:
        """Whether the value has been read; false in the prerendered page."""
        return self._part("ready").to(bool)

    @property
    def trouble(self) -> StringVar:
        """Why it cannot be kept: `full`, `blocked`, `broken`, or null."""
        return self._part("trouble").to(str)

    @property
    def value(self) -> ObjectVar[Record]:
        """The value itself, or null."""
        return self._part("value").to(Record)

    def change(self, step: Step, *, new_screen: bool = False) -> rx.EventHandler:
        """An event handler that puts another value in the place of the present one.

        Args:
            step: What the value becomes.
            new_screen: The page shows something else then. On a slow phone that takes long to
                draw, so the tap is shown first: nobody has to wonder whether it was felt.
        """
        made = step(_GIVEN)
        call = f"{self.name}.change((value) => {made!s})"
        if not new_screen:
            return handler(call, self._part("change"), made)
        after_paint = uses("after_paint", "afterPaint")
        used: rx.Var[Any] = rx.Var(self.name, _var_data=VarData.merge(self.var_data, after_paint))
        return handler(f"afterPaint(() => {call})", used, made)

    def setter(self) -> str:
        """A JavaScript function whose argument takes the place of the present value."""
        return f"((value) => {self.name}.change(() => value))"

    def change_and_add(self, table: type[Any], record: Step, step: Step) -> rx.EventHandler:
        """An event handler that changes the value and adds a record of a table: both or neither."""
        added, made = record(_GIVEN), step(_GIVEN)
        call = (
            f"{self.name}.changeAndAdd({json.dumps(table.__name__)}, "
            f"(value) => {added!s}, (value) => {made!s})"
        )
        return handler(call, self._part("changeAndAdd"), added, made)

    def _part(self, name: str) -> rx.Var[Any]:
        return rx.Var(f"{self.name}.{name}", _var_data=self.var_data)


_GIVEN: ObjectVar[Record] = rx.Var("value").to(Record)


def held_value(name: str) -> LiveValue:
    """A value that is forgotten when the page is left. Each page has its own by this name."""
    return LiveValue.of(
        f"held_{name}", f"useHeld({json.dumps(name)})", uses("held_value", "useHeld")
    )


def moment() -> NumberVar:
    """The moment in which a handler runs, in milliseconds since 1970."""
    return rx.Var("Date.now()").to(int)


def picked_number() -> NumberVar:
    """In a handler of a control: the number it stands at."""
    return rx.Var("Number(given)").to(int)


def ticked() -> BooleanVar:
    """In a handler of a checkbox: whether it is ticked."""
    return rx.Var("Boolean(given)").to(bool)


def seconds_since(origin: rx.Var[Any], name: str) -> NumberVar:
    """The present moment in milliseconds, renewed at each whole second since another moment.

    Null in the prerendered page and in the first render.

    Args:
        origin: The moment to count from, in milliseconds since 1970; less than 0 for none,
            and then it is renewed only when the page is looked at again.
        name: The name of the variable in the browser: one for each origin.
    """
    hooks = VarData(hooks={f"const {name} = useSeconds({origin!s})": None})
    data = VarData.merge(origin._get_all_var_data(), uses("seconds", "useSeconds"), hooks)
    return rx.Var(name, _var_data=data).to(int)
