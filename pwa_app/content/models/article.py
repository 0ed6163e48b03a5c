"""Articles to read on a better day."""

from datetime import date

from sqlalchemy import JSON
from sqlmodel import Field, Relationship

from pwa_app.content.models.source import ArticleSource, Source
from pwa_app.content.models.table import ContentTable, Sentences, key_column
from pwa_app.content.vocabulary import Shelf


class ArticleSection(ContentTable, table=True):
    """A stretch of an article; ``position`` counts from 0."""

    article_slug: str = Field(foreign_key="article.slug", primary_key=True)
    position: int = Field(primary_key=True)
    key: str | None = None
    """Its name in addresses and on the phone."""
    country: str | None = None
    """ISO 3166-1 code of the one country that it is about."""
    heading: str | None = None
    paragraphs: list[str] = Field(default_factory=list, sa_type=JSON)
    points: list[str] = Field(default_factory=list, sa_type=JSON)
    """A bullet list after the paragraphs."""
    checks: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    """Lines that can be ticked, by the key that the phone keeps."""
    script: str | None = None
    """Words to start with, for the person to change and to say."""
    language: str


class Article(Sentences, ContentTable, table=True):
    """One article."""

    slug: str = Field(primary_key=True)
    title: str
    summary: str
    shelf: Shelf = Field(sa_type=key_column(Shelf))
    reviewed: date
    next_review: date
    order: int
    """Position in the list of articles."""
    see_also: list[str] = Field(default_factory=list, sa_type=JSON)
    """Slugs of articles to read next."""

    sections: list[ArticleSection] = Relationship(
        sa_relationship_kwargs={"lazy": "selectin", "order_by": "ArticleSection.position"}
    )
    sources: list[Source] = Relationship(
        link_model=ArticleSource,
        sa_relationship_kwargs={
            "lazy": "selectin",
            "order_by": "ArticleSource.position",
            "viewonly": True,
        },
    )
