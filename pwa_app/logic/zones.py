"""The country of each time zone, at build time, from the tzdata package.

Source: the IANA Time Zone Database (https://www.iana.org/time-zones): ``zone.tab`` names the
country of each place, and the ``L`` lines of ``tzdata.zi`` link older names to present ones.
"""

from collections.abc import Mapping
from importlib.resources import files

MERGED_ALIASES = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Antarctica/South_Pole": "Antarctica/McMurdo",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "Iceland": "Atlantic/Reykjavik",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}
"""Older names whose place shares its clock with another country, and so links across a border
(``Iceland`` links to ``Africa/Abidjan``), with the present name of the same place."""

OFFSET_NAMES = frozenset({"CET", "EET", "EST", "HST", "MET", "MST", "WET"})
"""Older names of an offset, not of a place: they tell no country."""


def zone_countries() -> dict[str, str]:
    """Give the country of every time zone that belongs to one, older names included.

    Returns:
        ISO 3166-1 alpha-2 code by IANA zone name, in the order of the names.

    Raises:
        ValueError: If an entry of ``MERGED_ALIASES`` names a place tzdata no longer has.
    """
    countries = _countries_by_place(_read("zone.tab"))
    for alias, target in _links(_read("tzdata.zi")).items():
        if alias in countries or alias in OFFSET_NAMES:
            continue
        place = MERGED_ALIASES.get(alias, target)
        if place in countries:
            countries[alias] = countries[place]
        elif alias in MERGED_ALIASES:
            raise ValueError(f"tzdata no longer has {place}, the place of {alias}")
    return dict(sorted(countries.items()))


def pack_zone_countries(countries: Mapping[str, str]) -> str:
    """Pack countries by time zone into a small string for the page that needs it.

    ``pwa_app.logic.country.unpack_zone_countries`` is the way back, in both runtimes.

    Args:
        countries: Country code by zone name, as from ``zone_countries``; pages that know only
            some countries may leave the other zones out.

    Returns:
        Text such as ``" JP:Japan;Asia IN:Calcutta,Kolkata JP:Tokyo"``.
    """
    areas: dict[str, dict[str, list[str]]] = {}
    for zone, country in sorted(countries.items()):
        area, _, place = zone.rpartition("/")
        areas.setdefault(area, {}).setdefault(country, []).append(place)
    return ";".join(f"{area} {_pack_places(areas[area])}" for area in sorted(areas))


def _pack_places(by_country: Mapping[str, list[str]]) -> str:
    return " ".join(f"{code}:{','.join(by_country[code])}" for code in sorted(by_country))


def _read(name: str) -> str:
    return files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")


def _countries_by_place(zone_tab: str) -> dict[str, str]:
    """Read zone.tab: tab-separated country code, coordinates, zone name and comments."""
    rows = [line.split("\t") for line in zone_tab.splitlines() if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


def _links(tzdata_zi: str) -> dict[str, str]:
    """Read the links of tzdata.zi, ``L <target> <older name>``: target by older name."""
    rows = [line.split() for line in tzdata_zi.splitlines() if line.startswith("L ")]
    return {row[2]: row[1] for row in rows}
