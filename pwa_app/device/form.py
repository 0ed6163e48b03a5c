"""A form that keeps what is typed and writes a record: the Python face of browser/form.js."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import BooleanVar, NumberVar, StringVar, VarData

from pwa_app.device.modules import module_path, uses


class RecordForm(rx.Component):
    """The `RecordForm` component of browser/form.js."""

    library = module_path("form")
    tag = "RecordForm"

    records: rx.Var[Any]
    table: rx.Var[str]
    form: rx.Var[str]
    record_key: rx.Var[str]
    query_key: rx.Var[str]
    auto_complete: rx.Var[str]


@dataclass(frozen=True)
class StoreForm:
    """One form of a store: the element itself, and what it knows as Vars.

    The Vars may be used anywhere on the page, inside the form or not.
    """

    name: str
    records: rx.Var[Any]
    table: str
    record_key: str | None = None
    query_key: str | None = None

    def element(self, *children: rx.Component, **props: Any) -> rx.Component:
        """The form around its controls, whose names are the table's fields."""
        keys = {"record_key": self.record_key, "query_key": self.query_key}
        return RecordForm.create(
            *children,
            records=self.records,
            table=self.table,
            form=self.name,
            **{key: value for key, value in keys.items() if value is not None},
            **props,
        )

    @property
    def ready(self) -> BooleanVar:
        """Whether the form can be used yet."""
        return self._state("ready").to(bool)

    @property
    def saving(self) -> BooleanVar:
        """Whether a record is being written."""
        return self._state('phase === "saving"').to(bool)

    @property
    def saved(self) -> BooleanVar:
        """Whether the record was saved and nothing was typed since."""
        return self._state('phase === "saved"').to(bool)

    @property
    def restored(self) -> BooleanVar:
        """Whether an earlier draft was put back."""
        return self._state("restored").to(bool)

    @property
    def changing(self) -> BooleanVar:
        """Whether a kept record is being changed."""
        return self._state("changing").to(bool)

    @property
    def trouble(self) -> StringVar:
        """Why nothing could be read or written: `full`, `blocked`, `broken`, or null."""
        return self._state("trouble").to(str)

    def answered(self, field: str) -> BooleanVar:
        """Whether a control of this name has an answer."""
        return self._state(f'values["{field}"] !== undefined').to(bool)

    def value(self, field: str) -> StringVar:
        """The answer of a control as text; empty where there is none."""
        return self._state(f'values["{field}"]?.[0] ?? ""').to(str)

    def problem(self, field: str) -> StringVar:
        """The code of what is wrong with a field (see types.d.ts), or null.

        The field `form` stands for the form as a whole.
        """
        return self._state(f'problems["{field}"]?.code').to(str)

    def limit(self, field: str) -> NumberVar:
        """The limit that the problem of a field speaks of."""
        return self._state(f'problems["{field}"]?.limit').to(int)

    def clear_props(self, field: str) -> dict[str, Any]:
        """The props of a button in the form that takes back the answer of a control."""
        return {"type": "button", "custom_attrs": {"data-clear": field}}

    def _state(self, path: str) -> rx.Var[Any]:
        variable = f"form_{self.name}"
        hook = f'const {variable} = useFormState("{self.name}")'
        data = VarData.merge(uses("form_state", "useFormState"), VarData(hooks={hook: None}))
        return rx.Var(f"({variable}.{path})", _var_data=data)
