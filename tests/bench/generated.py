"""Made-up cards and entries, the same in every run, for a phone that has been used for years."""

import random
from datetime import UTC, date, datetime, time, timedelta
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


def log_entries(count: int, last: date) -> list[dict[str, Any]]:
    """So many entries of the log, three a day, up to a last day."""
    chance = random.Random(_SEED)
    entries: list[dict[str, Any]] = []
    for number in range(count):
        day = last - timedelta(days=number // 3)
        moment = datetime.combine(day, time(7 + 6 * (number % 3), chance.randrange(60)), UTC)
        entries.append(
            {
                "id": f"bench-{number}",
                "at": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                "local_date": day.isoformat(),
                "mood": chance.randint(1, 5),
                "urge": chance.randint(0, 10),
                "note": f"A made-up note about day {number // 3}.",
            }
        )
    return entries
