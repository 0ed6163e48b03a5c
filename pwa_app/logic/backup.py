"""Backups: what becomes of each record when two phones' records come together, and when one is due.

Merging decides record by record, by its key, which is a random UUID or names the one record there
is: so the same key is the same thing, at two times. What is on the phone is what the person saw
last, so it stays, unless the backup's record says that it is newer.
"""

from typing import Any

__all__ = ["decided", "due_since", "strength"]

DAY = 86_400_000
"""Milliseconds."""

LEAST = 8
"""Fewer characters than this are no passphrase."""

GOOD = 16
"""With so many characters, or so many words as `GOOD_WORDS`, there is little left to guess."""

GOOD_WORDS = 4
FEW_KINDS = 5
"""Fewer different characters than this are guessed fast, however often they are repeated."""


def decided(here: bool, same: bool, found_at: str, kept_at: str) -> str:
    """Decide what becomes of a record of a backup.

    Args:
        here: Whether the phone has a record with the same key.
        same: Whether the two hold the same.
        found_at: The moment the backup's record says it is from: UTC in ISO 8601, or empty.
        kept_at: The same of the phone's record.

    Returns:
        ``new``: the phone has no such record, it comes in. ``same``: there is nothing to do.
        ``newer``: it takes the place of the phone's. ``kept``: the phone's stays.
    """
    if not here:
        return "new"
    if same:
        return "same"
    if found_at != "" and kept_at != "" and _ordered(found_at) > _ordered(kept_at):
        return "newer"
    return "kept"


def due_since(weeks: int, last: float, chosen: float, now: float) -> int:
    """Tell whether it is time for a backup, for somebody who asked to be told.

    Args:
        weeks: After how many weeks; 0 for never.
        last: When the last backup was made, in milliseconds since 1970; 0 for never.
        chosen: When the person asked to be told, in the same way.
        now: The present moment, in the same way.

    Returns:
        How many whole weeks it is since the later of the two; 0 while it is not time. A moment
        that is still to come says nothing: the clock was set back since.
    """
    since = last if last <= now and (last > chosen or chosen > now) else chosen
    passed = int((now - since) // (7 * DAY))
    return passed if weeks > 0 and passed >= weeks else 0


def strength(passphrase: str) -> str:
    """Say how hard a passphrase is to guess, roughly.

    Length is what counts (NIST SP 800-63B, appendix A); several words are the easy way to it.

    Returns:
        ``none``, ``short`` (not enough to lock anything), ``fair`` or ``good``.
    """
    if passphrase == "":
        return "none"
    kinds: dict[str, Any] = {}
    for char in passphrase:
        kinds["c" + char] = True
    if len(passphrase) < LEAST or len(kinds.keys()) < FEW_KINDS:
        return "short"
    words = [word for word in passphrase.split(" ") if len(word) > 2]
    return "good" if len(passphrase) >= GOOD or len(words) >= GOOD_WORDS else "fair"


def _ordered(moment: str) -> str:
    """Give a moment written to the millisecond, so that texts order as moments do."""
    plain = moment.replace("Z", "")
    if len(plain) == len("2026-11-23T20:39"):
        plain = plain + ":00"
    return plain + ".000" if len(plain) == len("2026-11-23T20:39:00") else plain
