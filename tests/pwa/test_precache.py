"""The service worker keeps every page and asset, each known by its content."""

import base64
import hashlib
import json
from pathlib import Path, PurePosixPath

import pytest

from pwa_app.pwa.packs import FOLDER, packs_of, write_packs
from pwa_app.pwa.precache import (
    is_kept,
    kept_files,
    precache_list,
    with_last_page,
    with_precache_list,
)


def fill(folder: Path, files: dict[str, str]) -> None:
    """Write files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["_headers", "sw.js", "a.js.map", "a.html.br", "a.css.gz", "__spa-fallback.html", "shot.png"],
)
def test_what_no_page_needs_is_left_out(name: str) -> None:
    assert not is_kept(PurePosixPath(name), frozenset({"shot.png"}))


def test_a_folder_can_be_left_out() -> None:
    assert not is_kept(PurePosixPath("shots/a.png"), frozenset({"shots"}))
    assert is_kept(PurePosixPath("shot/a.png"), frozenset({"shots"}))


def test_a_revision_changes_with_the_content_and_only_with_it(tmp_path: Path) -> None:
    fill(tmp_path, {"icon.svg": "one", "assets/a-1.wasm": "x", "b.txt": "two"})
    before = precache_list(kept_files(tmp_path), [])
    assert before == precache_list(kept_files(tmp_path), [])
    fill(tmp_path, {"icon.svg": "changed"})
    after = precache_list(kept_files(tmp_path), [])
    changed = [new["url"] for new in after if new not in before]
    assert changed == ["icon.svg"]
    digest = base64.b64encode(hashlib.sha256(b"x").digest()).decode()
    assert {"url": "assets/a-1.wasm", "revision": None, "integrity": f"sha256-{digest}"} in after


def test_packs_of_an_earlier_build_are_not_taken_for_files_of_the_site(tmp_path: Path) -> None:
    fill(tmp_path, {"index.html": "one"})
    files = kept_files(tmp_path)
    write_packs(tmp_path, packs_of(files))
    assert list((tmp_path / FOLDER).iterdir())
    assert kept_files(tmp_path) == files


def test_the_list_takes_its_place_in_the_worker() -> None:
    entries = [{"url": "./", "revision": "r", "integrity": "i"}]
    worker = with_precache_list("list(self.__WB_MANIFEST);", entries)
    assert json.loads(worker.removeprefix("list(").removesuffix(");")) == entries
    with pytest.raises(ValueError, match="exactly once"):
        with_precache_list("nothing", entries)


def test_the_last_page_takes_its_place_in_the_worker_whatever_it_holds() -> None:
    html = '<h1 title="a">You’re not alone</h1>'
    assert json.loads(with_last_page("self.__LAST_PAGE", html)) == html
