"""The headers file protects every address and lets caches keep only what never changes."""

from pathlib import Path

import pytest

from pwa_app.pwa import write_headers_file
from pwa_app.pwa.headers import permissions_policy
from pwa_app.pwa.policy import source_hash


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """Two builds of one site in one folder."""
    for path, script in (
        ("index.html", "a()"),
        ("help/gb/index.html", "a()"),
        ("help/index.html", "b()"),
        ("es/index.html", "c()"),
        ("es/help/index.html", "c()"),
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<script>{script}</script>", encoding="utf-8")
    for worker in (tmp_path / "sw.js", tmp_path / "es" / "sw.js"):
        worker.write_text("", encoding="utf-8")
    return tmp_path


def rules(text: str) -> dict[str, list[str]]:
    """Return the headers of each pattern."""
    found: dict[str, list[str]] = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("  "):
            found[pattern].append(line.strip())
        else:
            pattern = line
            found[pattern] = []
    return found


def test_one_rule_allows_what_any_page_holds(merged: Path) -> None:
    found = rules(write_headers_file(merged).read_text(encoding="utf-8"))
    policy = next(line for line in found["/*"] if line.startswith("Content-Security-Policy: "))
    for script in ("a()", "b()", "c()"):
        assert source_hash(script) in policy
    assert "frame-ancestors 'none'" in policy
    assert {
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
    } < set(found["/*"])


def test_only_files_named_by_their_content_are_kept_for_ever(merged: Path) -> None:
    found = rules(write_headers_file(merged).read_text(encoding="utf-8"))
    kept = [pattern for pattern, lines in found.items() if any("immutable" in x for x in lines)]
    asked = [pattern for pattern, lines in found.items() if lines == ["Cache-Control: no-cache"]]
    assert kept == ["/assets/*", "/es/assets/*"]
    for address in ("/", "/sw.js", "/manifest.webmanifest", "/help/*", "/es/", "/es/help/*"):
        assert address in asked
    assert not set(kept) & set(asked)
    assert "/es/*" not in asked


def test_only_what_is_allowed_may_be_used() -> None:
    text = permissions_policy(["microphone"])
    assert "microphone=(self)" in text
    assert "camera=()" in text
    assert "geolocation=()" in text
