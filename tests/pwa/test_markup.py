"""A page is changed in single places only, and read as a browser reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.markup import Edit, edited, elements, end_of

PAGE = (
    '<!DOCTYPE html><html><head><meta charSet="utf-8"/>\n<style>a > b { }</style></head>'
    '<body><!--$--><p title="a > b">é &amp; <b hidden>x</b></p>\n'
    '<script type="module">if (1 < 2) "</p>";</script><!--/$--></body></html>'
)


def test_elements_are_found_where_they_are() -> None:
    found = elements(PAGE)
    assert [element.name for element in found] == [
        *("html", "head", "meta", "style", "body", "p", "b", "script")
    ]
    meta, style, script = found[2], found[3], found[-1]
    assert PAGE[meta.start : meta.end] == '<meta charSet="utf-8"/>'
    assert meta.attributes == {"charset": "utf-8"}
    assert style.text == "a > b { }"
    assert script.text == 'if (1 < 2) "</p>";'
    assert PAGE[script.start : script.end].endswith("</script>")
    assert found[6].attributes == {"hidden": None}


def test_the_end_of_the_head_is_found() -> None:
    assert PAGE[end_of(PAGE, "head") :].startswith("</head>")
    with pytest.raises(ValueError, match="no </head>"):
        end_of("<p></p>", "head")


def test_a_script_that_never_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="never closed"):
        elements("<p></p><script>let a = 1;")


@given(st.text(alphabet="ab \n<>/p"), st.integers(0, 20), st.text(alphabet="xy"))
def test_only_the_edited_place_changes(text: str, at: int, new: str) -> None:
    at = min(at, len(text))
    end = min(at + 2, len(text))
    result = edited(text, [Edit(at, end, new)])
    assert result == text[:at] + new + text[end:]


def test_no_edit_leaves_every_character() -> None:
    assert edited(PAGE, []) == PAGE
