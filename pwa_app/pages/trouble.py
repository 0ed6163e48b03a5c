"""What stands in a page's place when the app itself broke: words, and the way to a person."""

import reflex as rx
from reflex.event import noop
from reflex_components_core.base.error_boundary import ErrorBoundary

from pwa_app import ui
from pwa_app.pages.layout import HOME, page
from pwa_app.pages.words import _


def trouble_boundary(_stateful: bool) -> rx.Component:
    """Keeps an error of the app from leaving an empty screen."""
    return ErrorBoundary.create(on_error=noop(), fallback_render=_trouble_page())


def _trouble_page() -> rx.Component:
    return page(
        # The page that broke took its own title with it.
        rx.el.title(_("Something broke here")),
        rx.el.h1(_("Something broke here")),
        ui.lead(_("That is our fault, not yours. What you saved is still on this phone.")),
        rx.el.div(
            ui.OutsideLink.create(_("Open the app again"), href=f"{HOME}/", class_name="button"),
            ui.OutsideLink.create(
                _("Talk to someone"), href=f"{HOME}/help/", class_name="button urgent"
            ),
            class_name="buttons section",
        ),
        room="",
    )
