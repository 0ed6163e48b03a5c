"""The phone's own database, written and read from Python pages.

A `Store` names the tables; its methods give Reflex Vars and event handlers, so that a page says
what it shows and does in Python and the browser does it with IndexedDB:

    store = Store("mooring", version=1, tables=(MoodEntry,))
    entries = store.live(MoodEntry, order_by="at", newest_first=True)
    rx.foreach(entries.rows, lambda entry: entry_line(entry, store.remove(MoodEntry, entry["id"])))
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import BooleanVar, StringVar, VarData
from sqlmodel import SQLModel

from pwa_app.device.days import DayRows, ReadAhead
from pwa_app.device.drafts import Draft
from pwa_app.device.form import StoreForm
from pwa_app.device.handlers import handler
from pwa_app.device.live import LiveRows
from pwa_app.device.modules import module_path, uses
from pwa_app.device.schema import StoreSchema, describe
from pwa_app.device.value import LiveValue
from pwa_app.device.vault import StoreVault
from pwa_app.device.vault_table import Vault


class Store:
    """One database on the phone.

    Args:
        name: The database's name in IndexedDB; also the name of its generated module.
        version: The schema's version, from 1; raised with every change of the tables.
        tables: The SQLModel tables it holds; those for its forms' drafts and for its lock come
            with it.

    Raises:
        TypeError: A table cannot be kept on the phone (see `schema.describe`).
        ValueError: The name is taken by another store.
    """

    _stores: ClassVar[dict[str, "Store"]] = {}

    def __init__(self, name: str, *, version: int, tables: Sequence[type[SQLModel]]) -> None:
        if name in self._stores:
            raise ValueError(f"There is a store named {name!r} already.")
        self.name = name
        self.tables: tuple[type[SQLModel], ...] = (*tables, Draft, Vault)
        self.schema: StoreSchema = describe(name, version, self.tables)
        self._stores[name] = self

    @classmethod
    def all(cls) -> Iterator["Store"]:
        """Every store of the app, by name."""
        return iter([cls._stores[name] for name in sorted(cls._stores)])

    @property
    def records(self) -> rx.Var[Any]:
        """The opened database in the browser (`Records` of records.js)."""
        return rx.Var(f"records_{self.name}", _var_data=self._var_data)

    def live(
        self,
        table: type[SQLModel],
        *,
        order_by: str | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        between: tuple[rx.Var[str], rx.Var[str]] | None = None,
    ) -> LiveRows:
        """The rows of a table, which follow every write, also one made in another tab.

        Args:
            table: The table to read.
            order_by: An indexed field (or the key) to order by.
            newest_first: Largest values first.
            limit: At most so many rows.
            between: Only values of the field to order by from the one to the other, both included.

        Raises:
            ValueError: The field to order by is neither the key nor indexed.
        """
        name = self._name_of(table)
        described = self.schema["tables"][name]
        if order_by and order_by not in (described["key"], *described["indexes"]):
            raise ValueError(f"{name}.{order_by} has no index to order by.")
        order = {"by": order_by, "newestFirst": newest_first, "limit": limit}
        given = {key: value for key, value in order.items() if value not in (None, False)}
        data = VarData.merge(self._var_data, uses("live", "useLive"))
        asked = json.dumps(given)
        if between:
            least, most = between
            asked = f"{{ ...{asked}, from: {least!s}, to: {most!s} }}"
            data = VarData.merge(data, least._get_all_var_data(), most._get_all_var_data())
        return LiveRows.of(f"useLive(records_{self.name}, {json.dumps(name)}, {asked})", data)

    def days(
        self,
        table: type[SQLModel],
        *,
        by: str,
        within: str,
        matches: rx.Var[Any],
        wanted: rx.Var[Any],
        parameter: str,
    ) -> DayRows:
        """A window over a table that is ordered by day, which reads no more than it shows.

        Args:
            table: The table to read.
            by: Its indexed field with the day, YYYY-MM-DD.
            within: The field that orders the records of a day.
            matches: A function that tells whether a record (the first argument) is wanted.
            wanted: The function's second argument; null for every record.
            parameter: The parameter of the address that names the newest day to show.

        Raises:
            ValueError: The field with the day has no index.
        """
        name = self._name_of(table)
        if by not in self.schema["tables"][name]["indexes"]:
            raise ValueError(f"{name}.{by} has no index to order by.")
        texts = ", ".join(json.dumps(text) for text in (name, by, within))
        call = (
            f"useDays(records_{self.name}, {texts}, {matches!s}, {wanted!s}, "
            f"{json.dumps(parameter)})"
        )
        used = (matches._get_all_var_data(), wanted._get_all_var_data())
        return DayRows.of(name, call, VarData.merge(self._var_data, uses("days", "useDays"), *used))

    def read_ahead(
        self,
        *children: rx.Component,
        table: type[SQLModel],
        by: str,
        within: str,
        class_name: str = "",
    ) -> rx.Component:
        """A box that, once it can be seen, reads what another page with `days` shows first.

        Args:
            children: The link to that page.
            table: The table to read.
            by: As for `days`.
            within: As for `days`.
            class_name: The box's class.
        """
        return ReadAhead.create(
            *children,
            records=self.records,
            table=self._name_of(table),
            by=by,
            within=within,
            class_name=class_name,
        )

    def value(self, table: type[SQLModel], *, key: str) -> LiveValue:
        """One record of a table as a value to show and change; it outlives a reload or a crash.

        Args:
            table: The table it stands in.
            key: Its primary key.
        """
        name = self._name_of(table)
        call = f"useKept(records_{self.name}, {json.dumps(name)}, {json.dumps(key)})"
        data = VarData.merge(self._var_data, uses("kept_value", "useKept"))
        return LiveValue.of(f"kept_{name}_{key}", call, data)

    def remove(self, table: type[SQLModel], key: rx.Var[Any]) -> rx.EventHandler:
        """An event handler that removes the record with this key and what it owns.

        `restore` takes it back.
        """
        name = self._name_of(table)
        return handler(f"{self.records}.remove({json.dumps(name)}, {key!s})", self.records, key)

    def put(
        self, table: type[SQLModel], record: dict[str, Any], into: LiveValue | None = None
    ) -> rx.EventHandler:
        """An event handler that keeps a record: a new one, or one with the key it names.

        Args:
            table: The table that is written.
            record: Values or Vars by field; a Var that is undefined leaves its field out.
            into: What holds the record, as it was kept, from then on.
        """
        name = self._name_of(table)
        given = rx.Var.create(record)
        then = f".then({into.setter()})" if into else ""
        call = f"{self.records}.attempt((all) => all.put({json.dumps(name)}, {given!s}){then})"
        return handler(call, self.records, given, *([into.value] if into else []))

    def merge(
        self, table: type[SQLModel], key: Any, change: dict[str, Any], into: LiveValue | None = None
    ) -> rx.EventHandler:
        """An event handler that changes some fields of the record with this key, or makes it.

        Args:
            table: The table that is written.
            key: The key of the record, a value or a Var.
            change: Values or Vars by field; None takes a field out.
            into: What holds the record, as it was kept, from then on.
        """
        name = self._name_of(table)
        which, given = rx.Var.create(key), rx.Var.create(change)
        then = f".then({into.setter()})" if into else ""
        call = f"all.merge({json.dumps(name)}, {which!s}, {given!s}){then}"
        used = [which, given, *([into.value] if into else [])]
        return handler(f"{self.records}.attempt((all) => {call})", self.records, *used)

    def swap(
        self, table: type[SQLModel], field: str, one: rx.Var[Any], other: rx.Var[Any]
    ) -> rx.EventHandler:
        """An event handler that exchanges the values of a field between two records."""
        name = self._name_of(table)
        call = f"all.swap({json.dumps(name)}, {json.dumps(field)}, {one!s}, {other!s})"
        return handler(f"{self.records}.attempt((all) => {call})", self.records, one, other)

    def clear(self, tables: Sequence[type[SQLModel]], *, form: StoreForm) -> rx.EventHandler:
        """An event handler that empties tables for good, with every draft of a form."""
        names = [self._name_of(table) for table in tables]
        call = f"all.clear({json.dumps(names)}, {json.dumps(form.name)})"
        return handler(f"{self.records}.attempt((all) => {call})", self.records)

    @property
    def trouble(self) -> StringVar:
        """Why the last `put`, `merge` or `swap` did not work (as `LiveRows.trouble`), or null."""
        variable = f"trouble_{self.name}"
        hook = f"const {variable} = useTrouble(records_{self.name})"
        data = VarData.merge(
            self._var_data, uses("live", "useTrouble"), VarData(hooks={hook: None})
        )
        return rx.Var(variable, _var_data=data).to(str)

    def restore(self) -> rx.EventHandler:
        """An event handler that brings back the record that was removed last."""
        return handler(f"{self.records}.restore()", self.records)

    def last_removed(self, table: type[SQLModel]) -> BooleanVar:
        """Whether a record of this table was removed and can be brought back."""
        name = self._name_of(table)
        variable = f"removed_{self.name}_{name}"
        hook = f"const {variable} = useLastRemoved(records_{self.name}, {json.dumps(name)})"
        data = VarData.merge(
            self._var_data, uses("live", "useLastRemoved"), VarData(hooks={hook: None})
        )
        return rx.Var(f"({variable} !== null)", _var_data=data).to(bool)

    def form(
        self,
        table: type[SQLModel],
        *,
        name: str,
        record_key: str | None = None,
        query_key: str | None = None,
        words: type[SQLModel] | None = None,
        fixed: Mapping[str, Any] | None = None,
        needs: Sequence[str] | None = None,
    ) -> StoreForm:
        """A form whose controls, named as the table's fields, write one record.

        Args:
            table: The table that is written.
            name: The form's name: its draft is kept under it.
            record_key: The key of the one record that is changed, where there is only one.
            query_key: A parameter of the address that names a kept record to change.
            words: The table that remembers new words of the form's lists: its fields are `id`,
                `list`, `word` and one that says when.
            fixed: Values by field that every record of this form gets.
            needs: Fields of which one has to be answered; where none is, the first one's problem
                is `missing`.
        """
        return StoreForm(
            name=name,
            records=self.records,
            table=self._name_of(table),
            record_key=record_key,
            query_key=query_key,
            word_table=self._name_of(words) if words else None,
            fixed=fixed,
            needs=needs,
        )

    def vault(self, *, wait_after: rx.Var[Any], cost_of: rx.Var[Any]) -> StoreVault:
        """The lock of this store.

        Args:
            wait_after: A function from the number of wrong tries to the seconds to wait.
            cost_of: A function from the milliseconds the cheapest right key took to the cost
                (`memory_kib`, `iterations`) of this phone's keys.
        """
        return StoreVault(self.name, self.records, wait_after, cost_of)

    @property
    def _var_data(self) -> VarData:
        imported = ImportVar(tag="records", alias=f"records_{self.name}")
        return VarData(imports={module_path(f"stores/{self.name}"): [imported]})

    def _name_of(self, table: type[SQLModel]) -> str:
        if table.__name__ not in self.schema["tables"]:
            raise ValueError(f"The store {self.name!r} holds no table {table.__name__}.")
        return table.__name__
