"""The small types of which pack entries are made, and what validators know while they check."""

import re
from dataclasses import dataclass
from typing import Annotated, TypeVar, cast
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Strict,
    StringConstraints,
    ValidationInfo,
)

from pwa_app.content.phone_numbers import PhoneRules

Item = TypeVar("Item")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Entry(BaseModel):
    """A part of a pack file. Not a table: tables do not validate, entries do.

    Plain pydantic, on which SQLModel stands: SQLModel loses the validation context (the country,
    the year) on the way to an entry inside another.
    """

    model_config = ConfigDict(extra="forbid", validate_default=True)


@dataclass(frozen=True)
class Surroundings:
    """What has to be known beyond the text of a file to check it."""

    year: int
    """The current year."""
    phones: PhoneRules
    country: str = ""
    """The country that the file's name stands for, upper case."""


def surroundings(info: ValidationInfo) -> Surroundings | None:
    """What was handed to ``model_validate(..., context={"surroundings": ...})``, if anything."""
    context = cast("dict[str, object]", info.context or {})
    found = context.get("surroundings")
    return found if isinstance(found, Surroundings) else None


def is_slug(text: str) -> bool:
    """Whether a text is lower-case words and numbers joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


def minutes_after_midnight(clock: str) -> int:
    """Minutes after midnight of a time such as "09:30"; "24:00" is 1440.

    Raises:
        ValueError: the text is not such a time.
    """
    if not _CLOCK.fullmatch(clock):
        raise ValueError(f'"{clock}" is not a time; write hours and minutes, such as "09:30"')
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def web_address(text: str) -> str:
    """The text itself if it is an address of the web.

    Raises:
        ValueError: it is not.
    """
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in text:
        raise ValueError(f'"{text}" is not a web address; write it in full, with https://')
    return text


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f'"{text}" must be lower-case words and numbers joined by "-"')
    return text


def _clock(text: str) -> str:
    minutes_after_midnight(text)
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f'"{text}" is not a language; write a BCP 47 tag such as "en" or "pt-BR"')
    return text


def _each_once(items: list[Item]) -> list[Item]:
    for position, item in enumerate(items):
        if item in items[:position]:
            raise ValueError(f'"{item}" is there twice; keep one')
    return items


def _text(longest: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=longest)


Slug = Annotated[str, AfterValidator(_slug)]
WebAddress = Annotated[str, AfterValidator(web_address)]
Clock = Annotated[str, AfterValidator(_clock)]
LanguageTag = Annotated[str, AfterValidator(_language)]
WholeNumber = Annotated[int, Strict()]
YesOrNo = Annotated[bool, Strict()]
Name = Annotated[str, _text(120)]
"""A title, heading or name."""
Sentence = Annotated[str, _text(400)]
"""One or two sentences."""
Paragraph = Annotated[str, _text(1500)]
EachOnce = AfterValidator(_each_once)
"""For lists in which nothing may be named twice."""
