"""Words that people use about help, explained."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.pages.articles import GLOSSARY, article_address, article_end
from pwa_app.pages.layout import page
from pwa_app.pages.reading import reading_tools
from pwa_app.pages.words import _


def glossary_page(library: Library) -> rx.Component:
    """Every word with what it means; each has an address of its own."""
    article = library.article(GLOSSARY)
    words = (
        rx.el.div(
            rx.el.dt(section.heading, id=section.key),
            *(rx.el.dd(paragraph) for paragraph in section.paragraphs),
        )
        for section in article.sections
    )
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        reading_tools(),
        rx.el.dl(*words, class_name="section prose about-list"),
        *article_end(library, article),
        room="help",
        back=(_("Learn"), "/learn/"),
    )


def word_links(library: Library) -> rx.Component:
    """Every word, leading to where it is explained."""
    return rx.el.ul(
        *(
            rx.el.li(
                rx.el.a(
                    section.heading,
                    href=f"{article_address(GLOSSARY)}#{section.key}",
                    class_name="chip",
                    # The router does not move to a place inside a page; the browser does.
                    custom_attrs={"reloadDocument": True},
                )
            )
            for section in library.article(GLOSSARY).sections
        ),
        class_name="choices section",
    )
