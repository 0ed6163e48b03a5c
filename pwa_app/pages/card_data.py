"""What the finder in the browser knows of the cards: one compact file, made at build time."""

import json
from typing import Any

from pwa_app.content import Card, Feeling, Library
from pwa_app.pages.card_lines import card_address, card_details
from pwa_app.pages.labels import CATEGORIES, FEELINGS, INSTEAD_OF
from pwa_app.pages.words import _

MINE = "/cards/mine/"
"""Where own cards, favourites and cards put away are."""

HELPED = {
    Feeling.OVERWHELMED: (
        _("Helped you once when overwhelmed"),
        _("Helped you twice when overwhelmed"),
        _("Helped you {count} times when overwhelmed"),
    ),
    Feeling.ANGRY: (
        _("Helped you once when angry"),
        _("Helped you twice when angry"),
        _("Helped you {count} times when angry"),
    ),
    Feeling.NUMB: (
        _("Helped you once when numb"),
        _("Helped you twice when numb"),
        _("Helped you {count} times when numb"),
    ),
    Feeling.ANXIOUS: (
        _("Helped you once when anxious"),
        _("Helped you twice when anxious"),
        _("Helped you {count} times when anxious"),
    ),
    Feeling.SAD: (
        _("Helped you once when sad"),
        _("Helped you twice when sad"),
        _("Helped you {count} times when sad"),
    ),
    Feeling.ASHAMED: (
        _("Helped you once when ashamed"),
        _("Helped you twice when ashamed"),
        _("Helped you {count} times when ashamed"),
    ),
    Feeling.ALONE: (
        _("Helped you once when alone"),
        _("Helped you twice when alone"),
        _("Helped you {count} times when alone"),
    ),
    Feeling.FLASHBACK: (
        _("Helped you once in a flashback"),
        _("Helped you twice in a flashback"),
        _("Helped you {count} times in flashbacks"),
    ),
    Feeling.SLEEPLESS: (
        _("Helped you once when you could not sleep"),
        _("Helped you twice when you could not sleep"),
        _("Helped you {count} times when you could not sleep"),
    ),
    "": (_("Helped you once"), _("Helped you twice"), _("Helped you {count} times")),
}

MISSES = {
    "feeling": _("made for another feeling"),
    "place": _("for another place"),
    "energy": _("takes another amount of energy"),
    "minutes": _("takes longer"),
    "have": _("needs something else"),
}


def card_data(library: Library) -> str:
    """Every card and the finder's own words, as JSON (`CardData` in finder_types.d.ts)."""
    data = {
        "cards": [_card(card) for card in library.all_cards()],
        "words": {
            "helped": {str(feeling): list(texts) for feeling, texts in HELPED.items()},
            "misses": MISSES,
            "own": _("your own card"),
            "mine": MINE,
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.slug,
        "href": card_address(card),
        "title": card.title,
        "details": card_details(card),
        "feelings": card.feelings,
        "places": card.places,
        "energy": card.energy,
        "needs": card.needs,
        "least": card.minutes_least,
        "ease": card.ease,
        "cautions": card.cautions,
        "text": _text(card),
    }


def _text(card: Card) -> str:
    """What is searched besides the title: summary, steps, and the names of its tags."""
    return " ".join(
        (
            card.summary,
            *(step.text for step in card.steps),
            CATEGORIES[card.category],
            *(FEELINGS[feeling] for feeling in card.feelings),
            *(INSTEAD_OF[need] for need in card.instead_of),
        )
    )
