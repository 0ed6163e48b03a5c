"""Articles to read on a better day."""

from datetime import date

from sqlalchemy import JSON
from sqlmodel import Field, Relationship

from pwa_app.content.models.source import ArticleSource, Source
from pwa_app.content.models.table import ContentTable, Sentences


class ArticleSection(ContentTable, table=True):
    """A stretch of an article; ``position`` counts from 0."""

    article_slug: str = Field(foreign_key="article.slug", primary_key=True)
    position: int = Field(primary_key=True)
    heading: str | None = None
    paragraphs: list[str] = Field(default_factory=list, sa_type=JSON)
    points: list[str] = Field(default_factory=list, sa_type=JSON)
    """A bullet list after the paragraphs."""
    language: str


class Article(Sentences, ContentTable, table=True):
    """One article."""

    slug: str = Field(primary_key=True)
    title: str
    summary: str
    reviewed: date
    next_review: date
    order: int
    """Position in the list of articles."""

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
