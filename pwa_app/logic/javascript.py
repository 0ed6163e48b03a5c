"""The build step that makes an ES module of each logic module, with PScript.

The output depends on the source and the version of PScript only, so builds are byte-identical.
"""

import ast
import importlib
import inspect
from importlib.resources import files
from types import ModuleType
from typing import Any

from pwa_app.logic.subset import problems_in

NAMES = (
    "backup",
    "breathing",
    "calendar_file",
    "contacts",
    "country",
    "days",
    "directory",
    "finder",
    "grounding",
    "hope_box",
    "log_choices",
    "log_days",
    "log_file",
    "log_search",
    "opening",
    "over_time",
    "passcode",
    "plan",
    "ranking",
    "rhythm",
    "search",
    "table_text",
    "together",
    "urge_clock",
    "week_table",
)
"""The logic modules that the browser gets."""

TYPING_IMPORTS = ("__future__", "typing")

# PScript has no type stubs; through importlib its parts are Any, not unknown.
_pscript: Any = importlib.import_module("pscript")
_stdlib: Any = importlib.import_module("pscript.stdlib")


class LogicError(Exception):
    """A logic module that cannot become JavaScript with the same meaning."""


def compile_all() -> dict[str, str]:
    """Compile every logic module of the app.

    Returns:
        The text of each ES module by file name, such as ``"opening.js"``.

    Raises:
        LogicError: If a module leaves the subset; the message names file, line and function.
    """
    return {
        f"{name}.js": compile_module(importlib.import_module(f"pwa_app.logic.{name}"))
        for name in NAMES
    }


def browser_modules() -> dict[str, str]:
    """Give the modules written by hand for what only the platform knows.

    Returns:
        The text of each ES module by file name, such as ``"wall_clock.js"``.
    """
    folder = files("pwa_app.logic") / "browser"
    found = [file for file in folder.iterdir() if file.name.endswith(".js")]
    return {file.name: file.read_text("utf-8") for file in sorted(found, key=lambda f: f.name)}


def compile_module(python_module: ModuleType) -> str:
    """Compile one logic module to an ES module that exports the functions in its ``__all__``.

    Args:
        python_module: An imported module whose source can be read.

    Returns:
        The text of the ES module, complete with the parts of PScript's library it uses.

    Raises:
        LogicError: If the module leaves the subset (see ``pwa_app.logic``) or has no ``__all__``
            of its own functions. Every problem found is named with file, line and function.
    """
    exports = ", ".join(sorted(python_module.__all__)) if hasattr(python_module, "__all__") else ""
    return f"{compile_script(python_module)}export {{ {exports} }};\n"


def compile_script(python_module: ModuleType) -> str:
    """Compile one logic module to plain statements, for a script that stands inside a page.

    Args:
        python_module: As for ``compile_module``.

    Returns:
        The functions and what they need, with nothing exported.

    Raises:
        LogicError: As for ``compile_module``.
    """
    name = python_module.__name__.replace(".", "/") + ".py"
    source = inspect.getsource(python_module)
    tree = ast.parse(source)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    exported: list[str] = sorted(getattr(python_module, "__all__", []))
    problems = [*problems_in(tree), *_module_problems(tree)]
    if not exported or not functions.issuperset(exported):
        problems.append((1, "__all__ must name functions of this module"))
    _refuse(name, tree, problems)
    script, parts = _translate(name, tree, _compilable(source, tree))
    header = f"// Made from {name}. Change that file, not this one."
    return "\n".join([header, *parts, script]) + "\n"


def _module_problems(tree: ast.Module) -> list[tuple[int, str]]:
    """Refuse statements of the module that are neither functions nor plain constants."""
    problems: list[tuple[int, str]] = []
    for node in tree.body:
        if isinstance(node, ast.Import) or (
            isinstance(node, ast.ImportFrom) and node.module not in TYPING_IMPORTS
        ):
            problems.append((node.lineno, "imports have no translation, but typing and __future__"))
        elif not _is_left_out(node) and not isinstance(
            node, ast.FunctionDef | ast.Assign | ast.AnnAssign
        ):
            problems.append((node.lineno, "a module holds only functions and constants"))
    return problems


def _is_left_out(node: ast.stmt) -> bool:
    """Tell whether a statement of the module is for Python only: docstrings, imports, names."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return any(isinstance(name, ast.Name) and name.id == "__all__" for name in node.targets)
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias"
    return isinstance(node, ast.Import | ast.ImportFrom)


def _compilable(source: str, tree: ast.Module) -> str:
    """Blank the statements left out, so that every other line keeps its number."""
    lines = source.splitlines()
    for node in filter(_is_left_out, tree.body):
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        lines[first:last] = [""] * (last - first)
    return "\n".join(lines) + "\n"


def _translate(name: str, tree: ast.Module, source: str) -> tuple[str, list[str]]:
    """Run PScript: give the script and the parts of PScript's library that it uses."""
    try:
        script = _pscript.py2js(source, inline_stdlib=False, docstrings=False)
    except (_pscript.JSError, RuntimeError) as error:
        raise LogicError(f"{name}: {error}") from error
    unknown = {used.partition(".")[0] for used in script.meta["vars_unknown"]}
    uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in unknown]
    _refuse(name, tree, [(use.lineno, f"{use.id} does not exist in JavaScript") for use in uses])
    parts = _library(script.meta["std_functions"], script.meta["std_methods"])
    return script.strip(), parts


def _library(functions: set[str], methods: set[str]) -> list[str]:
    """Give the parts of PScript's library that a module uses, with our own dict.get.

    PScript's also finds what every JavaScript object inherits, such as ``constructor``.
    """
    parts = [_stdlib.get_partial_std_lib(functions, methods - {"get"})]
    if "get" in methods:
        parts.append((files("pwa_app.logic") / "library" / "get.js").read_text("utf-8").strip())
    return [part for part in parts if part]


def _refuse(name: str, tree: ast.Module, problems: list[tuple[int, str]]) -> None:
    if problems:
        lines = [
            f"{name}:{line}: {_function_at(tree, line)}: {reason}"
            for line, reason in sorted(set(problems))
        ]
        raise LogicError("\n".join(lines))


def _function_at(tree: ast.Module, line: int) -> str:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0):
            return f"in {node.name}"
    return "in the module"
