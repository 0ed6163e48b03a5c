"""The parts that articles are made of, and where each article stands."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Article, ArticleSection, Library
from pwa_app.pages.words import _, date_text

AFTER = "after"
FIND_A_SPECIALIST = "find-a-specialist"
SUPPORTING_SOMEONE = "supporting-someone"
WHAT_TO_SAY = "what-to-say"
GLOSSARY = "glossary"

HELP_ARTICLES = (FIND_A_SPECIALIST, WHAT_TO_SAY, SUPPORTING_SOMEONE, AFTER)
"""The articles that stand under /help/, in the order in which they are offered there."""


def article_address(slug: str) -> str:
    """Where an article stands on this site."""
    return f"/help/{slug}/" if slug in HELP_ARTICLES else f"/learn/{slug}/"


def article_sections(article: Article) -> list[rx.Component]:
    """What the article says."""
    return [article_section(section) for section in article.sections]


def article_section(section: ArticleSection) -> rx.Component:
    """One stretch of it: heading, paragraphs, points."""
    heading = [rx.el.h2(section.heading)] if section.heading else []
    points = [rx.el.ul(*(rx.el.li(point) for point in section.points))] if section.points else []
    return rx.el.section(
        *heading,
        *(rx.el.p(paragraph) for paragraph in section.paragraphs),
        *points,
        class_name="section prose",
        **({"id": section.key} if section.key else {}),
    )


def article_end(library: Library, article: Article) -> list[rx.Component]:
    """What to read next, where the article comes from, and when it was and will be checked."""
    return [*_see_also(library, article), *article_sources(article)]


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


def _see_also(library: Library, article: Article) -> list[rx.Component]:
    if not article.see_also:
        return []
    others = [library.article(slug) for slug in article.see_also]
    return [
        ui.section(
            _("Read on, if you like"),
            rx.el.ul(
                *(
                    ui.item(other.title, other.summary, article_address(other.slug))
                    for other in others
                ),
                class_name="items",
            ),
            class_name="section no-print",
        )
    ]
