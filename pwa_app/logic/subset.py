"""The check that a logic module keeps to the Python whose meaning survives in JavaScript.

PScript refuses what it cannot translate; what it translates into something else it lets pass.
This check refuses that too. The reasons come from reading PScript 0.8.1.
"""

import ast
from collections.abc import Iterator

Problem = tuple[int, str]
"""A line number and what is wrong there."""

REFUSED_NODES: dict[type[ast.AST], str] = {
    ast.Mod: "% takes another sign in JavaScript; write a - b * (a // b)",
    ast.Match: "match has no translation; use if and elif",
    ast.DictComp: "dict comprehensions have no translation; fill a dict in a loop",
    ast.SetComp: "sets have no translation; use a dict or a list",
    ast.Set: "sets have no translation; use a dict or a list",
    ast.GeneratorExp: "generators have no translation; use a list comprehension",
    ast.Yield: "generators have no translation; return a list",
    ast.YieldFrom: "generators have no translation; return a list",
    ast.NamedExpr: ":= has no translation; assign on a line of its own",
    ast.Try: "try behaves otherwise in JavaScript, where a missing key is no error; test first",
    ast.With: "with has no translation",
    ast.Assert: "assert finds an empty list true in JavaScript; raise an error",
    ast.Global: "global state has no place in a pure function",
    ast.Nonlocal: "nonlocal has no place in a pure function",
    ast.Starred: "* arguments and unpacking have no faithful translation",
    ast.Delete: "del of a list item leaves a hole in JavaScript; build a new value",
    ast.AsyncFunctionDef: "logic functions are not async",
    ast.ClassDef: "classes have no place here; use plain dicts",
}

REFUSED_CALLS = {
    "round": "round() rounds halves otherwise in JavaScript; write (2 * a + b) // (2 * b)",
    "divmod": "divmod() takes another sign in JavaScript; use // and a - b * (a // b)",
    "sum": "sum() of an empty list is an error in JavaScript; add up in a loop",
    "set": "sets have no translation; use a dict or a list",
    "format": "format specifications have no faithful translation",
    "repr": "repr() gives other text in JavaScript",
    "print": "logic functions do not print",
}

ORDERED_CALLS = ("sorted", "sort")
SEQUENCES = ("list", "tuple", "str", "Sequence")


def problems_in(tree: ast.AST) -> list[Problem]:
    """Find what would mean something else, or nothing, in JavaScript.

    Args:
        tree: A function, or a whole module, of a logic module.

    Returns:
        Line number and reason of each problem, in the order of the lines.
    """
    sequences = _names_of_sequences(tree)
    predicates = _names_of_predicates(tree)
    found: list[Problem] = []
    for node in ast.walk(tree):
        reasons = [
            *_reasons(node),
            *_test_reasons(node, predicates),
            *_membership_reasons(node, sequences),
        ]
        found += [(_line(node), reason) for reason in reasons]
        # An operator has no line of its own: its expression has.
        if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in REFUSED_NODES:
            found.append((node.lineno, REFUSED_NODES[type(node.op)]))
    return sorted(set(found))


def _line(node: ast.AST) -> int:
    place = node.target if isinstance(node, ast.comprehension) else node
    line: int = getattr(place, "lineno", 0)
    return line


def _reasons(node: ast.AST) -> Iterator[str]:
    if type(node) in REFUSED_NODES and isinstance(node, ast.stmt | ast.expr):
        yield REFUSED_NODES[type(node)]
    if isinstance(node, ast.Call):
        yield from _call_reasons(node)
    if isinstance(node, ast.FunctionDef):
        yield from _signature_reasons(node)
    if isinstance(node, ast.Slice):
        yield from _slice_reasons(node)
    if isinstance(node, ast.Dict) and not all(_may_be_text(key) for key in node.keys):
        yield "the keys of a dict are strings in JavaScript, and ** has no translation"
    if isinstance(node, ast.FormattedValue) and (node.format_spec or node.conversion != -1):
        yield "format specifications have no faithful translation"


