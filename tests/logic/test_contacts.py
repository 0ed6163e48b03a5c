from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.contacts import contact_file

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

texts = st.text("aé本,;:\\\n\r. ", max_size=12)
services = st.lists(
    st.fixed_dictionaries(
        {
            "name": texts,
            "note": texts,
            "numbers": st.lists(
                st.fixed_dictionaries(
                    {
                        "number": st.sampled_from(["988", "116123", "+14422983263", "*0767"]),
                        "kind": st.sampled_from(["voice", "cell"]),
                    }
                ),
                max_size=3,
            ),
        }
    ),
    max_size=4,
)


def test_a_contact_has_its_name_its_numbers_in_order_and_what_to_text() -> None:
    line = {
        "name": "Text About It; day, night",
        "numbers": [
            {"number": "50808", "kind": "cell"},
            {"number": "1800247247", "kind": "voice"},
        ],
        "note": "Text HELLO to 50808",
    }
    assert contact_file([line]).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Text About It\\; day\\, night",
        "N:Text About It\\; day\\, night;;;;",
        "TEL;TYPE=CELL,PREF:50808",
        "TEL;TYPE=VOICE:1800247247",
        "NOTE:Text HELLO to 50808",
        "END:VCARD",
        "",
    ]


def test_several_services_become_several_contacts_in_their_order() -> None:
    listed = [{"name": name, "numbers": [], "note": ""} for name in ("One", "Two")]
    text = contact_file(listed)
    assert [line for line in text.split("\r\n") if line.startswith("FN:")] == ["FN:One", "FN:Two"]
    assert "NOTE" not in text


@given(services)
def test_nothing_in_a_name_can_begin_a_line_of_its_own(listed: list[dict[str, Any]]) -> None:
    known = ("BEGIN:", "VERSION:", "FN:", "N:", "TEL;", "NOTE:", "END:")
    lines = contact_file(listed).split("\r\n")[:-1]
    assert all(line.startswith(known) for line in lines if line)
    assert not any("\n" in line or "\r" in line for line in lines)
    assert sum(line == "END:VCARD" for line in lines) == len(listed)


@given(st.lists(services, min_size=5, max_size=15))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_write_the_same_file(
    in_browser: InBrowser, lists: list[list[dict[str, Any]]]
) -> None:
    calls = [[listed] for listed in lists]
    assert in_browser("contacts.js", "contact_file", calls) == [contact_file(x) for x in lists]
