"""The Reflex plugin that puts the room's modules and the stores' schemas into the front end."""

import json
from dataclasses import dataclass
from typing import Unpack

from reflex.plugins import Plugin
from reflex_base.plugins.base import CommonContext, PreCompileContext

from pwa_app.device.modules import DEPENDENCIES, FOLDER, browser_sources
from pwa_app.device.store import Store


def store_module(store: Store) -> str:
    """The ES module that opens one store's database and exports it as `records`."""
    schema = json.dumps(store.schema, indent=2)
    opened = f"export const records = new Records({schema});"
    return f'import {{ Records }} from "../records";\n\n{opened}\n'


@dataclass(frozen=True)
class DevicePlugin(Plugin):
    """Writes the browser modules and one module a store, and installs what they import."""

    def get_frontend_development_dependencies(
        self, **_context: Unpack[CommonContext]
    ) -> tuple[str, ...]:
        """As development dependencies: Reflex would bundle others into every page."""
        return DEPENDENCIES

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Adds the modules to what Reflex writes into its front-end folder."""
        save = context["add_save_task"]
        for name, text in browser_sources().items():
            save(_as_is, f"{FOLDER}/{name}", text)
        for store in Store.all():
            save(_as_is, f"{FOLDER}/stores/{store.name}.js", store_module(store))


def _as_is(path: str, text: str) -> tuple[str, str]:
    return path, text