def _call_reasons(call: ast.Call) -> Iterator[str]:
    name = _called_name(call)
    if name in REFUSED_CALLS:
        yield REFUSED_CALLS[name]
    if name == "split" and not call.args:
        yield "split() without a separator keeps empty words in JavaScript; name the separator"
    if name in ORDERED_CALLS:
        yield from _order_reasons(call)
    elif call.keywords:
        yield "arguments by name reach a JavaScript function as one object; give them by position"


def _order_reasons(call: ast.Call) -> Iterator[str]:
    keys = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
    if not keys:
        yield "a sort without key= orders numbers as text in JavaScript"
    if len(call.keywords) > len(keys):
        yield "reverse= swaps equal items in JavaScript; use a key of the other sign"
    if any(isinstance(key, ast.Lambda) and _is_sequence_display(key.body) for key in keys):
        yield "lists and tuples are compared as text in JavaScript; use one number or string"


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _signature_reasons(function: ast.FunctionDef) -> Iterator[str]:
    arguments = function.args
    if arguments.vararg or arguments.kwarg or arguments.kwonlyargs:
        yield "*, ** and keyword-only parameters have no faithful translation"
    if function.decorator_list:
        yield "decorators have no translation"


def _slice_reasons(node: ast.Slice) -> Iterator[str]:
    if any(isinstance(bound, ast.UnaryOp) for bound in (node.lower, node.upper)):
        yield "a slice with a negative bound; count from len(xs)"
    if node.step is not None:
        yield "a slice with a step has no translation; use a loop"


def _may_be_text(key: ast.expr | None) -> bool:
    if isinstance(key, ast.Constant):
        return isinstance(key.value, str)
    return key is not None


def _test_reasons(node: ast.AST, predicates: set[str]) -> Iterator[str]:
    if isinstance(node, ast.While) and not _is_plain_test(node.test, predicates):
        yield "while finds an empty list true in JavaScript; write a comparison"
    if isinstance(node, ast.comprehension) and not all(
        _is_plain_test(test, predicates) for test in node.ifs
    ):
        yield "if in a comprehension finds an empty list true in JavaScript; write a comparison"


def _is_plain_test(test: ast.expr, predicates: set[str]) -> bool:
    """Tell whether a test gives a real boolean, so that both languages agree on it."""
    if isinstance(test, ast.BoolOp):
        return all(_is_plain_test(value, predicates) for value in test.values)
    if isinstance(test, ast.UnaryOp):
        return isinstance(test.op, ast.Not)
    if isinstance(test, ast.Call):
        return _called_name(test) in predicates
    return isinstance(test, ast.Compare) or (
        isinstance(test, ast.Constant) and isinstance(test.value, bool)
    )


def _names_of_predicates(tree: ast.AST) -> set[str]:
    """Collect the functions that say they give a boolean."""
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "bool"
    }


def _membership_reasons(node: ast.AST, sequences: set[str]) -> Iterator[str]:
    if not isinstance(node, ast.Compare):
        return
    for operator, right in zip(node.ops, node.comparators, strict=True):
        if isinstance(operator, ast.In | ast.NotIn) and not _is_sequence(right, sequences):
            yield (
                "in is a slow loop over a dict in JavaScript: write d.get(key) is None, "
                "or annotate the name as a list, tuple or str"
            )
        if isinstance(operator, ast.Is | ast.IsNot) and not _is_none(right):
            yield "is compares otherwise in JavaScript; use it with None only"


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_sequence_display(node: ast.expr | None) -> bool:
    return isinstance(node, ast.List | ast.Tuple | ast.ListComp)


def _is_sequence(node: ast.expr | None, sequences: set[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in sequences
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    return _is_sequence_display(node)


def _names_of_sequences(tree: ast.AST) -> set[str]:
    """Collect the names that are lists, tuples or strings everywhere they are bound."""
    kinds: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            kinds.setdefault(node.arg, []).append(_annotates_sequence(node.annotation))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            kinds.setdefault(node.target.id, []).append(_annotates_sequence(node.annotation))
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    kinds.setdefault(target.id, []).append(_is_sequence(node.value, set()))
    return {name for name, bound in kinds.items() if all(bound)}


def _annotates_sequence(annotation: ast.expr | None) -> bool:
    outer = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return isinstance(outer, ast.Name) and outer.id in SEQUENCES
