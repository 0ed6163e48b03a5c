"""Makes the table rows of articles from what packs say."""

from collections.abc import Iterator

from pwa_app.content.article_pack import ArticlePack, ArticleTranslation
from pwa_app.content.fallback import Fallback
from pwa_app.content.models import Article, ArticleSection, ArticleSource, ContentTable
from pwa_app.content.reading import Packs, Translation
from pwa_app.content.source_rows import SourceRows


def article_rows(packs: Packs, locale: str, sources: SourceRows) -> Iterator[ContentTable]:
    """The rows of all articles: articles, sections, links to sources."""
    translations = packs.translations.get(locale, Translation()).articles
    for slug, pack in packs.articles.items():
        translation = translations.get(slug, ArticleTranslation())
        yield _article(slug, pack, translation, locale)
        yield from _section_rows(slug, pack, translation, locale)
        for position, source_id in enumerate(sources.ids(pack.sources)):
            yield ArticleSource(article_slug=slug, source_id=source_id, position=position)


def _article(slug: str, pack: ArticlePack, translation: ArticleTranslation, locale: str) -> Article:
    say = Fallback(locale)
    return Article(
        slug=slug,
        title=say.choose("title", pack.title, translation.title),
        summary=say.choose("summary", pack.summary, translation.summary),
        shelf=pack.shelf,
        reviewed=pack.reviewed,
        next_review=pack.next_review,
        order=pack.order,
        see_also=pack.see_also,
        language=say.language,
        in_english=say.in_english,
    )


def _section_rows(
    slug: str, pack: ArticlePack, translation: ArticleTranslation, locale: str
) -> Iterator[ArticleSection]:
    say = Fallback(locale)
    chosen = say.choose("sections", pack.sections, translation.sections)
    for position, (section, facts) in enumerate(zip(chosen, pack.sections, strict=True)):
        yield ArticleSection(
            article_slug=slug,
            position=position,
            key=facts.key,
            country=facts.country,
            heading=section.heading,
            paragraphs=section.paragraphs,
            points=section.points,
            checks={check.key: check.text for check in section.checks},
            script=section.script,
            language=say.language,
        )
