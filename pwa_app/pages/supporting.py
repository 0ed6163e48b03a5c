"""For friends, family and teachers: the danger first, then what helps and what harms."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.pages.articles import SUPPORTING_SOMEONE, article_end, article_sections
from pwa_app.pages.layout import page
from pwa_app.pages.reading import reading_tools
from pwa_app.pages.words import _


def supporting_page(library: Library) -> rx.Component:
    """How to be with someone who self-harms, with a way to call at both ends."""
    article = library.article(SUPPORTING_SOMEONE)
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        rx.el.div(
            ui.link(_("Call for help"), "/help/", class_name="button urgent"),
            class_name="section no-print",
        ),
        reading_tools(),
        *article_sections(article),
        rx.el.div(
            ui.button_link(_("Lines that are for you too"), "/help/", "quiet"),
            class_name="section no-print",
        ),
        *article_end(library, article),
        room="help",
        back=(_("Help"), "/help/"),
    )
