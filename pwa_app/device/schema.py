"""From SQLModel tables to the description that the browser opens IndexedDB with."""

from collections.abc import Sequence
from types import UnionType
from typing import Any, Literal, NotRequired, TypedDict, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen
from pydantic.fields import FieldInfo
from sqlalchemy import Table
from sqlmodel import SQLModel

FILL: tuple[str, ...] = ("uuid", "utc_now", "local_date", "ms_now")
"""What the phone can fill in when a record is made: a random UUID (RFC 9562), the moment in UTC
(ISO 8601), the day where the person is (YYYY-MM-DD), the moment in milliseconds since 1970."""

FieldKind = Literal["integer", "number", "text", "list", "object", "flag", "bytes"]

_KINDS: dict[object, FieldKind] = {
    bool: "flag",
    int: "integer",
    float: "number",
    str: "text",
    bytes: "bytes",
    list: "list",
    dict: "object",
}


class FieldSchema(TypedDict):
    """One field: its kind, whether it must be there, its limits, and how it is filled in.

    `longest` counts characters, or bytes. `texts` is true for a list of nothing but texts.
    `pattern` is a regular expression that a whole text matches. `owns` names the table whose record
    with this key comes and goes with this record.
    """

    kind: FieldKind
    required: bool
    least: NotRequired[float]
    most: NotRequired[float]
    longest: NotRequired[int]
    texts: NotRequired[bool]
    fill: NotRequired[str]
    pattern: NotRequired[str]
    owns: NotRequired[str]


class TableSchema(TypedDict):
    """One table: the primary key's field, the indexed fields, and every field."""

    key: str
    indexes: list[str]
    fields: dict[str, FieldSchema]


class StoreSchema(TypedDict):
    """A whole database: its name, its version (from 1), and its tables by class name."""

    name: str
    version: int
    tables: dict[str, TableSchema]


def describe(name: str, version: int, tables: Sequence[type[SQLModel]]) -> StoreSchema:
    """The schema of a database that holds these tables.

    Raises:
        TypeError: A class is no table, has no single primary key, has a field of a type that
            the phone cannot keep, or owns records of a table that is not among these.
    """
    described = {table.__name__: describe_table(table) for table in tables}
    for table, schema in described.items():
        for field, described_field in schema["fields"].items():
            if described_field.get("owns", table) not in described:
                raise TypeError(f"{table}.{field} owns {described_field['owns']}, no table here.")
    return {"name": name, "version": version, "tables": described}


def describe_table(model: type[SQLModel]) -> TableSchema:
    """The schema of one table.

    Raises:
        TypeError: As for `describe`.
    """
    table = getattr(model, "__table__", None)
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not a SQLModel class with table=True.")
    keys = [column.name for column in table.primary_key.columns]
    if len(keys) != 1:
        raise TypeError(f"{model.__name__} needs exactly one primary key, it has {len(keys)}.")
    return {
        "key": keys[0],
        "indexes": sorted(c.name for c in table.columns if c.index and c.name != keys[0]),
        "fields": {
            field: _describe_field(f"{model.__name__}.{field}", info, table.columns[field].info)
            for field, info in model.model_fields.items()
        },
    }


def _describe_field(where: str, info: FieldInfo, column_info: dict[str, Any]) -> FieldSchema:
    kind, optional = _kind_of(where, info.annotation)
    schema: FieldSchema = {"kind": kind, "required": not optional}
    if kind == "list" and list[str] in (info.annotation, *get_args(info.annotation)):
        schema["texts"] = True
    for limit in info.metadata:
        if isinstance(limit, Ge):
            schema["least"] = limit.ge  # type: ignore[typeddict-item]
        elif isinstance(limit, Le):
            schema["most"] = limit.le  # type: ignore[typeddict-item]
        elif isinstance(limit, MaxLen):
            schema["longest"] = limit.max_length
    fill = column_info.get("fill")
    if fill is not None:
        if fill not in FILL:
            raise TypeError(f"{where} is filled by {fill!r}; the phone knows {', '.join(FILL)}.")
        schema["fill"] = fill
    if "pattern" in column_info:
        schema["pattern"] = column_info["pattern"]
    if "owns" in column_info:
        schema["owns"] = column_info["owns"]
    return schema


def _kind_of(where: str, annotation: object) -> tuple[FieldKind, bool]:
    optional = False
    if get_origin(annotation) in (Union, UnionType):
        members = [arg for arg in get_args(annotation) if arg is not type(None)]
        optional = len(members) < len(get_args(annotation))
        annotation = members[0] if len(members) == 1 else annotation
    kind = _KINDS.get(get_origin(annotation) or annotation)
    if kind is None:
        raise TypeError(f"{where} has the type {annotation}, which the phone cannot keep.")
    return kind, optional
