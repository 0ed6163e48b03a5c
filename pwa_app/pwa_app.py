"""The app: its pages, styles and languages put together for Reflex."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import open_library
from pwa_app.pages.languages import language_links
from pwa_app.pages.not_found import not_found_page
from pwa_app.pages.routes import Route, all_routes
from pwa_app.pages.trouble import trouble_boundary
from pwa_app.pages.words import catalogue
from pwa_app.site import language


def add_page(app: rx.App, route: Route) -> None:
    """Gives a route to Reflex, with its links to the same page in other languages."""
    app.add_page(
        route.content,
        route=route.path.rstrip("/") or "/",
        title=route.full_title,
        description=route.description,
        image="icons/any-512.png",
        meta=language_links(route.path),
    )


app = rx.App(
    enable_state=False,
    toaster=None,
    html_lang=language(),
    html_custom_attrs={"dir": catalogue.direction},
    stylesheets=ui.STYLESHEETS,
    reset_style=False,
    app_wraps={(55, "ErrorBoundary"): trouble_boundary},
)
for one in all_routes(open_library(language())):
    add_page(app, one)
app.add_page(not_found_page, route="404", title=catalogue.gettext("This page is not here"))
