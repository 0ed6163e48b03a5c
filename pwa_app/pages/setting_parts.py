"""What pages with settings share."""

import reflex as rx

from pwa_app.pages.words import _


def not_kept_message() -> rx.Component:
    """Says that a choice holds only until the page is left; hidden until that is so."""
    return rx.el.p(
        _("This browser does not let the app remember your choice. It holds for now."),
        class_name="problem",
        hidden=True,
        role="status",
        custom_attrs={"data-setting-problem": ""},
    )
