"""From Reflex's exported folder to an installable offline site, step by step."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pwa_app.pwa import folder
from pwa_app.pwa.bundles import Bundles
from pwa_app.pwa.headers import write_headers_file
from pwa_app.pwa.icons import MANIFEST_ICONS, icon_files
from pwa_app.pwa.manifest import Manifest, manifest_members, manifest_text
from pwa_app.pwa.packs import packs_of, write_packs
from pwa_app.pwa.pages import Finish, finish_page, guarded_page, head_elements
from pwa_app.pwa.precache import kept_files, precache_list, with_last_page, with_precache_list

_GLOBAL_STYLES = "assets/__reflex_global_styles-*.css"


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a site is built from.

    Attributes:
        manifest: What the app is called and how it looks.
        icon: The SVG every icon is drawn from.
        bundles: The browser modules' code.
        frontend_path: The path the site is served at; "" for the root.
        not_found_route: The address the 404 page was rendered for.
        last_page: What the service worker shows when all else is lost; empty for the 404 page.
        policy_extra: More sources by directive of the Content-Security-Policy.
        allowed_features: What the Permissions-Policy lets the site use.
        not_kept: Paths, relative to the site, that the service worker does not keep.
    """

    manifest: Manifest
    icon: Path
    bundles: Bundles
    frontend_path: str
    not_found_route: str
    last_page: str
    policy_extra: Mapping[str, Sequence[str]]
    allowed_features: Sequence[str]
    not_kept: frozenset[str]

    @property
    def base_path(self) -> str:
        """The path the site is served at, "/" or "/es/"."""
        path = self.frontend_path.strip("/")
        return f"/{path}/" if path else "/"


def build_site(static_dir: Path, site: Site) -> Path:
    """Finish an export in place.

    Args:
        static_dir: The folder Vite has written.
        site: What it is built from.

    Returns:
        The site's folder: `static_dir`, or the folder in it that the site is served at.

    Raises:
        FolderError: The export lacks a page or style sheet it must have.
        PageError: The policy would block something a page holds.
        HydrationError: React Router's start script is not written as expected.
        IconError: The icon's drawing cannot be used.
        ValueError: A screenshot is missing or not a PNG file.
    """
    folder.remove_leftovers(static_dir)
    root = folder.gather(static_dir, site.frontend_path)
    _write_icons_and_manifest(root, site)
    _finish_pages(root, site, at_root=root == static_dir)
    write_headers_file(root, policy_extra=site.policy_extra, allowed_features=site.allowed_features)
    screenshots = (picture.path for picture in site.manifest.screenshots)
    code = with_last_page(site.bundles.service_worker, _last_page(root, site))
    write_worker(root, code, site.not_kept | frozenset(screenshots))
    return root


def _last_page(root: Path, site: Site) -> str:
    if not site.last_page:
        return (root / folder.NOT_FOUND).read_text(encoding="utf-8")
    return guarded_page(site.last_page, site.policy_extra, name="the last page")


def write_worker(root: Path, code: str, left_out: frozenset[str]) -> None:
    """Pack a finished site's small files and write its service worker, both anew.

    Args:
        root: The site's folder.
        code: The service worker with its last page, and without its list.
        left_out: Paths, relative to the site, that it does not keep.
    """
    files = kept_files(root, left_out)
    packs = packs_of(files)
    write_packs(root, packs)
    worker = with_precache_list(code, precache_list(files, packs))
    (root / "sw.js").write_text(worker, encoding="utf-8")


def _write_icons_and_manifest(root: Path, site: Site) -> None:
    for name, content in icon_files(site.icon.read_text(encoding="utf-8")).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    members = manifest_members(site.manifest, MANIFEST_ICONS, base_path=site.base_path, folder=root)
    (root / "manifest.webmanifest").write_text(manifest_text(members), encoding="utf-8")


def _finish_pages(root: Path, site: Site, *, at_root: bool) -> None:
    styles = _global_styles(root)
    finish = Finish(
        style=_inlined(styles.read_text(encoding="utf-8")),
        early=site.bundles.early,
        shell=site.base_path + _write_hashed(root, "shell", site.bundles.shell),
        head=head_elements(
            base_path=site.base_path,
            app_title=site.manifest.short_name,
            theme_color=site.manifest.theme_color,
            dark_theme_color=site.manifest.dark_theme_color,
        ),
        style_links=frozenset({site.base_path + styles.relative_to(root).as_posix()}),
        policy_extra=site.policy_extra,
    )
    not_found = folder.take_not_found_page(root, site.not_found_route)
    for page in folder.pages(root):
        name = page.relative_to(root).as_posix()
        html = finish_page(page.read_text(encoding="utf-8"), finish, name=name)
        page.write_text(html, encoding="utf-8")
    static = finish_page(not_found, finish, name=folder.NOT_FOUND, with_react=False)
    folder.write_not_found_page(root, static, at_root=at_root)
    styles.unlink()


def _global_styles(root: Path) -> Path:
    found = sorted(root.glob(_GLOBAL_STYLES))
    if len(found) != 1:
        msg = f"expected one {_GLOBAL_STYLES} in the export, found {len(found)}"
        raise folder.FolderError(msg)
    return found[0]


_COVER_STYLES = Path(__file__).parent / "browser" / "cover.css"


def _inlined(styles: str) -> str:
    """Return the style sheet for a style element, with the library's own rules."""
    if "</style" in styles.lower():
        msg = "the style sheet holds </style, which would end the style element"
        raise ValueError(msg)
    return styles.strip() + _without_comments(_COVER_STYLES.read_text(encoding="utf-8"))


def _without_comments(styles: str) -> str:
    return "".join(line.strip() for line in styles.splitlines() if not line.startswith("/*"))


def _write_hashed(root: Path, name: str, code: str) -> str:
    """Write a script under a name that changes with its content; return its path."""
    digest = hashlib.sha256(code.encode()).hexdigest()[:8]
    path = f"assets/{name}-{digest}.js"
    (root / path).write_text(code, encoding="utf-8")
    return path
