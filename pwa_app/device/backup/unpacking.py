"""From a backup to a folder that other programs can open: SQLite, CSV and the pictures."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from pydantic import ValidationError
from sqlalchemy import inspect
from sqlmodel import Session, SQLModel, create_engine

from pwa_app.device.backup.folder import base64_text, storable, whole_text, write_rows, write_table
from pwa_app.device.backup.reading import Content

DATABASE = "backup.sqlite"
OTHER = "other.jsonl"
"""What no table has a place for, one JSON value a line: nothing is thrown away."""

BATCH = 500


@dataclass
class Unpacked:
    """How many records came into each table, the settings, and how much has no place anywhere."""

    counts: dict[str, int] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    other: int = 0


def unpack(content: Content, tables: Sequence[type[SQLModel]], folder: Path) -> Unpacked:
    """Writes what a backup holds into a new folder: all of it, or no folder.

    The folder gets `backup.sqlite` with the tables, a CSV file for each table that holds something,
    `settings.csv`, and bytes such as photos as files of their own.

    Args:
        content: What was read.
        tables: The store's tables.
        folder: The folder to make. What was there under this name must be gone.

    Raises:
        BackupFaultError: The backup is not whole.
        FileExistsError: The folder is there already.
        OSError: It cannot be written.
    """
    if folder.exists():
        raise FileExistsError(folder)
    staging = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(staging, ignore_errors=True)
    # What was private on the phone stays readable by this person alone.
    staging.mkdir(parents=True, mode=0o700)
    try:
        unpacked = _write(content, {table.__name__: table for table in tables}, staging)
        staging.rename(folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return unpacked


def _write(content: Content, tables: dict[str, type[SQLModel]], folder: Path) -> Unpacked:
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    try:
        SQLModel.metadata.create_all(
            engine, tables=[inspect(table).local_table for table in tables.values()]
        )
        with Session(engine) as session, (folder / OTHER).open("w", encoding="utf-8") as other:
            unpacked = _sort_out(content, tables, session, other)
            for name in unpacked.counts:
                write_table(tables[name], session, folder)
    finally:
        engine.dispose()
    if unpacked.other == 0:
        (folder / OTHER).unlink()
    if unpacked.settings:
        write_rows(folder / "settings.csv", ["setting", "value"], unpacked.settings.items())
    return unpacked


def _sort_out(
    content: Content, tables: dict[str, type[SQLModel]], session: Session, other: TextIO
) -> Unpacked:
    """Puts each record where it belongs, a few hundred at a time."""
    unpacked = Unpacked()
    for number, item in enumerate(content.items, start=1):
        name, setting, value = item.get("table"), item.get("setting"), item.get("value")
        table = tables.get(name) if isinstance(name, str) else None
        record = _record(table, item.get("row")) if table else None
        if table and record:
            session.merge(record)
            unpacked.counts[table.__name__] = unpacked.counts.get(table.__name__, 0) + 1
        elif isinstance(setting, str) and isinstance(value, str):
            unpacked.settings[whole_text(setting)] = whole_text(value)
        if not (record and table and _holds_all(table, item["row"])) and setting is None:
            other.write(json.dumps(item, default=base64_text) + "\n")
            unpacked.other += 1
        if number % BATCH == 0:
            session.commit()
            session.expunge_all()
    session.commit()
    return unpacked


def _record(table: type[SQLModel], row: Any) -> SQLModel | None:
    """The row as a record of the table; None where it is none."""
    try:
        return table.model_validate(storable(row))
    except (ValidationError, ValueError):
        return None


def _holds_all(table: type[SQLModel], row: dict[str, Any]) -> bool:
    """Whether the table has a field for everything; a newer version of the app may have more."""
    return set(row) <= set(table.model_fields)
