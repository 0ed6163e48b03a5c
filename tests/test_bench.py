"""What a reader of docs/performance.md may rely on."""

import json
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa_app.pwa.compressing import compress_folder
from pwa_app.pwa.packs import packs_of, write_packs
from pwa_app.pwa.precache import precache_list
from tests.bench.budgets import Verdict, verdicts
from tests.bench.cold_section import cold_text, cold_verdicts
from tests.bench.cold_start import ColdStarts
from tests.bench.document import NEW_PAGE, Section, table, with_section
from tests.bench.errors import BenchError
from tests.bench.figures import Figures, Route
from tests.bench.first_load import FirstLoad
from tests.bench.log import HISTORY, NINETY, STEPS, LogTimes
from tests.bench.log_section import log_text, log_verdicts
from tests.bench.machine import Machine
from tests.bench.parts import PARTS
from tests.bench.precache import Precache, measure_precache, precached_addresses
from tests.bench.report import PageLoad, read_report
from tests.bench.site_files import SizedPage, file_of, page_sizes
from tests.bench.site_section import site_text

LOAD = PageLoad(
    performance=100,
    accessibility=100,
    best_practices=100,
    seo=100,
    fcp=800.0,
    lcp=950.0,
    tbt=20.0,
    cls=0.0,
    speed_index=810.0,
    transferred={"document": 9000, "script": 120_000, "stylesheet": 0, "image": 0, "other": 900},
    requests=12,
    elsewhere=(),
    failed_audits=(),
    benchmark_index=1500.0,
    version="13.5.0",
)
MACHINE = Machine("A processor", 4, 0.5, "2026-01-31", "abc1234", "Chromium 1.2")
FIGURES = Figures(
    machine=MACHINE,
    routes=(Route("/", (LOAD,)), Route("/log/", (replace(LOAD, performance=98),))),
    missing=(),
    pages=(SizedPage("help/index.html", 14_000), SizedPage("index.html", 9000)),
    first_load=FirstLoad(scripts=9, script_bytes=150_000, blocking=0),
    precache=Precache(requests=40, size=1_500_000),
)
ENTRIES = [
    {"url": "./", "revision": "a1", "integrity": "sha256-x"},
    {"url": "assets/app-1.js", "revision": None, "integrity": "sha256-y"},
]

# What this tool does not measure, and what it never goes without.
UNMEASURED: set[str] = set()
MEASURED_ALWAYS = ("JavaScript on first load", "Scripts that the first paint")

# Every other budget, with figures that go just beyond it.
BROKEN = {
    "HTML of any page": replace(FIGURES, pages=(SizedPage("index.html", 14_001),)),
    "JavaScript on first load": replace(FIGURES, first_load=FirstLoad(9, 150_001, 0)),
    "Scripts that the first paint": replace(FIGURES, first_load=FirstLoad(9, 1, 1)),
    "Lighthouse performance, `/`": replace(
        FIGURES, routes=(Route("/", (replace(LOAD, performance=99),)),)
    ),
    "Lighthouse performance, other": replace(
        FIGURES, routes=(Route("/log/", (replace(LOAD, performance=97),)),)
    ),
    "Lighthouse accessibility": replace(
        FIGURES, routes=(Route("/log/", (replace(LOAD, accessibility=99),)),)
    ),
    "Lighthouse best practices": replace(
        FIGURES, routes=(Route("/log/", (replace(LOAD, best_practices=99),)),)
    ),
    "Lighthouse SEO": replace(FIGURES, routes=(Route("/log/", (replace(LOAD, seo=99),)),)),
    "Largest Contentful Paint": replace(
        FIGURES, routes=(Route("/", (replace(LOAD, lcp=1001.0),)),)
    ),
    "Stored for offline use": replace(FIGURES, precache=Precache(40, 1_500_001)),
    "Requests to any other origin": replace(
        FIGURES,
        routes=(Route("/", (replace(LOAD, elsewhere=("https://elsewhere.example/x.js",)),)),),
    ),
}


def verdict(figures: Figures, what: str) -> Verdict:
    (found,) = [item for item in verdicts(figures) if item.what.startswith(what)]
    return found


