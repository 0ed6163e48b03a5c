"""Puts a translation over English, sentence by sentence, and remembers which is which."""

from dataclasses import dataclass, field
from typing import TypeVar

from pwa_app.content.pack_files import ENGLISH

Text = TypeVar("Text")
"""A sentence, or a list of them."""


@dataclass
class Fallback:
    """The sentences of one row."""

    locale: str
    _english: list[str] = field(default_factory=list[str])
    _translated: bool = False

    def choose(self, name: str, english: Text, translation: Text | None) -> Text:
        """The translation if there is one, else English; ``name`` is the field of the row."""
        if not english:
            return english
        if translation is None:
            self._english.append(name)
            return english
        self._translated = True
        return translation

    @property
    def language(self) -> str:
        """The language of the row: the locale once one of its sentences is translated."""
        return self.locale if self._translated else ENGLISH

    @property
    def in_english(self) -> list[str]:
        """The fields of a translated row that are still in English."""
        return self._english if self._translated else []
