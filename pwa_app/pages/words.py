"""The interface's sentences in the language that is built.

from pwa_app.pages.words import _
rx.el.h1(_("How are you?"))
"""

from datetime import date
from functools import partial

from babel.dates import format_date

from pwa_app.locale import PSEUDO_LANGUAGES, open_catalogue
from pwa_app.locale import country_name as country_name_in
from pwa_app.locale import language_name as language_name_in
from pwa_app.site import language

catalogue = open_catalogue(language())
_ = catalogue.gettext
ngettext = catalogue.ngettext
country_name = partial(country_name_in, language=catalogue.language)
language_name = partial(language_name_in, language=catalogue.language)


_spoken = "en" if catalogue.language in PSEUDO_LANGUAGES else catalogue.language


def in_page_language(tag: str) -> bool:
    """Whether a language (BCP 47) is that of the pages, wherever it is spoken."""
    return tag.partition("-")[0] == _spoken.partition("-")[0]


def lang_of(language: str) -> dict[str, str]:
    """The `lang` attribute of a text; none where it is in the language of the page."""
    return {} if language in (_spoken, catalogue.language) else {"lang": language}


def date_text(day: date) -> str:
    """A day written out, for example "23 November 2026"."""
    # English here is British; CLDR's plain "en" is American.
    british = catalogue.language == "en" or catalogue.language in PSEUDO_LANGUAGES
    spoken = "en_GB" if british else catalogue.language
    return format_date(day, format="long", locale=spoken.replace("-", "_"))