def test_a_figure_is_the_median_of_its_loads() -> None:
    route = Route("/", tuple(replace(LOAD, lcp=time) for time in (900.0, 2000.0, 950.0)))
    assert route.middle("lcp") == 950.0


def test_figures_that_just_reach_a_budget_meet_it() -> None:
    figures = replace(FIGURES, routes=(Route("/", (replace(LOAD, lcp=1000.0),)), FIGURES.routes[1]))
    assert {item.what for item in verdicts(figures) if item.met is not True} == UNMEASURED


def test_every_budget_that_is_measured_has_a_case_that_breaks_it() -> None:
    assert len(BROKEN) + len(UNMEASURED) == len(verdicts(FIGURES))


@pytest.mark.parametrize("what", BROKEN)
def test_a_figure_just_beyond_its_budget_does_not_meet_it(what: str) -> None:
    assert verdict(BROKEN[what], what).met is False


def test_routes_that_fall_short_are_named() -> None:
    figures = BROKEN["Lighthouse performance, other"]
    assert "`/log/`" in verdict(figures, "Lighthouse performance, other").measured


def test_what_was_not_measured_counts_neither_as_met_nor_as_not_met() -> None:
    figures = replace(FIGURES, routes=(), pages=(), precache=None)
    unmeasured = [item for item in verdicts(figures) if item.met is None]
    assert {item.measured for item in unmeasured} == {"not measured"}
    assert len(unmeasured) == len(BROKEN) + len(UNMEASURED) - len(MEASURED_ALWAYS)
    assert not [item for item in unmeasured if item.what.startswith(MEASURED_ALWAYS)]


def test_a_table_has_one_line_for_each_row_and_keeps_bars_apart() -> None:
    assert table(("what", "size"), [("a|b", "1")]).splitlines() == [
        "| what | size |",
        "| --- | --: |",
        "| a\\|b | 1 |",
    ]


def test_a_cold_start_is_the_median_of_its_starts_and_is_told_beside_the_floor_s() -> None:
    home_starts, help_starts = (900.0, 300.0, 280.0), (301.0,)
    measured = ColdStarts({"/": home_starts, "/help/": help_starts}, floor=(100.0, 200.0, 220.0))
    home, help_page = cold_verdicts(measured)
    assert (home.met, help_page.met) == (True, False)
    assert home.measured == "300 ms (from 280 to 900), 1.50 of the floor's"
    beside = "| The floor, beside them | – | 200 ms (from 100 to 220) | – |"
    assert beside in cold_text(MACHINE, measured)


SECTION = Section("serve")


def test_words_outside_of_a_section_s_markers_stay() -> None:
    page = f"# Ours\n\nBefore.\n\n{SECTION.begin}\nold figures\n{SECTION.end}\n\nAfter.\n"
    written = with_section(page, SECTION, "new figures")
    assert written.startswith(f"# Ours\n\nBefore.\n\n{SECTION.begin}\n")
    assert written.endswith(f"{SECTION.end}\n\nAfter.\n")
    assert "new figures" in written
    assert "old figures" not in written


def test_a_part_measured_alone_leaves_every_other_part_as_it_was() -> None:
    page = NEW_PAGE
    for name in PARTS:
        page = with_section(page, Section(name), f"{name} of yesterday")
    again = with_section(page, SECTION, "serve of today")
    assert again == page.replace("serve of yesterday", "serve of today")
    assert with_section(again, SECTION, "serve of today") == again


def test_the_page_has_a_section_for_each_part_in_the_order_they_are_measured() -> None:
    page = Path("docs/performance.md").read_text("utf-8")
    places = [page.index(Section(name).begin) for name in PARTS]
    assert places == sorted(places)


def log_times(count: int, **times: float) -> LogTimes:
    """Figures of the log: 1 ms for everything that is not named."""
    named = {"history": HISTORY, "ninety": NINETY}
    given = {named[what]: (1.0, time, 9_000.0) for what, time in times.items()}
    return LogTimes(count, {what: given.get(what, (1.0,)) for what in STEPS}, heap=8_000_000)


