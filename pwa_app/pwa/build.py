"""From Reflex's exported folder to an installable offline site, step by step."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pwa_app.pwa import folder
from pwa_app.pwa.bundles import Bundles
from pwa_app.pwa.critical import needed_rules, sections
from pwa_app.pwa.headers import write_headers_file
from pwa_app.pwa.icons import MANIFEST_ICONS, write_icons
from pwa_app.pwa.looks import Look, looks_script, only_to_install, write_look
from pwa_app.pwa.manifest import MANIFEST_FILE, Manifest, manifest_members, manifest_text
from pwa_app.pwa.markup import classes_of
from pwa_app.pwa.packs import address, packs_of, write_packs
from pwa_app.pwa.pages import Finish, finish_page, guarded_page, head_elements
from pwa_app.pwa.precache import kept_files, precache_list, with_last_page, with_precache_list
from pwa_app.pwa.steady import ROUTES, name_routes
from pwa_app.pwa.style_sheets import global_styles, inlined, page_styles


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
        looks: Other names and icons for the same app.
        painted_from: Id of the element that nothing is painted before; "" for none.
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
    looks: Sequence[Look] = ()
    painted_from: str = ""

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
    code = with_last_page(site.bundles.service_worker, _last_page(root, site))
    write_worker(root, code, _left_out(site))
    return root


def _left_out(site: Site) -> frozenset[str]:
    manifests = (site.manifest, *(look.manifest for look in site.looks))
    pictures = (picture.path for manifest in manifests for picture in manifest.screenshots)
    return site.not_kept | frozenset(pictures) | only_to_install(site.looks)


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
    write_icons(root, site.icon.read_text(encoding="utf-8"))
    members = manifest_members(site.manifest, MANIFEST_ICONS, base_path=site.base_path, folder=root)
    (root / MANIFEST_FILE).write_text(manifest_text(members), encoding="utf-8")
    for look in site.looks:
        write_look(root, look, base_path=site.base_path)


def _finish_pages(root: Path, site: Site, *, at_root: bool) -> None:
    styles = global_styles(root)
    rules = styles.read_text(encoding="utf-8")
    finish = Finish(
        style="",
        all_styles=site.base_path + styles.relative_to(root).as_posix(),
        early=site.bundles.early,
        shell=site.base_path + _write_shell(root, site.bundles),
        head=head_elements(
            base_path=site.base_path,
            app_title=site.manifest.short_name,
            theme_color=site.manifest.theme_color,
            dark_theme_color=site.manifest.dark_theme_color,
            looks=_write_looks_script(root, site),
        ),
        page_styles=page_styles(root, site.base_path, beside=styles),
        policy_extra=site.policy_extra,
        painted_from=site.painted_from,
    )
    routes = site.base_path + name_routes(root)
    not_found = folder.take_not_found_page(root, site.not_found_route)
    pages = {
        page.relative_to(root): page.read_text(encoding="utf-8").replace(
            routes, site.base_path + ROUTES
        )
        for page in folder.pages(root)
    }
    classes = sections({page: classes_of(html) for page, html in pages.items()})
    for page, html in pages.items():
        own = replace(finish, style=inlined(needed_rules(rules, classes[page])))
        path = site.base_path + address(PurePosixPath(page)).removeprefix("./")
        finished = finish_page(html, own, name=page.as_posix(), path=path)
        (root / page).write_text(finished, encoding="utf-8")
    own = replace(finish, style=inlined(needed_rules(rules, classes_of(not_found))))
    static = finish_page(not_found, own, name=folder.NOT_FOUND)
    folder.write_not_found_page(root, static, at_root=at_root)


def _write_looks_script(root: Path, site: Site) -> str:
    """Write the script that gives a page a look; return its address, "" where there are none."""
    if not site.looks:
        return ""
    code = looks_script(site.bundles.looks, site.manifest, site.looks)
    return site.base_path + _write_hashed(root, "looks", code)


_GESTURES = "gestures.js"


def _write_shell(root: Path, bundles: Bundles) -> str:
    """Write the shell and the module it brings by itself; return the shell's path."""
    if bundles.shell.count(_GESTURES) != 1:
        msg = f"the shell must name {_GESTURES} exactly once"
        raise ValueError(msg)
    gestures = Path(_write_hashed(root, "gestures", bundles.gestures)).name
    return _write_hashed(root, "shell", bundles.shell.replace(_GESTURES, gestures))


def _write_hashed(root: Path, name: str, code: str) -> str:
    """Write a script under a name that changes with its content; return its path."""
    digest = hashlib.sha256(code.encode()).hexdigest()[:8]
    path = f"assets/{name}-{digest}.js"
    (root / path).write_text(code, encoding="utf-8")
    return path
