"""Where the pages' own browser modules stand in the front end, and how a Var imports from them."""

from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.utils.imports import ImportVar
from reflex.vars import FunctionVar, VarData

FOLDER = "utils/pages"


def module_path(module: str) -> str:
    """The import path of one of the modules in `browser/`, for example `finder`."""
    return f"$/{FOLDER}/{module}"


def uses(module: str, *names: str) -> VarData:
    """What a Var needs that calls these exported names of a module."""
    return VarData(imports={module_path(module): [ImportVar(tag=name) for name in names]})


def does(module: str, function: str, *arguments: Any) -> Any:
    """An event handler that calls an exported function of a module with plain values."""
    given = ", ".join(str(rx.Var.create(argument)) for argument in arguments)
    call = f"(() => {{ void {function}({given}); }})"
    return rx.Var(call, _var_data=uses(module, function)).to(FunctionVar, EventChain)


def state_of(module: str, hook: str, part: str) -> rx.Var[Any]:
    """A part of what a module's hook gives."""
    name = hook.removeprefix("use").lower()
    data = VarData.merge(uses(module, hook), VarData(hooks={f"const {name} = {hook}()": None}))
    return rx.Var(f"{name}.{part}", _var_data=data)
