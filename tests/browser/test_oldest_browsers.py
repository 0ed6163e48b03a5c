"""The oldest browsers that docs/browsers.md names can read every script and style of the site."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pwa_app.pwa.bundles import node
from tests.browser.conftest import ROOT

OLDEST = {
    "chrome111": "Chrome 111",
    "edge111": "Edge 111",
    "firefox114": "Firefox 114",
    "safari16.4": "Safari 16.4",
    "ios16.4": "iOS 16.4",
}
"""What Vite is told, and what the documentation says."""


@pytest.fixture(scope="module")
def report(dist: Path) -> dict[str, Any]:
    """What a compiler for the oldest browsers would change in the site."""
    command = [node(), ROOT / "tests" / "tools" / "oldest_browsers.mjs", ROOT / ".web", dist]
    production = {**os.environ, "NODE_ENV": "production"}
    ended = subprocess.run(command, capture_output=True, text=True, env=production, check=False)
    assert ended.returncode == 0, ended.stderr
    read: dict[str, Any] = json.loads(ended.stdout)
    return read


def test_no_script_or_style_is_newer_than_the_oldest_browsers(report: dict[str, Any]) -> None:
    assert report["read"]["scripts"] > 100
    assert report["read"]["styles"] > 5
    assert report["problems"] == []


def test_the_documentation_names_the_browsers_that_the_build_is_for(report: dict[str, Any]) -> None:
    assert set(report["target"]) == set(OLDEST)
    documentation = (ROOT / "docs" / "browsers.md").read_text("utf-8")
    for name in OLDEST.values():
        assert name in documentation
