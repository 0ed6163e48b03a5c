"""The way to take a deletion back, on every page that has one; its looks are the styles "undo"."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.storage import store
from pwa_app.pages.words import _


def undo(removed: rx.Var[bool], said: str) -> rx.Component:
    """Says what was deleted, with a button that brings it back.

    Args:
        removed: Whether what was deleted last is what is said.
        said: A sentence that says what is gone.
    """
    return rx.el.div(
        rx.cond(
            removed,
            ui.notice(
                rx.el.p(said),
                rx.el.button(
                    _("Undo"), type="button", class_name="button quiet", on_click=store.restore()
                ),
            ),
        ),
        role="status",
        class_name="undo",
    )
