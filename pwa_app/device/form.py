"""A form that keeps what is typed and writes a record: the Python face of browser/form.js."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import BooleanVar, NumberVar, ObjectVar, StringVar, VarData

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
    word_table: rx.Var[str]
    fixed: rx.Var[dict[str, Any]]
    needs: rx.Var[list[str]]
    auto_complete: rx.Var[str]


class WordChoices(rx.Component):
    """The `WordChoices` component of browser/words.js."""

    library = module_path("words")
    tag = "WordChoices"

    form: rx.Var[str]
    offered: rx.Var[list[dict[str, Any]]]
    names: rx.Var[dict[str, str]]
    list: rx.Var[str]


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
    word_table: str | None = None
    fixed: Mapping[str, Any] | None = None
    needs: Sequence[str] | None = None

    def element(self, *children: rx.Component, **props: Any) -> rx.Component:
        """The form around its controls, whose names are the table's fields."""
        keys = {
            "record_key": self.record_key,
            "query_key": self.query_key,
            "word_table": self.word_table,
            "fixed": dict(self.fixed) if self.fixed else None,
            "needs": list(self.needs) if self.needs else None,
        }
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
    def saved_record(self) -> ObjectVar[dict[str, Any]]:
        """The record as it was saved last, or null."""
        return self._state("saved").to(dict[str, Any])

    @property
    def rescued(self) -> StringVar:
        """How a copy was made of what was typed: `copied`, `not_copied`, `file`, or null."""
        return self._state("rescued").to(str)

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

    def count(self, field: str) -> NumberVar:
        """How many answers a list has."""
        return self._state(f'values["{field}"]?.length ?? 0').to(int)

    def word_choices(self, field: str, offered: rx.Var[Any], **props: Any) -> rx.Component:
        """Checkboxes for words that are not known beforehand, as part of a list.

        Args:
            field: The list. Its form also needs the controls of `word_controls`.
            offered: What there is to choose, each with its `value` and `label`.
            props: `names`, a Var of labels by value, for what the list holds already.
        """
        return WordChoices.create(form=self.name, list=field, offered=offered, **props)

    def word_controls(self, field: str, **props: Any) -> tuple[rx.Component, rx.Component]:
        """The control that holds a list's own words, and the text field that takes new ones.

        Words are separated by commas; the key Enter and the button of `take_props` take them over.
        """
        words = {"data-words": ""}
        holding = rx.el.input(type="hidden", name=field, custom_attrs=words)
        return holding, rx.el.input(type="text", name=field, custom_attrs=words, **props)

    def take_props(self, field: str) -> dict[str, Any]:
        """The props of a button in the form that takes typed words over."""
        return {"type": "button", "custom_attrs": {"data-take": field}}

    def insert_props(self, field: str, text: rx.Var[str] | str) -> dict[str, Any]:
        """The props of a button in the form that writes a text into a field."""
        return {"type": "button", "custom_attrs": {"data-insert": field, "data-text": text}}

    def rescue_props(self, way: str) -> dict[str, Any]:
        """The props of a button in the form for a copy of what was typed: `copy` or `file`."""
        return {"type": "button", "custom_attrs": {"data-rescue": way}}

    def dismiss_props(self) -> dict[str, Any]:
        """The props of a button in the form that puts away what was said after saving."""
        return {"type": "button", "custom_attrs": {"data-dismiss": ""}}

    def _state(self, path: str) -> rx.Var[Any]:
        variable = f"form_{self.name}"
        hook = f'const {variable} = useFormState("{self.name}")'
        data = VarData.merge(uses("form_state", "useFormState"), VarData(hooks={hook: None}))
        return rx.Var(f"({variable}.{path})", _var_data=data)
