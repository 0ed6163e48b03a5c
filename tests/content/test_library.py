"""What pages can ask, and in which order they get it."""

from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel, create_engine

from pwa_app.content import (
    Card,
    Category,
    Feeling,
    Library,
    Need,
    ServiceKind,
    open_library,
    read_packs,
)
from tests.content.samples import ARTICLE, CARD, COUNTRY, WritePack


def write_card(write: WritePack, slug: str, **changes: str) -> None:
    lines = [
        f"{key} = {changes.pop(key)}" if (key := line.split(" ")[0]) in changes else line
        for line in CARD.splitlines()
    ]
    write(f"en/cards/{slug}.toml", "\n".join(lines) + "\n")


def service(key: str, kind: str, name: str, region: str = "") -> str:
    text = COUNTRY[COUNTRY.index("[[services]]") :]
    text = text.replace("ie-samaritans", key).replace("crisis_line", kind)
    text = text.replace('"Samaritans"', f'"{name}"')
    return text.replace('hours = "always"', f'{region}\nhours = "always"')


def slugs(cards: list[Card]) -> list[str]:
    return [card.slug for card in cards]


@pytest.fixture
def library(tmp_path: Path, write_pack: WritePack) -> Library:
    write_card(write_pack, "long", minutes="[5, 9]", title='"A long one"')
    write_card(write_pack, "short", minutes="[1, 2]", title='"B"')
    write_card(write_pack, "also-short", minutes="[1, 2]", title='"a"')
    write_card(write_pack, "gentle", energy='"low"', minutes="[9, 9]")
    write_card(write_pack, "with-pen", energy='"low"', needs='["pen"]', category='"express"')
    write_card(write_pack, "sad", feelings='["sad"]', category='"express"', minutes="[1, 1]")
    write_card(write_pack, "lonely", feelings='["alone"]', category='"connect"')
    return open_library(packs=tmp_path)


def test_cards_for_a_feeling_ask_least_first(library: Library) -> None:
    expected = ["gentle", "also-short", "short", "long", "with-pen"]
    assert slugs(library.cards_for(Feeling.NUMB)) == expected
    assert slugs(library.cards_for(Feeling.NUMB, limit=2)) == expected[:2]
    assert library.cards_for(Feeling.ANGRY) == []


def test_all_cards_come_by_category(library: Library) -> None:
    ground = ["gentle", "also-short", "short", "long"]
    assert slugs(library.all_cards()) == [*ground, "sad", "with-pen", "lonely"]
    assert slugs(library.cards_in(Category.GROUND)) == ground


def test_similar_cards_share_the_category_or_feelings(library: Library) -> None:
    alike = ["gentle", "sad", "also-short", "short", "long"]
    assert slugs(library.similar_cards(library.card("with-pen"), limit=9)) == alike
    assert slugs(library.similar_cards(library.card("short"), limit=2)) == ["gentle", "also-short"]
    assert library.similar_cards(library.card("lonely")) == []


def test_going_on_from_card_to_card_sees_the_whole_category(library: Library) -> None:
    card = library.card("short")
    seen: list[str] = []
    for _ in range(4):
        following = library.next_card(card)
        assert following is not None
        card = following
        seen.append(card.slug)
    assert seen == ["long", "gentle", "also-short", "short"]
    assert library.next_card(library.card("lonely")) is None


def test_a_card_tells_everything_after_the_database_is_closed(library: Library) -> None:
    card = library.card("short")
    library.engine.dispose()
    assert [step.text for step in card.steps] == ["Look around.", "Name 5 things you see."]
    assert card.feelings == [Feeling.NUMB, Feeling.ANXIOUS]
    assert card.needs == [Need.NOTHING]
    assert card.cautions == []
    assert (card.minutes_least, card.minutes_most) == (1, 2)
    assert [source.url for source in card.sources] == ["https://hospital.example/page"]
    assert card.language == "en"


def test_an_unknown_card_or_article_is_an_error(library: Library) -> None:
    with pytest.raises(LookupError, match="card nowhere"):
        library.card("nowhere")
    with pytest.raises(LookupError, match="article nowhere"):
        library.article("nowhere")


def test_services_come_emergency_first_then_by_kind_region_and_name(
    tmp_path: Path, write_pack: WritePack
) -> None:
    parts = [
        service("ie-a", "directory", "A"),
        service("ie-b", "support_line", "B"),
        service("ie-c", "crisis_line", "C", 'region = "IE-D"'),
        service("ie-d", "crisis_line", "z line"),
        service("ie-e", "crisis_line", "Y line"),
        service("ie-f", "emergency", "F"),
        service("ie-g", "specialist_service", "G"),
        service("ie-h", "peer_support", "H"),
    ]
    write_pack("en/services/ie.toml", 'country = "IE"\n' + "".join(parts))
    anywhere = service("int-a", "directory", "Anywhere").replace('"call"', '"web"')
    write_pack(
        "en/international.toml",
        'country = "INT"\n' + anywhere.replace('"116123"', '"https://anywhere.example"'),
    )
    library = open_library(packs=tmp_path)
    expected = ["ie-f", "ie-e", "ie-d", "ie-c", "ie-b", "ie-h", "ie-g", "ie-a"]
    assert [service.id for service in library.services("ie")] == expected
    assert library.services("IE")[0].kind == ServiceKind.EMERGENCY
    assert [service.id for service in library.services("INT")] == ["int-a"]
    assert library.countries() == ["IE"]
    assert library.services("FR") == []


