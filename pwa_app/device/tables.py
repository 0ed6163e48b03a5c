"""What stays on the phone: one SQLModel table for each kind of record.

The classes are never stored in a database on a server. `schema.describe` turns them into the
IndexedDB schema that the browser opens, so a field is named, limited and indexed in one place.
A column's `info` says what the phone fills in by itself (see `schema.FILL`), what a text must
look like, and which other record belongs to this one (see `schema.FieldSchema`). Bytes, such as a
photo's, stand in a table of their own, so that whoever reads a list does not read them too.
"""

from sqlalchemy import Column, Float, String
from sqlmodel import JSON, Field, SQLModel

NOTE_LIMIT = 20_000
"""Longest note, in characters: about ten printed pages."""

WORD_LIMIT = 200
"""Longest word of one's own, in characters."""

PLAN_PART_LIMIT = 5_000
"""Longest part of a plan, in characters."""

OWN_TITLE_LIMIT = 120
"""Longest title of an own card, in characters."""

OWN_STEPS_LIMIT = 5_000
"""Longest steps of an own card, all together, in characters."""

PHOTO_LIMIT = 1_500_000
"""Longest photo as a data: address, in characters: about 1.1 MB."""

LINK_LIMIT = 2_000
"""Longest link, in characters: what browsers and sites surely take."""

SMALL_PICTURE_LIMIT = 20_000
"""Longest small picture as a data: address, in characters."""

FILE_LIMIT = 40_000_000
"""Largest file in the hope box, in bytes: about half an hour of music."""

WEB_LINK = r"[Hh]ttps://[^\s/?#@\\]+\.[^\s/?#@\\]+([/?#]\S*)?"
"""A link that nobody on the way can read or change (RFC 9110, section 4.2.2), with no name or
password in it."""


