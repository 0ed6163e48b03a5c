"""Which cards come first: those that have helped this person, with newer answers counting more.

Every answer to "Did it help?" is one trial of a Beta-Bernoulli model (Gelman and others,
Bayesian Data Analysis, 3rd edition, section 2.4): yes counts as 1, a bit as 0.75, not today as 0.
Before any answer a card has the prior Beta(1, 1), so its expected chance to help is one half.
Answers fade: one that is 30 days old counts half, one of 60 days a quarter (discounting, as in
Raj and Kalyani, Taming Non-stationary Bandits, arXiv:1707.09727). One given with another feeling
counts half as well.

The expected chance is taken in tenths. So a card that did not help goes down, and comes back to
where untried cards are once its answers have faded: none is buried for good. Nothing is drawn by
lot: the same answers give the same order.

An outcome is a dict ``{"card": "five-senses", "helped": 2, "feeling": "angry", "days": 3}``, where
``helped`` is 0, 1 or 2, ``feeling`` may be absent and ``days`` is the answer's age in whole days.
"""

from typing import Any

__all__ = ["card_scores", "in_order"]

FADING_A_DAY = 0.9771599684342459
"""What is left of an answer's weight after a day: 0.5 ** (1 / 30)."""

FORGOTTEN = 400
"""Days after which an answer weighs less than a ten-thousandth, and is left out."""

OTHER_FEELING = 0.5
A_BIT = 0.75
UNTRIED = 5
"""The score of a card without answers, in tenths."""


def card_scores(outcomes: list[dict[str, Any]], feeling: str) -> dict[str, Any]:
    """Say for each card with answers how likely it is to help, and how often it did.

    Args:
        outcomes: Answers, as the module describes them.
        feeling: What the person feels now; empty when they have not said.

    Returns:
        By card: ``score``, the expected chance in tenths (0 to 10; untried cards would have 5);
        ``times``, how often it helped at least a bit, with this feeling if it ever did; and
        ``feeling``, the feeling those times were with, or ``""`` for any.
    """
    tallies: dict[str, Any] = {}
    for outcome in outcomes:
        tally = tallies.get(outcome["card"])
        if tally is None:
            tally = {"for": 1.0, "against": 1.0, "same": 0, "any": 0}
            tallies[outcome["card"]] = tally
        _count(tally, outcome, feeling)
    scores: dict[str, Any] = {}
    for card, tally in tallies.items():
        with_feeling = tally["same"] > 0
        scores[card] = {
            "score": _tenths(tally["for"], tally["for"] + tally["against"]),
            "times": tally["same"] if with_feeling else tally["any"],
            "feeling": feeling if with_feeling else "",
        }
    return scores


def in_order(cards: list[dict[str, Any]], scores: dict[str, Any]) -> list[dict[str, Any]]:
    """Put the cards that are most likely to help first.

    Args:
        cards: Cards with ``id``, and ``ease``: their place, from 0, among cards of one score.
        scores: What ``card_scores`` gave.

    Returns:
        A new list of the same cards.
    """
    return sorted(cards, key=lambda card: _place(card, scores))


def _count(tally: dict[str, Any], outcome: dict[str, Any], feeling: str) -> None:
    """Add one answer to a card's tally."""
    helped = outcome["helped"]
    same = feeling != "" and outcome.get("feeling") == feeling
    weight = _weight(outcome["days"])
    if feeling != "" and not same:
        weight = weight * OTHER_FEELING
    share = 1.0 if helped == 2 else A_BIT if helped == 1 else 0.0
    tally["for"] = tally["for"] + weight * share
    tally["against"] = tally["against"] + weight * (1.0 - share)
    if helped > 0:
        tally["any"] = tally["any"] + 1
        if same:
            tally["same"] = tally["same"] + 1


def _weight(days: int) -> float:
    """Give what is left of an answer after so many days.

    Multiplied day by day, as powers may differ in their last digit between the runtimes.
    """
    if days > FORGOTTEN:
        return 0.0
    weight = 1.0
    passed = 0
    while passed < days:
        weight = weight * FADING_A_DAY
        passed = passed + 1
    return weight


def _tenths(part: float, whole: float) -> int:
    """Give a share in tenths, halves up."""
    return int((20 * part + whole) / (2 * whole))


def _place(card: dict[str, Any], scores: dict[str, Any]) -> int:
    """Give the number to order by: the score first, then ease."""
    known = scores.get(card["id"])
    score: int = UNTRIED if known is None else known["score"]
    ease: int = card["ease"]
    return ease - 1000000 * score
