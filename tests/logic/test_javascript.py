import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pwa_app.logic import opening
from pwa_app.logic.javascript import LogicError, browser_modules, compile_all, compile_module

RunModule = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
MakeModule = Callable[[str], ModuleType]


@pytest.fixture
def make_module(tmp_path: Path) -> MakeModule:
    """Import a module from its text."""

    def make(source: str) -> ModuleType:
        file = tmp_path / "sample.py"
        file.write_text(source)
        spec = importlib.util.spec_from_file_location("sample", file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return make


def with_body(*lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return f'__all__ = ["sample"]\n\n\ndef sample(a, b):\n{body}\n'


def exported_names(text: str) -> list[str]:
    [names] = re.findall(r"^export \{ (.*) \};$", text, flags=re.MULTILINE)
    return str(names).split(", ")


def test_a_compiled_module_names_its_source_and_exports_only_its_public_functions() -> None:
    text = compile_module(opening)
    assert text.startswith("// Made from pwa_app/logic/opening.py.")
    assert exported_names(text) == sorted(opening.__all__)


def test_all_modules_come_by_file_name() -> None:
    assert sorted(compile_all()) == [
        "backup.js",
        "breathing.js",
        "calendar_file.js",
        "contacts.js",
        "country.js",
        "days.js",
        "directory.js",
        "finder.js",
        "grounding.js",
        "hope_box.js",
        "log_choices.js",
        "log_days.js",
        "log_file.js",
        "log_search.js",
        "opening.js",
        "over_time.js",
        "passcode.js",
        "plan.js",
        "ranking.js",
        "rhythm.js",
        "search.js",
        "table_text.js",
        "together.js",
        "urge_clock.js",
        "week_table.js",
    ]
    assert sorted(browser_modules()) == ["fold.js", "wall_clock.js"]


def test_every_build_gives_the_same_bytes() -> None:
    program = (
        "import sys; from pwa_app.logic.javascript import browser_modules, compile_all;"
        "sys.stdout.write(repr([compile_all(), browser_modules()]))"
    )
    builds = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert builds == {repr([compile_all(), browser_modules()]).encode()}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("return a % b", "% takes another sign"),
        ("return '%s' % a", "% takes another sign"),
        ("a %= b", "% takes another sign"),
        ("return round(a)", r"round\(\) rounds halves otherwise"),
        ("return divmod(a, b)", r"divmod\(\) takes another sign"),
        ("return sum(a)", r"sum\(\) of an empty list"),
        ("return a[-2:]", "negative bound"),
        ("return a[:-1]", "negative bound"),
        ("return a[::2]", "slice with a step"),
        ("return a in b", "in is a slow loop"),
        ("return a in {'x': 1}", "in is a slow loop"),
        ("return a not in b.keys()", "in is a slow loop"),
        ("return a is b", "with None only"),
        ("return {x: 1 for x in a}", "dict comprehensions"),
        ("return {1, 2}", "sets have no translation"),
        ("return [*a, *b]", "unpacking"),
        ("return any(x > 1 for x in a)", "generators"),
        ("return [x for x in a if x]", "empty list true"),
        ("while a: a = b", "empty list true"),
        ("return (c := a)", ":= has no translation"),
        ("return sorted(a)", "without key="),
        ("return sorted(a, key=len, reverse=True)", "reverse= swaps equal items"),
        ("return sorted(a, key=lambda x: (x, 1))", "compared as text"),
        ("return a.split()", "without a separator"),
        ("return sample(a, b=b)", "by position"),
        ("return f'{a:02}'", "format specifications"),
        ("return {1: a}", "keys of a dict are strings"),
        ("return {**a}", "has no translation"),
        ("del a[0]", "leaves a hole"),
        ("return len_of(a)", "len_of does not exist in JavaScript"),
    ],
)
def test_what_would_mean_something_else_is_refused_with_its_place(
    make_module: MakeModule, line: str, reason: str
) -> None:
    module = make_module(with_body("c = 1", line, "return c"))
    with pytest.raises(LogicError, match=rf"^sample\.py:6: in sample: .*{reason}"):
        compile_module(module)


@pytest.mark.parametrize(
    "lines",
    [
        ("match a:", "    case 1:", "        return b"),
        ("try:", "    return a[b]", "except KeyError:", "    return b"),
        ("with a:", "    return b"),
        ("class C:", "    pass"),
    ],
)
def test_statements_without_a_translation_are_refused(
    make_module: MakeModule, lines: tuple[str, ...]
) -> None:
    with pytest.raises(LogicError, match=r"^sample\.py:5: in sample: "):
        compile_module(make_module(with_body(*lines)))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def f():\n    return 1\n", "__all__ must name functions"),
        ("__all__ = ['X']\nX = 1\n", "__all__ must name functions"),
        ("import math\n__all__ = ['f']\ndef f():\n    return 1\n", "imports"),
        ("__all__ = ['f']\nif True:\n    X = 1\ndef f():\n    return 1\n", "only functions"),
        ("__all__ = ['f']\ndef f(*, a):\n    return a\n", "keyword-only"),
        ("__all__ = ['f']\ndef f(a):\n    delete = a\n    return delete\n", "reserved name delete"),
    ],
)
def test_modules_of_another_shape_are_refused(
    make_module: MakeModule, source: str, reason: str
) -> None:
    with pytest.raises(LogicError, match=reason):
        compile_module(make_module(source))


def test_every_problem_of_a_module_is_named_at_once(make_module: MakeModule) -> None:
    module = make_module(with_body("c = a % b", "return round(c)"))
    with pytest.raises(LogicError) as caught:
        compile_module(module)
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
        "sample.py:5",
        "sample.py:6",
    ]


def test_an_inherited_name_is_not_a_key_in_either_runtime(
    make_module: MakeModule, run_module: RunModule
) -> None:
    module = make_module(with_body("return a.get(b, 0)"))
    calls: list[tuple[dict[str, int], str]] = [
        ({}, "constructor"),
        ({"constructor": 2}, "constructor"),
        ({}, "__proto__"),
    ]
    assert [module.sample(*call) for call in calls] == [0, 2, 0]
    assert run_module(compile_module(module), "sample", calls) == [0, 2, 0]


def test_types_constants_and_private_functions_compile(
    make_module: MakeModule, run_module: RunModule
) -> None:
    source = '''"""A sample."""

from typing import Any, TypeAlias

__all__ = ["sample"]

Row: TypeAlias = dict[str, Any]
WORDS = ["calm", "tired"]


def sample(rows: list[Row], word: str) -> list[str]:
    """Say it."""
    names: list[str] = [row["name"] for row in rows if _known(row["name"], word)]
    return sorted(names, key=lambda name: len(name))


def _known(name: str, word: str) -> bool:
    return name in WORDS or name == word
'''
    module = make_module(source)
    rows = [{"name": "tired"}, {"name": "glad"}, {"name": "calm"}, {"name": "low"}]
    assert module.sample(rows, "low") == ["low", "calm", "tired"]
    text = compile_module(module)
    assert exported_names(text) == ["sample"]
    assert run_module(text, "sample", [(rows, "low")]) == [["low", "calm", "tired"]]
