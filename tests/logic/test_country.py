from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.country import country_for, unpack_zone_countries
from pwa_app.logic.zones import pack_zone_countries, zone_countries

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

ZONES = zone_countries()

# The names that JavaScript objects inherit are looked for as any other name.
zone_names = st.one_of(
    st.sampled_from([*ZONES, "Etc/UTC", "constructor", "toString", "__proto__"]),
    st.text(max_size=6),
)
country_codes = st.sampled_from(["", "IE", "JP"])
language_tags = st.one_of(
    st.lists(
        st.sampled_from(["en", "EN", "ie", "IE", "Hans", "419", "x", "u", "1996", "éé", "a1", ""]),
        max_size=5,
    ).map("-".join),
    st.text(max_size=8),
)


@pytest.mark.parametrize(
    ("zone", "chosen", "language", "country"),
    [
        pytest.param("Europe/Dublin", "JP", "fr-FR", "JP", id="the chosen country wins"),
        pytest.param("Europe/Dublin", "", "fr-FR", "IE", id="then the time zone"),
        pytest.param("Etc/UTC", "", "fr-FR", "FR", id="then the language"),
        pytest.param("", "", "fr", "", id="else none"),
        pytest.param("", "", "", "", id="nothing known"),
    ],
)
def test_country_is_chosen_or_the_zones_or_the_languages(
    zone: str, chosen: str, language: str, country: str
) -> None:
    assert country_for(zone, ZONES, chosen, language) == country


@pytest.mark.parametrize(
    ("language", "country"),
    [
        ("en-IE", "IE"),
        ("en-ie", "IE"),
        ("zh-Hans-CN", "CN"),
        ("zh-yue-HK", "HK"),
        ("de-CH-1996", "CH"),
        ("es-419", ""),
        ("en-u-ca-gregory", ""),
        ("en-x-us", ""),
        ("sr-Latn", ""),
    ],
)
def test_region_of_a_language_tag(language: str, country: str) -> None:
    assert country_for("", {}, "", language) == country


@given(st.lists(st.tuples(zone_names, country_codes, language_tags), min_size=20, max_size=40))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree_on_the_country(
    in_browser: InBrowser, guesses: list[tuple[str, str, str]]
) -> None:
    known = {zone: ZONES[zone] for zone, _, _ in guesses if zone in ZONES}
    calls = [(zone, known, chosen, language) for zone, chosen, language in guesses]
    expected = [country_for(*call) for call in calls]
    assert in_browser("country.js", "country_for", calls) == expected


@given(st.lists(st.sets(st.sampled_from(sorted(ZONES)), max_size=30), min_size=1, max_size=10))
@settings(deadline=None, max_examples=25)
def test_packed_zones_unpack_to_the_same_in_both_runtimes(
    in_browser: InBrowser, choices: list[set[str]]
) -> None:
    tables = [{zone: ZONES[zone] for zone in chosen} for chosen in choices]
    packed = [pack_zone_countries(table) for table in tables]
    assert [unpack_zone_countries(text) for text in packed] == tables
    calls = [[text] for text in packed]
    assert in_browser("country.js", "unpack_zone_countries", calls) == tables


def test_the_whole_table_unpacks_to_the_same_in_both_runtimes(in_browser: InBrowser) -> None:
    packed = pack_zone_countries(ZONES)
    assert unpack_zone_countries(packed) == ZONES
    assert in_browser("country.js", "unpack_zone_countries", [[packed]]) == [ZONES]
