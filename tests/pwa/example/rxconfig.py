"""A small app for the tests: three pages, a page that is not there, and a neutral one."""

import os

import reflex as rx

from pwa_app.pwa import Look, Manifest, PwaPlugin, Screenshot, Shortcut

config = rx.Config(
    app_name="example",
    frontend_path=os.environ.get("EXAMPLE_PATH", ""),
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=[],
    disable_plugins=[rx.plugins.SitemapPlugin],
    plugins=[
        PwaPlugin(
            manifest=Manifest(
                name="Example app",
                short_name="Example",
                description="An app to test with.",
                lang="en-GB",
                theme_color="#17565b",
                background_color="#f6f3ec",
                dark_theme_color="#10201f",
                categories=["health"],
                shortcuts=[Shortcut(name="Form", url="form/")],
                screenshots=[Screenshot(path="screen.png", label="The first page")],
            ),
            storage_prefix="example",
            allowed_features=["microphone"],
            looks=[
                Look(
                    key="plain",
                    icon="assets/icon.svg",
                    manifest=Manifest(name="Plain app", short_name="Plain", description=""),
                )
            ],
        )
    ],
)
