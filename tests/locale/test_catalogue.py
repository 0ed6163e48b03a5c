"""Sentences in other languages."""

from pathlib import Path

import pytest

from pwa_app.locale import (
    Catalogue,
    country_codes,
    country_name,
    language_name,
    open_catalogue,
    other_country_names,
)

GERMAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "How are you?"
msgstr "Wie geht es dir?"

msgid "{count} card"
msgid_plural "{count} cards"
msgstr[0] "{count} Karte"
msgstr[1] "{count} Karten"

#, fuzzy
msgid "Save"
msgstr "Sichern"
"""


@pytest.fixture
def german(tmp_path: Path) -> Catalogue:
    folder = tmp_path / "de"
    folder.mkdir()
    (folder / "mooring.po").write_text(GERMAN, "utf-8")
    return open_catalogue("de", tmp_path)


def test_a_translated_sentence_is_shown_in_the_language(german: Catalogue) -> None:
    assert german.gettext("How are you?") == "Wie geht es dir?"


def test_a_sentence_without_a_sure_translation_stays_english(german: Catalogue) -> None:
    assert german.gettext("Save") == "Save"
    assert german.gettext("Leave quickly") == "Leave quickly"


@pytest.mark.parametrize(("count", "form"), [(1, "{count} Karte"), (2, "{count} Karten")])
def test_a_count_takes_its_own_form(german: Catalogue, count: int, form: str) -> None:
    assert german.ngettext("{count} card", "{count} cards", count) == form


def test_a_language_without_a_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no catalogue for 'fr'"):
        open_catalogue("fr", tmp_path)


def test_arabic_like_pseudo_language_runs_from_right_to_left() -> None:
    assert open_catalogue("ar-XB").direction == "rtl"
    assert open_catalogue("en").direction == "ltr"


def test_countries_and_languages_have_names() -> None:
    assert country_name("IE", "en") == "Ireland"
    assert country_name("xk", "en") == "Kosovo"
    assert language_name("es-AR", "en").startswith("Spanish")


def test_every_country_of_iso_3166_has_a_name() -> None:
    codes = country_codes()
    assert len(codes) > 240
    assert {"IE", "CD", "TW", "AQ"} <= set(codes)
    assert all(country_name(code, "en") for code in codes)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("DE", {"Germany", "Deutschland", "DEU"}),
        ("CH", {"Switzerland", "Schweiz", "Suisse", "Svizzera"}),
        ("GB", {"United Kingdom", "UK", "Scotland"}),
        ("CI", {"Ivory Coast"}),
        ("XK", {"Kosovo"}),
    ],
)
def test_a_country_is_known_by_what_it_calls_itself_and_what_people_say(
    code: str, names: set[str]
) -> None:
    assert names <= set(other_country_names(code))
