"""Reflex's own settings: a static site with no server, no telemetry and no badge."""

import reflex as rx

from pwa_app.device.plugin import DevicePlugin
from pwa_app.logic.plugin import LogicPlugin
from pwa_app.site import language, site

config = rx.Config(
    app_name="pwa_app",
    frontend_path=site().folder(language()).strip("/"),
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=[],
    disable_plugins=[rx.plugins.SitemapPlugin],
    plugins=[DevicePlugin(), LogicPlugin()],
)
