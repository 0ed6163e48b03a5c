"""The line of each key of a TOML text."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from pwa_app.content.toml_lines import KeyPath, lines_of_keys

TEXT = '''\
# a comment with a "quote
title = "A # in text"   # and a comment
list = [
  "one",  # ]
  'two',

  { a = 1, "b c" = [2,
     3] },
]
long = """
x = 1
[[not.a.table]] \\"""
"""
raw = \'\'\'
it's ""\'\'\'
a.b = 2026-11-23 10:00:00
[table.inner]
key = true
[[services]]
id = "x"
[[services.channels]]
type = "call"
[[services.channels]]
type = "sms"
[[services]]
id = "y"
[[services.channels]]
type = "web"
'''


def test_every_key_and_item_has_its_line() -> None:
    tomllib.loads(TEXT)
    lines = lines_of_keys(TEXT)
    expected: dict[KeyPath, int] = {
        ("title",): 2,
        ("list",): 3,
        ("list", 0): 4,
        ("list", 1): 5,
        ("list", 2, "a"): 7,
        ("list", 2, "b c", 1): 8,
        ("long",): 10,
        ("raw",): 14,
        ("a", "b"): 16,
        ("table", "inner"): 17,
        ("table", "inner", "key"): 18,
        ("services", 0): 19,
        ("services", 0, "channels", 1, "type"): 24,
        ("services", 1, "id"): 26,
        ("services", 1, "channels", 0, "type"): 28,
    }
    assert {path: lines.get(path) for path in expected} == expected


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9),
        max_size=6,
    )
)
def test_strings_never_hide_a_line(texts: list[str]) -> None:
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in texts]
    text = "list = [\n" + "".join(f'"{item}",\n' for item in quoted) + "]\nlast = 1\n"
    lines = lines_of_keys(text)
    assert [lines["list", position] for position in range(len(texts))] == [
        position + 2 for position in range(len(texts))
    ]
    assert lines["last",] == len(texts) + 3
