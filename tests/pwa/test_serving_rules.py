"""The rules behind the server: which names are hashes, and the syntax of ``_headers``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.serving.caching import is_content_hashed
from pwa_app.pwa.serving.headers_file import HeadersFileError, headers_for, parse_headers
from pwa_app.pwa.serving.media_types import media_type
from pwa_app.pwa.serving.negotiation import choose_encoding, etag_matches


@pytest.mark.parametrize(
    "path",
    [
        "/assets/entry.client-Cuv6UKoY.js",
        "/assets/components-BkVO-4Gy.js",
        "/assets/_about_._index-Bp39BaiA.js",
        "/assets/manifest-7479e5b1.js",
        "/assets/lib--_F0UzKK.js.map",
        "/es/assets/fonts/body-DPGfMsSn.woff2",
    ],
)
def test_names_as_vite_makes_them_are_hashed(path: str) -> None:
    assert is_content_hashed(path)


@pytest.mark.parametrize(
    "path",
    [
        "/entry.client-Cuv6UKoY.js",
        "/assets/",
        "/assets/index.js",
        "/assets/logo-original.svg",
        "/assets/logo-Original.svg",
        "/assets/logo-ORIGINAL.svg",
        "/assets/a-big-icon.svg",
        "/assets/photo-20260131.jpg",
        "/assets/photo-2026-1-1.jpg",
        "/assets/shot-1280x720.png",
        "/assets/short-Cuv6UKo.js",
        "/assets/Cuv6UKoY.js",
        "/assets/dir-Cuv6UKoY.js/index.html",
        "/myassets/entry-Cuv6UKoY.js",
        "/assets/entry-Cuv6UKoY.js\n",
    ],
)
def test_names_made_by_people_are_not_hashed(path: str) -> None:
    assert not is_content_hashed(path)


HEADERS = """
# a comment
/*
  X-Frame-Options: DENY
  Permissions-Policy: camera=(), geolocation=()

/es/*
  Content-Language: es
/assets/*.js
\tCache-Control: public, max-age=31536000, immutable
/about/
  X-Frame-Options: SAMEORIGIN\r
"""


def test_rules_fit_whole_paths_and_add_up() -> None:
    rules = parse_headers(HEADERS)
    everywhere = {"x-frame-options": "DENY", "permissions-policy": "camera=(), geolocation=()"}
    assert headers_for("/", rules) == everywhere
    assert headers_for("/about", rules) == everywhere
    assert headers_for("/es/plan/", rules) == everywhere | {"content-language": "es"}
    assert headers_for("/es", rules) == everywhere
    assert "cache-control" in headers_for("/assets/a/b.js", rules)
    assert "cache-control" not in headers_for("/assets/a.css", rules)
    assert headers_for("/about/", rules)["x-frame-options"] == "DENY, SAMEORIGIN"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  X-A: b", "line 1: this header comes before any path"),
        ("/*\nX-A: b", "line 2: a path must begin with '/'"),
        ("https://example.org/*\n X-A: b", "line 1: a path must begin with '/'"),
        ("/*/x/*\n X-A: b", "line 1: a path may have one"),
        ("/cards/:slug/\n X-A: b", "line 1: placeholders"),
        ("/*\n\n X-A b", "line 3: a header must read"),
        ("/*\n X-A:", "line 2: a header must read"),
        ("/*\n X A: b", "line 2: a header must read"),
        ("/*\n ! X-A", "line 2: a header must read"),
        ("/*\n X-A: é", "line 2: a header's value must be plain ASCII"),
        ("/*\n X-A: a\rSet-Cookie: b", "line 2: a header's value must be plain ASCII"),
        ("/*\n Content-Length: 3", "line 2: only the server can set 'content-length'"),
    ],
)
def test_a_wrong_line_is_named_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(HeadersFileError, match=reason):
        parse_headers(text)


@given(st.lists(st.sampled_from(["/a*", " X-A: b", ":", "*", "#", "\r", "\n"]) | st.text()))
def test_any_headers_file_is_read_or_refused(pieces: list[str]) -> None:
    try:
        rules = parse_headers("\n".join(pieces))
    except HeadersFileError:
        return
    for name, value in headers_for("/a", rules).items():
        assert name.isascii()
        assert value.isprintable()


@given(st.text(), st.sets(st.sampled_from(["br", "gzip"])))
def test_any_accept_encoding_gets_something_there_is(accepted: str, available: set[str]) -> None:
    assert choose_encoding(accepted, sorted(available)) in {*available, "identity"}


@given(st.text())
def test_a_tag_matches_itself_whatever_stands_beside_it(other: str) -> None:
    tag = '"0123abcd"'
    assert etag_matches(tag, tag)
    assert etag_matches(f"W/{tag}, {other}", tag)
    assert not etag_matches(None, tag)


def test_an_unknown_ending_is_bytes() -> None:
    assert media_type("LICENSE") == "application/octet-stream"
    assert media_type("PHOTO.JPG") == "image/jpeg"
