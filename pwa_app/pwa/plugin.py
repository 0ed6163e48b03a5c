"""The plugin itself: it only tells Reflex when to call which of this library's functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Unpack

import reflex as rx
from reflex_base.config import get_config
from reflex_base.plugins.base import CommonContext, PostBuildContext, PreCompileContext

from pwa_app.pwa.build import Site, build_site
from pwa_app.pwa.bundles import NPM_PACKAGES, bundle, module_files
from pwa_app.pwa.looks import Look
from pwa_app.pwa.manifest import Manifest
from pwa_app.pwa.repairs import Repair, repairs


@dataclass(frozen=True, kw_only=True)
class PwaPlugin(rx.plugins.Plugin):
    """Makes a stateless Reflex export an installable app that works offline.

    Needs `rx.App(enable_state=False)`. Every route of the app becomes a page of its own.

    Attributes:
        manifest: What the app is called and how it looks.
        icon: The SVG every icon is drawn from (see icons.py), relative to the project.
        not_found_route: An address no page has. The app's 404 page is rendered for it, and what
            comes out becomes the static 404.html.
        last_page: A whole document without scripts that the service worker itself holds: shown
            where the phone has lost a page and there is no network. Empty: the 404 page.
        storage_prefix: Starts every key this library writes to the browser's storage. Builds of
            one host that are one app, such as two languages, share it.
        policy_extra: More sources by directive of the Content-Security-Policy.
        allowed_features: What the Permissions-Policy lets the site use; most else is denied.
        not_kept: Paths, relative to the site, that the service worker does not keep.
        looks: Other names and icons for the same app, for a person to choose from.
        painted_from: Id of a short element near the start of pages. A browser that is still reading
            a page paints nothing before it has come, so what stands above it is whole.
    """

    manifest: Manifest
    icon: str = "assets/icon.svg"
    not_found_route: str = "/404"
    last_page: str = ""
    storage_prefix: str = "pwa"
    policy_extra: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    allowed_features: Sequence[str] = ()
    not_kept: Sequence[str] = ()
    looks: Sequence[Look] = ()
    painted_from: str = ""

    def get_frontend_development_dependencies(
        self, **_context: Unpack[CommonContext]
    ) -> tuple[str, ...]:
        """Return the npm packages the service worker is bundled from."""
        return NPM_PACKAGES

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Write the browser modules and correct the files Reflex generates."""
        for path, text in module_files(self.storage_prefix).items():
            context["add_save_task"](_saved, path, text)
        for path, corrections in repairs(self.not_found_route).items():
            context["add_modify_task"](path, _one_after_another(corrections))

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Finish the exported folder.

        Raises:
            FileNotFoundError: There is no icon.
        """
        static_dir = context["static_dir"]
        site = Site(
            manifest=self.manifest,
            icon=Path(self.icon),
            # Reflex exports to build/client inside the frontend's folder.
            bundles=bundle(static_dir.parents[1]),
            frontend_path=get_config().frontend_path,
            not_found_route=self.not_found_route,
            last_page=self.last_page,
            policy_extra=self.policy_extra,
            allowed_features=self.allowed_features,
            not_kept=frozenset(self.not_kept),
            looks=self.looks,
            painted_from=self.painted_from,
        )
        build_site(static_dir, site)


def _saved(path: str, text: str) -> tuple[str, str]:
    return path, text


def _one_after_another(corrections: Sequence[Repair]) -> Repair:
    def correct(text: str) -> str:
        return reduce(lambda corrected, repair: repair(corrected), corrections, text)

    return correct
