"""Made-up cards, the same in every run, for a phone that has been used for years."""

import random
from typing import Any

from pwa_app.content import Card, Feeling

_SEED = 3


def own_cards(templates: list[Card], count: int) -> list[dict[str, Any]]:
    """So many cards of one's own, in words taken from the app's cards."""
    chance = random.Random(_SEED)
    words = [word for card in templates for word in card.title.split()]
    steps = [step.text for card in templates for step in card.steps]
    return [
        {
            "id": f"bench-{number}",
            "at": f"2026-01-01T00:00:{number % 60:02d}.000Z",
            "title": " ".join(chance.sample(words, 3)).capitalize(),
            "steps": "\n".join(chance.sample(steps, 3)),
            "feelings": [str(one) for one in chance.sample(list(Feeling), 2)],
        }
        for number in range(count)
    ]
