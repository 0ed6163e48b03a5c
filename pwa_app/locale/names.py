"""Names of countries and languages in the language that is built, from CLDR (by Babel)."""

import babel
import pycountry
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

from pwa_app.locale.pseudo import PSEUDO_LANGUAGES

_CLDR_LANGUAGES = frozenset(locale_identifiers())

SPOKEN_NAMES = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "CD": ("DR Congo", "DRC", "Congo Kinshasa"),
    "CG": ("Congo Brazzaville",),
    "CI": ("Ivory Coast",),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "FK": ("Malvinas",),
    "GB": ("UK", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "IE": ("Republic of Ireland", "Eire"),
    "KP": ("North Korea",),
    "KR": ("South Korea", "Korea"),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "NL": ("Holland",),
    "NZ": ("Aotearoa",),
    "RU": ("Russia",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("USA", "America"),
    "VA": ("Vatican",),
}
"""What people say for a country where neither CLDR nor ISO 3166-1 calls it so."""


def country_name(code: str, language: str) -> str:
    """The name of a country by its ISO 3166-1 code, for example "Ireland" for IE.

    Raises:
        KeyError: The code is not known.
    """
    return str(_locale(language).territories[code.upper()])


def country_codes() -> list[str]:
    """The codes of ISO 3166-1 that CLDR has a name for, in order."""
    named = _locale("en").territories
    return sorted(country.alpha_2 for country in pycountry.countries if country.alpha_2 in named)


def other_country_names(code: str) -> list[str]:
    """What else a country is called: in English, in its own languages, in ISO 3166-1 and in talk.

    Some may be there twice, or be the name that is shown.
    """
    listed = pycountry.countries.get(alpha_2=code)
    official = [listed.alpha_3, listed.name, getattr(listed, "common_name", "")] if listed else []
    own = [
        babel.Locale.parse(language).territories.get(code, "")
        for language in get_official_languages(code, regional=True, de_facto=True)
        if language in _CLDR_LANGUAGES
    ]
    names = [country_name(code, "en"), *official, *own, *SPOKEN_NAMES.get(code, ())]
    return list(dict.fromkeys(str(name) for name in names if name))


def language_name(tag: str, language: str) -> str:
    """The name of a language by its BCP 47 tag, for example "Spanish (Argentina)" for es-AR.

    Where CLDR has no name for it, the one of ISO 639-3; the tag itself where neither has.
    """
    names = _locale(language).languages
    primary, _separator, region = tag.partition("-")
    whole = names.get(tag.replace("-", "_"))
    if whole:
        return str(whole)
    if not region:
        listed = pycountry.languages.get(alpha_3=tag)
        return str(listed.name) if listed else tag
    place = _locale(language).territories.get(region, region)
    return f"{names.get(primary, primary)} ({place})"


def _locale(language: str) -> babel.Locale:
    return babel.Locale.parse("en" if language in PSEUDO_LANGUAGES else language, sep="-")
