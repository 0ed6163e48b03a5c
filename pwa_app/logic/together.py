"""What was noted together: what was around when urges were strong, what helped, feelings.

Shares come with Wilson's score interval (Wilson, Journal of the American Statistical Association
22, 1927), which stays right for few entries and shares near 0 or 1, where the usual one does not
(Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16,
2001). "3 of 3" therefore comes after "18 of 20". Something stands out only if the interval of the
entries with it lies wholly above the interval of the entries without it, and there are enough
of both. It says that things came together, never why.

An entry is a dict with ``urge``, ``mood``, and ``feelings``, ``triggers`` and ``helped``, lists
of keys or the person's own words; all may be absent. An answer to "Did it help?" is a dict
``{"card": "five-senses", "helped": 2}`` with 0 (not today), 1 (a bit) or 2 (yes).
"""

from typing import Any

__all__ = ["around", "feelings", "helped", "wilson"]

STRONG = 7
"""An urge counts as strong from here on; the page says so. No clinical line is meant."""

LEAST_ENTRIES = 6
"""With fewer entries on either side, nothing is said to stand out."""

LEAST_STRONG = 3

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution, for an interval of 95 %."""


def wilson(part: int, whole: int) -> dict[str, float]:
    """Give Wilson's 95 % interval of a share.

    Args:
        part: How often it was so.
        whole: How often it could have been.

    Returns:
        ``low`` and ``high``, from 0 to 1; all of that where ``whole`` is 0.
    """
    if whole == 0:
        return {"low": 0.0, "high": 1.0}
    share = part / whole
    wide = 1 + Z * Z / whole
    centre = (share + Z * Z / (2 * whole)) / wide
    half = Z / wide * _root(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    return {"low": centre - half, "high": centre + half}


def around(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say how often the urge was strong in entries with, and without, what was around.

    Args:
        entries: Entries; those without an urge do not count.

    Returns:
        For each thing that was around at least once: ``key``; ``entries`` with it and ``strong``
        ones of them; ``others`` without it and ``others_strong``; ``stands``, whether it stands
        out. The one most surely with strong urges comes first.
    """
    rated = [entry for entry in entries if entry.get("urge") is not None]
    all_strong = 0
    for entry in rated:
        if entry["urge"] >= STRONG:
            all_strong = all_strong + 1
    rows = _tallied(rated, "triggers")
    for row in rows:
        row["others"] = len(rated) - row["entries"]
        row["others_strong"] = all_strong - row["strong"]
        own = wilson(row["strong"], row["entries"])
        rest = wilson(row["others_strong"], row["others"])
        row["order"] = 0 - own["low"]
        row["stands"] = (
            row["entries"] >= LEAST_ENTRIES
            and row["others"] >= LEAST_ENTRIES
            and row["strong"] >= LEAST_STRONG
            and own["low"] > rest["high"]
        )
    return [
        {
            "key": row["key"],
            "entries": row["entries"],
            "strong": row["strong"],
            "others": row["others"],
            "others_strong": row["others_strong"],
            "stands": row["stands"],
        }
        for row in sorted(rows, key=_order)
    ]


def helped(answers: list[dict[str, Any]], entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say what helped, and how often.

    Args:
        answers: Answers to "Did it help?".
        entries: Entries.

    Returns:
        For each card or own word: ``key``; ``times`` it was answered for and ``helped``, how often
        it helped at least a bit; ``noted``, in how many entries it stands. What most surely
        helps comes first, then what was noted most often.
    """
    rows = _tallied(entries, "helped")
    found: dict[str, Any] = {}
    for row in rows:
        found["k" + row["key"]] = row
        row["times"] = 0
        row["helped"] = 0
    for answer in answers:
        tally = found.get("k" + answer["card"])
        if tally is None:
            tally = {"key": answer["card"], "entries": 0, "times": 0, "helped": 0}
            found["k" + answer["card"]] = tally
            rows.append(tally)
        tally["times"] = tally["times"] + 1
        if answer["helped"] > 0:
            tally["helped"] = tally["helped"] + 1
    for row in rows:
        row["order"] = 0 - wilson(row["helped"], row["times"])["low"]
        row["few"] = 0 - row["entries"]
    return [
        {
            "key": row["key"],
            "times": row["times"],
            "helped": row["helped"],
            "noted": row["entries"],
        }
        for row in sorted(sorted(rows, key=_few), key=_order)
    ]


def feelings(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say how often each feeling was named, the most frequent first.

    Args:
        entries: Entries; those that name no feeling do not count.

    Returns:
        For each feeling ``key``, ``entries`` with it, and ``of``, how many name any.
    """
    naming = [entry for entry in entries if len(_listed(entry, "feelings")) > 0]
    rows = _tallied(naming, "feelings")
    for row in rows:
        row["order"] = 0 - row["entries"]
    return [
        {"key": row["key"], "entries": row["entries"], "of": len(naming)}
        for row in sorted(rows, key=_order)
    ]


def _tallied(entries: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """Count the entries with each word of a list field, and those of them with a strong urge."""
    rows: list[dict[str, Any]] = []
    found: dict[str, Any] = {}
    for entry in entries:
        urge = entry.get("urge")
        strong = 1 if urge is not None and urge >= STRONG else 0
        for word in _listed(entry, field):
            row = found.get("k" + word)
            if row is None:
                row = {"key": word, "entries": 0, "strong": 0}
                found["k" + word] = row
                rows.append(row)
            row["entries"] = row["entries"] + 1
            row["strong"] = row["strong"] + strong
    return rows


def _listed(entry: dict[str, Any], field: str) -> list[str]:
    """Give the words of a list field, each once."""
    words: list[str] = []
    given = entry.get(field)
    if given is not None:
        for word in given:
            if word not in words:
                words.append(word)
    return words


def _order(row: dict[str, Any]) -> float:
    order: float = row["order"]
    return order


def _few(row: dict[str, Any]) -> float:
    few: float = row["few"]
    return few


def _root(number: float) -> float:
    """Give a square root by Newton's steps, whose last digit is the same in both runtimes."""
    if number == 0:
        return 0.0
    guess = number if number > 1 else 1.0
    for _step in range(60):
        guess = (guess + number / guess) / 2
    return guess
