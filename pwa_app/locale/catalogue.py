"""One language's sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import babel
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from pwa_app.locale.pseudo import MIRRORED, PSEUDO_LANGUAGES, pseudo

FOLDER = Path(__file__).parent
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Catalogue:
    """The sentences of one language, by their English form."""

    language: str
    sentences: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        if self.language in PSEUDO_LANGUAGES:
            return "rtl" if self.language == MIRRORED else "ltr"
        return babel.Locale.parse(self.language, sep="-").text_direction

    def gettext(self, sentence: str) -> str:
        """The sentence in this language; in English where there is no translation."""
        if self.language in PSEUDO_LANGUAGES:
            return pseudo(sentence, self.language)
        return self.sentences.get(sentence) or sentence

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of a sentence for a count, by the language's own plural rule (CLDR)."""
        if self.language in PSEUDO_LANGUAGES or one not in self.plurals:
            return self.gettext(one if count == 1 else many)
        forms = self.plurals[one]
        rule = babel.Locale.parse(self.language, sep="-").plural_form
        return forms[min(sorted(rule.tags | {"other"}).index(rule(count)), len(forms) - 1)]


def open_catalogue(language: str, folder: Path = FOLDER) -> Catalogue:
    """The catalogue of a language.

    Raises:
        FileNotFoundError: There is no catalogue for it.
    """
    if language == SOURCE_LANGUAGE or language in PSEUDO_LANGUAGES:
        return Catalogue(language)
    path = folder / language / "mooring.po"
    if not path.is_file():
        raise FileNotFoundError(f"There is no catalogue for {language!r}: {path} is missing.")
    with path.open("rb") as file:
        return _catalogue_of(language, read_po(file, locale=language.replace("-", "_")))


def _catalogue_of(language: str, catalog: Catalog) -> Catalogue:
    sentences: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str) and isinstance(message.string, str):
            sentences[message.id] = message.string
        elif isinstance(message.string, tuple) and all(message.string):
            plurals[message.id[0]] = message.string
    return Catalogue(language, sentences, plurals)
