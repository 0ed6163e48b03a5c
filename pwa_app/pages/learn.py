"""Short, sourced articles about self-harm, urges and help."""

from itertools import groupby

import reflex as rx

from pwa_app import ui
from pwa_app.content import Article, Library, Shelf
from pwa_app.pages.articles import article_address, article_end, article_sections
from pwa_app.pages.glossary import word_links
from pwa_app.pages.labels import SHELVES
from pwa_app.pages.layout import page
from pwa_app.pages.reading import reading_tools
from pwa_app.pages.words import _


def learn_page(library: Library) -> rx.Component:
    """All articles, in the order they are best read in."""
    shelves = groupby(library.articles(), key=lambda article: article.shelf)
    return page(
        rx.el.h1(_("Learn")),
        ui.lead(_("Short and honest. Read as much or as little as you want.")),
        *(_shelf(library, shelf, list(articles)) for shelf, articles in shelves),
        room="help",
        back=(_("Help"), "/help/"),
    )


def article_page(library: Library, article: Article) -> rx.Component:
    """One article with its sources and the days it was and will be looked over."""
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        reading_tools(),
        *article_sections(article),
        *article_end(library, article),
        room="help",
        back=(_("Learn"), "/learn/"),
    )


def _shelf(library: Library, shelf: Shelf, articles: list[Article]) -> rx.Component:
    return ui.section(
        SHELVES[shelf],
        rx.el.ul(
            *(
                ui.item(article.title, article.summary, article_address(article.slug))
                for article in articles
            ),
            class_name="items",
        ),
        *([word_links(library)] if shelf == Shelf.WORDS else []),
    )
