"""Where a fact comes from, and the rows that rest on it."""

from sqlmodel import Field, UniqueConstraint

from pwa_app.content.models.table import ContentTable


class Source(ContentTable, table=True):
    """A published page."""

    __table_args__ = (UniqueConstraint("url", "name", "seen"),)

    id: int | None = Field(default=None, primary_key=True)
    url: str
    name: str | None = None
    """The publisher, in plain words."""
    seen: str | None = None
    """How the page was seen when a service was checked."""


class CardSource(ContentTable, table=True):
    """A card rests on a source."""

    card_slug: str = Field(foreign_key="card.slug", primary_key=True)
    source_id: int = Field(foreign_key="source.id", primary_key=True)
    position: int


class ServiceSource(ContentTable, table=True):
    """A service's numbers and hours rest on a source."""

    service_id: str = Field(foreign_key="service.id", primary_key=True)
    source_id: int = Field(foreign_key="source.id", primary_key=True)
    position: int


class ArticleSource(ContentTable, table=True):
    """An article rests on a source."""

    article_slug: str = Field(foreign_key="article.slug", primary_key=True)
    source_id: int = Field(foreign_key="source.id", primary_key=True)
    position: int
