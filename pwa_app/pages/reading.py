"""Ways to read a page: aloud, on paper, larger."""

import reflex as rx

from pwa_app.device import held_value
from pwa_app.device.handlers import handler
from pwa_app.pages.modules import module_path
from pwa_app.pages.words import _

READ = "h1, .lead, .prose :is(h2, p, li, dt, dd)"
"""What of an article is read aloud."""


class ReadAloud(rx.Component):
    """The `ReadAloud` component of browser/speech.js."""

    library = module_path("speech")
    tag = "ReadAloud"

    what: rx.Var[str]
    start: rx.Var[str]
    stop: rx.Var[str]


def reading_tools() -> rx.Component:
    """A row of small buttons; those that need a script are there once it is."""
    return rx.el.div(
        rx.el.a(_("Text size"), href="/settings/", class_name="chip"),
        print_button("chip"),
        ReadAloud.create(
            what=READ, start=_("Read aloud"), stop=_("Stop reading"), class_name="chip"
        ),
        class_name="choices section no-print",
    )


def print_button(class_name: str) -> rx.Component:
    """A button that prints the page."""
    return rx.el.button(
        _("Print"),
        type="button",
        class_name=class_name,
        hidden=~held_value("printing").ready,
        on_click=handler("window.print()"),
    )
