"""What the file of an article may hold."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from pwa_app.content.card_pack import SourceEntry
from pwa_app.content.entry_types import (
    EachOnce,
    Entry,
    Name,
    Paragraph,
    Sentence,
    Slug,
    WholeNumber,
)
from pwa_app.content.phone_numbers import is_country
from pwa_app.content.vocabulary import Shelf


def _country(code: str) -> str:
    if not is_country(code):
        raise ValueError(f'"{code}" is not a country; write an ISO code such as "IE"')
    return code


class CheckEntry(Entry):
    """A line that can be ticked. The phone keeps the key, so it stays when the words change."""

    key: Slug
    text: Sentence


class SectionEntry(Entry):
    """A stretch of an article: paragraphs, then perhaps points, lines to tick, or words to say."""

    key: Slug | None = None
    """Its name in addresses and on the phone; it stays for ever."""
    country: Annotated[str, AfterValidator(_country)] | None = None
    """ISO 3166-1 code of the one country that it is about."""
    heading: Name | None = None
    paragraphs: list[Paragraph] = Field(default_factory=list[Paragraph])
    points: list[Paragraph] = Field(default_factory=list[Paragraph])
    checks: list[CheckEntry] = Field(default_factory=list[CheckEntry])
    script: Paragraph | None = None
    """Words to start with, for the person to change and to say; lines stay as they are."""


def _keys_once(sections: list[SectionEntry]) -> list[SectionEntry]:
    """Refuses a key that two sections, or two lines to tick, of an article have."""
    checks = [check.key for section in sections for check in section.checks]
    named = [section.key for section in sections if section.key]
    for keys in (named, checks):
        for position, key in enumerate(keys):
            if key in keys[:position]:
                raise ValueError(f'the key "{key}" is there twice; give each its own')
    return sections


def _words_have_keys(sections: list[SectionEntry]) -> list[SectionEntry]:
    if any(section.script and not section.key for section in sections):
        raise ValueError("a section with a script needs a key; the phone keeps the words under it")
    return sections


Sections = Annotated[
    list[SectionEntry],
    Field(min_length=1),
    AfterValidator(_keys_once),
]


class ArticlePack(Entry):
    """``en/articles/<slug>.toml``: an article in English."""

    title: Name
    summary: Sentence
    shelf: Shelf
    reviewed: date
    next_review: date
    order: WholeNumber
    sections: Annotated[Sections, AfterValidator(_words_have_keys)]
    see_also: Annotated[list[Slug], EachOnce] = Field(default_factory=list[Slug])
    """Slugs of articles to read next."""
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
