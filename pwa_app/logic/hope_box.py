"""The hope box: which thing is shown, which comes next, and what a thing is called."""

from typing import Any

__all__ = ["another", "box_bytes", "host_of", "listed", "neighbour", "shown"]

SECURE = "https://"


def shown(things: list[dict[str, Any]], wanted: str) -> dict[str, Any] | None:
    """Give the thing to show, with its place in the box.

    Args:
        things: Rows of the table `HopeItem`, in the order of the box.
        wanted: The ``id`` that was asked for; where there is none such, the first one is shown.

    Returns:
        As one of ``listed``, with ``count``, how many there are, and ``next_picture``: the file
        of the thing after it where that is a photo, or an empty text. None for an empty box.
    """
    if len(things) == 0:
        return None
    at = _place_of(things, wanted)
    thing = _named(things, at)
    following = things[_after(at, 1, len(things))]
    is_photo = following["kind"] == "photo" and following.get("file") is not None
    thing["count"] = len(things)
    thing["next_picture"] = following.get("file") if is_photo else ""
    return thing


def neighbour(things: list[dict[str, Any]], wanted: str, step: int) -> str:
    """Give the ``id`` of the next thing (step 1) or the one before (-1); the box goes round.

    An empty text for an empty box.
    """
    if len(things) == 0:
        return ""
    here: str = things[_after(_place_of(things, wanted), step, len(things))]["id"]
    return here


def another(things: list[dict[str, Any]], wanted: str, chance: float) -> str:
    """Give the ``id`` of any other thing than the one that is shown.

    Args:
        things: The box.
        wanted: What is shown.
        chance: A random number from 0 up to, and without, 1.
    """
    if len(things) == 0:
        return ""
    others = len(things) - 1
    steps = 1 + int(chance * others) if others > 0 else 0
    here: str = things[_after(_place_of(things, wanted), steps, len(things))]["id"]
    return here


def listed(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give all things as a list shows them.

    Returns:
        For each its own values (an empty text, or 0, where it has none), ``name`` (its title,
        else its first line, else where its link leads; may be empty), ``host`` (of a link that
        may be opened), ``number`` (from 1), and the ids of those ``above`` and ``below`` it.
    """
    return [_named(things, at) for at in range(len(things))]


def box_bytes(things: list[dict[str, Any]]) -> int:
    """Add up the bytes of all files in the box."""
    total = 0
    for thing in things:
        total += thing.get("size") or 0
    return total


def host_of(link: str) -> str:
    """Give the name of the site that a link leads to; an empty text where it is not https."""
    if link[0 : len(SECURE)].lower() != SECURE:
        return ""
    host = link[len(SECURE) :]
    for mark in ["/", "\\", "?", "#"]:
        host = host.split(mark)[0]
    return "" if len(host.split("@")) > 1 else host


def _named(things: list[dict[str, Any]], at: int) -> dict[str, Any]:
    thing = things[at]
    words = thing.get("words") or ""
    link = thing.get("link") or ""
    host = host_of(link)
    return {
        "id": thing["id"],
        "kind": thing["kind"],
        "title": thing.get("title") or "",
        "words": words,
        "link": link if host != "" else "",
        "host": host,
        "file": thing.get("file") or "",
        "size": thing.get("size") or 0,
        "small": thing.get("small") or "",
        "name": thing.get("title") or words.split("\n")[0] or host,
        "number": at + 1,
        "above": things[at - 1]["id"] if at > 0 else "",
        "below": things[at + 1]["id"] if at + 1 < len(things) else "",
    }


def _place_of(things: list[dict[str, Any]], wanted: str) -> int:
    for at in range(len(things)):
        if things[at]["id"] == wanted:
            return at
    return 0


def _after(at: int, step: int, count: int) -> int:
    """Go so many steps around the box."""
    place = at + step
    return place - count * (place // count)
