"""The site as a later build would leave it, made from the built one with a sentence changed."""

import re
import shutil
from pathlib import Path

from pwa_app.pwa.build import write_worker

_COMPRESSED = shutil.ignore_patterns("*.br", "*.gz")
_LIST = re.compile(r'\[\{"url":.*?\}\]', re.DOTALL)
_PLACEHOLDER = "self.__WB_MANIFEST"
_NOT_KEPT = frozenset({"screenshots"})


def make_next_build(dist: Path, target: Path, *, old: str, new: str) -> None:
    """Copy a site and change a sentence of it wherever it stands.

    As in a real build, a script that changed gets another name, and so does every script that
    names it; packs and the service worker's list are made anew by the project's own step.

    Raises:
        ValueError: The sentence is not in the site.
    """
    shutil.copytree(dist, target, ignore=_COMPRESSED)
    texts = {path: path.read_text("utf-8") for path in _texts(target)}
    changed = {path: text.replace(old, new) for path, text in texts.items()}
    renamed = {path.name for path in texts if path.suffix == ".js" and texts[path] != changed[path]}
    if not renamed:
        raise ValueError(f"No script of the site holds {old!r}.")
    while more := {p.name for p in texts if p.suffix == ".js" and _names(changed[p], renamed)}:
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
    return [*site.rglob("*.html"), *(site / "assets").glob("*.js")]


def _names(text: str, scripts: set[str]) -> bool:
    return any(script in text for script in scripts)


def _later(script: str) -> str:
    return script.replace(".js", "_.js")


def _list_anew(site: Path) -> None:
    worker = (site / "sw.js").read_text("utf-8")
    empty, count = _LIST.subn(_PLACEHOLDER, worker)
    if count != 1:
        raise ValueError("The service worker holds no list, or more than one.")
    write_worker(site, empty, _NOT_KEPT)
