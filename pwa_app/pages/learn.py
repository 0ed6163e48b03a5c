"""Short, sourced articles about self-harm, urges and help."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Article, ArticleSection, Library
from pwa_app.pages.layout import page
from pwa_app.pages.words import _, date_text

AFTER = "after"
"""The article that stands at /help/after/, with people in one tap."""


def article_address(article: Article) -> str:
    """Where an article stands on this site."""
    return "/help/after/" if article.slug == AFTER else f"/learn/{article.slug}/"


def learn_page(library: Library) -> rx.Component:
    """All articles, in the order they are best read in."""
    return page(
        rx.el.h1(_("Learn")),
        ui.lead(_("Short and honest. Read as much or as little as you want.")),
        rx.el.ul(
            *(
                ui.item(article.title, article.summary, article_address(article))
                for article in library.articles()
            ),
            class_name="items section",
        ),
        room="help",
        back=(_("Help"), "/help/"),
    )


def article_page(article: Article) -> rx.Component:
    """One article with its sources and the days it was and will be looked over."""
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        *article_sections(article),
        *article_sources(article),
        room="help",
        back=(_("Learn"), "/learn/"),
    )


def article_sections(article: Article) -> list[rx.Component]:
    """What the article says."""
    return [_section(section) for section in article.sections]


def article_sources(article: Article) -> list[rx.Component]:
    """Where it comes from, and when it was and will be looked over."""
    sources = (
        rx.el.li(ui.link(source.name or source.url, source.url, custom_attrs=ui.AS_IS))
        for source in article.sources
    )
    return [
        ui.disclosure(_("Where it comes from"), rx.el.ul(*sources, class_name="sources")),
        rx.el.p(
            _("Looked over on {reviewed}. Next time: {next_review}.").format(
                reviewed=date_text(article.reviewed), next_review=date_text(article.next_review)
            ),
            class_name="small section",
        ),
    ]


def _section(section: ArticleSection) -> rx.Component:
    heading = [rx.el.h2(section.heading)] if section.heading else []
    points = [rx.el.ul(*(rx.el.li(point) for point in section.points))] if section.points else []
    return rx.el.section(
        *heading,
        *(rx.el.p(paragraph) for paragraph in section.paragraphs),
        *points,
        class_name="section prose",
    )
