"""A page keeps every rule that can hold for it, and no rule for a class that nothing has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.critical import SMALLEST_SECTION, compact, needed_rules, sections


@pytest.mark.parametrize(
    ("rule", "stays"),
    [
        (".a{color:red}", True),
        (".b{color:red}", False),
        ("p,.b{color:red}", True),
        (".a .b{color:red}", False),
        (".a.a>p:hover{color:red}", True),
        ("p:not(.b){color:red}", True),
        (":is(.b,p) a{color:red}", True),
        ("main:has(.b:not(.c)){color:red}", True),
        ('a[href=".b"]{color:red}', True),
        (r".b\:c{color:red}", True),
        ("html[data-theme=dark]{color:red}", True),
        ("@media (width<=40rem){.a{margin:.5rem}}", True),
        ("@media (width<=40rem){.b{margin:.5rem}}", False),
        ("@supports (gap:1px){@media print{.b{margin:0}}}", False),
        ("@keyframes b{0%{opacity:0}to{opacity:1}}", True),
        ("@font-face{font-family:b}", True),
        ("@layer base;", True),
        ('@import url("b.css");', True),
        (":root{--b:{.c}}", True),
        ('.a:after{content:"} .b{"}', True),
        ('.b:after{content:"} .a{"}', False),
    ],
)
def test_a_rule_stays_where_it_can_hold(rule: str, stays: bool) -> None:
    after = "p{margin:0}"
    assert needed_rules(rule + after, {"a"}) == (rule if stays else "") + after


def test_of_a_group_only_what_is_needed_stays() -> None:
    styles = "@media print{.a{margin:0}.b{margin:0}}"
    assert needed_rules(styles, {"a"}) == "@media print{.a{margin:0}}"


RULES = st.lists(
    st.builds(
        "{}{{color:red}}".format,
        st.lists(st.sampled_from([".a", ".b", ".c", "p", "#d", "[e]"]), min_size=1).map(">".join),
    ),
    max_size=8,
)


@given(RULES, st.sets(st.sampled_from("abc")))
def test_what_stays_is_in_its_order_and_asks_for_nothing_that_is_not_there(
    rules: list[str], classes: set[str]
) -> None:
    wanted = [r for r in rules if all(f".{c}" not in r for c in set("abc") - classes)]
    assert needed_rules("".join(rules), classes) == "".join(wanted)


@given(RULES)
def test_with_every_class_there_the_sheet_stays_whole(rules: list[str]) -> None:
    assert needed_rules("".join(rules), set("abc")) == "".join(rules)


def test_neighbours_share_their_styles_and_the_first_page_has_its_own() -> None:
    folder = {Path(f"a/{at}/index.html"): {f"a{at}"} for at in range(SMALLEST_SECTION)}
    single = {Path("b/index.html"): {"b"}, Path("c/index.html"): {"c"}}
    found = sections({Path("index.html"): {"first"}} | folder | single)
    assert found[Path("index.html")] == {"first"}
    assert found[Path("a/0/index.html")] == {f"a{at}" for at in range(SMALLEST_SECTION)}
    assert found[Path("b/index.html")] == {"b", "c"}


def test_a_compact_sheet_has_no_comments_and_keeps_its_strings() -> None:
    styles = '/* why */\n.a > p {\n  margin: 0  auto;\n  content: "a  { b /* c */";\n}\n'
    assert compact(styles) == '.a > p{margin: 0 auto;content: "a  { b /* c */";}'
