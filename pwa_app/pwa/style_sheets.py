"""The style sheets of an exported site, as files and as text for its pages."""

import re
from collections.abc import Mapping
from pathlib import Path

from pwa_app.pwa.critical import compact
from pwa_app.pwa.folder import FolderError

_GLOBAL = "assets/__reflex_global_styles-*.css"
_OWN = tuple(Path(__file__).parent / "browser" / name for name in ("cover.css", "looks.css"))
_BOUND_TO_ITS_FILE = re.compile(r"url\(|@import|</")


def global_styles(root: Path) -> Path:
    """Return the app's own style sheet, which every page needs.

    Raises:
        FolderError: There is not exactly one.
    """
    found = sorted(root.glob(_GLOBAL))
    if len(found) != 1:
        msg = f"expected one {_GLOBAL} in the export, found {len(found)}"
        raise FolderError(msg)
    return found[0]


def page_styles(root: Path, base_path: str, *, beside: Path) -> Mapping[str, str]:
    """Return the texts of all other style sheets that can stand in a page, by address.

    A sheet that names other files cannot: their addresses count from where it is.

    Args:
        root: The site's folder.
        base_path: The path the site is served at.
        beside: The app's own style sheet.
    """
    sheets = {
        base_path + file.relative_to(root).as_posix(): compact(file.read_text(encoding="utf-8"))
        for file in sorted(root.rglob("*.css"))
        if file != beside
    }
    return {
        address: text for address, text in sheets.items() if not _BOUND_TO_ITS_FILE.search(text)
    }


def inlined(styles: str) -> str:
    """Return rules for a style element, with the library's own.

    Raises:
        ValueError: They would end the element.
    """
    if "</style" in styles.lower():
        msg = "the style sheet holds </style, which would end the style element"
        raise ValueError(msg)
    return styles.strip() + "".join(compact(file.read_text(encoding="utf-8")) for file in _OWN)
