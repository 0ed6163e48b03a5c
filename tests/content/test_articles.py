"""The articles cover what they have to, in words that can be read, and not past their day."""

from datetime import timedelta
from itertools import groupby

import pytest
import textstat

from pwa_app.content import (
    DEFAULT_PACKS,
    Article,
    ArticleSection,
    Library,
    Packs,
    Shelf,
    open_library,
    overdue_articles,
    read_packs,
)

ARTICLES = DEFAULT_PACKS / "en" / "articles"
SLUGS = sorted(path.stem for path in ARTICLES.glob("*.toml"))

TOPICS = {
    "no magic cure; learning new ways to cope": ("recovery-and-setbacks", "no quick cure"),
    "often goes with another difficulty": ("what-self-harm-is", "not an illness by itself"),
    "behavioural techniques": ("talking-therapies", "solving one problem at a time"),
    "stress management": ("stress", "Give worry its own time"),
    "medicines, and what they are for": ("medicines", "Mood stabilisers"),
    "therapy need not wait for medicine": ("talking-therapies", "without any medicine"),
    "no medicine treats self-harm itself": ("medicines", "treat self-harm itself"),
    "psychodynamic therapy": ("talking-therapies", "Psychodynamic"),
    "DBT": ("talking-therapies", "DBT"),
    "CBT-informed therapy": ("talking-therapies", "CBT, and help that is built on it"),
    "compassion, not force": ("supporting-someone", "Why force does not help"),
    "hospital": ("hospital", "emergency department"),
    "taking things away leaves a person without defence": (
        "supporting-someone",
        "without any way to cope",
    ),
    "journaling": ("journaling", "diary"),
    "anger": ("anger", "Anger is a normal feeling"),
    "replacing, not only removing": ("replacing-not-removing", "add something first"),
    "the wish to recover comes and goes": ("recovery-and-setbacks", "comes and goes"),
    "how clinicians may feel": ("specialists", "helpless"),
    "local teams, and being sent on": ("find-a-specialist", "special service"),
    "S.A.F.E. Alternatives, not confirmed": ("find-a-specialist", "Not confirmed"),
    "own doctor": ("find-a-specialist", "your own doctor"),
    "county medical society": ("find-a-specialist", "county medical society"),
    "county psychological association": ("find-a-specialist", "county psychological association"),
    "area psychiatric hospitals": ("find-a-specialist", "psychiatric hospitals in your area"),
    "setbacks": ("recovery-and-setbacks", "not back where you began"),
}
"""Each topic of the founding text (some in parts): the article that covers it, with words of it."""


@pytest.fixture(scope="module")
def packs() -> Packs:
    return read_packs()


@pytest.fixture(scope="module")
def library(packs: Packs) -> Library:
    return open_library(packs=packs)


def words_of(section: ArticleSection) -> list[str]:
    """What a section says, part by part, without its heading."""
    script = section.script.splitlines() if section.script else []
    return [*section.paragraphs, *section.points, *section.checks.values(), *script]


def read_aloud(article: Article) -> str:
    """The whole article as sentences, lists too."""
    parts = [article.summary, *(part for section in article.sections for part in words_of(section))]
    return " ".join(part if part[-1] in ".?" else f"{part}." for part in parts)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_can_be_read_at_the_age_of_eleven(library: Library, slug: str) -> None:
    """Flesch and Kincaid's grade 6 is the sixth year of school, at the age of eleven."""
    assert textstat.flesch_kincaid_grade(read_aloud(library.article(slug))) <= 6


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_of_the_founding_text_has_its_page(library: Library, topic: str) -> None:
    slug, words = TOPICS[topic]
    article = library.article(slug)
    headings = [section.heading for section in article.sections if section.heading]
    assert words in " ".join([*headings, read_aloud(article)])


def test_every_article_names_its_sources_and_none_by_plain_http(library: Library) -> None:
    for article in library.articles():
        assert article.sources, article.slug
        for source in article.sources:
            assert source.url.startswith("https://"), source.url
            assert source.name, source.url


def test_the_articles_of_a_shelf_stand_together(library: Library) -> None:
    shelves = [shelf for shelf, _ in groupby(article.shelf for article in library.articles())]
    assert shelves == list(Shelf)


def test_every_article_leads_on_to_another(library: Library) -> None:
    for article in library.articles():
        assert article.see_also, article.slug
        assert article.slug not in article.see_also


def test_a_word_of_the_glossary_has_an_address_and_stands_in_order(library: Library) -> None:
    words = [(section.heading, section.key) for section in library.article("glossary").sections]
    assert all(heading and key for heading, key in words)
    assert words == sorted(words, key=lambda word: str(word[0]).lower())


def test_no_article_gives_a_number_to_call(library: Library) -> None:
    """Numbers stand in the services' packs only, where they are checked."""
    named = {"111"}
    for article in library.articles():
        digits = {word.strip(".,:") for word in read_aloud(article).split() if word[0].isdigit()}
        assert {word for word in digits if len(word) >= 3} <= named, article.slug


def test_an_article_is_named_once_its_next_review_is_past(packs: Packs) -> None:
    days = [article.next_review for article in packs.articles.values()]
    assert overdue_articles(packs, min(days)) == []
    late = overdue_articles(packs, max(days) + timedelta(days=1))
    assert len(late) == len(packs.articles)
    assert late[0].startswith("articles/")
    assert "2027" in late[0]
