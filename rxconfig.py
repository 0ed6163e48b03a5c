"""Reflex's own settings: a static site with no server, no telemetry and no badge."""

import reflex as rx

from pwa_app.content import open_library
from pwa_app.device.plugin import DevicePlugin
from pwa_app.logic.plugin import LogicPlugin
from pwa_app.pages.last_page import last_page
from pwa_app.pages.look_names import PLAIN_LOOKS
from pwa_app.pages.plugin import PagesPlugin
from pwa_app.pages.words import _, catalogue
from pwa_app.pwa import Look, Manifest, PwaPlugin, Screenshot, Shortcut
from pwa_app.site import ALLOWED_FEATURES, POLICY_EXTRA, STORAGE_PREFIX, language, site
from pwa_app.ui.frame import UPDATE_NOTICE

manifest = Manifest(
    name=site().name,
    short_name=site().short_name,
    description=_(
        "Something to do right now, a log that stays on your phone, and a person to talk to."
    ),
    lang=language(),
    direction=catalogue.direction,
    theme_color="#f6f3ec",
    dark_theme_color="#10181b",
    background_color="#f6f3ec",
    categories=["health", "lifestyle", "medical"],
    shortcuts=[
        Shortcut(name=_("Ride out an urge"), url="urge/"),
        Shortcut(name=_("Log"), url="log/"),
        Shortcut(name=_("Help now"), url="help/"),
    ],
    screenshots=[
        Screenshot(path="screenshots/now.png", label=_("Something to do right now")),
        Screenshot(path="screenshots/card.png", label=_("A card with one step at a time")),
        Screenshot(path="screenshots/help.png", label=_("Numbers to call in your country")),
        Screenshot(
            path="screenshots/wide.png", label=_("The same on a computer"), form_factor="wide"
        ),
    ],
)

# Nothing in them tells of this app: no description, no category, no shortcut and no picture.
looks = [
    Look(
        key=look.key,
        icon=f"assets/looks/{look.key}.svg",
        manifest=Manifest(
            name=look.name,
            short_name=look.name,
            description="",
            lang=language(),
            direction=catalogue.direction,
            theme_color="#f6f6f6",
            dark_theme_color="#141618",
            background_color="#f6f6f6",
        ),
    )
    for look in PLAIN_LOOKS
]

config = rx.Config(
    app_name="pwa_app",
    frontend_path=site().folder(language()).strip("/"),
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=[],
    disable_plugins=[rx.plugins.SitemapPlugin],
    plugins=[
        DevicePlugin(),
        LogicPlugin(),
        PagesPlugin(),
        PwaPlugin(
            manifest=manifest,
            last_page=last_page(open_library(language())),
            storage_prefix=STORAGE_PREFIX,
            # Every page has the styles inside; the files are only what they were made of.
            # The same holds for the drawings the icons were made from.
            not_kept=["styles", *(f"looks/{look.key}.svg" for look in looks)],
            policy_extra=POLICY_EXTRA,
            allowed_features=ALLOWED_FEATURES,
            looks=looks,
            painted_from=UPDATE_NOTICE,
        ),
    ],
)
