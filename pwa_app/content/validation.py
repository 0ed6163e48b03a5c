"""Checks a document against the entry it should be, and says in plain words what is wrong."""

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pwa_app.content.article_pack import ArticlePack, CheckEntry, SectionEntry
from pwa_app.content.card_pack import CardPack, SourceEntry
from pwa_app.content.country_pack import ChannelEntry, CountryPack, ServiceEntry, WeeklyEntry
from pwa_app.content.document import Document
from pwa_app.content.entry_types import Entry, Surroundings
from pwa_app.content.problems import Problem

Pack = TypeVar("Pack", bound=Entry)

_ENTRIES: tuple[type[Entry], ...] = (
    *(CardPack, SourceEntry, ArticlePack, SectionEntry, CheckEntry),
    *(CountryPack, ServiceEntry, ChannelEntry, WeeklyEntry),
)
_KEYS = sorted({key for entry in _ENTRIES for key in entry.model_fields})
_WANTED = {
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number without quotes",
    "bool_type": "must be true or false, without quotes",
    "list_type": "must be a list in [ ]",
    "model_type": "must be a table of its own",
    "model_attributes_type": "must be a table of its own",
    "dict_type": "must be a table of its own",
    "date_type": "must be a date such as 2026-11-23, without quotes",
    "date_parsing": "must be a date such as 2026-11-23, without quotes",
    "date_from_datetime_parsing": "must be a date such as 2026-11-23, without quotes",
    "date_from_datetime_inexact": "must be a date such as 2026-11-23, without a time",
}


def validate(
    document: Document,
    entry: type[Pack],
    problems: list[Problem],
    around: Surroundings | None = None,
) -> Pack | None:
    """The checked content of a document; None, with its problems added, if it has any."""
    try:
        return entry.model_validate(document.data, context={"surroundings": around})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(document.problem(detail["loc"], _reason(detail)))
        return None


def _reason(error: ErrorDetails) -> str:
    name = _name(error["loc"])
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "value_error":
            return str(context["error"])
        case "missing":
            return f"{name} is missing; add it"
        case "extra_forbidden":
            return _unknown_key(str(error["loc"][-1]))
        case "enum":
            choices = context["expected"].replace("'", "")
            return f'{name}: "{error["input"]}" is not on the list; use {choices}'
        case "too_short":
            least = context["min_length"]
            return f"{name} has {_items(context['actual_length'])}; give at least {least}"
        case "too_long":
            most = context["max_length"]
            return f"{name} has {_items(context['actual_length'])}; keep to at most {most}"
        case "string_too_short":
            return f"{name} is empty; write it, or take it out"
        case "string_too_long":
            return f"{name} is too long; keep it to {context['max_length']} characters"
        case kind:
            return f"{name} {_WANTED.get(kind) or 'cannot be used: ' + error['msg']}"


def _name(location: tuple[int | str, ...]) -> str:
    if location and isinstance(location[-1], int):
        return f"item {location[-1] + 1} of {_name(location[:-1])}"
    return str(location[-1]) if location else "the file"


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"


def _unknown_key(key: str) -> str:
    close = get_close_matches(key, _KEYS, n=1)
    hint = f'; did you mean "{close[0]}"?' if close and close[0] != key else "; take it out"
    return f'"{key}" is not a key that can stand here{hint}'
