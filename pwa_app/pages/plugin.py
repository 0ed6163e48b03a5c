"""The Reflex plugin that puts the pages' own browser modules into the front end."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from reflex.plugins import Plugin
from reflex_base.plugins.base import CommonContext, PreCompileContext

from pwa_app.content import open_library
from pwa_app.pages.backup_words import BACKUP_WORDS
from pwa_app.pages.card_data import card_data
from pwa_app.pages.country_redirect import INLINED, SHARED, own_lead_module
from pwa_app.pages.insight_words import INSIGHT_WORDS
from pwa_app.pages.log_file_words import FILE_WORDS
from pwa_app.pages.modules import FOLDER
from pwa_app.site import STORAGE_PREFIX, language

SOURCES = Path(__file__).parent / "browser"
DEPENDENCIES = ("minisearch@7.2.0",)
_STORAGE_NAME = f"export const STORAGE_NAME = {json.dumps(STORAGE_PREFIX)};\n"
_STORE = f'export {{ records }} from "$/utils/device/stores/{STORAGE_PREFIX}";\n'

WORDS = {
    "backup_words": BACKUP_WORDS,
    "insight_words": INSIGHT_WORDS,
    "log_file_words": FILE_WORDS,
}
"""Sentences that browser modules fill in, by the name of their file."""


@dataclass(frozen=True)
class PagesPlugin(Plugin):
    """Writes the browser modules and the cards' data, and installs MiniSearch."""

    def get_frontend_development_dependencies(
        self, **_context: Unpack[CommonContext]
    ) -> tuple[str, ...]:
        """MiniSearch, as a development dependency: Reflex would bundle others into every page."""
        return DEPENDENCIES

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Adds the modules, what the finder knows of the cards, the words they fill in."""
        save = context["add_save_task"]
        for path in sorted(SOURCES.glob("*.js")):
            if path.name not in (INLINED, SHARED):
                save(_as_is, f"{FOLDER}/{path.name}", path.read_text("utf-8"))
        library = open_library(language())
        save(_as_is, f"{FOLDER}/{SHARED}", own_lead_module(library.countries()))
        save(_as_is, f"{FOLDER}/cards.json", card_data(library))
        save(_as_is, f"{FOLDER}/storage_name.js", _STORAGE_NAME)
        save(_as_is, f"{FOLDER}/store.js", _STORE)
        for name, words in WORDS.items():
            save(_as_is, f"{FOLDER}/{name}.json", json.dumps(words, ensure_ascii=False))


def _as_is(path: str, text: str) -> tuple[str, str]:
    return path, text
