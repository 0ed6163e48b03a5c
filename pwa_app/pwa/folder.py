"""Bringing the exported folder into the shape it is published in, before its pages are finished."""

import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

_LEFTOVERS = ("external", "pwa")
"""Sources that Reflex copies beside what it has built of them."""

SPA_FALLBACK = "__spa-fallback.html"
NOT_FOUND = "404.html"


class FolderError(RuntimeError):
    """The exported folder is not as expected; the message says what is missing."""


def gather(static_dir: Path, frontend_path: str) -> Path:
    """Move everything below the path the site is served at, and return that folder.

    Reflex exports pages there and assets beside it, and would merge them after the plugins; the
    service worker's list needs the final places.

    Args:
        static_dir: The exported folder.
        frontend_path: As in Reflex's config; "" for the root.
    """
    path = PurePosixPath(frontend_path.strip("/"))
    if not path.parts:
        return static_dir
    site = static_dir / path
    site.mkdir(parents=True, exist_ok=True)
    for child in sorted(static_dir.iterdir()):
        if child.name == path.parts[0]:
            continue
        _merge(child, site / child.name)
    return site


def _merge(source: Path, target: Path) -> None:
    if source.is_dir() and target.is_dir():
        for child in sorted(source.iterdir()):
            _merge(child, target / child.name)
        source.rmdir()
    elif target.exists():
        # The router's empty shell has the name of the rendered first page.
        source.unlink()
    else:
        shutil.move(source, target)


def remove_leftovers(site: Path) -> None:
    """Remove sources and the second copy Reflex makes of each page (x.html beside x/)."""
    for name in _LEFTOVERS:
        shutil.rmtree(site / name, ignore_errors=True)
    for page in sorted(site.rglob("*.html")):
        if (page.with_suffix("") / "index.html").is_file():
            page.unlink()


def take_not_found_page(site: Path, route: str) -> str:
    """Take the rendered page for an unknown address out of the site and return its HTML.

    Args:
        site: The site's folder.
        route: The address it was rendered for, such as "/404".

    Raises:
        FolderError: It was not rendered.
    """
    page = site / route.strip("/") / "index.html"
    if not page.is_file():
        page = site / f"{route.strip('/')}.html"
    if not page.is_file():
        msg = f"the export holds no page for {route}: add one with app.add_page(…, route='404')"
        raise FolderError(msg)
    html = page.read_text(encoding="utf-8")
    page.unlink()
    if page.name == "index.html":
        page.parent.rmdir()
    return html


def pages(site: Path) -> Sequence[Path]:
    """Return every page of the site but the fallback for single-page apps, in a fixed order."""
    return sorted(page for page in site.rglob("*.html") if page.name != SPA_FALLBACK)


def write_not_found_page(site: Path, html: str, *, at_root: bool) -> None:
    """Write the 404 page.

    Args:
        site: The site's folder.
        html: The finished page.
        at_root: Whether the site is the exported folder itself. Reflex then copies the fallback
            for single-page apps over the 404 page after the plugins, so it must be the same.
    """
    (site / NOT_FOUND).write_text(html, encoding="utf-8")
    fallback = site / SPA_FALLBACK
    if at_root:
        fallback.write_text(html, encoding="utf-8")
    else:
        fallback.unlink(missing_ok=True)