def _filled(rule: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    return Column(String, primary_key=primary_key, index=index, nullable=False, info={"fill": rule})


class MoodEntry(SQLModel, table=True):
    """One entry of the log. All fields but `at` and `local_date` may be absent.

    `at` is UTC in ISO 8601; `local_date` is the day where the person was, YYYY-MM-DD.
    `mood` runs from 1 (very low) to 5 (very good), `urge` from 0 (none) to 10 (strongest).
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now", index=True))
    local_date: str = Field(sa_column=_filled("local_date", index=True))
    mood: int | None = Field(default=None, ge=1, le=5)
    urge: int | None = Field(default=None, ge=0, le=10)
    feelings: list[str] | None = Field(default=None, sa_type=JSON)
    triggers: list[str] | None = Field(default=None, sa_type=JSON)
    helped: list[str] | None = Field(default=None, sa_type=JSON)
    note: str | None = Field(default=None, max_length=NOTE_LIMIT)


class OwnWord(SQLModel, table=True):
    """A word of the person's own for one of the log's lists, to be offered again.

    `list` is the field it belongs to; `id` is both, as `feelings:shaky`.
    """

    id: str = Field(primary_key=True)
    list: str
    word: str = Field(max_length=WORD_LIMIT)
    at: str = Field(sa_column=_filled("utc_now", index=True))


class SafetyPlan(SQLModel, table=True):
    """The person's own safety plan: one record, whose parts are text with one thing a line.

    People with a number of their own have records of their own, see `PlanContact`.

    The six parts follow the ideas of Stanley and Brown's safety planning intervention
    (Cognitive and Behavioral Practice 19(2), 2012); the headings shown are our own.
    """

    id: str = Field(primary_key=True)
    updated: str = Field(sa_column=_filled("utc_now"))
    warning_signs: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    alone: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    places: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    people: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    professionals: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    safer: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    reasons: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)


class PlanContact(SQLModel, table=True):
    """A person or a line in the plan: all but `id` and `at` may be absent.

    `part` is the part of the plan, `people` or `professionals`; absent for the first. `number` is
    as the person wrote it. `place` is where they moved it to in its part, the smallest first.
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now", index=True))
    part: str | None = Field(default=None, max_length=WORD_LIMIT)
    name: str | None = Field(default=None, max_length=WORD_LIMIT)
    number: str | None = Field(default=None, max_length=WORD_LIMIT)
    note: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    place: float | None = Field(default=None)


class Prepared(SQLModel, table=True):
    """What a person has made ready before they talk to someone: words, or lines they ticked.

    `id` names the list or the words; `ticked` holds the keys of the lines.
    """

    id: str = Field(primary_key=True)
    updated: str = Field(sa_column=_filled("utc_now"))
    words: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    ticked: list[str] | None = Field(default=None, sa_type=JSON)


class UrgeWave(SQLModel, table=True):
    """The wave that is being ridden: one record, under the key `now`.

    Moments are milliseconds since 1970; what each field means stands in logic/urge_clock.py.
    """

    id: str = Field(primary_key=True)
    changed: int
    started: int | None = None
    ends: int | None = None
    minutes: int | None = Field(default=None, ge=1)
    first: int | None = Field(default=None, ge=0, le=10)
    latest: int | None = Field(default=None, ge=0, le=10)
    asked: int | None = None
    card: int | None = Field(default=None, ge=0)
    ended: int | None = None
    outcome: str | None = None
    logged: int | None = None
    asks: bool = True
    moves: bool = True
    lines: bool = True


class BreathChoices(SQLModel, table=True):
    """How someone likes to breathe: one record, under the key `mine` (see logic/breathing.py)."""

    id: str = Field(primary_key=True)
    pattern: str
    pace: int = Field(ge=2, le=6)
    minutes: int = Field(ge=0, le=10)
    moves: bool = True
    vibration: bool = False
    sound: bool = False
    spoken: bool = False


class CardMark(SQLModel, table=True):
    """What a person has set for one card.

    `card` is the card's slug, or the id of an own card. `favourite` is its place among the
    favourites, the smallest first; absent where the card is none. `hidden` cards are in no list.
    """

    card: str = Field(primary_key=True)
    favourite: float | None = Field(default=None)
    hidden: bool | None = Field(default=None)


class CardOutcome(SQLModel, table=True):
    """One answer to "Did it help?": `helped` is 0 (not today), 1 (a bit) or 2 (yes).

    `feeling` is what the person had picked when they came to the card, if anything.
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now", index=True))
    card: str = Field(max_length=200)
    helped: int = Field(ge=0, le=2)
    feeling: str | None = Field(default=None, max_length=200)


class OwnCard(SQLModel, table=True):
    """A card in the person's own words: `steps` holds one step a line.

    `photo` is a picture scaled down on the phone, as a data: address.
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now", index=True))
    title: str = Field(max_length=OWN_TITLE_LIMIT)
    steps: str | None = Field(default=None, max_length=OWN_STEPS_LIMIT)
    feelings: list[str] | None = Field(default=None, sa_type=JSON)
    photo: str | None = Field(default=None, max_length=PHOTO_LIMIT)


class HopeFile(SQLModel, table=True):
    """The bytes of a photo, a voice memo or a song; `type` is their media type (RFC 6838).

    It is written when the file is chosen, so that a draft can name it. One that neither a draft
    nor a `HopeItem` names any more is swept out by and by.
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now", index=True))
    type: str = Field(max_length=WORD_LIMIT)
    content: bytes = Field(max_length=FILE_LIMIT)


class HopeItem(SQLModel, table=True):
    """One thing in the hope box; `kind` is `photo`, `note`, `voice`, `song` or `link`.

    `place` orders the box, the smallest first; a new thing comes last. `size` counts the bytes of
    its file, and `small` is a little picture of a photo, as a data: address.
    """

    id: str = Field(sa_column=_filled("uuid", primary_key=True))
    at: str = Field(sa_column=_filled("utc_now"))
    place: float = Field(
        sa_column=Column(Float, index=True, nullable=False, info={"fill": "ms_now"})
    )
    kind: str
    title: str | None = Field(default=None, max_length=OWN_TITLE_LIMIT)
    words: str | None = Field(default=None, max_length=PLAN_PART_LIMIT)
    link: str | None = Field(
        default=None, max_length=LINK_LIMIT, sa_column=Column(String, info={"pattern": WEB_LINK})
    )
    file: str | None = Field(default=None, sa_column=Column(String, info={"owns": "HopeFile"}))
    size: int | None = Field(default=None, ge=0)
    small: str | None = Field(default=None, max_length=SMALL_PICTURE_LIMIT)
