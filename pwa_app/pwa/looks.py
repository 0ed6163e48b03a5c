"""Other looks of the same app: a name, an icon and a manifest each, for a person to choose from.

What a look needs stands in a folder of its own, with the same file names as the app's own at the
top, so that a page changes its look by changing addresses (browser/looks.js). Installed, each look
is an app of its own: a browser that finds another name or icon under the same identity offers to
rename what is installed (https://web.dev/articles/manifest-updates), and would so bring the app's
own name back wherever the choice has been forgotten.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pwa_app.pwa.icons import MANIFEST_ICONS, write_icons
from pwa_app.pwa.manifest import MANIFEST_FILE, Manifest, manifest_members, manifest_text

FOLDER = "looks"
"""Where the looks' folders are, relative to the site."""

OWN = "own"
"""Stands for the app's own look (the same as in browser/names.js)."""

_KEY = re.compile(r"[a-z]+")

_PLACEHOLDER = "self.__PWA_LOOKS"

_SMALL = "192x192"
"""Larger icons are needed only while the app is being installed, which takes a network anyway."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """Another name and icon for the app.

    Attributes:
        key: Its name in addresses and in what is remembered: lower-case letters.
        manifest: What the app is called and how it looks under it. Screenshots and shortcuts are
            as for the app itself.
        icon: The SVG its icons are drawn from (see icons.py), relative to the project.

    Raises:
        ValueError: The key holds anything else, or is the one of the app's own look.
    """

    key: str
    manifest: Manifest
    icon: str

    def __post_init__(self) -> None:
        """Check the key.

        Raises:
            ValueError: It holds anything but lower-case letters, or is "own".
        """
        if not _KEY.fullmatch(self.key) or self.key == OWN:
            msg = f"Look.key is {self.key!r}; write lower-case letters only, and not {OWN!r}"
            raise ValueError(msg)

    @property
    def folder(self) -> str:
        """Where its files are, relative to the site."""
        return f"{FOLDER}/{self.key}"


def write_look(root: Path, look: Look, *, base_path: str) -> None:
    """Write the icons and the manifest of a look.

    Args:
        root: The site's folder.
        look: The look.
        base_path: The path the site is served at, such as "/" or "/es/".

    Raises:
        IconError: The drawing cannot be used.
        ValueError: A screenshot is missing or not a PNG file.
    """
    folder = root / look.folder
    write_icons(folder, Path(look.icon).read_text(encoding="utf-8"))
    identity = look.manifest.identity or f"{base_path}?look={look.key}"
    members = manifest_members(
        replace(look.manifest, identity=identity),
        MANIFEST_ICONS,
        base_path=base_path,
        folder=root,
        up="../../",
        # An installed app may start with a storage of its own, in which nothing is chosen yet.
        mark=f"#look={look.key}",
    )
    (folder / MANIFEST_FILE).write_text(manifest_text(members), encoding="utf-8")


def looks_script(code: str, own: Manifest, looks: Sequence[Look]) -> str:
    """Return the script that gives a page a look, with the names and colours of all.

    Args:
        code: The script without them.
        own: The app's own manifest.
        looks: The other looks.

    Raises:
        ValueError: The code does not hold the placeholder exactly once.
    """
    if code.count(_PLACEHOLDER) != 1:
        msg = f"the script for looks must hold {_PLACEHOLDER} exactly once"
        raise ValueError(msg)
    manifests = {OWN: own, **{look.key: look.manifest for look in looks}}
    data = {
        key: (manifest.short_name, manifest.theme_color, manifest.dark_theme_color)
        for key, manifest in manifests.items()
    }
    return code.replace(_PLACEHOLDER, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def only_to_install(looks: Sequence[Look]) -> frozenset[str]:
    """Return the looks' large icons: the service worker need not keep them."""
    large = [icon.src for icon in MANIFEST_ICONS if icon.sizes != _SMALL]
    return frozenset(f"{look.folder}/{src}" for look in looks for src in large)
