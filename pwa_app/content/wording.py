"""Words that the app must not use, whoever writes a pack.

The list is ``packs/wording.toml``: each entry holds its words, the reason and the guideline. A
word matches whole words in any case. In the list, ``*`` at the end of a word stands for any
ending and ``#`` for a number or up to three words.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from pwa_app.content.entry_types import Entry, LanguageTag, Name, Sentence

Room = Literal["cards", "services", "articles"]
"""The folders of a locale."""


class ForbiddenEntry(Entry):
    """Words that say the same wrong thing."""

    words: Annotated[list[Name], Field(min_length=1)]
    reason: Sentence
    """What is wrong with them, and what to do instead."""
    source: Sentence
    """The guideline that says so."""
    unless: list[Name] = Field(default_factory=list[Name])
    """Phrases in which the words are fine."""
    not_in: list[Room] = Field(default_factory=list[Room])
    """Folders in which the words are fine, such as articles on first aid."""
    language: LanguageTag = "en"


class WordingPack(Entry):
    """``wording.toml``."""

    forbidden: list[ForbiddenEntry] = Field(default_factory=list[ForbiddenEntry])


@dataclass(frozen=True)
class Wording:
    """The list, ready to check sentences."""

    entries: tuple[ForbiddenEntry, ...] = ()

    def faults(self, sentence: str, room: Room, language: str) -> list[str]:
        """Reasons why a sentence of a pack cannot stay as it is; none if it can."""
        text = sentence.replace("’", "'")
        faults: list[str] = []
        for entry, words, unless in self._patterns:
            if entry.language != language.split("-")[0] or room in entry.not_in:
                continue
            allowed = [found.span() for found in unless.finditer(text)] if unless else []
            for found in words.finditer(text):
                if not any(start <= found.start() and found.end() <= end for start, end in allowed):
                    faults.append(f'"{found.group()}": {entry.reason} ({entry.source})')
                    break
        return faults

    @cached_property
    def _patterns(self) -> list[tuple[ForbiddenEntry, re.Pattern[str], re.Pattern[str] | None]]:
        return [
            (entry, _any_of(entry.words), _any_of(entry.unless) if entry.unless else None)
            for entry in self.entries
        ]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(phrase) for phrase in phrases), re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """The expression of one phrase; a space in it also stands for a hyphen or a line end."""
    parts: list[str] = []
    for word in re.split(r"[\s-]+", phrase):
        if word == "#":
            parts.append(r"\w+(?:[\s-]+\w+){0,2}?")
        elif word.endswith("*"):
            parts.append(re.escape(word[:-1]) + r"\w*")
        else:
            parts.append(re.escape(word))
    joined = r"[\s-]+".join(parts)
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + joined + after
