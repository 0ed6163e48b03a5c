import zlib

import pytest
from babel.core import get_global

from pwa_app.logic import zones
from pwa_app.logic.zones import pack_zone_countries, zone_countries


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Dublin", "IE"),
        ("Europe/Oslo", "NO"),
        ("Asia/Calcutta", "IN"),
        ("Europe/Kiev", "UA"),
        ("Europe/Belfast", "GB"),
        ("America/Buenos_Aires", "AR"),
        ("America/Argentina/Ushuaia", "AR"),
        ("US/Eastern", "US"),
        ("Japan", "JP"),
        ("Iceland", "IS"),
        ("Africa/Timbuktu", "ML"),
        ("America/Virgin", "VI"),
        ("Pacific/Yap", "FM"),
    ],
)
def test_present_and_older_zone_names_have_their_country(zone: str, country: str) -> None:
    assert zone_countries()[zone] == country


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+5", "GMT", "EST", "CET", "EST5EDT", "Factory"])
def test_zones_that_name_only_an_offset_have_no_country(zone: str) -> None:
    assert zone not in zone_countries()


def test_every_zone_has_the_country_that_cldr_gives_it() -> None:
    canonical = get_global("zone_aliases")
    territories = get_global("zone_territories")
    differing = {
        zone
        for zone, country in zone_countries().items()
        if territories.get(canonical.get(zone, zone), country) != country
        # CLDR gives the stations to the world or to New Zealand, zone.tab to Antarctica.
        and country != "AQ"
    }
    assert differing == set()


def test_the_packed_table_costs_a_page_little() -> None:
    packed = pack_zone_countries(zone_countries())
    assert len(zlib.compress(packed.encode(), level=9)) < 3700


def test_an_older_name_whose_place_is_gone_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(zones.MERGED_ALIASES, "Iceland", "Atlantic/Nowhere")
    with pytest.raises(ValueError, match="Atlantic/Nowhere, the place of Iceland"):
        zone_countries()
