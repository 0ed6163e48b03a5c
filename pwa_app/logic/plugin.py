"""The Reflex plugin that puts the compiled logic into the front end."""

from dataclasses import dataclass
from typing import Unpack

from reflex.plugins import Plugin
from reflex_base.plugins.base import PreCompileContext

from pwa_app.logic.javascript import browser_modules, compile_all

FOLDER = "utils/logic"


@dataclass(frozen=True)
class LogicPlugin(Plugin):
    """Compiles the logic modules and writes them beside the pages that call them."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Adds the modules to what Reflex writes into its front-end folder.

        Raises:
            LogicError: A logic function is outside the subset that compiles.
        """
        for name, text in {**compile_all(), **browser_modules()}.items():
            context["add_save_task"](_as_is, f"{FOLDER}/{name}", text)


def _as_is(path: str, text: str) -> tuple[str, str]:
    return path, text
