"""The site as a later build would leave it, made from the built one with a sentence changed."""

import json
import re
import shutil
from pathlib import Path

from pwa_app.pwa.build import write_worker
from pwa_app.pwa.packs import CONTENT_TYPES
from pwa_app.pwa.steady import ROUTES

_COMPRESSED = shutil.ignore_patterns("*.br", "*.gz")
_LIST = re.compile(r'\[\{"url":.*?\}\]', re.DOTALL)
_PLACEHOLDER = "self.__WB_MANIFEST"


def make_next_build(dist: Path, target: Path, *, old: str, new: str) -> None:
    """Copy a site and change a sentence of it wherever it stands.

    As in a real build, a script that changed gets another name, and so does every script that
    names it, but for the router's manifest; packs and the service worker's list are made anew by
    the project's own step.

    Raises:
        ValueError: The sentence is not in the site.
    """
    shutil.copytree(dist, target, ignore=_COMPRESSED)
    texts = {path: path.read_text("utf-8") for path in _texts(target)}
    changed = {path: text.replace(old, new) for path, text in texts.items()}
    hashed = {path for path in texts if path.parent.name == "assets"}
    renamed = {path.name for path in hashed if texts[path] != changed[path]}
    if not renamed:
        raise ValueError(f"No script of the site holds {old!r}.")
    while more := {path.name for path in hashed if _names(changed[path], renamed)}:
        if more <= renamed:
            break
        renamed |= more
    pattern = re.compile("|".join(map(re.escape, sorted(renamed))))
    for path, text in changed.items():
        place = path.with_name(_later(path.name)) if path.name in renamed else path
        path.unlink()
        place.write_text(pattern.sub(lambda match: _later(match[0]), text), "utf-8")
    _list_anew(target)


def _texts(site: Path) -> list[Path]:
    return [*site.rglob("*.html"), *(site / "assets").glob("*.js"), *site.rglob(ROUTES)]


def _names(text: str, scripts: set[str]) -> bool:
    return any(script in text for script in scripts)


def _later(script: str) -> str:
    return script.replace(".js", "_.js")


def _list_anew(site: Path) -> None:
    worker = (site / "sw.js").read_text("utf-8")
    kept = published(site)
    others = [path for path in site.rglob("*") if path.suffix not in CONTENT_TYPES]
    names = {path.relative_to(site).as_posix() for path in others if path.is_file()}
    write_worker(site, _LIST.sub(_PLACEHOLDER, worker), frozenset(names - set(kept)))


def published(site: Path) -> dict[str, str]:
    """The digest of all that the service worker fetches, by its address in the site.

    Raises:
        ValueError: It holds no list, or more than one.
    """
    found = _LIST.findall((site / "sw.js").read_text("utf-8"))
    if len(found) != 1:
        raise ValueError("The service worker holds no list, or more than one.")
    return {entry["url"]: entry["integrity"] for entry in json.loads(found[0])}
