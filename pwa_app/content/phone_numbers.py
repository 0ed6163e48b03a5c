"""Whether a number can be a service's number in its country.

The numbering plans are those of ``phonenumbers`` (Google's libphonenumber). Crisis lines are often
short numbers that the plans do not list yet: one of a length that the country uses is let through,
and the few others are named, with a reason, in ``packs/phone_exceptions.toml``. Numbers that died
or were misprinted are named in ``packs/retired_numbers.toml`` and must not come back.
"""

import re
from dataclasses import dataclass, field

import phonenumbers
from phonenumbers import shortnumberinfo

ANYWHERE = "INT"
"""Stands for a country in packs of services that work in any country."""

_DIALLED = re.compile(r"[+*]?\d{2,18}")
_SHORTEST_WITH_A_PREFIX = 6
NumberInCountry = tuple[str, str]
"""A country's code and one of its numbers, in the form of :func:`canonical`."""


def is_country(code: str) -> bool:
    """Whether a code is a country or area with a numbering plan, or ``INT``.

    ISO 3166-1 alpha-2, with XK for Kosovo as it is used in practice.
    """
    return code == ANYWHERE or code in phonenumbers.SUPPORTED_REGIONS


def canonical(country: str, number: str) -> NumberInCountry:
    """One form for the ways to write a number: without spaces, +, and the prefix dialled at home.

    Only the prefix that is dialled today is taken off: a number with an old one is another
    number, and can be retired without retiring the new one.
    """
    parsed = _parse(country, number) if number.startswith("+") else None
    if parsed is not None:
        return country, phonenumbers.national_significant_number(parsed)
    dialled = "".join(sign for sign in number if sign.isdigit() or sign == "*")
    prefix = phonenumbers.ndd_prefix_for_region(country, True) or ""
    rest = dialled.removeprefix(prefix)
    return country, rest if len(rest) >= _SHORTEST_WITH_A_PREFIX else dialled


@dataclass(frozen=True)
class PhoneRules:
    """What is known beyond the numbering plans."""

    exceptions: frozenset[NumberInCountry] = frozenset()
    """Numbers that are right although the plans do not know them."""
    retired: dict[NumberInCountry, str] = field(default_factory=dict[NumberInCountry, str])
    """Numbers that must not be shown, each with the reason."""

    def fault(self, country: str, number: str) -> str | None:
        """Why a number cannot be shown for a country, or None if it can."""
        known = canonical(country, number)
        if known in self.retired:
            return f'"{number}" is retired ({self.retired[known]}); take it out'
        if not _DIALLED.fullmatch(number):
            return f'"{number}" is not a number to dial; write digits only, with + or * in front'
        if known in self.exceptions or _fits_the_plan(country, number):
            return None
        return (
            f'"{number}" is not a number of {country}; correct it, or, if it is right, '
            "name it in phone_exceptions.toml"
        )


def _parse(country: str, number: str) -> phonenumbers.PhoneNumber | None:
    region = None if country == ANYWHERE else country
    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def _fits_the_plan(country: str, number: str) -> bool:
    parsed = _parse(country, number)
    if parsed is None:
        return False
    if country == ANYWHERE:
        return phonenumbers.is_valid_number(parsed)
    return (
        phonenumbers.is_valid_number_for_region(parsed, country)
        or shortnumberinfo.is_valid_short_number_for_region(parsed, country)
        or shortnumberinfo.is_possible_short_number_for_region(parsed, country)
    )
