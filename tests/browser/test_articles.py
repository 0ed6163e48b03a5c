"""Articles can be found, read, heard and printed."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from pwa_app.content import Article
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.library import library
from tests.waiting import eventually, wait_for_react

HELP = ("find-a-specialist", "what-to-say", "supporting-someone", "after")

VOICES = """(voices) => {
  const spoken = (window.spoken = []);
  const synthesis = new EventTarget();
  synthesis.getVoices = () => voices;
  synthesis.speak = (words) => spoken.push(words.text);
  synthesis.cancel = () => {};
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
"""Stands in for the voices of a phone; headless Chromium has none."""

OWN_VOICE = [{"localService": True, "lang": "en-GB", "default": True}]
FAR_VOICE = [{"localService": False, "lang": "en-GB", "default": True}]


def route_of(article: Article) -> str:
    """Where an article has to stand."""
    return f"/help/{article.slug}/" if article.slug in HELP else f"/learn/{article.slug}/"


def test_every_article_has_its_page_with_all_its_words_sources_and_dates(dist: Path) -> None:
    for article in library().articles():
        main = read_page(dist, route_of(article)).find("main")
        assert main.find("h1").text == article.title
        for section in article.sections:
            for words in (*section.paragraphs, *section.points, *section.checks.values()):
                assert words in main.text, article.slug
            assert not section.heading or section.heading in main.text
        links = [link.attributes["href"] for link in main.find("", "sources").find_all("a")]
        assert links == [source.url for source in article.sources]
        assert f"Looked over on {article.reviewed.day} " in main.text, article.slug
        assert f"Next time: {article.next_review.day} " in main.text, article.slug


def test_articles_lead_to_other_sites_by_https_only(dist: Path) -> None:
    links = [
        link.attributes["href"]
        for article in library().articles()
        for link in read_page(dist, route_of(article)).find("main").find_all("a")
        if urlsplit(link.attributes["href"]).scheme
    ]
    assert {urlsplit(link).scheme for link in links} == {"https"}


def test_the_pages_about_help_are_linked_where_people_look_for_them(dist: Path) -> None:
    for page in ("/help/", "/learn/"):
        links = {
            link.attributes["href"] for link in read_page(dist, page).find("main").find_all("a")
        }
        assert {f"/help/{slug}/" for slug in HELP} <= links, page


def test_every_word_of_the_glossary_can_be_reached_from_learn(page: Page) -> None:
    page.goto("/learn/")
    wait_for_react(page)
    glossary = library().article("glossary")
    expect(page.locator(".section .chip")).to_have_count(len(glossary.sections))
    page.get_by_role("link", name="Referral", exact=True).click()
    page.wait_for_url("**/learn/glossary/#referral")
    expect(page.locator("#referral")).to_be_in_viewport()
    expect(page.get_by_text("When one person or team sends you on to another.")).to_be_visible()


def test_an_article_can_be_printed_and_read_in_larger_text(page: Page) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto("/learn/anger/")
    page.get_by_role("button", name="Print").click()
    eventually(page, lambda: page.evaluate("window.printed") == 1, "printed")
    page.get_by_role("link", name="Text size").click()
    page.wait_for_url("**/settings/")


def test_without_scripts_there_is_no_button_that_cannot_work(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/learn/anger/")
    expect(page.locator("main button:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_words_are_dark_on_white(new_context: NewContext, scheme: str) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto("/learn/anger/")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.emulate_media(media="print", color_scheme=scheme)
    style = "(element) => getComputedStyle(element).color"
    assert page.locator(".prose p").first.evaluate(style) == "rgb(0, 0, 0)"
    assert page.locator(".lead").evaluate(style) == "rgb(0, 0, 0)"
    expect(page.locator(".rooms")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_an_article_is_read_aloud_by_a_voice_of_the_phone(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.add_init_script(f"({VOICES})({OWN_VOICE!s})".replace("True", "true"))
    page.goto("/learn/anger/")
    page.get_by_role("button", name="Read aloud").click()
    article = library().article("anger")
    eventually(page, lambda: bool(page.evaluate("window.spoken.length")), "spoken")
    (spoken,) = page.evaluate("window.spoken")
    assert spoken.startswith(f"{article.title}. {article.summary}")
    assert article.sections[-1].paragraphs[-1] in spoken
    page.get_by_role("button", name="Stop reading").click()
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()


def test_no_voice_that_sends_the_words_away_is_offered(new_context: NewContext) -> None:
    page = new_context().new_page()
    voices = str(FAR_VOICE).replace("True", "true").replace("False", "false")
    page.add_init_script(f"({VOICES})({voices})")
    page.goto("/learn/anger/")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_role("button", name="Read aloud")).to_have_count(0)
