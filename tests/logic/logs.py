"""Logs to count: made up, as the phone's records and as rows in SQLite."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine

from pwa_app.device.tables import CardOutcome, MoodEntry

Entry = dict[str, Any]

FIRST = date(2026, 2, 20)
"""Logs begin here: a February's end and two changes of the clocks lie in the days after."""

WORDS = ("school", "a row", "__proto__", "constructor", "naïve 😀", "sleep")
CARDS = ("five-senses", "constructor", "call-someone")

words = st.lists(st.sampled_from(WORDS), max_size=4)


def entries(most_days: int = 200, most: int = 60) -> st.SearchStrategy[list[Entry]]:
    """Entries of one log, in no order; every part may be absent."""
    return st.lists(
        st.fixed_dictionaries(
            {"day": st.integers(0, most_days).map(number), "hour": st.integers(0, 23)},
            optional={
                "mood": st.integers(1, 5),
                "urge": st.integers(0, 10),
                "feelings": words,
                "triggers": words,
                "helped": words,
            },
        ),
        max_size=most,
    )


answers = st.lists(
    st.fixed_dictionaries({"card": st.sampled_from(CARDS), "helped": st.integers(0, 2)}),
    max_size=40,
)


def number(after: int) -> int:
    """The number of a day that lies so many days after the first."""
    return (FIRST - date(1970, 1, 1)).days + after


def ask(
    query: str, log: list[Entry], outcomes: list[dict[str, Any]] | None = None, **given: Any
) -> list[dict[str, Any]]:
    """What SQLite answers about the same log, kept in the tables that the phone's are made of."""
    with Session(_engine()) as session:
        session.add_all(_row(at, entry) for at, entry in enumerate(log))
        session.add_all(
            CardOutcome(id=str(at), at="2026-03-01T00:00:00Z", **outcome)
            for at, outcome in enumerate(outcomes or [])
        )
        session.flush()
        found = [dict(row) for row in session.execute(text(query), given).mappings()]
        session.rollback()
    return found


@cache
def _engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    tables = [MoodEntry.__table__, CardOutcome.__table__]  # type: ignore[attr-defined]
    SQLModel.metadata.create_all(engine, tables=tables)
    return engine


def _row(at: int, entry: Entry) -> MoodEntry:
    day = date(1970, 1, 1) + timedelta(days=entry["day"])
    parts = {key: value for key, value in entry.items() if key not in ("day", "hour")}
    return MoodEntry(
        id=str(at),
        at=f"{day}T{entry['hour']:02}:30:00.000Z",
        local_date=day.isoformat(),
        **parts,
    )
