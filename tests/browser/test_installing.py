"""The site is an app that a phone can install."""

import json
import struct
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewContext
from tests.browser.service_worker import visit_once


@pytest.fixture
def manifest(dist: Path) -> dict[str, Any]:
    """The web app manifest as it was built."""
    members: dict[str, Any] = json.loads((dist / "manifest.webmanifest").read_text("utf-8"))
    return members


def size(picture: Path) -> str:
    """Width and height of a PNG file, as a manifest writes them."""
    start = picture.read_bytes()[:24]
    assert start.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", start[16:24])
    return f"{width}x{height}"


def test_chromium_finds_nothing_that_stands_in_the_way_of_installing(
    new_context: NewContext, tmp_path: Path
) -> None:
    # A lasting profile: in a private window nothing can be installed.
    context = new_context(profile=tmp_path, service_workers="allow")
    page = context.new_page()
    visit_once(page)
    expect(page.locator("link[rel=manifest]")).to_have_attribute("href", "/manifest.webmanifest")
    session = context.new_cdp_session(page)
    assert session.send("Page.getAppManifest")["errors"] == []
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_the_app_opens_at_its_start_and_owns_the_whole_site(manifest: dict[str, Any]) -> None:
    assert (manifest["id"], manifest["start_url"], manifest["scope"]) == ("/", "./", "./")
    assert manifest["display"] == "standalone"
    assert (manifest["lang"], manifest["dir"]) == ("en", "ltr")
    assert manifest["name"] == "Mooring"
    assert len(manifest["short_name"]) <= 12
    assert "health" in manifest["categories"]


def test_its_icons_are_there_in_the_sizes_and_for_the_purposes_phones_want(
    manifest: dict[str, Any], dist: Path
) -> None:
    found = {(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]}
    wanted = {("any", "192x192"), ("any", "512x512"), ("maskable", "192x192")}
    assert wanted | {("maskable", "512x512"), ("monochrome", "512x512")} <= found
    for icon in manifest["icons"]:
        assert size(dist / icon["src"]) == icon["sizes"]
    assert size(dist / "apple-touch-icon.png") == "180x180"


def test_a_long_press_leads_to_an_urge_the_log_and_help(
    manifest: dict[str, Any], dist: Path
) -> None:
    assert [shortcut["url"] for shortcut in manifest["shortcuts"]] == ["urge/", "log/", "help/"]
    for shortcut in manifest["shortcuts"]:
        assert shortcut["name"]
        assert (dist / shortcut["url"] / "index.html").is_file()
        assert [size(dist / icon["src"]) for icon in shortcut["icons"]] == ["192x192"]


def test_the_install_dialog_shows_pictures_with_words_for_them(
    manifest: dict[str, Any], dist: Path
) -> None:
    assert manifest["screenshots"]
    for picture in manifest["screenshots"]:
        assert size(dist / picture["src"]) == picture["sizes"]
        assert picture["label"]
        assert picture["form_factor"] in ("narrow", "wide")
