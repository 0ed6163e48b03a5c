"""The web app manifest says what a device needs to know."""

import json
import struct
from pathlib import Path

import pytest

from pwa_app.pwa import Manifest, Screenshot, Shortcut
from pwa_app.pwa.icons import MANIFEST_ICONS
from pwa_app.pwa.manifest import image_size, manifest_members, manifest_text

MANIFEST = Manifest(
    name="Long name",
    short_name="Name",
    description="What it is.",
    lang="ar",
    direction="rtl",
    theme_color="#112233",
    categories=["health"],
    shortcuts=[Shortcut(name="Help", url="help/", description="Talk to someone")],
    screenshots=[Screenshot(path="a.png", label="First", form_factor="wide")],
)


def png_file(path: Path, width: int, height: int) -> None:
    """Write the part of a PNG file that holds its size."""
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
    path.write_bytes(start + struct.pack(">II", width, height))


def test_members_are_complete_and_relative(tmp_path: Path) -> None:
    png_file(tmp_path / "a.png", 1280, 720)
    members = manifest_members(MANIFEST, MANIFEST_ICONS, base_path="/es/", folder=tmp_path)
    assert members["id"] == "/es/"
    assert members["start_url"] == members["scope"] == "./"
    assert (members["dir"], members["lang"], members["display"]) == ("rtl", "ar", "standalone")
    assert members["screenshots"] == [
        {
            "src": "a.png",
            "sizes": "1280x720",
            "type": "image/png",
            "form_factor": "wide",
            "label": "First",
        }
    ]
    text = manifest_text(members)
    assert json.loads(text) == json.loads(json.dumps(members))
    shortcut = json.loads(text)["shortcuts"][0]
    assert (shortcut["url"], shortcut["icons"][0]["src"]) == ("help/", "icons/any-192.png")


def test_icons_are_there_for_every_purpose(tmp_path: Path) -> None:
    png_file(tmp_path / "a.png", 1, 1)
    icons = {(icon.purpose, icon.sizes) for icon in MANIFEST_ICONS}
    assert icons == {
        ("any", "192x192"),
        ("any", "512x512"),
        ("maskable", "192x192"),
        ("maskable", "512x512"),
        ("monochrome", "512x512"),
    }


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "rgb(1,2,3)", ""])
def test_a_colour_in_another_form_is_named(colour: str) -> None:
    with pytest.raises(ValueError, match=r"theme_color.*#rrggbb"):
        Manifest(name="n", short_name="n", description="d", theme_color=colour)


@pytest.mark.parametrize("content", [None, b"", b"GIF89a" + b"0" * 30])
def test_a_screenshot_that_is_no_png_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "shot.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ValueError, match=r"shot\.png"):
        image_size(file)
