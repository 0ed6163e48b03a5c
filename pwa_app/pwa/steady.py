"""The router's manifest under a name that stays the same.

It names every script of a site, so it changes with each of them, and every page names it. Under a
name made from its content, as Vite gives it, one changed sentence would change every page, and an
update would fetch the whole site anew.
"""

from pathlib import Path

from pwa_app.pwa.folder import FolderError

ROUTES = "routes.js"
"""Where it is published. Like a page, a browser must ask before it uses a copy of its own."""

_AS_BUILT = "assets/manifest-*.js"


def name_routes(root: Path) -> str:
    """Give the manifest its lasting name, also where it names itself.

    Args:
        root: The site's folder.

    Returns:
        The path, relative to the site, by which the pages name it as yet.

    Raises:
        FolderError: There is no such file, or more than one.
    """
    found = sorted(root.glob(_AS_BUILT))
    if len(found) != 1:
        msg = f"expected one {_AS_BUILT} in the export, found {len(found)}"
        raise FolderError(msg)
    name = found[0].relative_to(root).as_posix()
    text = found[0].read_text(encoding="utf-8")
    (root / ROUTES).write_text(text.replace(name, ROUTES), encoding="utf-8")
    found[0].unlink()
    return name
