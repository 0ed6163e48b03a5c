"""The safety plan: its lines, its people, and the numbers in both.

A part of the plan is kept as text with one thing a line. People have records of their own, with
a name, a number and a note. A number is what the person typed; only what is dialled is cleaned.
"""

from typing import Any

__all__ = [
    "chosen_parts",
    "dialled",
    "in_places",
    "lines_of",
    "number_note",
    "people_of",
    "plan_parts",
    "plan_text",
    "toggled_line",
]

FIRST_PART = "people"
"""Where a person stands whose part was not picked."""

LAST = 1_000_000_000
"""Behind every place that was given."""

FEWEST_TO_CALL = 3
"""Emergency numbers have three digits."""

FEWEST_TO_TEXT = 7
"""Shorter numbers are those of services, most of which take no text messages."""

MOST_DIGITS = 15
"""The most that a number has, with its country (ITU-T E.164)."""

FEWEST_IN_A_LINE = 6
"""Fewer digits in a sentence are more often a time, a price or a house than a number to call."""

FEWEST_WITH_DOTS = 9
"""A date such as 2026-11-23 has eight digits."""

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
SPACES = " \u00a0\u202f()"
DOTS = ".-–/"


def lines_of(text: str | None) -> list[str]:
    """Give the things written in a part, one a line, without empty lines."""
    if text is None:
        return []
    return [line.strip() for line in text.split("\n") if line.strip() != ""]


def toggled_line(text: str, line: str) -> str:
    """Put a line at the end of a part, or take it out where it is one already."""
    before = lines_of(text)
    others = [one for one in before if one != line]
    if len(others) < len(before):
        return "\n".join(others)
    before.append(line)
    return "\n".join(before)


def dialled(number: str) -> str:
    """Give what a phone dials for a number as a person writes it; "" where there is nothing.

    A nought in brackets after the country's prefix, as in +44 (0)20, is not dialled. What comes
    after the first word, such as an extension, is left out.
    """
    text = number.strip()
    if text[0:1] == "+":
        text = text.replace("(0)", "")
    found = ""
    digits = 0
    for character in text:
        value = _digit(character)
        if value != "":
            found += value
            digits += 1
        elif character == "*" or character == "#" or (character == "+" and found == ""):
            found += character
        elif SPACES.find(character) < 0 and DOTS.find(character) < 0 and digits >= FEWEST_TO_CALL:
            break
    return found if digits > 0 else ""


def number_note(number: str) -> str:
    """Say what is unusual in a number: `none`, `short`, `long`, or "" for nothing.

    It is a remark. No number is refused for it.
    """
    if number.strip() == "":
        return ""
    digits = _count(dialled(number))
    if digits == 0:
        return "none"
    if digits < FEWEST_TO_CALL:
        return "short"
    return "long" if digits > MOST_DIGITS else ""


