"""The checks that need more than one file, or every sentence of a file.

They look at what the files say, not at what passed the checks of single keys, so that one wrong
key hides none of the other problems.
"""

from pwa_app.content.document import Document, Table, as_list
from pwa_app.content.pack_files import ENGLISH, PackFile
from pwa_app.content.problems import Problem
from pwa_app.content.toml_lines import KeyPath
from pwa_app.content.wording import Wording

_ENGLISH_NAMES = {"cards": "card", "services": "country", "articles": "article"}
_COUNTED = {"cards": "steps", "articles": "sections"}


def check_wording(files: list[PackFile], wording: Wording) -> list[Problem]:
    """Sentences with words that the app must not use."""
    return [
        file.document.problem(path, f"{fault}; say it in other words")
        for file in files
        for path, sentence in file.document.sentences()
        for fault in wording.faults(sentence, file.room, file.locale)
    ]


def check_service_ids(files: list[PackFile]) -> list[Problem]:
    """Services whose id another service of the facts has already."""
    first: dict[str, PackFile] = {}
    problems: list[Problem] = []
    for file in files:
        if file.locale != ENGLISH or file.room != "services":
            continue
        for position, service in enumerate(file.document.tables("services")):
            key = service.get("id")
            if not isinstance(key, str):
                continue
            if key in first:
                other = first[key].document.path.name
                reason = f'the id "{key}" is taken in {other}; give each service its own'
                problems.append(file.document.problem(("services", position, "id"), reason))
            first.setdefault(key, file)
    return problems


def check_see_also(files: list[PackFile]) -> list[Problem]:
    """Articles that lead on to one that is not there."""
    articles = [file for file in files if (file.locale, file.room) == (ENGLISH, "articles")]
    known = {file.name for file in articles}
    return [
        file.document.problem(
            ("see_also", position), f'there is no article "{slug}"; correct it or take it out'
        )
        for file in articles
        for position, slug in enumerate(as_list(file.document.data.get("see_also")))
        if slug not in known
    ]


def check_translations(files: list[PackFile]) -> list[Problem]:
    """Sentences of other locales that do not fit the English pack."""
    english = {(file.room, file.name): file for file in files if file.locale == ENGLISH}
    problems: list[Problem] = []
    for file in files:
        if file.locale == ENGLISH:
            continue
        original = english.get((file.room, file.name))
        if original is None:
            kind = _ENGLISH_NAMES[file.room]
            reason = f"there is no English {kind} of this name; rename the file or take it out"
            problems.append(file.document.problem((), reason))
        elif file.room == "services":
            problems += _service_problems(file.document, original.document)
        else:
            counted = _COUNTED[file.room]
            problems += _fit(file.document, (), file.document.data, original.document.data, counted)
            problems += _section_problems(file.document, original.document)
    return problems


def _section_problems(document: Document, original: Document) -> list[Problem]:
    """Lines to tick whose keys are not those of the English ones: the phone keeps the keys."""
    problems: list[Problem] = []
    for position, (section, english) in enumerate(
        zip(document.tables("sections"), original.tables("sections"), strict=False)
    ):
        keys, expected = _keys(section), _keys(english)
        if keys != expected:
            reason = f"the keys to tick must be {', '.join(expected) or 'none'}, in this order"
            problems.append(document.problem(("sections", position, "checks"), reason))
    return problems


def _keys(section: Table) -> list[str]:
    checks = as_list(section.get("checks"))
    return [str(check.get("key")) for check in checks if isinstance(check, dict)]


def _service_problems(document: Document, english: Document) -> list[Problem]:
    services = {str(service.get("id")): service for service in english.tables("services")}
    problems: list[Problem] = []
    for position, service in enumerate(document.tables("services")):
        path = ("services", position)
        known = services.get(str(service.get("id")))
        if known is not None:
            original = {**known, **_notes(known)}
            problems += _fit(document, path, service, original, "what_to_know", "notes")
        elif "id" in service:
            reason = f'the English pack has no service "{service["id"]}"; correct the id'
            problems.append(document.problem((*path, "id"), reason))
    return problems


def _notes(service: Table) -> Table:
    """The notes of a service's channels, as a translation lists them; empty without notes."""
    channels = [item for item in as_list(service.get("channels")) if isinstance(item, dict)]
    notes: list[object] = [channel["note"] for channel in channels if "note" in channel]
    return {"notes": notes} if notes else {}


def _fit(
    document: Document, path: KeyPath, table: Table, original: Table, *counted: str
) -> list[Problem]:
    """Sentences that English does not have, and lists that are longer or shorter than its."""
    problems = [
        document.problem((*path, key), f'the English pack has no "{key}" here; take it out')
        for key in ("care", "closing", "what_to_know", "notes")
        if key in table and key not in original
    ]
    for key in counted:
        count, expected = len(as_list(table.get(key))), len(as_list(original.get(key)))
        if key in table and key in original and count != expected:
            reason = f"{key}: {count} here, {expected} in English; make them match one by one"
            problems.append(document.problem((*path, key), reason))
    return problems
