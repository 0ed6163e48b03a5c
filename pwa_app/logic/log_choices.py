"""What the log offers: words of one's own, cards that were tried, and care after a hard entry."""

from typing import Any

__all__ = ["best_card", "care_offered", "tried_last", "word_choices", "words_of"]

LOW_MOOD = 2
"""A mood of 1 (very low) or 2 (low) is met with care."""

STRONG_URGE = 7
"""An urge of 7 of 10 or more is met with care; the log calls it strong from there."""

TRIED = 6
"""So many cards are offered as tried last."""

WORDS = 24
"""So many words of one's own are offered for one list."""


def care_offered(mood: int | None, urge: int | None) -> bool:
    """Say whether an entry is met with an offer of help. It is an offer, not a rating.

    Args:
        mood: 1 (very low) to 5 (very good), or None.
        urge: 0 (none) to 10 (strongest), or None.
    """
    if mood is not None and mood <= LOW_MOOD:
        return True
    return urge is not None and urge >= STRONG_URGE


def words_of(rows: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """Pick the remembered words of one list.

    Args:
        rows: Rows of the table `OwnWord`, the newest first.
        field: The list.
    """
    return [row for row in rows if row["list"] == field][0:WORDS]


def word_choices(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Give remembered words as choices: their own value and label."""
    return [{"value": row["word"], "label": row["word"]} for row in rows]


def tried_last(outcomes: list[dict[str, Any]], names: dict[str, Any]) -> list[dict[str, str]]:
    """Give the cards tried last as choices, each once.

    Args:
        outcomes: Answers to "Did it help?" with their ``card``, the newest first.
        names: The cards' titles by id; a card without one is left out.
    """
    choices: list[dict[str, str]] = []
    seen: dict[str, bool] = {}
    for outcome in outcomes:
        card = outcome["card"]
        name = names.get(card)
        if name is None or seen.get(card) is not None or len(choices) == TRIED:
            continue
        seen[card] = True
        choices.append({"value": card, "label": name})
    return choices


def best_card(cards: list[dict[str, Any]], scores: dict[str, Any]) -> dict[str, Any] | None:
    """Pick the card most likely to help, among those that have helped at least once.

    Args:
        cards: Cards with ``id``, the most likely first, as ``in_order`` of `ranking` gives them.
        scores: What ``card_scores`` of `ranking` gave.
    """
    for card in cards:
        known = scores.get(card["id"])
        if known is not None and known["times"] > 0:
            return card
    return None
