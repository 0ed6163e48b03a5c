"""A script that changes does not change the pages that have nothing to do with it."""

from pathlib import Path

import pytest

from pwa_app.pwa.folder import FolderError
from pwa_app.pwa.hydration import is_start_script
from pwa_app.pwa.markup import elements
from pwa_app.pwa.steady import ROUTES, name_routes


def test_the_router_s_manifest_gets_a_name_without_its_content(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    text = 'all({"url":"/es/assets/manifest-1a2b3c4d.js"})'
    (tmp_path / "assets" / "manifest-1a2b3c4d.js").write_text(text, encoding="utf-8")
    assert name_routes(tmp_path) == "assets/manifest-1a2b3c4d.js"
    assert (tmp_path / ROUTES).read_text(encoding="utf-8") == 'all({"url":"/es/routes.js"})'
    assert list((tmp_path / "assets").iterdir()) == []


def test_an_export_without_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="expected one"):
        name_routes(tmp_path)


def test_every_page_names_it_so(site: Path, below_a_path: Path) -> None:
    for folder, address in ((site, "/routes.js"), (below_a_path / "es", "/es/routes.js")):
        for page in folder.rglob("index.html"):
            text = page.read_text(encoding="utf-8")
            blocks = [e.text for e in elements(text) if "data-pwa-hydration" in e.attributes]
            assert f'"{address}"' in blocks[0]
            assert "assets/manifest-" not in text
            assert not any(is_start_script(e.text) for e in elements(text) if e.name == "script")
