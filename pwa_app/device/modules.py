"""Where the room's JavaScript stands in the generated front end, and how a Var imports from it."""

from pathlib import Path

from reflex.utils.imports import ImportVar
from reflex.vars import VarData

SOURCES = Path(__file__).parent / "browser"
FOLDER = "utils/device"
DEPENDENCIES = ("dexie@4.4.7", "hash-wasm@4.12.0")


def module_path(module: str) -> str:
    """The import path of one of the room's modules, for example `live`."""
    return f"$/{FOLDER}/{module}"


def uses(module: str, *names: str) -> VarData:
    """What a Var needs that calls these exported names of a module."""
    return VarData(imports={module_path(module): [ImportVar(tag=name) for name in names]})


def browser_sources() -> dict[str, str]:
    """The text of each module by its file name, sorted."""
    return {path.name: path.read_text("utf-8") for path in sorted(SOURCES.glob("*.js"))}
