"""After it has happened: the body first, then kindness, then people."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.pages.articles import AFTER, article_end, article_sections
from pwa_app.pages.layout import page
from pwa_app.pages.reading import reading_tools
from pwa_app.pages.words import _


def after_page(library: Library) -> rx.Component:
    """First aid at a safe level, with a person in one tap at both ends."""
    article = library.article(AFTER)
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        rx.el.div(
            ui.link(_("Call for help"), "/help/", class_name="button urgent"),
            class_name="section",
        ),
        reading_tools(),
        *article_sections(article),
        rx.el.div(
            ui.link(_("I need a person"), "/help/", class_name="button urgent"),
            ui.button_link(_("My plan"), "/plan/", "quiet"),
            ui.button_link(_("Cards that comfort"), "/cards/", "quiet"),
            class_name="row section",
        ),
        *article_end(library, article),
        room="help",
        back=(_("Help"), "/help/"),
    )
