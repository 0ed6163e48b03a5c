"""A log of many years, made up; the same for the same numbers: `python -m tests.made_up_log`."""

import json
import random
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pwa_app.content import Feeling

TRIGGERS = ("school", "a row at home", "no sleep", "being alone", "exams")
HELPED = ("five-senses", "call-someone", "music", "a walk")
NOTES = ("Hard to get up.", "Talked to a friend.\nThat was good.", 'She said "stay".', "=1+1")


def made_up_log(count: int, last: date, *, a_day: int = 3, seed: int = 1) -> list[dict[str, Any]]:
    """Give entries as the phone keeps them, about so many a day, up to a last day in UTC."""
    chance = random.Random(seed)
    entries = []
    for at in range(count):
        day = last - timedelta(days=at // a_day)
        clock = datetime(day.year, day.month, day.day, chance.randrange(24), tzinfo=UTC)
        moment = clock + timedelta(minutes=chance.randrange(60))
        entries.append(
            {
                "id": f"made-up-{at:06}",
                "at": moment.strftime("%Y-%m-%dT%H:%M:00.000Z"),
                "local_date": day.isoformat(),
                **_parts(chance, clock.hour),
            }
        )
    return entries


def _parts(chance: random.Random, hour: int) -> dict[str, Any]:
    """What an entry says; any part may be left out. Evenings are harder in this log."""
    harder = 3 if hour >= 18 else 0
    triggers = chance.sample(TRIGGERS, chance.randrange(3))
    whole = {
        "mood": chance.randint(1, 5),
        "urge": min(10, chance.randint(0, 7) + harder + (2 if "no sleep" in triggers else 0)),
        "feelings": [str(feeling) for feeling in chance.sample(list(Feeling), 2)],
        "triggers": triggers,
        "helped": chance.sample(HELPED, chance.randrange(2)),
        "note": chance.choice(NOTES),
    }
    return {key: value for key, value in whole.items() if value != [] and chance.random() < 0.8}


if __name__ == "__main__":
    json.dump(made_up_log(int(sys.argv[1]), date.today()), sys.stdout)
