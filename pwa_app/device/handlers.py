"""Event handlers that run in the browser, with no server and no `eval`."""

from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.vars import FunctionVar, VarData


def handler(call: str, *uses: rx.Var[Any]) -> Any:
    """An event handler that evaluates one JavaScript call.

    Args:
        call: The call as JavaScript, made of the Vars' own expressions. `given` is what the event
            gives: the value of a control, whether a checkbox is ticked, or the event itself.
        uses: The Vars in the call, whose imports and hooks the component then needs.
    """
    data = VarData.merge(*(var._get_all_var_data() for var in uses))
    return rx.Var(f"((given) => {{ void {call}; }})", _var_data=data).to(FunctionVar, EventChain)
