"""Puts packs into a database and opens it for the pages."""

from itertools import groupby
from pathlib import Path

from sqlalchemy import Engine, FromClause
from sqlalchemy.orm import class_mapper
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from pwa_app.content.article_rows import article_rows
from pwa_app.content.card_rows import card_rows, tag_rows
from pwa_app.content.library import Library
from pwa_app.content.models import ContentTable
from pwa_app.content.pack_files import ENGLISH
from pwa_app.content.reading import Packs, read_packs
from pwa_app.content.service_rows import service_rows
from pwa_app.content.source_rows import SourceRows

IN_MEMORY = "sqlite://"


def open_library(
    locale: str = ENGLISH, packs: Path | Packs | None = None, url: str = IN_MEMORY
) -> Library:
    """Read, check and load packs, and open what they say in one language.

    Args:
        locale: BCP 47 tag of the language; what is not translated stays English.
        packs: a packs folder, or packs that were read before, so that several languages share
            one reading; the app's own folder where it is left out.
        url: the database (SQLAlchemy), which then holds this language's content and nothing of
            an earlier one's; in memory where it is left out.

    Raises:
        PackError: with every problem of every file; the database then keeps what it held.
    """
    content = packs if isinstance(packs, Packs) else read_packs(packs)
    engine = _engine(url)
    load(content, locale, engine)
    return Library(engine, locale)


def load(packs: Packs, locale: str, engine: Engine) -> None:
    """Replace a database's content by that of packs, in one transaction."""
    sources = SourceRows()
    rows: list[ContentTable] = [
        *tag_rows(),
        *card_rows(packs, locale, sources),
        *service_rows(packs, locale, sources),
        *article_rows(packs, locale, sources),
        *sources.rows(),
    ]
    metadata = ContentTable.metadata
    order: dict[FromClause, int] = {
        table: place for place, table in enumerate(metadata.sorted_tables)
    }

    def place(row: ContentTable) -> int:
        return order[class_mapper(type(row)).local_table]

    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            # Python's sqlite3 opens no transaction by itself before it drops or creates a table.
            connection.exec_driver_sql("BEGIN")
        metadata.drop_all(connection)
        metadata.create_all(connection)
        with Session(connection) as session:
            for _, group in groupby(sorted(rows, key=place), key=place):
                session.add_all(group)
                session.flush()


def _engine(url: str) -> Engine:
    if url == IN_MEMORY:
        # One connection for all: another one would open another, empty, database.
        return create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    return create_engine(url)
