"""The browser modules' own logic, and that each attribute they know is documented."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pwa_app.pwa.bundles import SOURCES, module_files, node

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
SAFARI = "Version/18.0 Safari/605.1.15"


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules as the build writes them, for Node to import."""
    folder = tmp_path_factory.mktemp("modules")
    for name, text in module_files("example").items():
        (folder / Path(name).name).write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def run(modules: Path, module: str, expression: str) -> Any:
    """Return the value of an expression over a module named m."""
    code = (
        f"import * as m from './{module}';"
        f"process.stdout.write(JSON.stringify(await ({expression})))"
    )
    command = [node(), "--input-type=module", "--eval", code]
    result = subprocess.run(command, cwd=modules, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("user_agent", "touch_points", "platform"),
    [
        (f"{IPHONE} Version/18.0 Mobile/15E148 Safari/604.1", 5, "ios-safari"),
        (f"{IPHONE} CriOS/130.0 Mobile/15E148 Safari/604.1", 5, "ios-other"),
        (f"{IPHONE} FxiOS/130.0 Mobile/15E148 Safari/605.1.15", 5, "ios-other"),
        (f"{IPHONE} Mobile/15E148 Instagram 350.0", 5, "ios-other"),
        (f"{MAC} {SAFARI}", 5, "ios-safari"),
        (f"{MAC} {SAFARI}", 0, "mac-safari"),
        (f"{MAC} Chrome/130.0.0.0 Safari/537.36", 0, "desktop-other"),
        ("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Firefox/130.0", 5, "android-firefox"),
        (f"{ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36", 5, "android-other"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0", 0, "desktop-other"),
        ("", 0, "desktop-other"),
    ],
)
def test_the_platform_is_told_from_what_a_browser_says_of_itself(
    modules: Path, user_agent: str, touch_points: int, platform: str
) -> None:
    expression = f"m.platformOf({json.dumps(user_agent)}, {touch_points})"
    assert run(modules, "platform.js", expression) == platform


@pytest.mark.parametrize(
    ("address", "pages"),
    [
        ("https://a.example/", ["/", "/"]),
        ("https://a.example/b", ["/b/", "/b"]),
        ("https://a.example/b/?q=1#r", ["/b/", "/b/"]),
        ("https://a.example/b/index.html?q", ["/b/", "/b/"]),
        ("https://a.example/b.html", ["/b.html/", "/b.html"]),
    ],
)
def test_a_page_is_found_by_any_way_of_writing_its_address(
    modules: Path, address: str, pages: list[str]
) -> None:
    found = run(modules, "page_address.js", f"m.pageCandidates(new URL({json.dumps(address)}))")
    assert found == [f"https://a.example{page}" for page in pages]


@pytest.mark.parametrize(
    ("path", "status", "kind", "redirected", "kept"),
    [
        ("/a/", 200, "text/html; charset=utf-8", False, True),
        ("/a/", 200, "text/html", True, False),
        ("/a/", 404, "text/html", False, False),
        ("/a/", 206, "text/html", False, False),
        ("/a/", 200, "application/octet-stream", False, False),
        ("/a.js", 200, "text/html", False, False),
        ("/a.js", 200, "application/javascript", False, True),
        ("/a.css", 200, "text/plain", False, False),
        ("/a.png", 200, "image/png", False, True),
    ],
)
def test_only_an_answer_that_is_the_published_file_is_kept(
    modules: Path, path: str, status: int, kind: str, redirected: bool, kept: bool
) -> None:
    expression = (
        f"m.asPublished({{request: {{url: 'https://a.example{path}'}}, response: "
        f"{{status: {status}, redirected: {json.dumps(redirected)}, "
        f"headers: new Headers({{'Content-Type': {json.dumps(kind)}}})}}}}).then(Boolean)"
    )
    assert run(modules, "published.js", expression) is kept


SCOPE = "https://a.example/es/"


@pytest.mark.parametrize(
    ("address", "pack"),
    [
        ("", "rest"),
        ("cards/", "cards"),
        ("cards/one/?q#r", "cards"),
        ("cardsharp/", "rest"),
        ("assets/a.js", "rest"),
        ("assets/_cards_._one_._index-1a2b3c4d.js", "cards"),
        ("assets/_cards_._index-1a2b3c4d.js", "cards"),
        ("assets/_log_._index-1a2b3c4d.js", "rest"),
        ("assets/_cards-1a2b3c4d.js", "rest"),
        ("größe/", "größe"),
        ("icon.svg", None),
        ("cards", None),
        ("../cards/", None),
        ("https://b.example/es/cards/", None),
    ],
)
def test_the_address_tells_which_pack_a_file_is_in(
    modules: Path, address: str, pack: str | None
) -> None:
    entries = [{"pack": name, "url": f"{name}.json"} for name in ("rest", "cards", "größe")]
    packs = f"{json.dumps(entries)}.map((entry) => m.packAt('{SCOPE}', entry))"
    url = f"new URL({json.dumps(address)}, '{SCOPE}')"
    assert run(modules, "packs.js", f"m.packFor({packs}, {url})?.name ?? null") == pack


def test_a_few_things_are_done_at_a_time_in_order(modules: Path) -> None:
    begun, most = run(
        modules,
        "lanes.js",
        """(async () => {
             const begun = []; let now = 0; let most = 0;
             await m.aFewAtATime([1, 2, 3, 4, 5], 2, async (item) => {
               begun.push(item); most = Math.max(most, ++now);
               await new Promise(setImmediate); now--;
             });
             return [begun, most];
           })()""",
    )
    assert begun == [1, 2, 3, 4, 5]
    assert most == 2


def test_after_a_problem_nothing_is_begun_but_what_was_begun_ends(modules: Path) -> None:
    begun, ended, problem = run(
        modules,
        "lanes.js",
        """(async () => {
             const begun = []; const ended = [];
             const problem = await m.aFewAtATime([1, 2, 3, 4], 2, async (item) => {
               begun.push(item);
               if (item === 1) throw "refused";
               await new Promise(setImmediate);
               ended.push(item);
             }).catch((error) => error);
             return [begun, ended, problem];
           })()""",
    )
    assert begun == [1, 2]
    assert ended == [2]
    assert problem == "refused"


@pytest.mark.parametrize(
    ("problem", "tries"), [("new Error()", 3), ("new DOMException('', 'QuotaExceededError')", 1)]
)
def test_what_goes_wrong_is_tried_again_but_not_without_room(
    modules: Path, problem: str, tries: int
) -> None:
    tried = run(
        modules,
        "lanes.js",
        f"""(async () => {{
             let tried = 0;
             const work = async () => {{ tried += 1; throw {problem}; }};
             await m.again(3, work).then(() => {{ tried = "no problem"; }}, () => undefined);
             return tried;
           }})()""",
    )
    assert tried == tries


def test_what_works_at_last_is_not_done_again(modules: Path) -> None:
    work = "async () => { tried += 1; if (tried < 2) throw new Error(); }"
    code = f"(async () => {{ let tried = 0; await m.again(3, {work}); return tried; }})()"
    assert run(modules, "lanes.js", code) == 2


def test_where_a_page_leads_is_written_down_once_and_anew_only_when_that_has_changed(
    modules: Path,
) -> None:
    written = run(
        modules,
        "leads.js",
        f"""(async () => {{
             const kept = new Map(); const written = [];
             const match = async (from) => kept.get(from)?.clone();
             const put = async (from, lead) => {{
               kept.set(from, lead);
               written.push((await lead.clone().json()).to);
             }};
             globalThis.caches = {{ open: async () => ({{ match, put }}) }};
             for (const page of ["ie/", "ie/", "fr/", "fr/", "ie/", "../../help/"]) {{
               const to = page.startsWith(".") ? "https://b.example/" : "{SCOPE}help/" + page;
               await m.keepLead("{SCOPE}", {{ from: "{SCOPE}help/", to }});
             }}
             const real = Intl.DateTimeFormat;
             Intl.DateTimeFormat = () => ({{ resolvedOptions: () => ({{ timeZone: "Etc/GMT" }}) }});
             await m.keepLead("{SCOPE}", {{ from: "{SCOPE}help/", to: "{SCOPE}help/ie/" }});
             return written;
           }})()""",
    )
    assert written == [f"{SCOPE}help/{page}/" for page in ("ie", "fr", "ie", "ie")]


def test_every_attribute_and_event_is_documented() -> None:
    readme = (SOURCES.parent / "README.md").read_text(encoding="utf-8")
    names: set[str] = set()
    for source in SOURCES.glob("*.js"):
        text = source.read_text(encoding="utf-8")
        names |= set(re.findall(r"\bdata-(?:pwa|install|setting|leave)[a-z-]*", text))
        names |= set(re.findall(r"\bpwa:[a-z]+", text))
    names.discard("data-pwa-hydration")
    assert names
    assert sorted(name for name in names if f"`{name}" not in readme) == []


def test_the_storage_prefix_of_the_app_is_used() -> None:
    assert module_files("mine")["pwa/options.js"] == 'export const STORAGE_PREFIX = "mine";\n'


def test_what_both_objects_hold_is_merged_at_every_depth_and_the_other_counts_for_more(
    modules: Path,
) -> None:
    expression = (
        "m.mergician({a: 1, b: {c: 1, d: [1]}, e: {f: 1}}, {a: 2, b: {c: 2, d: [2]}, e: null})"
    )
    merged = run(modules, "merged.js", expression)
    assert merged == {"a": 2, "b": {"c": 2, "d": [2]}, "e": None}


ROUTES = {
    "routes": {
        "root": {"path": "", "module": "/root.js", "imports": []},
        "routes/_index": {"index": True, "module": "/first.js", "imports": ["/a.js"]},
        "routes/[b].[c]._index": {"path": "b/c", "module": "/c.js", "imports": ["/a.js", "/d.js"]},
    }
}


@pytest.mark.parametrize(
    ("path", "scripts"),
    [
        ("/", ["/first.js", "/a.js"]),
        ("/b/c/", ["/c.js", "/a.js", "/d.js"]),
        ("b/c", ["/c.js", "/a.js", "/d.js"]),
        ("/b/", []),
    ],
)
def test_the_scripts_of_a_page_are_those_of_its_route(
    modules: Path, path: str, scripts: list[str]
) -> None:
    expression = f"m.scriptsFor({json.dumps(ROUTES)}, {json.dumps(path)})"
    assert run(modules, "next_page.js", expression) == scripts
    assert run(modules, "next_page.js", f"m.scriptsFor(undefined, {json.dumps(path)})") == []
