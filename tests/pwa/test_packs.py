"""Small files are packed by section, each into one pack, and always in the same way."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.packs import (
    CONTENT_TYPES,
    LARGEST_PACKED,
    REST,
    SMALLEST_SECTION,
    Pack,
    address,
    is_packed,
    packs_of,
    write_packs,
)
from pwa_app.pwa.precache import entry, precache_list

PAGE = b"<!doctype html>" + b"x" * (SMALLEST_SECTION // 4)


def site_of(*names: str, content: bytes = PAGE) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(name): name.encode() + content for name in names}


SITE = {
    **site_of("index.html", "404.html", "about/index.html", "styles/one.css", content=b""),
    **site_of(*(f"cards/{n}/index.html" for n in range(5)), "cards/index.html"),
    **site_of(*(f"help/{n}/index.html" for n in range(4))),
    **site_of(*(f"assets/page-{n}.js" for n in range(9)), content=b"y" * (LARGEST_PACKED // 2)),
    **site_of("assets/shared.js", content=b"y" * LARGEST_PACKED),
    **site_of("icon.svg", "manifest.webmanifest", content=b""),
}


def files_in(pack: Pack) -> list[tuple[str, str, str]]:
    return [(where, kind, text) for where, kind, text in json.loads(pack.content)]


def named(packs: list[Pack]) -> dict[str, list[str]]:
    return {pack.name: [str(path) for path in pack.files] for pack in packs}


def test_pages_are_kept_by_their_folder_s_address() -> None:
    assert address(PurePosixPath("index.html")) == "./"
    assert address(PurePosixPath("a/b/index.html")) == "a/b/"
    assert address(PurePosixPath("404.html")) == "404.html"
    assert address(PurePosixPath("assets/a.js")) == "assets/a.js"


@pytest.mark.parametrize(
    ("name", "size", "packed"),
    [
        ("a/index.html", LARGEST_PACKED * 2, True),
        ("assets/a.js", LARGEST_PACKED - 1, True),
        ("assets/a.css", LARGEST_PACKED - 1, True),
        ("assets/a.js", LARGEST_PACKED, False),
        ("404.html", 1, False),
        ("icon.svg", 1, False),
        ("icons/a.png", 1, False),
        ("manifest.webmanifest", 1, False),
        ("data.json", 1, False),
    ],
)
def test_pages_and_small_scripts_and_styles_are_packed(name: str, size: int, packed: bool) -> None:
    assert is_packed(PurePosixPath(name), size) is packed


def test_a_folder_with_much_in_it_has_a_pack_and_the_rest_share_one() -> None:
    packs = named(list(packs_of(SITE)))
    assert set(packs) == {REST, "assets", "cards", "help"}
    assert packs[REST] == ["about/index.html", "index.html", "styles/one.css"]
    assert packs["cards"] == ["cards/0/index.html", *packs["cards"][1:]]
    assert "assets/shared.js" not in packs["assets"]


def test_a_page_s_own_script_is_in_the_pack_of_its_page_so_that_they_change_together() -> None:
    script = PurePosixPath("assets/_cards_._3_._index-1a2b3c4d.js")
    small = PurePosixPath("assets/_about_._index-1a2b3c4d.js")
    packs = named(list(packs_of({**SITE, script: b"1", small: b"2"})))
    assert str(script) in packs["cards"]
    assert str(small) in packs[REST]


def test_the_pack_with_the_first_page_comes_first_then_smaller_ones() -> None:
    first, *others = packs_of(SITE)
    assert "./" in [where for where, _, _ in files_in(first)]
    assert [pack.name for pack in others] == ["help", "assets", "cards"]


def test_the_list_begins_with_the_first_page_and_goes_on_with_what_is_in_no_pack() -> None:
    packs = packs_of(SITE)
    listed = [line["url"] for line in precache_list(SITE, packs)]
    loose = ["404.html", "assets/shared.js", "icon.svg", "manifest.webmanifest"]
    assert listed == [str(packs[0].path), *loose, *(str(pack.path) for pack in packs[1:])]


def test_a_pack_says_where_each_file_is_what_it_is_and_what_it_holds() -> None:
    site = {
        PurePosixPath("index.html"): "<p>Größe\r\n\u2028</p>".encode(),
        PurePosixPath("a/b.js"): b"1",
        PurePosixPath("c.css"): b"\n",
    }
    (pack,) = packs_of(site)
    assert files_in(pack) == [
        ("a/b.js", "text/javascript; charset=utf-8", "1"),
        ("c.css", "text/css; charset=utf-8", "\n"),
        ("./", "text/html; charset=utf-8", "<p>Größe\r\n\u2028</p>"),
    ]


def test_a_text_that_is_not_utf_8_stops_the_build() -> None:
    with pytest.raises(UnicodeDecodeError):
        packs_of({PurePosixPath("index.html"): b"\xff"})


def test_a_change_of_one_card_changes_the_pack_of_the_cards_and_no_other() -> None:
    before = packs_of(SITE)
    changed = {**SITE, PurePosixPath("cards/3/index.html"): PAGE + b"new"}
    after = packs_of(changed)
    assert [pack.name for pack in after if pack not in before] == ["cards"]
    old, new = precache_list(SITE, before), precache_list(changed, after)
    assert [line["pack"] for line in new if line not in old] == ["cards"]
    assert len(new) == len(old)


def test_a_pack_s_entry_is_known_by_its_content() -> None:
    pack = packs_of(SITE)[0]
    (line,) = [line for line in precache_list(SITE, [pack]) if "pack" in line]
    assert line == {**entry(pack.path, pack.content), "pack": REST}
    assert line["revision"] is None
    assert replace(pack, content=b"[]").path != pack.path


def test_packs_take_the_place_of_older_ones(tmp_path: Path) -> None:
    write_packs(tmp_path, packs_of(SITE))
    packs = packs_of({**SITE, PurePosixPath("index.html"): b"changed"})
    write_packs(tmp_path, packs)
    written = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.json")}
    assert written == {str(pack.path) for pack in packs}


NAMES = st.lists(
    st.sampled_from(["a", "_a_._index", "rest", "assets", "index"]), min_size=1, max_size=3
)
FILES = st.dictionaries(
    st.builds(
        lambda parts, ending: PurePosixPath(*parts[:-1], parts[-1] + ending),
        NAMES,
        st.sampled_from([*CONTENT_TYPES, ".png"]),
    ),
    st.sampled_from([0, 9, LARGEST_PACKED, SMALLEST_SECTION]).map(lambda size: b"x" * size),
)


@given(FILES)
def test_every_file_is_in_one_pack_or_stays_by_itself(
    files: dict[PurePosixPath, bytes],
) -> None:
    packs = packs_of(files)
    lines = precache_list(files, packs)
    found = Counter(where for pack in packs for where, _, _ in files_in(pack))
    found.update(line["url"] or "" for line in lines if "pack" not in line)
    assert found == Counter(address(path) for path in files)
    assert len({pack.name for pack in packs}) == len(packs)


@given(FILES)
def test_the_order_in_which_files_are_found_makes_no_difference(
    files: dict[PurePosixPath, bytes],
) -> None:
    assert packs_of(dict(reversed(files.items()))) == packs_of(files)