@pytest.mark.parametrize(
    ("few", "many", "met"),
    [
        (200.4, 400.4, [True, True, True, True]),
        (200.6, 400.4, [False, True, True, True]),
        (200.4, 400.6, [True, True, True, False]),
    ],
)
def test_the_log_may_take_twice_as_long_with_ten_times_as_many_entries(
    few: float, many: float, met: list[bool]
) -> None:
    measured = [log_times(10_000, history=few), log_times(100_000, ninety=many)]
    assert [item.met for item in log_verdicts(measured)] == met


def test_the_log_s_figures_are_told() -> None:
    written = log_text(MACHINE, [log_times(10_000, history=12.0), log_times(100_000)])
    for fact in ("10,000 entries", "100,000 entries", "12 ms", "abc1234", "8,000.0 kB"):
        assert fact in written


BEGIN, END = SECTION.begin, SECTION.end


@pytest.mark.parametrize(
    "page", [BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"]
)
def test_a_page_without_proper_markers_is_refused(page: str) -> None:
    with pytest.raises(BenchError, match="must hold"):
        with_section(page, SECTION, "new figures")


def test_the_page_says_where_when_and_with_what_it_was_measured() -> None:
    written = site_text(FIGURES)
    for fact in ("2026-01-31", "abc1234", "Chromium 1.2", "Lighthouse 13.5.0", "A processor"):
        assert fact in written


def test_the_page_names_routes_left_out_and_audits_that_cost_points() -> None:
    lossy = Route("/plan/", (replace(LOAD, seo=90, failed_audits=("meta-description",)),))
    written = site_text(replace(FIGURES, routes=(lossy,), missing=("/hope/",)))
    assert "Not in this site: `/hope/`." in written
    assert "- `/plan/`: `meta-description`" in written


@pytest.mark.parametrize(
    "worker",
    [
        f"const x={{a:1}};p.addToCacheList({json.dumps(ENTRIES)});",
        f"p.addToCacheList({json.dumps(ENTRIES, separators=(',', ':'))})",
        'w([{url:"./",revision:"a1"},{url:"assets/app-1.js",revision:null}],{})',
        "w([{revision:'a1',url:'./'},\n {'revision':null, 'url': 'assets/app-1.js'}])",
        "w([{url:`./`,revision:`a1`},{url:`assets/app-1.js`,revision:null}])",
        f"w({json.dumps([*ENTRIES, ENTRIES[0]])});fetch({{url:'elsewhere'}})",
    ],
)
def test_the_precache_list_is_read_however_it_is_written(worker: str) -> None:
    assert precached_addresses(worker) == ["./", "assets/app-1.js"]


@given(st.lists(st.from_regex(r"[a-z0-9/._-]{1,20}", fullmatch=True), min_size=1, unique=True))
def test_every_address_of_the_precache_list_is_found(addresses: list[str]) -> None:
    entries = [{"url": address, "revision": None} for address in addresses]
    assert precached_addresses(f"a({{}});b({json.dumps(entries)})") == addresses


def test_a_service_worker_without_a_list_is_refused() -> None:
    with pytest.raises(BenchError, match="no precache list"):
        precached_addresses("self.addEventListener('fetch', () => {});")


def test_the_precache_counts_the_bytes_that_are_sent(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "sw.js").write_text(f"p({json.dumps(ENTRIES)})", "utf-8")
    (tmp_path / "index.html").write_bytes(b"x" * 500)
    (tmp_path / "index.html.br").write_bytes(b"x" * 20)
    (tmp_path / "assets" / "app-1.js").write_bytes(b"x" * 3)
    assert measure_precache(tmp_path) == Precache(requests=2, size=23)


def test_a_pack_counts_as_one_request_with_its_compressed_bytes(tmp_path: Path) -> None:
    files = {PurePosixPath(name): b"<p>page</p>" * 90 for name in ("index.html", "a/index.html")}
    packs = packs_of(files)
    write_packs(tmp_path, packs)
    entries = precache_list({**files, PurePosixPath("icon.svg"): b"<svg/>"}, packs)
    (tmp_path / "sw.js").write_text(f"p({json.dumps(entries)})", "utf-8")
    (tmp_path / "icon.svg").write_bytes(b"<svg/>")
    compress_folder(tmp_path)
    (pack,) = packs
    compressed = (tmp_path / f"{pack.path}.br").stat().st_size
    assert compressed < len(pack.content) / 4
    assert measure_precache(tmp_path) == Precache(requests=2, size=compressed + 6)


def test_a_precached_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "sw.js").write_text(f"p({json.dumps(ENTRIES)})", "utf-8")
    with pytest.raises(BenchError, match=r"assets/app-1\.js"):
        measure_precache(tmp_path)