def test_hours_past_midnight_close_after_1440(tmp_path: Path, write_pack: WritePack) -> None:
    weekly = (
        'timezone = "Europe/Dublin"\n'
        'weekly = [{ days = ["sun"], open = "18:00", close = "02:00" },'
        ' { days = ["mon", "tue"], open = "09:00", close = "24:00" },'
        ' { days = ["mon"], open = "00:00", close = "00:00" }]'
    )
    write_pack("en/services/ie.toml", COUNTRY.replace('hours = "always"', weekly))
    [found] = open_library(packs=tmp_path).services("IE")
    assert found.hours == "weekly"
    assert [(h.weekday, h.opens, h.closes) for h in found.opening_hours] == [
        *((0, 0, 1440), (0, 540, 1440), (1, 540, 1440)),
        (6, 1080, 1560),
    ]


def test_articles_come_in_their_order_with_their_sections(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack("en/articles/a.toml", ARTICLE)
    write_pack("en/articles/b.toml", ARTICLE.replace("order = 10", "order = 5"))
    library = open_library(packs=tmp_path)
    assert [article.slug for article in library.articles()] == ["b", "a"]
    assert library.article("a").sections[0].paragraphs == ["One paragraph."]


def test_what_is_not_translated_stays_english_and_says_so(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack("en/cards/one.toml", CARD.replace("evidence", 'care = "Go slowly."\nevidence'))
    write_pack("en/cards/two.toml", CARD)
    write_pack("en/services/ie.toml", COUNTRY)
    write_pack("en/articles/a.toml", ARTICLE)
    write_pack("es/cards/one.toml", 'title = "Cinco cosas"\nsummary = "Para ti."\n')
    write_pack("es/services/ie.toml", '[[services]]\nid = "ie-samaritans"\nabout = "Te escuchan."')
    write_pack("es/articles/a.toml", '[[sections]]\nparagraphs = ["Un párrafo.", "Otro."]\n')
    packs = read_packs(tmp_path)
    library = open_library("es", packs)
    one, two = library.card("one"), library.card("two")
    assert (one.title, one.language, one.language_of("title")) == ("Cinco cosas", "es", "es")
    assert (one.care, one.language_of("care")) == ("Go slowly.", "en")
    assert (one.steps[0].text, one.steps[0].language) == ("Look around.", "en")
    assert (two.title, two.language, two.in_english) == ("Name five things", "en", [])
    assert (library.services("IE")[0].about, library.services("IE")[0].language) == (
        *("Te escuchan.", "es"),
    )
    article = library.article("a")
    assert (article.language, article.sections[0].language) == ("en", "es")
    assert open_library("en", packs).card("one").title == "Name five things"
    assert open_library("fr", packs).card("one").language == "en"


def test_the_notes_of_channels_are_translated_one_by_one(
    tmp_path: Path, write_pack: WritePack
) -> None:
    channels = (
        '[[services.channels]]\ntype = "sms"\nvalue = "50808"\nnote = "In the evening."\n'
        '[[services.channels]]\ntype = "call"\nvalue = "1800247247"\n'
        '[[services.channels]]\ntype = "email"\nvalue = "a@line.example"\nnote = "Later."\n'
    )
    english = COUNTRY.replace("[[services.sources]]", f"{channels}[[services.sources]]")
    write_pack("en/services/ie.toml", english)
    notes = 'notes = ["Por la tarde.", "Luego."]'
    write_pack("es/services/ie.toml", f'[[services]]\nid = "ie-samaritans"\n{notes}\n')
    packs = read_packs(tmp_path)
    [spanish] = open_library("es", packs).services("IE")
    assert [(channel.note, channel.language) for channel in spanish.channels] == [
        (None, "en"),
        ("Por la tarde.", "es"),
        (None, "en"),
        ("Luego.", "es"),
    ]
    [french] = open_library("fr", packs).services("IE")
    assert [channel.note for channel in french.channels] == [
        None,
        "In the evening.",
        None,
        "Later.",
    ]


def test_a_database_holds_the_newest_packs_and_other_tables_are_left_alone(
    tmp_path: Path, write_pack: WritePack
) -> None:
    url = f"sqlite:///{tmp_path / 'content.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (id INTEGER)")
    write_card(write_pack, "one")
    open_library(packs=tmp_path, url=url).engine.dispose()
    write_card(write_pack, "two")
    (tmp_path / "en/cards/one.toml").unlink()
    library = open_library(packs=tmp_path, url=url)
    assert slugs(library.all_cards()) == ["two"]
    assert "theirs" in inspect(library.engine).get_table_names()
    assert "card" not in SQLModel.metadata.tables
    library.engine.dispose()
    engine.dispose()
