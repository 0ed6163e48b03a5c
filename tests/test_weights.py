"""What a byte budget says when it is broken, and what counts as a page's weight."""

from pathlib import Path

import pytest

from tests.bench.weight_budgets import BUDGETS, broken_budgets, record
from tests.bench.weights import KINDS, Weight, kind_of, weigh, weights_by_kind

START = """<script type="application/json" data-pwa-hydration>{
  "manifest": "/assets/manifest-1a2b3c4d.js", "entry": "/assets/entry-1a2b3c4d.js",
  "routes": {"root": "/assets/root-1a2b3c4d.js"},
  "styles": "/assets/all-1a2b3c4d.css",
  "preload": ["/assets/root-1a2b3c4d.js", "/assets/days-Ab_-3c4d.js", "/assets/days-5e6f7a8b.js"]
}</script>"""
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<script type="module" src="/assets/shell-1a2b3c4d.js"></script>
<link rel="stylesheet" href="/page-styles/log.css"><link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/page-styles/wide.css" disabled>
</head><body><img src="/looks/cup.svg"><img src="data:image/png;base64,AA=="><script>1</script>
{START}</body></html>"""
SCRIPTS = ("manifest-1a2b3c4d", "entry-1a2b3c4d", "root-1a2b3c4d", "days-Ab_-3c4d", "days-5e6f7a8b")
KIND = "the form of the log"
MOST = BUDGETS[KIND]


def page_of(scripts: dict[str, int], **changed: int) -> Weight:
    sizes = {"html": 9_000, "files": 20} | changed
    return Weight("log/index.html", sizes["html"], scripts, {}, {}, sizes["files"])


def broken(now: Weight, before: Weight) -> str:
    (line,) = broken_budgets({KIND: [now]}, record({KIND: [before]}))
    return line


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("assets", "page-styles", "looks", "log"):
        (tmp_path / folder).mkdir()
    (tmp_path / "log" / "index.html").write_text(PAGE, "utf-8")
    for name in (*SCRIPTS, "shell-1a2b3c4d"):
        (tmp_path / "assets" / f"{name}.js").write_bytes(b"x" * 100)
    (tmp_path / "assets" / "root-1a2b3c4d.js.br").write_bytes(b"x" * 7)
    (tmp_path / "assets" / "all-1a2b3c4d.css").write_bytes(b"x" * 5)
    (tmp_path / "page-styles" / "log.css").write_bytes(b"x" * 11)
    (tmp_path / "looks" / "cup.svg").write_bytes(b"x" * 13)
    return tmp_path


def test_a_page_weighs_what_it_names_as_sent_and_each_file_once(site: Path) -> None:
    found = weigh(site, "log/index.html", 500)
    assert found.scripts == {
        "days.js": 200,
        "entry.js": 100,
        "manifest.js": 100,
        "root.js": 7,
        "shell.js": 100,
    }
    assert (found.styles, found.images) == ({"all.css": 5, "log.css": 11}, {"cup.svg": 13})
    assert (found.html, found.files) == (500, 1 + 6 + 2 + 1)


def test_every_page_is_weighed_with_its_kind(site: Path) -> None:
    found = weights_by_kind(site)
    assert [page.page for page in found[KIND]] == ["log/index.html"]
    assert sum(map(len, found.values())) == 1


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("index.html", "the first page"),
        ("cards/index.html", "the list of cards"),
        ("cards/mine/edit/index.html", "my own cards"),
        ("cards/five-senses/index.html", "a card"),
        ("log/history/index.html", "other pages of the log"),
        ("help/ie/index.html", "other pages of help"),
        ("404.html", "the rest"),
    ],
)
def test_a_page_is_of_the_first_kind_that_fits(page: str, kind: str) -> None:
    assert kind_of(page) == kind


def test_every_kind_has_a_budget() -> None:
    assert list(BUDGETS) == list(KINDS)


def test_what_just_fits_breaks_nothing() -> None:
    full = page_of({"a.js": MOST.scripts}, html=MOST.html, files=MOST.files)
    assert broken_budgets({KIND: [full]}, {}) == []


def test_a_broken_budget_names_the_page_and_what_grew_the_most_first() -> None:
    before = page_of({"form.js": 4_000, "react.js": MOST.scripts - 4_500})
    now = page_of({"form.js": 7_100, "react.js": MOST.scripts - 4_500, "chart.js": 900})
    said = broken(now, before)
    assert said.startswith(f"{KIND}: log/index.html has {MOST.scripts + 3_500:,} bytes of scripts")
    assert f"{MOST.scripts:,} are allowed" in said
    assert said.endswith("has more of: form.js +3.1 kB, chart.js +0.9 kB (new).")


def test_a_page_that_grew_by_itself_or_by_files_says_so() -> None:
    same = page_of({"form.js": 4_000})
    larger = page_of({"form.js": 4_000}, html=MOST.html + 1)
    assert "14,001 bytes of HTML" in broken(larger, same)
    assert "none of its files grew" in broken(larger, same)
    more = page_of({"form.js": 4_000, "b.js": 1}, files=MOST.files + 1)
    assert f"brings {MOST.files + 1} files, {MOST.files} are allowed" in broken(more, same)
    assert "b.js +0.0 kB (new)" in broken(more, same)
