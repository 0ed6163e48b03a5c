"""The pages about help that are not numbers, in one short line of links."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.pages.articles import HELP_ARTICLES, article_address


def help_links(library: Library) -> rx.Component:
    """How to find a specialist, what to say, supporting someone, after it has happened."""
    return rx.el.p(
        *(
            ui.link(library.article(slug).title, article_address(slug), class_name="chip")
            for slug in HELP_ARTICLES
        ),
        class_name="choices section",
    )
