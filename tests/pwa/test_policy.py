"""The policy allows exactly what a page holds, and names what it cannot allow."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.policy import Inline, inline_of, offences, policy, source_hash

PAGE = (
    "<head><style>p{}</style><script>one()</script>"
    '<script src="/a.js"></script><script type="application/json">{"a":1}</script></head>'
)


def directives(text: str) -> dict[str, list[str]]:
    """Return a policy's directives and their sources."""
    return {words[0]: words[1:] for words in (part.split() for part in text.split(";"))}


@given(st.text())
def test_a_hash_is_the_sha_256_of_the_text_in_utf_8(text: str) -> None:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert source_hash(text) == f"'sha256-{digest}'"


def test_scripts_that_run_and_styles_are_allowed_by_their_hashes_and_nothing_else() -> None:
    found = inline_of(PAGE)
    assert found == Inline(frozenset({source_hash("one()")}), frozenset({source_hash("p{}")}))
    allowed = directives(policy(found, extra={}, header=False))
    assert allowed["script-src"] == ["'self'", source_hash("one()")]
    assert allowed["style-src"] == ["'self'", source_hash("p{}")]
    assert allowed["default-src"] == allowed["connect-src"] == ["'self'"]
    assert allowed["object-src"] == allowed["base-uri"] == ["'none'"]
    assert not any("unsafe" in text for sources in allowed.values() for text in sources)


def test_only_the_header_says_who_may_frame_the_page() -> None:
    assert "frame-ancestors" not in directives(policy(Inline(), extra={}, header=False))
    assert directives(policy(Inline(), extra={}, header=True))["frame-ancestors"] == ["'none'"]


def test_an_app_may_allow_more() -> None:
    text = policy(Inline(), extra={"script-src": ["'wasm-unsafe-eval'"]}, header=False)
    assert directives(text)["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_the_order_of_pages_does_not_change_the_policy() -> None:
    one, two = Inline(frozenset({"'sha256-b'"})), Inline(frozenset({"'sha256-a'"}))
    assert policy(one | two, extra={}, header=True) == policy(two | one, extra={}, header=True)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<p style="color:red">', "style attribute on <p>"),
        ("<style data-emotion='css'>a{}</style>", "style prop"),
        ('<button onclick="go()">', "onclick"),
        ('<a href=" JavaScript:go()">', "javascript:"),
    ],
)
def test_what_the_policy_would_block_is_named(html: str, reason: str) -> None:
    assert [found for found in offences(html) if reason in found]


def test_a_good_page_has_no_offences() -> None:
    assert offences(PAGE) == []
