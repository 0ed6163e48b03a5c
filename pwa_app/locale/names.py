"""Names of countries and languages in the language that is built, from CLDR (by Babel)."""

import babel
import pycountry

from pwa_app.locale.pseudo import PSEUDO_LANGUAGES


def country_name(code: str, language: str) -> str:
    """The name of a country by its ISO 3166-1 code, for example "Ireland" for IE.

    Raises:
        KeyError: The code is not known.
    """
    return str(_locale(language).territories[code.upper()])


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
