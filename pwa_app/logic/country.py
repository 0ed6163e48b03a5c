"""Which country's services to show first, guessed with no network and no permission."""

__all__ = ["country_for", "unpack_zone_countries"]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def country_for(zone: str, zone_countries: dict[str, str], chosen: str, language: str) -> str:
    """Give the country to show: the chosen one, else the time zone's, else the language's.

    Args:
        zone: The device's time zone, such as ``"Europe/Dublin"``; may be empty.
        zone_countries: Country code by time zone, as ``unpack_zone_countries`` gives it.
        chosen: The country code the person chose before; empty if they have not.
        language: The browser's language tag, such as ``"en-IE"``; may be empty.

    Returns:
        An ISO 3166-1 alpha-2 code in capitals, or ``""`` when nothing tells.
    """
    if chosen:
        return chosen
    country = zone_countries.get(zone)
    if country is not None:
        return country
    return _region_of(language)


def unpack_zone_countries(packed: str) -> dict[str, str]:
    """Undo ``pwa_app.logic.zones.pack_zone_countries``.

    Args:
        packed: Areas separated by ``;``. An area is its name, then a word for each country:
            the code, ``:`` and the places separated by ``,``. Zones without an area, such as
            ``Japan``, come under an empty name.

    Returns:
        Country code by time zone.
    """
    countries: dict[str, str] = {}
    if not packed:
        return countries
    for area in packed.split(";"):
        words = area.split(" ")
        prefix = words[0] + "/" if words[0] else ""
        for word in words[1:]:
            code = word[:2]
            for place in word[3:].split(","):
                countries[prefix + place] = code
    return countries


def _region_of(language: str) -> str:
    """Give the two-letter region subtag of a BCP 47 language tag (RFC 5646, 2.2.4), or ""."""
    if not language:
        return ""
    for subtag in language.split("-")[1:]:
        if len(subtag) == 1:
            return ""
        if len(subtag) == 2 and subtag[0] in LETTERS and subtag[1] in LETTERS:
            return subtag.upper()
    return ""
