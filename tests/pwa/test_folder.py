"""The export is brought into the shape it is published in."""

from pathlib import Path

import pytest

from pwa_app.pwa.folder import (
    FolderError,
    gather,
    remove_leftovers,
    take_not_found_page,
    write_not_found_page,
)


def fill(folder: Path, *names: str) -> None:
    """Write files that hold their own names."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def files(folder: Path) -> set[str]:
    """Return the paths of all files."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_at_the_root_stays_where_it_is(tmp_path: Path) -> None:
    fill(tmp_path, "index.html", "assets/a.js")
    assert gather(tmp_path, "") == tmp_path
    assert files(tmp_path) == {"index.html", "assets/a.js"}


def test_a_site_below_a_path_gets_everything_there(tmp_path: Path) -> None:
    fill(tmp_path, "app/es/index.html", "app/es/assets/b.js", "assets/a.js", "icon.svg")
    root = gather(tmp_path, "/app/es")
    assert root == tmp_path / "app" / "es"
    assert files(root) == {"index.html", "assets/a.js", "assets/b.js", "icon.svg"}


def test_the_router_s_empty_shell_never_replaces_a_rendered_page(tmp_path: Path) -> None:
    fill(tmp_path, "es/index.html", "index.html")
    root = gather(tmp_path, "es")
    assert (root / "index.html").read_text(encoding="utf-8") == "es/index.html"
    assert files(tmp_path) == {"es/index.html"}


def test_second_copies_and_sources_go(tmp_path: Path) -> None:
    fill(tmp_path, "a/index.html", "a.html", "b.html", "external/x.jsx", "pwa/early.js")
    remove_leftovers(tmp_path)
    assert files(tmp_path) == {"a/index.html", "b.html"}


def test_the_404_page_is_taken_out_and_comes_back_where_hosts_look_for_it(tmp_path: Path) -> None:
    fill(tmp_path, "404/index.html", "__spa-fallback.html")
    assert take_not_found_page(tmp_path, "/404") == "404/index.html"
    write_not_found_page(tmp_path, "finished", at_root=True)
    # Reflex copies the fallback over the 404 page afterwards.
    assert files(tmp_path) == {"404.html", "__spa-fallback.html"}
    assert (tmp_path / "__spa-fallback.html").read_text(encoding="utf-8") == "finished"
    write_not_found_page(tmp_path, "finished", at_root=False)
    assert files(tmp_path) == {"404.html"}


def test_a_404_page_that_was_not_rendered_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="route='404'"):
        take_not_found_page(tmp_path, "/404")