def people_of(contacts: list[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """Give the people of one part in the person's own order, with what their buttons need.

    Args:
        contacts: Records of the table `PlanContact`.
        part: The key of a part; "" for those of all parts.

    Returns:
        Each with ``id``, ``name`` (the number where there is no name), ``number`` ("" where it is
        the name already), ``note``, ``tel`` and ``sms`` ("" where that cannot be).
    """
    people: list[dict[str, Any]] = []
    for contact in sorted(sorted(contacts, key=_moment), key=_place):
        own_part = contact.get("part", FIRST_PART)
        if part != "" and own_part != part:
            continue
        name = contact.get("name", "")
        number = contact.get("number", "")
        people.append(
            {
                "id": contact["id"],
                "name": number if name == "" else name,
                "number": "" if name == "" else number,
                "note": contact.get("note", ""),
                "tel": _tel(number),
                "sms": _sms(number),
            }
        )
    return people


def in_places(contacts: list[dict[str, Any]], keys: list[str]) -> list[dict[str, Any]]:
    """Give the places that put people into an order: pairs of ``id`` and ``place``.

    People who are not named keep their places behind them.
    """
    known: dict[str, bool] = {}
    for contact in contacts:
        known["id:" + contact["id"]] = True
    places: list[dict[str, Any]] = []
    for key in keys:
        if known.get("id:" + key) is not None:
            places.append({"id": key, "place": len(places) + 1})
    return places


def plan_parts(
    plan: dict[str, Any] | None, contacts: list[dict[str, Any]], headings: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Give the parts that have something in them, in the order of the headings.

    Args:
        plan: The record of the table `SafetyPlan`, or None.
        contacts: Records of the table `PlanContact`.
        headings: Each with ``key``, ``heading`` and ``numbers``: whether numbers in its lines
            are looked for.

    Returns:
        Each with ``key``, ``heading``, ``people`` (see `people_of`) and ``lines``: dicts with
        ``text``, ``number`` and ``tel`` ("" where there is none).
    """
    parts: list[dict[str, Any]] = []
    for heading in headings:
        key = heading["key"]
        people = people_of(contacts, key)
        texts = lines_of(None if plan is None else plan.get(key))
        if len(texts) == 0 and len(people) == 0:
            continue
        lines: list[dict[str, Any]] = []
        for text in texts:
            number = _number_in(text) if heading["numbers"] else ""
            lines.append({"text": text, "number": number, "tel": _tel(number)})
        parts.append({"key": key, "heading": heading["heading"], "people": people, "lines": lines})
    return parts


def chosen_parts(
    parts: list[dict[str, Any]], choice: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Leave out what the person does not hand on.

    Args:
        parts: What `plan_parts` gave.
        choice: By the key of a part, False for one that is left out; ``numbers``, False to leave
            out the numbers of people. None to leave out nothing.
    """
    if choice is None:
        return parts
    chosen: list[dict[str, Any]] = []
    for part in parts:
        if not choice.get(part["key"], True):
            continue
        people = part["people"]
        if not choice.get("numbers", True):
            people = [_without_number(person) for person in people]
        chosen.append(
            {
                "key": part["key"],
                "heading": part["heading"],
                "people": people,
                "lines": part["lines"],
            }
        )
    return chosen


def plan_text(title: str, parts: list[dict[str, Any]]) -> str:
    """Write the parts that `plan_parts` gave as plain text, for a message or a file."""
    blocks = [title]
    for part in parts:
        lines = [part["heading"]]
        for person in part["people"]:
            number = "" if person["number"] == "" else ": " + person["number"]
            lines.append("- " + person["name"] + number)
            for note in lines_of(person["note"]):
                lines.append("  " + note)
        for line in part["lines"]:
            lines.append("- " + line["text"])
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _without_number(person: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": person["id"],
        "name": person["name"],
        "number": "",
        "note": person["note"],
        "tel": "",
        "sms": "",
    }


def _digit(character: str) -> str:
    for digits in DIGITS:
        at = digits.find(character)
        if at >= 0:
            return DIGITS[0][at]
    return ""


def _count(number: str) -> int:
    count = 0
    for character in number:
        if _digit(character) != "":
            count += 1
    return count


def _tel(number: str) -> str:
    """The address of a call (RFC 3966), or ""."""
    wanted = dialled(number)
    if _count(wanted) < FEWEST_TO_CALL:
        return ""
    return "tel:" + wanted.replace("#", "%23")


def _sms(number: str) -> str:
    """The address of a text message (RFC 5724), or ""."""
    wanted = dialled(number)
    if _count(wanted) < FEWEST_TO_TEXT or wanted.find("*") >= 0 or wanted.find("#") >= 0:
        return ""
    return "sms:" + wanted


def _number_in(line: str) -> str:
    """The first number to call in a line of text, as it is written, or ""."""
    run = ""
    for character in line + "\n":
        part = _digit(character) != "" or SPACES.find(character) >= 0 or DOTS.find(character) >= 0
        if part or (character == "+" and run.strip() == ""):
            run += character
            continue
        if _to_call(run):
            return _bare(run)
        run = "+" if character == "+" else ""
    return ""


def _to_call(run: str) -> bool:
    digits = _count(run)
    if digits > MOST_DIGITS:
        return False
    for dot in DOTS:
        if _bare(run).find(dot) >= 0 and run.find("+") < 0:
            return digits >= FEWEST_WITH_DOTS
    return digits >= FEWEST_IN_A_LINE


def _bare(run: str) -> str:
    """A run of digits without what stands around it; a bracket that opens in it stays."""
    start = 0
    end = len(run)
    while start < end and _digit(run[start]) == "" and run[start] != "+" and run[start] != "(":
        start += 1
    while end > start and _digit(run[end - 1]) == "":
        end -= 1
    return run[start:end]


def _moment(contact: dict[str, Any]) -> str:
    return str(contact.get("at", ""))


def _place(contact: dict[str, Any]) -> float:
    return float(contact.get("place", LAST))
