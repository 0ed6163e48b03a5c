"""Finding cards by feeling, place, energy, time and what is at hand, and never finding nothing.

What a person wants is a dict, in which an empty value asks for nothing::

    {"feeling": "angry", "place": "home", "energy": "low", "minutes": "5", "have": ["water"]}

A card is a dict with ``id``, ``feelings``, ``places``, ``energy`` (low, any or high), ``needs``
(any one of them will do) and ``least`` (minutes). An empty list fits everything.
"""

from typing import Any

__all__ = ["find", "narrowed", "pick", "shared_text", "wanted_from"]

NEAREST = 6
"""So many cards are offered when none fits."""

COSTS = {"minutes": 1, "energy": 1, "feeling": 3, "place": 4, "have": 4}
"""How far off a card is that misses this: what cannot be done here and now is furthest."""


def find(cards: list[dict[str, Any]], wanted: dict[str, Any]) -> dict[str, Any]:
    """Find the cards that fit, or else those that come nearest.

    Args:
        cards: Cards in the order in which they should be offered.
        wanted: What the person wants.

    Returns:
        ``exact``, whether the cards fit; and ``rows``, each with ``id`` and ``misses``: what the
        card does not fit in (feeling, place, energy, minutes, have). Of cards that do not fit
        there are at most six, the nearest first. Only an empty list of cards gives no rows.
    """
    rows = [{"id": card["id"], "misses": _misses(card, wanted)} for card in cards]
    fitting = [row for row in rows if len(row["misses"]) == 0]
    if len(fitting) > 0:
        return {"exact": True, "rows": fitting}
    return {"exact": False, "rows": sorted(rows, key=_distance)[:NEAREST]}


def narrowed(wanted: dict[str, Any]) -> bool:
    """Tell whether anything but a feeling is asked for."""
    have: list[str] = wanted["have"]
    asked = wanted["place"] + wanted["energy"] + wanted["minutes"]
    return asked != "" or len(have) > 0


def pick(ids: list[str], chance: float, last: str) -> str:
    """Pick one of the cards, and not the same as last time while there is another.

    Args:
        ids: The cards to pick from; not empty.
        chance: A random number from 0 to below 1.
        last: The card picked last, or "".
    """
    others = [one for one in ids if one != last]
    among = others if len(others) > 0 else ids
    return among[int(chance * len(among))]


def shared_text(wanted: dict[str, Any]) -> str:
    """Write what is wanted as text for the end of an address; nothing else is in it.

    Returns:
        For example ``"feeling=angry&have=water.pen"``; empty when nothing is wanted.
    """
    parts: list[str] = []
    for name in ["feeling", "place", "energy", "minutes"]:
        if wanted[name] != "":
            parts.append(name + "=" + wanted[name])
    have: list[str] = wanted["have"]
    if len(have) > 0:
        parts.append("have=" + ".".join(have))
    return "&".join(parts)


def wanted_from(text: str, known: dict[str, Any]) -> dict[str, Any]:
    """Read what ``shared_text`` wrote; what is not known is left out.

    Args:
        text: The end of an address, which anybody may have written.
        known: The keys there are, as a list by name.
    """
    wanted: dict[str, Any] = {"feeling": "", "place": "", "energy": "", "minutes": "", "have": []}
    for part in text.split("&"):
        pair = part.split("=")
        keys: list[str] = known.get(pair[0]) or []
        if len(pair) == 2 and pair[0] == "have":
            wanted["have"] = [key for key in pair[1].split(".") if key in keys]
        elif len(pair) == 2 and pair[1] in keys:
            wanted[pair[0]] = pair[1]
    return wanted


def _misses(card: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """Name what a card does not fit in."""
    misses: list[str] = []
    if not _fits(card["feelings"], wanted["feeling"]):
        misses.append("feeling")
    if not _fits(card["places"], wanted["place"]):
        misses.append("place")
    if wanted["energy"] != "" and card["energy"] != "any" and card["energy"] != wanted["energy"]:
        misses.append("energy")
    if wanted["minutes"] != "" and card["least"] > int(wanted["minutes"]):
        misses.append("minutes")
    if not _at_hand(card["needs"], wanted["have"]):
        misses.append("have")
    return misses


def _fits(keys: list[str], key: str) -> bool:
    """Tell whether a list holds a key, asks for none, or is empty."""
    return key == "" or len(keys) == 0 or key in keys


def _at_hand(needs: list[str], have: list[str]) -> bool:
    """Tell whether nothing is needed, or one of the things needed is there."""
    if len(have) == 0 or len(needs) == 0 or "nothing" in needs:
        return True
    return len([need for need in needs if need in have]) > 0


def _distance(row: dict[str, Any]) -> int:
    """Add up how far off a card is."""
    total = 0
    misses: list[str] = row["misses"]
    for miss in misses:
        cost: int = COSTS[miss]
        total = total + cost
    return total
