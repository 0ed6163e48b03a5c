"""Every sentence of the interface, in the language that is being built.

`gettext` is given the English sentence and gives back the translation. Sentences are collected
by `make messages` into mooring.pot; a language is a folder with a `mooring.po`. The pseudo-
languages `en-XA` and `ar-XB` need no catalogue: they mark every sentence that comes through
here, so that a test can find one that does not.
"""

from pwa_app.locale.catalogue import Catalogue, open_catalogue
from pwa_app.locale.names import (
    country_codes,
    country_name,
    language_name,
    other_country_names,
)
from pwa_app.locale.pseudo import PSEUDO_LANGUAGES, pseudo

__all__ = [
    "PSEUDO_LANGUAGES",
    "Catalogue",
    "country_codes",
    "country_name",
    "language_name",
    "open_catalogue",
    "other_country_names",
    "pseudo",
]
