"""What an export of the example holds."""

import filecmp
import json
import re
from pathlib import Path, PurePosixPath

from pwa_app.pwa import PwaPlugin
from pwa_app.pwa import __all__ as exported
from pwa_app.pwa.markup import elements
from pwa_app.pwa.packs import FOLDER
from pwa_app.pwa.policy import runs

from .conftest import Example


def relative_files(folder: Path) -> list[str]:
    """Return the paths of all files, in order."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def inline_scripts(page: Path) -> set[str]:
    """Return a page's inline scripts that run."""
    found = elements(page.read_text(encoding="utf-8"))
    return {e.text for e in found if runs(e) and "src" not in e.attributes}


def kept_addresses(worker: Path) -> list[str]:
    """Return the addresses of all files a service worker keeps, in a pack or by themselves."""
    addresses: list[str] = []
    for address in re.findall(r'\{"url":"([^"]+)"', worker.read_text(encoding="utf-8")):
        if PurePosixPath(address).parent == FOLDER:
            pack = json.loads((worker.parent / address).read_text(encoding="utf-8"))
            addresses += [packed for packed, _, _ in pack]
        else:
            addresses.append(address)
    return addresses


def test_two_exports_are_the_same_to_the_last_byte(example: Example, site: Path) -> None:
    again = example.export("again")
    names = relative_files(site)
    assert names == relative_files(again)
    assert filecmp.cmpfiles(site, again, names, shallow=False)[1:] == ([], [])


def test_every_page_is_one_file_in_its_folder(site: Path) -> None:
    pages = [name for name in relative_files(site) if name.endswith(".html")]
    assert sorted(pages) == [
        "404.html",
        "__spa-fallback.html",
        "deep/page/index.html",
        "form/index.html",
        "index.html",
        "neutral/index.html",
    ]


def test_all_pages_have_the_same_inline_scripts(site: Path) -> None:
    pages = list(site.rglob("index.html"))
    assert len({frozenset(inline_scripts(page)) for page in pages}) == 1
    assert not any("assets/" in script for script in inline_scripts(pages[0]))


def test_the_404_page_needs_no_react(site: Path) -> None:
    assert len(inline_scripts(site / "404.html")) == 1
    assert "Not here" in (site / "404.html").read_text(encoding="utf-8")


def test_no_page_links_a_style_sheet_or_preloads_a_script(site: Path) -> None:
    for page in site.rglob("*.html"):
        links = [e for e in elements(page.read_text(encoding="utf-8")) if e.name == "link"]
        assert {link.attributes["rel"] for link in links} == {
            "manifest",
            "icon",
            "apple-touch-icon",
        }


NEVER_CALLED = {
    "socket.io": "engine.io",
    "a socket": "WebSocket(",
    "the time of the build": "last_reflex_run",
    "uploads": "XMLHttpRequest",
    "Emotion": "data-emotion",
    "mergician": "onCircular",
    "cookies as a package": "doNotParse",
    "text run as a script": "eval(",
    "libraries on window": "window.__reflex=",
}


def test_what_a_stateless_app_never_calls_is_not_in_the_bundle(site: Path) -> None:
    for script in (site / "assets").glob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert [what for what, mark in NEVER_CALLED.items() if mark in text] == [], script.name


def test_a_page_has_the_rules_for_its_own_classes_and_the_rest_in_a_file(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "--ground:" in page
    assert ".only-react" not in page
    [sheet] = (site / "assets").glob("__reflex_global_styles-*.css")
    assert ".only-react" in sheet.read_text(encoding="utf-8")
    assert f"/assets/{sheet.name}" in page


def test_every_page_says_its_own_address_and_the_404_page_none(
    site: Path, below_a_path: Path
) -> None:
    assert 'name="pwa-path" content="/deep/page/"' in (site / "deep/page/index.html").read_text()
    assert 'name="pwa-path"' not in (site / "404.html").read_text(encoding="utf-8")
    page = below_a_path / "es" / "form" / "index.html"
    assert 'name="pwa-path" content="/es/form/"' in page.read_text(encoding="utf-8")


def test_the_worker_keeps_every_page_and_no_screenshot(site: Path) -> None:
    kept = kept_addresses(site / "sw.js")
    assert {"./", "form/", "deep/page/", "neutral/", "404.html"} < set(kept)
    assets = {f"assets/{file.name}" for file in (site / "assets").iterdir() if file.is_file()}
    assert assets < set(kept)
    assert not {"screen.png", "_headers", "sw.js"} & set(kept)
    assert len(kept) == len(set(kept))


def test_a_site_below_a_path_is_whole_and_stays_below_it(below_a_path: Path) -> None:
    outside = [n for n in relative_files(below_a_path) if not n.startswith("es/")]
    assert outside == []
    site = below_a_path / "es"
    assert not (site / "es.html").exists()
    members = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert members["id"] == "/es/"
    assert members["start_url"] == "./"
    assert not [kept for kept in kept_addresses(site / "sw.js") if kept.startswith("/")]
    for page in site.rglob("*.html"):
        found = elements(page.read_text(encoding="utf-8"))
        assert "main" in [element.name for element in found], page
        for element in found:
            for name in ("href", "src"):
                value = element.attributes.get(name) or ""
                # A link of the page's own text is the app's to write.
                if element.name != "a" and value.startswith("/"):
                    assert value.startswith("/es/"), (page.name, value)


def test_what_the_library_offers_is_what_its_readme_describes() -> None:
    readme = Path(__file__).parents[2] / "pwa_app" / "pwa" / "README.md"
    text = readme.read_text(encoding="utf-8")
    assert exported == [
        "Look",
        "Manifest",
        "PwaPlugin",
        "Screenshot",
        "Shortcut",
        "write_headers_file",
    ]
    for name in [*exported, *PwaPlugin.__dataclass_fields__]:
        assert f"`{name}" in text, name
