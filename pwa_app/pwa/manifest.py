"""The web app manifest: what a device shows and does when the app is installed.

Source: https://www.w3.org/TR/appmanifest/ and https://w3c.github.io/manifest-app-info/.
"""

import json
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MANIFEST_FILE = "manifest.webmanifest"

_HEX_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    """An entry of the menu that opens on a long press of the app's icon.

    Attributes:
        name: What the entry says.
        url: A page of the app, relative to its start page, such as "help/".
        description: What the entry does; may be empty.
    """

    name: str
    url: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Screenshot:
    """A picture for the browser's install dialog.

    Attributes:
        path: A PNG file in the app's assets folder, relative to it. Its size is read from it.
        label: What the picture shows, for people who cannot see it.
        form_factor: The kind of screen it was taken on.
    """

    path: str
    label: str
    form_factor: Literal["narrow", "wide"] = "narrow"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What the app is called and how it looks when installed.

    Attributes:
        name: The full name.
        short_name: The name under the icon: 12 characters or fewer fit everywhere.
        description: One or two sentences.
        lang: The language of these texts, a BCP 47 tag.
        direction: The direction they are written in.
        theme_color: "#rrggbb", around the page in light mode.
        background_color: "#rrggbb", behind the icon while the app starts.
        dark_theme_color: "#rrggbb", around the page in dark mode.
        categories: From https://github.com/w3c/manifest/wiki/Categories.
        shortcuts: At most four are shown.
        screenshots: For the install dialog.
        scope: Which addresses belong to the app, relative to the start page.
        identity: The app's identity, a path on its host. Two builds of one host, such as two
            languages, are two apps unless they share it. Empty: the path the app is served at.

    Raises:
        ValueError: A colour is not written as #rrggbb.
    """

    name: str
    short_name: str
    description: str
    lang: str = "en"
    direction: Literal["ltr", "rtl", "auto"] = "ltr"
    theme_color: str = "#ffffff"
    background_color: str = "#ffffff"
    dark_theme_color: str = "#000000"
    categories: Sequence[str] = ()
    shortcuts: Sequence[Shortcut] = ()
    screenshots: Sequence[Screenshot] = ()
    scope: str = "./"
    identity: str = ""

    def __post_init__(self) -> None:
        """Check the colours.

        Raises:
            ValueError: A colour is not written as #rrggbb.
        """
        for field in ("theme_color", "background_color", "dark_theme_color"):
            colour = getattr(self, field)
            if not _HEX_COLOUR.fullmatch(colour):
                msg = f"Manifest.{field} is {colour!r}; write it as #rrggbb"
                raise ValueError(msg)


@dataclass(frozen=True, kw_only=True)
class ManifestIcon:
    """An icon as the manifest lists it.

    Attributes:
        src: Its address, relative to the manifest.
        sizes: "192x192", or "any" for a drawing.
        type: Its media type.
        purpose: https://www.w3.org/TR/appmanifest/#purpose-member
    """

    src: str
    sizes: str
    type: str
    purpose: Literal["any", "maskable", "monochrome"]


def image_size(path: Path) -> tuple[int, int]:
    """Return the width and height of a PNG file in pixels.

    They follow its signature and the length and name of its first chunk
    (https://www.w3.org/TR/png-3/#11IHDR).

    Raises:
        ValueError: The file is missing or not a PNG.
    """
    start = path.read_bytes()[:24] if path.is_file() else b""
    if len(start) < 24 or not start.startswith(_PNG_SIGNATURE):
        msg = f"the screenshot {path} is missing or not a PNG file"
        raise ValueError(msg)
    width, height = struct.unpack(">II", start[16:24])
    return width, height


def _screenshot(screenshot: Screenshot, folder: Path, up: str) -> dict[str, str]:
    width, height = image_size(folder / screenshot.path)
    return {
        "src": up + screenshot.path,
        "sizes": f"{width}x{height}",
        "type": "image/png",
        "form_factor": screenshot.form_factor,
        "label": screenshot.label,
    }


def _shortcut(shortcut: Shortcut, address: str, icon: ManifestIcon) -> dict[str, object]:
    entry: dict[str, object] = {"name": shortcut.name, "url": address}
    if shortcut.description:
        entry["description"] = shortcut.description
    entry["icons"] = [{"src": icon.src, "sizes": icon.sizes, "type": icon.type}]
    return entry


def manifest_members(
    manifest: Manifest,
    icons: Sequence[ManifestIcon],
    *,
    base_path: str,
    folder: Path,
    up: str = "",
    mark: str = "",
) -> Mapping[str, object]:
    """Return the members of the manifest.

    Args:
        manifest: What the app is called and how it looks.
        icons: At least one; the first serves the shortcuts too.
        base_path: The path the app is served at, such as "/" or "/es/".
        folder: Where the screenshots' paths start.
        up: The way from the manifest's folder to the start page's, such as "../../".
        mark: What is added to every address that the installed app opens, such as "#look=plain".

    Raises:
        ValueError: A screenshot is missing or not a PNG file.
    """

    def opened(address: str) -> str:
        return _from(up, address) + mark

    return {
        # An identity is resolved against the host, not the manifest, so it must be a whole path.
        "id": manifest.identity or base_path,
        "start_url": opened("./"),
        "scope": _from(up, manifest.scope),
        "name": manifest.name,
        "short_name": manifest.short_name,
        "description": manifest.description,
        "lang": manifest.lang,
        "dir": manifest.direction,
        "display": "standalone",
        "theme_color": manifest.theme_color,
        "background_color": manifest.background_color,
        "categories": list(manifest.categories),
        "icons": [vars(icon) for icon in icons],
        "shortcuts": [
            _shortcut(shortcut, opened(shortcut.url), icons[0]) for shortcut in manifest.shortcuts
        ],
        "screenshots": [_screenshot(picture, folder, up) for picture in manifest.screenshots],
    }


def _from(up: str, address: str) -> str:
    """Return an address that is relative to the start page, relative to the manifest."""
    return up + address.removeprefix("./") or "./"


def manifest_text(members: Mapping[str, object]) -> str:
    """Return the manifest as a file, the same for the same members."""
    return json.dumps(members, ensure_ascii=False, indent=1) + "\n"
