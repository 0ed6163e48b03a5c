"""Finds the files of a packs folder and says which of them cannot be read."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from pwa_app.content.document import Document, read_document
from pwa_app.content.entry_types import is_slug
from pwa_app.content.phone_numbers import ANYWHERE, is_country
from pwa_app.content.problems import Problem
from pwa_app.content.wording import Room

ENGLISH = "en"
"""The locale that holds the facts, and the sentences that others fall back to."""
INTERNATIONAL = "international.toml"
"""File, beside the folders of a locale, of the services that work in any country."""


@dataclass(frozen=True)
class PackFile:
    """One file of one locale."""

    document: Document
    locale: str
    room: Room
    name: str
    """The slug of a card or article; the country code of services, upper case."""


def find_pack_files(folder: Path, problems: list[Problem]) -> list[PackFile]:
    """Every pack file of every locale, by locale and path; adds what cannot be read."""
    if not (folder / ENGLISH).is_dir():
        problems.append(Problem(folder / ENGLISH, 1, "this folder is missing; add it"))
    files: list[PackFile] = []
    for locale in sorted(path for path in folder.glob("*") if path.is_dir()):
        for path in sorted(locale.rglob("*.toml")):
            place = _place(path.relative_to(locale), path, problems)
            if place is None:
                continue
            document = read_document(path)
            if isinstance(document, Problem):
                problems.append(document)
            else:
                files.append(PackFile(document, locale.name.replace("_", "-"), *place))
    return files


def _place(inside: Path, path: Path, problems: list[Problem]) -> tuple[Room, str] | None:
    if inside.parts == (INTERNATIONAL,):
        return "services", ANYWHERE
    if len(inside.parts) != 2 or inside.parts[0] not in get_args(Room):
        problems.append(
            Problem(path, 1, "this file is not read here; move it to cards, services or articles")
        )
        return None
    room = cast("Room", inside.parts[0])
    name = inside.stem
    if room != "services":
        if not is_slug(name):
            problems.append(Problem(path, 1, 'name the file with lower-case words joined by "-"'))
        return room, name
    if name != name.lower() or name.upper() == ANYWHERE or not is_country(name.upper()):
        problems.append(
            Problem(path, 1, "name the file after a country code in lower case, such as ie.toml")
        )
    return room, name.upper()
