"""What the file of an article may hold."""

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from pwa_app.content.card_pack import SourceEntry
from pwa_app.content.entry_types import Entry, Name, Paragraph, Sentence, WholeNumber


class SectionEntry(Entry):
    """A stretch of an article: paragraphs, then perhaps a bullet list."""

    heading: Name | None = None
    paragraphs: list[Paragraph] = Field(default_factory=list[Paragraph])
    points: list[Paragraph] = Field(default_factory=list[Paragraph])


Sections = Annotated[list[SectionEntry], Field(min_length=1)]


class ArticlePack(Entry):
    """``en/articles/<slug>.toml``: an article in English."""

    title: Name
    summary: Sentence
    reviewed: date
    next_review: date
    order: WholeNumber
    sections: Sections
    sources: list[SourceEntry] = Field(default_factory=list[SourceEntry])

    @field_validator("next_review")
    @classmethod
    def _later(cls, next_review: date, info: ValidationInfo) -> date:
        reviewed = info.data.get("reviewed")
        if isinstance(reviewed, date) and next_review <= reviewed:
            raise ValueError("next_review must come after reviewed")
        return next_review


class ArticleTranslation(Entry):
    """``<locale>/articles/<slug>.toml``: the sentences of an article in another language."""

    title: Name | None = None
    summary: Sentence | None = None
    sections: Sections | None = None
