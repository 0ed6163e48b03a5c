"""Logic functions as Reflex Vars: worked out in the browser, with the same result as here."""

from typing import Any

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import FunctionVar, VarData

from pwa_app.logic.plugin import FOLDER


def call(module: str, function: str, *arguments: Any) -> rx.Var[Any]:
    """The result of a compiled function for these arguments.

    Args:
        module: The logic module's name, for example `opening`.
        function: One of the names in its `__all__`.
        arguments: Vars or plain values.
    """
    return function_of(module, function).call(*arguments)


def function_of(module: str, function: str) -> FunctionVar[Any]:
    """A compiled function itself, for the browser to call by and by.

    Args:
        module: The logic module's name.
        function: One of the names in its `__all__`.
    """
    imported = VarData(imports={f"$/{FOLDER}/{module}.js": [ImportVar(tag=function)]})
    return rx.Var(function, _var_data=imported).to(FunctionVar)
