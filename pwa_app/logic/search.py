"""Finding countries and services by words, also half-typed or mistyped ones.

All words come in folded: lower case, without accents (``browser/fold.js``).
"""

from typing import Any

__all__ = ["found"]

DIGITS = "0123456789"
SHORTEST_WITH_A_SLIP = 4
"""Words of so many letters may have one slip …"""
SHORTEST_WITH_TWO_SLIPS = 8
"""… and of so many, two."""
NOT_FOUND = 1000


def found(entries: list[dict[str, Any]], words: list[str], most: int) -> list[dict[str, Any]]:
    """Find the entries in which every word stands, as a whole, as a beginning or with a slip.

    Args:
        entries: Each with ``words``, a list of folded words; other keys are kept.
        words: The folded words that were typed.
        most: How many entries to give at most.

    Returns:
        Entries, the closest first; equally close ones keep their order. Empty without words.
    """
    if len(words) == 0:
        return []
    close: list[dict[str, Any]] = []
    for entry in entries:
        distance = 0
        for word in words:
            distance += _distance(entry["words"], word)
        if distance < NOT_FOUND:
            close.append({"entry": entry, "distance": distance})
    ordered = sorted(close, key=lambda row: row["distance"])
    return [row["entry"] for row in ordered[:most]]


def _distance(known: list[str], word: str) -> int:
    """Say how far a typed word is from the closest known one.

    Returns:
        0 for the word itself, 1 for its beginning, then 10 for each slip; 1000 for none.
    """
    least = NOT_FOUND
    slips = _slips_allowed(word)
    for other in known:
        if other == word:
            return 0
        if other.startswith(word):
            least = min(least, 1)
        elif slips > 0 and least > 1:
            count = _slips(other, word, slips)
            if count <= slips:
                least = min(least, 10 * count)
    return least


def _slips_allowed(word: str) -> int:
    """A number must be right; a word may be mistyped the more, the longer it is."""
    if word[0] in DIGITS or len(word) < SHORTEST_WITH_A_SLIP:
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO_SLIPS else 1


def _slips(known: str, word: str, most: int) -> int:
    """Count the slips between a typed word and the closest beginning of a known one.

    A slip is a letter too many, too few, wrong, or swapped with the next one: the restricted
    Damerau-Levenshtein distance (Damerau, 1964). The first letter must be right, but for a swap.

    Returns:
        The count, or a larger number than ``most`` where it is larger.
    """
    if len(known) + most < len(word) or not _starts_alike(known, word):
        return most + 1
    width = min(len(known), len(word) + most)
    before_last: list[int] = []
    last = list(range(width + 1))
    for row in range(1, len(word) + 1):
        current = [row]
        for place in range(1, width + 1):
            wrong = 0 if known[place - 1] == word[row - 1] else 1
            steps = min(last[place] + 1, current[place - 1] + 1, last[place - 1] + wrong)
            if (
                row > 1
                and place > 1
                and known[place - 1] == word[row - 2]
                and known[place - 2] == word[row - 1]
            ):
                steps = min(steps, before_last[place - 2] + 1)
            current.append(steps)
        before_last = last
        last = current
    least = most + 1
    for count in last:
        least = min(least, count)
    return least


def _starts_alike(known: str, word: str) -> bool:
    if len(known) < 2:
        return False
    return known[0] == word[0] or (known[0] == word[1] and known[1] == word[0])
