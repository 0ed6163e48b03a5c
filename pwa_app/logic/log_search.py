"""Which entries answer a search of the log.

What is wanted is a dict: ``words`` (text that the note or a word of one's own has, in any case),
``moods`` (any of these, as text), ``tag`` (one thing of a list, as ``feelings:angry``), ``strong``
and ``noted`` (only strong urges, only with a note). An empty value asks for nothing.
"""

from typing import Any

__all__ = ["entry_matches", "wanted_or_none"]

STRONG_URGE = 7
LISTS = ("feelings", "triggers", "helped")


def wanted_or_none(wanted: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give what is wanted, or None where it asks for nothing."""
    if wanted is None:
        return None
    words: str = wanted["words"]
    tag: str = wanted["tag"]
    asks = words.strip() != "" or tag != "" or len(wanted["moods"]) > 0
    if asks or wanted["strong"] or wanted["noted"]:
        return wanted
    return None


def entry_matches(entry: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Say whether an entry answers all that is wanted."""
    moods: list[str] = wanted["moods"]
    if len(moods) > 0 and str(entry.get("mood") or 0) not in moods:
        return False
    if wanted["strong"] and (entry.get("urge") or 0) < STRONG_URGE:
        return False
    if wanted["noted"] and (entry.get("note") or "") == "":
        return False
    tag: str = wanted["tag"]
    if tag != "" and not _has_tag(entry, tag):
        return False
    words: str = wanted["words"]
    return words.strip() == "" or _has_words(entry, words.strip().lower())


def _has_tag(entry: dict[str, Any], tag: str) -> bool:
    for name in LISTS:
        if tag.startswith(name + ":"):
            there: list[str] = entry.get(name) or []
            return tag[len(name) + 1 :] in there
    return False


def _has_words(entry: dict[str, Any], words: str) -> bool:
    note: str = (entry.get("note") or "").lower()
    if words in note:
        return True
    for name in LISTS:
        for one in entry.get(name) or []:
            text: str = one.lower()
            if words in text:
                return True
    return False
