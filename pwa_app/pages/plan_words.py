"""What the plan asks for: seven parts in our own words, and ideas for who is stuck.

The parts follow the six ideas that Stanley and Brown published (Cognitive and Behavioral Practice
19(2), 2012), and what one stays for; headings, hints and ideas are our own.
"""

from dataclasses import dataclass
from typing import Any

from pwa_app.pages.words import _

PLAN = "/plan/"
EDIT = "/plan/edit/"
CONTACT = "/plan/contact/"
SHARE = "/plan/share/"
CONTACT_FORM = "plan_contact"
"""The form for a person or a line; links that begin one name it."""


@dataclass(frozen=True)
class Part:
    """A part of the plan: the field that holds its lines, our heading, a hint, ideas to tap in.

    `people` says that it also holds people with a number; `numbers`, that a number in one of its
    lines can be called.
    """

    field: str
    heading: str
    hint: str
    ideas: tuple[str, ...]
    people: bool = False
    numbers: bool = False


PARTS = (
    Part(
        "warning_signs",
        _("How I notice that it gets hard"),
        _("Thoughts, feelings, places, times"),
        (
            _("I sleep badly, or much more than usual."),
            _("I stop answering messages."),
            _("Everything feels too much."),
            _("I feel numb, or far away."),
            _("I am hard on myself."),
            _("I want to be alone all the time."),
        ),
    ),
    Part(
        "alone",
        _("What I can do by myself"),
        _("Cards that helped, music, a walk"),
        (
            _("Breathe slowly for a few minutes."),
            _("Name what I can see, hear and feel."),
            _("Put on music that I like."),
            _("Go for a short walk."),
            _("Get warm: a blanket, a warm drink."),
            _("Write down what happened."),
            _("Keep my hands busy: draw, build, knit."),
        ),
    ),
    Part(
        "places",
        _("People and places that take my mind off it"),
        _("Where I feel a bit lighter"),
        (
            _("A library, a café or a park."),
            _("Sit in the same room as my family."),
            _("Be with a friend. We need not talk about it."),
            _("A club, a class or a group."),
            _("Be with an animal."),
        ),
        numbers=True,
    ),
    Part(
        "people",
        _("People I can ask for help"),
        _("Names and numbers"),
        (
            _("Someone in my family."),
            _("A friend I trust."),
            _("A teacher, or someone at work."),
            _("I can say: I am having a hard time. Can you stay with me?"),
        ),
        people=True,
        numbers=True,
    ),
    Part(
        "professionals",
        _("Professionals and lines I can reach"),
        _("A doctor, a team, a helpline"),
        (
            _("My doctor."),
            _("My therapist or counsellor."),
            _("A nurse or a counsellor at school."),
            _("A helpline: by phone, text or chat."),
            _("The emergency number, if I am in danger."),
        ),
        people=True,
        numbers=True,
    ),
    Part(
        "safer",
        _("How I make it safer around me"),
        _("What could be further away, or with someone"),
        (
            _("Go to another room, or to where people are."),
            _("Put some distance between me and what I might use."),
            _("Ask someone I trust to look after things for a while."),
            _("Ask someone to stay with me."),
            _("Put a photo or a kind note where I would look."),
            _("Pick a day to look at this again."),
        ),
    ),
    Part(
        "reasons",
        _("What I want to stay for"),
        _("People, animals, things still to come"),
        (
            _("People I love."),
            _("An animal I look after."),
            _("Something I want to see or do."),
            _("Music, a place or a time of year I like."),
            _("What I still want to learn."),
        ),
    ),
)


def headings() -> list[dict[str, Any]]:
    """The parts as the logic takes them (see pwa_app/logic/plan.py)."""
    return [{"key": part.field, "heading": part.heading, "numbers": part.numbers} for part in PARTS]


def begins_contact(values: dict[str, str]) -> dict[str, Any]:
    """For `custom_attrs` of a link to the form for a person: what the form begins with."""
    fields = {field: [value] for field, value in values.items()}
    return {"state": {"form": CONTACT_FORM, "values": fields}}
