"""Where the pages' own browser modules stand in the front end, and how a Var imports from them."""

from reflex.utils.imports import ImportVar
from reflex.vars import VarData

FOLDER = "utils/pages"


def module_path(module: str) -> str:
    """The import path of one of the modules in `browser/`, for example `finder`."""
    return f"$/{FOLDER}/{module}"


def uses(module: str, *names: str) -> VarData:
    """What a Var needs that calls these exported names of a module."""
    return VarData(imports={module_path(module): [ImportVar(tag=name) for name in names]})
