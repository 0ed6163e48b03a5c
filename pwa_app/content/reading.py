"""Reads a packs folder, checks all of it, and hands over what it says."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pwa_app.content.article_pack import ArticlePack, ArticleTranslation
from pwa_app.content.card_pack import CardPack, CardTranslation
from pwa_app.content.checks import (
    check_see_also,
    check_service_ids,
    check_translations,
    check_wording,
)
from pwa_app.content.country_pack import CountryPack, CountryTranslation, ServiceTranslation
from pwa_app.content.entry_types import Surroundings
from pwa_app.content.pack_files import ENGLISH, PackFile, find_pack_files
from pwa_app.content.phone_numbers import PhoneRules
from pwa_app.content.problems import PackError, Problem
from pwa_app.content.rules import read_phone_rules, read_wording
from pwa_app.content.validation import validate

DEFAULT_PACKS = Path(__file__).parent / "packs"
"""The packs that come with the app."""


@dataclass
class Translation:
    """The sentences of one locale; what is absent stays English."""

    cards: dict[str, CardTranslation] = field(default_factory=dict[str, CardTranslation])
    services: dict[str, ServiceTranslation] = field(default_factory=dict[str, ServiceTranslation])
    """By service id."""
    articles: dict[str, ArticleTranslation] = field(default_factory=dict[str, ArticleTranslation])


@dataclass
class Packs:
    """Everything that a packs folder says, checked."""

    cards: dict[str, CardPack] = field(default_factory=dict[str, CardPack])
    """By slug."""
    countries: dict[str, CountryPack] = field(default_factory=dict[str, CountryPack])
    """By code, upper case."""
    articles: dict[str, ArticlePack] = field(default_factory=dict[str, ArticlePack])
    """By slug."""
    translations: dict[str, Translation] = field(default_factory=dict[str, Translation])
    """By locale, without English."""


def read_packs(folder: Path | None = None, year: int | None = None) -> Packs:
    """Read and check every pack of every locale.

    Args:
        folder: the packs folder; the app's own where it is left out.
        year: the current year, which no pack may be checked after; today's where it is left out.

    Raises:
        PackError: with every problem of every file.
    """
    folder = folder or DEFAULT_PACKS
    year = year or datetime.now(UTC).year
    problems: list[Problem] = []
    phones = read_phone_rules(folder, problems)
    wording = read_wording(folder, problems)
    files = find_pack_files(folder, problems)
    packs = Packs()
    for file in files:
        if file.locale == ENGLISH:
            _add_facts(packs, file, year, phones, problems)
        else:
            _add_sentences(packs, file, problems)
    problems += check_service_ids(files) + check_see_also(files)
    problems += check_translations(files) + check_wording(files, wording)
    if problems:
        raise PackError(problems)
    return packs


def _add_facts(
    packs: Packs, file: PackFile, year: int, phones: PhoneRules, problems: list[Problem]
) -> None:
    document = file.document
    if file.room == "cards":
        if card := validate(document, CardPack, problems):
            packs.cards[file.name] = card
    elif file.room == "services":
        around = Surroundings(year, phones, file.name)
        if country := validate(document, CountryPack, problems, around):
            packs.countries[file.name] = country
    elif article := validate(document, ArticlePack, problems):
        packs.articles[file.name] = article


def _add_sentences(packs: Packs, file: PackFile, problems: list[Problem]) -> None:
    translation = packs.translations.setdefault(file.locale, Translation())
    document = file.document
    if file.room == "cards":
        if card := validate(document, CardTranslation, problems):
            translation.cards[file.name] = card
    elif file.room == "services":
        if country := validate(document, CountryTranslation, problems):
            translation.services.update({service.id: service for service in country.services})
    elif article := validate(document, ArticleTranslation, problems):
        translation.articles[file.name] = article