def test_a_site_without_a_service_worker_has_no_precache(tmp_path: Path) -> None:
    assert measure_precache(tmp_path) is None


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("./", "index.html"),
        ("/help/?choose", "help/index.html"),
        ("cards/a%20b/", "cards/a b/index.html"),
        ("assets/app.js", "assets/app.js"),
        ("http://127.0.0.1:1/assets/app.js?v=1#x", "assets/app.js"),
    ],
)
def test_an_address_leads_to_its_file(tmp_path: Path, address: str, file: str) -> None:
    assert file_of(tmp_path, address) == tmp_path / file


def test_pages_are_listed_from_the_largest_without_the_empty_shell(tmp_path: Path) -> None:
    for name, size in (("index.html", 10), ("404.html", 30), ("__spa-fallback.html", 90)):
        (tmp_path / name).write_bytes(b"x" * size)
    assert page_sizes(tmp_path) == [SizedPage("404.html", 30), SizedPage("index.html", 10)]


def lighthouse_report() -> dict[str, object]:
    numbers = {
        "first-contentful-paint": 800.5,
        "largest-contentful-paint": 950.5,
        "total-blocking-time": 12.0,
        "cumulative-layout-shift": 0.01,
        "speed-index": 820.0,
    }
    own, page = "http://127.0.0.1:3000/", {"sessionTargetType": "page"}
    requests = [
        {"url": own, "resourceType": "Document", "transferSize": 5000, **page},
        {"url": f"{own}a.js", "resourceType": "Script", "transferSize": 700, **page},
        {"url": f"{own}m.webmanifest", "resourceType": "Manifest", "transferSize": 30, **page},
        {"url": "https://elsewhere.example/b.js", "resourceType": "Script", "transferSize": 0},
        {"url": f"{own}later.js", "transferSize": 9000, "sessionTargetType": "service_worker"},
        {"url": "data:image/png;base64,AA==", "resourceType": "Image", "transferSize": 0, **page},
    ]
    audits: dict[str, object] = {
        name: {"score": 1, "numericValue": value} for name, value in numbers.items()
    }
    audits["network-requests"] = {"score": 1, "details": {"items": requests}}
    audits["meta-description"] = {"score": 0}
    audits["hreflang"] = {"score": None}
    refs = [{"id": "meta-description", "weight": 1}, {"id": "hreflang", "weight": 1}]
    categories = {
        name: {"score": 0.29, "auditRefs": refs if name == "seo" else []}
        for name in ("performance", "accessibility", "best-practices", "seo")
    }
    return {
        "lighthouseVersion": "13.5.0",
        "finalDisplayedUrl": own,
        "audits": audits,
        "categories": categories,
        "environment": {"benchmarkIndex": 1500},
    }


def test_lighthouse_figures_are_read_from_its_report() -> None:
    load = read_report(json.dumps(lighthouse_report()))
    assert (load.performance, load.fcp, load.lcp, load.cls) == (29, 800.5, 950.5, 0.01)
    assert load.transferred == {
        "document": 5000,
        "script": 700,
        "stylesheet": 0,
        "image": 0,
        "other": 30,
    }
    assert (load.requests, load.total_bytes) == (4, 5730)


def test_requests_to_other_origins_and_lost_points_are_noted() -> None:
    load = read_report(json.dumps(lighthouse_report()))
    assert load.elsewhere == ("https://elsewhere.example/b.js",)
    assert load.failed_audits == ("meta-description",)


def test_a_page_that_lighthouse_could_not_load_is_no_figure() -> None:
    broken = {**lighthouse_report(), "runtimeError": {"code": "NO_FCP", "message": "No paint"}}
    with pytest.raises(BenchError, match="NO_FCP"):
        read_report(json.dumps(broken))


def test_a_report_that_lacks_a_figure_is_refused() -> None:
    with pytest.raises(BenchError, match="speed-index"):
        read_report(json.dumps(lighthouse_report()).replace('"speed-index"', '"another"'))
