"""The files beside the locales that hold for all packs: numbers and words with a reason."""

from pathlib import Path

from pydantic import Field, field_validator

from pwa_app.content.document import read_document
from pwa_app.content.entry_types import Entry, Name, Sentence
from pwa_app.content.phone_numbers import PhoneRules, canonical, is_country
from pwa_app.content.problems import Problem
from pwa_app.content.validation import Pack, validate
from pwa_app.content.wording import Wording, WordingPack


class NumberEntry(Entry):
    """A number of a country, and why it is named."""

    country: str
    number: Name
    reason: Sentence

    @field_validator("country")
    @classmethod
    def _known(cls, country: str) -> str:
        if not is_country(country):
            raise ValueError(f'"{country}" is not a country; write an ISO code such as "IE"')
        return country


class PhoneExceptions(Entry):
    """``phone_exceptions.toml``: numbers that are right although the plans do not know them."""

    exceptions: list[NumberEntry] = Field(default_factory=list[NumberEntry])


class RetiredNumbers(Entry):
    """``retired_numbers.toml``: numbers that died or were misprinted."""

    retired: list[NumberEntry] = Field(default_factory=list[NumberEntry])


def read_phone_rules(folder: Path, problems: list[Problem]) -> PhoneRules:
    """The exceptions and the retired numbers of a packs folder; either file may be absent."""
    exceptions = _read(folder / "phone_exceptions.toml", PhoneExceptions, problems)
    retired = _read(folder / "retired_numbers.toml", RetiredNumbers, problems)
    return PhoneRules(
        exceptions=frozenset(
            canonical(entry.country, entry.number) for entry in exceptions.exceptions
        ),
        retired={
            canonical(entry.country, entry.number): entry.reason.rstrip(".")
            for entry in retired.retired
        },
    )


def read_wording(folder: Path, problems: list[Problem]) -> Wording:
    """The forbidden words of a packs folder; none if it has no list."""
    return Wording(tuple(_read(folder / "wording.toml", WordingPack, problems).forbidden))


def _read(path: Path, entry: type[Pack], problems: list[Problem]) -> Pack:
    if not path.exists():
        return entry()
    document = read_document(path)
    if isinstance(document, Problem):
        problems.append(document)
        return entry()
    return validate(document, entry, problems) or entry()
