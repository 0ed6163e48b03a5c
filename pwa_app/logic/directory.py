"""Which services of a country suit a person, and whether what is known of one is old.

A service is a dict with ``id``, ``suits`` (the filters below that it suits, but for the person's
own language) and ``languages`` (BCP 47 tags; empty: not known). A choice is a dict with
``chosen``, the filters that are on; None stands for none.
"""

from typing import Any

__all__ = ["count_text", "fitting", "is_chosen", "is_old", "toggled", "useful_filters"]

WAYS = ("call", "text", "chat")
"""How to reach a service: any one of the chosen ways will do."""

MY_LANGUAGE = "my_language"

FILTERS = (
    "call",
    "text",
    "chat",
    "my_language",
    "young_people",
    "lgbtq",
    "veterans",
    "indigenous",
    "self_harm",
    "supporters",
    "deaf",
)
"""All of them, in the order in which they are offered; the last ones say who it is made for."""

NOTHING_FITS = "none"
"""Takes the place of the ids where no service fits."""

LANGUAGE_GROUPS = {
    "cmn": "zh",
    "yue": "zh",
    "nb": "no",
    "nn": "no",
    "fil": "tl",
    "iw": "he",
    "in": "id",
}
"""Language subtags that phones and services use for the same language, or for parts of one."""


def useful_filters(services: list[dict[str, Any]], phone_languages: list[str]) -> list[str]:
    """Give the filters that tell some of the services from the others.

    Args:
        services: The services of a country.
        phone_languages: The languages of the person's phone (BCP 47); may be empty.

    Returns:
        The filters that at least one service suits, and at least one does not.
    """
    useful: list[str] = []
    for key in FILTERS:
        count = len(_suited(services, [key], phone_languages))
        if count > 0 and count < len(services):
            useful.append(key)
    return useful


def fitting(
    services: list[dict[str, Any]], choice: dict[str, Any] | None, phone_languages: list[str]
) -> list[str]:
    """Give the ids of the services that suit a choice, in the order in which they came.

    Returns:
        The ids, or ``["none"]`` where no service suits it.
    """
    chosen: list[str] = [] if choice is None else choice["chosen"]
    ways = [key for key in chosen if key in WAYS]
    people = [key for key in chosen if key not in WAYS and key != MY_LANGUAGE]
    language = [key for key in chosen if key == MY_LANGUAGE]
    left = _suited(services, ways, phone_languages)
    left = _suited(left, people, phone_languages)
    left = _suited(left, language, phone_languages)
    ids = [service["id"] for service in left]
    return ids if len(ids) > 0 else [NOTHING_FITS]


def count_text(
    services: list[dict[str, Any]],
    choice: dict[str, Any] | None,
    phone_languages: list[str],
    words: str,
) -> str:
    """Say how many services suit a choice.

    Args:
        services: The services of a country.
        choice: The filters that are on.
        phone_languages: The languages of the person's phone.
        words: A sentence with ``{shown}`` and ``{all}`` in it.

    Returns:
        The sentence with the counts filled in; empty where no filter is on.
    """
    chosen: list[str] = [] if choice is None else choice["chosen"]
    if len(chosen) == 0:
        return ""
    ids = fitting(services, choice, phone_languages)
    shown = 0 if ids[0] == NOTHING_FITS else len(ids)
    return words.replace("{shown}", str(shown)).replace("{all}", str(len(services)))


def is_chosen(choice: dict[str, Any] | None, key: str) -> bool:
    """Tell whether a filter is on."""
    chosen: list[str] = [] if choice is None else choice["chosen"]
    return key in chosen


def toggled(choice: dict[str, Any] | None, key: str) -> dict[str, Any]:
    """Give the choice with one filter turned on, or off if it was on."""
    chosen: list[str] = [] if choice is None else choice["chosen"]
    kept = [other for other in chosen if other != key]
    if len(kept) == len(chosen):
        kept.append(key)
    return {"chosen": kept}


def is_old(checked: int, year: int) -> bool:
    """Tell whether it is over a year since something was last known to be right.

    Only the year is known. So it is old when the whole of the year after it has passed, too.

    Args:
        checked: The last year in which it is known to have been right.
        year: The present year.
    """
    return year - checked > 1


def _suited(
    services: list[dict[str, Any]], keys: list[str], phone_languages: list[str]
) -> list[dict[str, Any]]:
    """Give the services that suit any of the filters; all of them where there is no filter."""
    if len(keys) == 0:
        return services
    return [service for service in services if _suits_one(service, keys, phone_languages)]


def _suits_one(service: dict[str, Any], keys: list[str], phone_languages: list[str]) -> bool:
    suits: list[str] = service["suits"]
    for key in keys:
        if key in suits:
            return True
        if key == MY_LANGUAGE and _speaks_one(service["languages"], phone_languages):
            return True
    return False


def _speaks_one(languages: list[str], phone_languages: list[str]) -> bool:
    spoken: list[str] = [_language_group(tag) for tag in languages]
    shared = [tag for tag in phone_languages if _language_group(tag) in spoken]
    return len(shared) > 0


def _language_group(tag: str) -> str:
    primary = tag.split("-")[0].lower()
    return LANGUAGE_GROUPS.get(primary) or primary
