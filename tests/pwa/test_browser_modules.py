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
