"""The Reflex plugin that puts the pages' own browser modules into the front end."""

from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from reflex.plugins import Plugin
from reflex_base.plugins.base import PreCompileContext

from pwa_app.pages.modules import FOLDER

SOURCES = Path(__file__).parent / "browser"
INLINED = "own_country.js"
"""The script that stands inside a page (see country_redirect.py)."""


@dataclass(frozen=True)
class PagesPlugin(Plugin):
    """Writes the browser modules."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Adds the modules to the front end."""
        save = context["add_save_task"]
        for path in sorted(SOURCES.glob("*.js")):
            if path.name != INLINED:
                save(_as_is, f"{FOLDER}/{path.name}", path.read_text("utf-8"))


def _as_is(path: str, text: str) -> tuple[str, str]:
    return path, text
