"""A log of many entries, the same for the same count: `python -m tests.seeded_log 10000`.

Ten years of a life with better and worse weeks, several entries a day at times, journeys between
time zones, and notes in some. Used by the tests and by the bench; prints JSON by itself.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.browser.phone_records import write_records

Entry = dict[str, Any]

LAST = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
"""The moment of the newest entry."""

DAYS = 3650
BATCH = 5_000
ZONES = ("Europe/London",) * 6 + ("America/New_York", "Asia/Kolkata", "Pacific/Kiritimati")
FEELINGS = ("angry", "anxious", "overwhelmed", "sad", "numb", "alone", "calm", "hopeful", "shaky")
TRIGGERS = ("argument", "family", "school_work", "by_myself", "little_sleep", "night", "the bus")
HELPED = ("five-senses", "talking", "outside", "music", "rest", "tea")
NOTES = ("A long day.", "Went for a walk.", "Could not sleep again.", "Talked to Sam; it helped.")


def entries(count: int, *, last: datetime = LAST) -> Iterator[Entry]:
    """Give so many entries, the oldest first, as the app keeps them.

    Args:
        count: How many.
        last: The moment of the newest one.
    """
    random = Random(count)
    step = timedelta(days=DAYS) / max(1, count)
    zone = ZoneInfo(ZONES[0])
    for number in range(count):
        if number % 97 == 0:
            zone = ZoneInfo(random.choice(ZONES))
        moment = last - step * (count - 1 - number) - random.random() * 0.9 * step
        if number == count - 1:
            moment = last
        yield _entry(random, number, moment, zone)


def seed(page: Page, count: int, *, last: datetime = LAST) -> None:
    """Write so many entries past the app, which has been opened before."""
    every = list(entries(count, last=last))
    for start in range(0, count, BATCH):
        write_records(page, every[start : start + BATCH])


def _entry(random: Random, number: int, moment: datetime, zone: ZoneInfo) -> Entry:
    spell = (number // 40) % 3
    entry: Entry = {
        "id": str(UUID(int=random.getrandbits(128), version=4)),
        "at": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "local_date": moment.astimezone(zone).date().isoformat(),
    }
    if random.random() < 0.9:
        entry["mood"] = min(5, max(1, round(random.gauss(2.4 + spell * 0.6, 1))))
    if random.random() < 0.6:
        entry["urge"] = min(10, max(0, round(random.gauss(5 - spell, 3))))
    for field, words in (("feelings", FEELINGS), ("triggers", TRIGGERS), ("helped", HELPED)):
        if random.random() < 0.5:
            entry[field] = random.sample(words, random.randint(1, 3))
    if random.random() < 0.3:
        entry["note"] = random.choice(NOTES) + f" {number}"
    return entry


if __name__ == "__main__":
    json.dump(list(entries(int(sys.argv[1]))), sys.stdout)
