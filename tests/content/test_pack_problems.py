"""What an editor is told about a wrong pack: file, line, reason."""

from pathlib import Path

import pytest

from pwa_app.content import PackError, Problem, open_library, read_packs
from tests.content.samples import ARTICLE, CARD, COUNTRY, WritePack

CARD_FILE = "en/cards/name-five-things.toml"
COUNTRY_FILE = "en/services/ie.toml"
ARTICLE_FILE = "en/articles/what-it-is.toml"


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(PackError) as caught:
        read_packs(folder, year=2026)
    return caught.value.problems


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def the_one_problem(folder: Path, path: Path, line: int) -> str:
    problems = problems_of(folder)
    assert [(problem.file, problem.line) for problem in problems] == [(path, line)], problems
    return problems[0].reason


@pytest.mark.parametrize(
    ("old", "new", "at", "reason"),
    [
        ('category = "ground"', 'category = "grond"', "category", '"grond" is not on the list'),
        ('["numb", "anxious"]', '["numb", "bored"]', "feelings", "item 2 of feelings"),
        ('["numb", "anxious"]', '["numb", "numb"]', "feelings", '"numb" is there twice'),
        ('["numb", "anxious"]', "[]", "feelings", "feelings has 0 items; give at least 1"),
        ('["home"]', '["moon"]', "places", '"moon" is not on the list'),
        ('energy = "any"', 'energy = "some"', "energy", "use low, any or high"),
        ('["nothing"]', '["nothing", "pen"]', "needs", '"nothing" and something'),
        ('evidence = "C"', 'evidence = "E"', "evidence", '"E" is not on the list'),
        ("[2, 5]", "[5, 2]", "minutes", "the least first"),
        ("[2, 5]", "[2, 61]", "minutes", "from 1 to 60"),
        ("[2, 5]", '["2", "5"]', "minutes", "whole number"),
        ("title =", "titel =", "titel", 'did you mean "title"?'),
        ('"https://hospital.example/page"', '"hospital.example"', "url", "not a web address"),
        ('"https://hospital.example/page"', '"ftp://hospital.example"', "url", "https://"),
        ('"For when it is too much."', '""', "summary", "summary is empty"),
        ('"For when it is too much."', "5", "summary", "text in quotes"),
        ('"For when it is too much."', f'"{"a" * 401}"', "summary", "too long"),
    ],
)
def test_a_wrong_key_of_a_card_is_named_at_its_line(
    tmp_path: Path, write_pack: WritePack, old: str, new: str, at: str, reason: str
) -> None:
    text = CARD.replace(old, new)
    path = write_pack(CARD_FILE, text)
    found = [problem for problem in problems_of(tmp_path) if reason in problem.reason]
    assert [(p.file, p.line) for p in found][:1] == [(path, line_of(text, at))]


def test_a_missing_key_is_named(tmp_path: Path, write_pack: WritePack) -> None:
    path = write_pack(CARD_FILE, CARD.replace('energy = "any"\n', ""))
    assert the_one_problem(tmp_path, path, 1) == "energy is missing; add it"


def test_a_card_has_two_to_seven_steps(tmp_path: Path, write_pack: WritePack) -> None:
    line = line_of(CARD, "steps")
    path = write_pack(CARD_FILE, CARD.replace('    "Look around.",\n', ""))
    assert the_one_problem(tmp_path, path, line) == "steps has 1 item; give at least 2"
    write_pack(CARD_FILE, CARD.replace('    "Look around.",\n', '    "Look.",\n' * 7))
    assert the_one_problem(tmp_path, path, line) == "steps has 8 items; keep to at most 7"


def test_a_card_and_a_service_rest_on_a_source(tmp_path: Path, write_pack: WritePack) -> None:
    card = write_pack(CARD_FILE, CARD[: CARD.index("[[sources]]")])
    country = write_pack(COUNTRY_FILE, COUNTRY[: COUNTRY.index("[[services.sources]]")])
    assert [(p.file, p.line, p.reason) for p in problems_of(tmp_path)] == [
        (card, 1, "sources is missing; add it"),
        (country, line_of(COUNTRY, "[[services]]"), "sources is missing; add it"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "reason"),
    [
        ('kind = "crisis_line"', 'kind = "line"', "kind", '"line" is not on the list'),
        ('"everyone"', '"grown_ups"', "audiences", '"grown_ups" is not on the list'),
        ('"ie-samaritans"', '"gb-samaritans"', "id", 'must start with the country code: "ie-'),
        ('"ie-samaritans"', '"ie_Samaritans"', "id", 'joined by "-"'),
        ('country = "IE"', 'country = "GB"', "country", "does not fit the name of this file"),
        ('country = "IE"', 'country = "QQ"', "country", "is not a country"),
        ("checked = 2026", "checked = 2027", "checked", "cannot be in the future"),
        ('hours = "always"', 'hours = "weekly"', "hours", "take hours out"),
        ('hours = "always"', 'free = "yes"\nhours = "always"', "free", "true or false"),
        ('hours = "always"', 'region = "GB-ENG"\nhours = "always"', "region", "starts with IE-"),
        ('["en"]', '["English"]', "languages", "BCP 47"),
        ('"116123"', '"999999999"', "value", "is not a number of IE"),
        ('"116123"', '"call us"', "value", "not a number to dial"),
        ('value = "116123"', 'value = "116123"\nkeyword = "HELLO"', "keyword", "sent in a message"),
        ('type = "call"', 'type = "chat"', "value", "not a web address"),
        ('type = "call"', 'type = "email"', "value", "not an email address"),
        ('type = "call"', 'type = "telegram"', "type", '"telegram" is not on the list'),
    ],
)
def test_a_wrong_key_of_a_service_is_named_at_its_line(
    tmp_path: Path, write_pack: WritePack, old: str, new: str, at: str, reason: str
) -> None:
    text = COUNTRY.replace(old, new)
    path = write_pack(COUNTRY_FILE, text)
    assert reason in the_one_problem(tmp_path, path, line_of(text, at))


@pytest.mark.parametrize(
    ("hours", "at", "reason"),
    [
        ("", "[[services]]", "hours are missing"),
        ('weekly = [{ days = ["mon"], open = "9", close = "17:00" }]', "weekly", '"9" is not a'),
        ('weekly = [{ days = ["mon"], open = "09:00", close = "25:00" }]', "weekly", '"25:00"'),
        ('weekly = [{ days = ["monday"], open = "09:00", close = "17:00" }]', "weekly", "monday"),
        (
            'hours = "always"\nweekly = [{ days = ["mon"], open = "09:00", close = "17:00" }]',
            "hours",
            "take hours out",
        ),
    ],
)
def test_hours_are_said_once_and_well(
    tmp_path: Path, write_pack: WritePack, hours: str, at: str, reason: str
) -> None:
    text = COUNTRY.replace('hours = "always"', f'timezone = "Europe/Dublin"\n{hours}')
    path = write_pack(COUNTRY_FILE, text)
    assert reason in the_one_problem(tmp_path, path, line_of(text, at))


def test_weekly_hours_need_a_time_zone_that_exists(tmp_path: Path, write_pack: WritePack) -> None:
    weekly = 'weekly = [{ days = ["mon"], open = "09:00", close = "17:00" }]'
    text = COUNTRY.replace('hours = "always"', weekly)
    path = write_pack(COUNTRY_FILE, text)
    assert "need a timezone" in the_one_problem(tmp_path, path, line_of(text, "[[services]]"))
    text = text.replace(weekly, f'{weekly}\ntimezone = "Europe/Corc"')
    write_pack(COUNTRY_FILE, text)
    assert '"Europe/Corc" is not a time' in the_one_problem(
        tmp_path, path, line_of(text, "timezone")
    )


def test_a_service_id_is_used_once(tmp_path: Path, write_pack: WritePack) -> None:
    second = COUNTRY[COUNTRY.index("[[services]]") :]
    path = write_pack(COUNTRY_FILE, COUNTRY + second)
    line = len(COUNTRY.splitlines()) + line_of(second, "id")
    assert 'the id "ie-samaritans" is taken in ie.toml' in the_one_problem(tmp_path, path, line)


@pytest.mark.parametrize("written", ["+353 1850 609 090", "1850-609-090", "1850609090"])
def test_a_retired_number_is_refused_however_it_is_written(
    tmp_path: Path, write_pack: WritePack, written: str
) -> None:
    write_pack(
        "retired_numbers.toml",
        f'[[retired]]\ncountry = "IE"\nnumber = "{written}"\nreason = "Replaced."\n',
    )
    path = write_pack(COUNTRY_FILE, COUNTRY.replace("116123", "1850609090"))
    line = line_of(COUNTRY, "value")
    assert '"1850609090" is retired (Replaced)' in the_one_problem(tmp_path, path, line)


def test_an_old_prefix_can_be_retired_and_the_number_kept(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack(
        "retired_numbers.toml",
        '[[retired]]\ncountry = "LT"\nnumber = "880028888"\nreason = "Old prefix."\n',
    )
    text = COUNTRY.replace("IE", "LT").replace("ie-", "lt-").replace("116123", "080028888")
    path = write_pack("en/services/lt.toml", text)
    assert read_packs(tmp_path, year=2026).countries["LT"].services
    write_pack("en/services/lt.toml", text.replace("080028888", "880028888"))
    assert "retired" in the_one_problem(tmp_path, path, line_of(text, "value"))


def test_a_number_the_plans_do_not_know_can_be_named_with_a_reason(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack(COUNTRY_FILE, COUNTRY.replace("116123", "999999999"))
    write_pack(
        "phone_exceptions.toml",
        '[[exceptions]]\ncountry = "IE"\nnumber = "999999999"\nreason = "New."\n',
    )
    assert read_packs(tmp_path, year=2026).countries["IE"].services


def test_a_list_of_numbers_gives_a_reason_for_each(tmp_path: Path, write_pack: WritePack) -> None:
    path = write_pack("phone_exceptions.toml", '[[exceptions]]\ncountry = "IE"\nnumber = "1"\n')
    assert the_one_problem(tmp_path, path, 1) == "reason is missing; add it"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "A"\nsummary = For when\n', 2),
        ('title = "A"\ntitle = "B"\n', 2),
        ('title = "A"\nsteps = [\n"One",\n', 4),
    ],
)
def test_a_text_that_is_not_toml_is_named_where_it_stops(
    tmp_path: Path, write_pack: WritePack, text: str, line: int
) -> None:
    path = write_pack(CARD_FILE, text)
    assert the_one_problem(tmp_path, path, line).startswith("this is not TOML")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("en/cards/Name_Five.toml", CARD, 'lower-case words joined by "-"'),
        ("en/services/ireland.toml", COUNTRY, "country code"),
        ("en/services/int.toml", COUNTRY, "country code"),
        ("en/card/name-five.toml", CARD, "move it to cards, services or articles"),
        ("en/cards/more/name-five.toml", CARD, "move it to cards, services or articles"),
    ],
)
def test_a_file_in_the_wrong_place_or_of_a_wrong_name_is_named(
    tmp_path: Path, write_pack: WritePack, name: str, text: str, reason: str
) -> None:
    path = write_pack(name, text)
    assert any(
        problem.file == path and problem.line == 1 and reason in problem.reason
        for problem in problems_of(tmp_path)
    )


def test_an_article_is_reviewed_before_it_is_reviewed_again(
    tmp_path: Path, write_pack: WritePack
) -> None:
    path = write_pack(ARTICLE_FILE, ARTICLE.replace("2027-11-23", "2025-11-23"))
    assert "after reviewed" in the_one_problem(tmp_path, path, line_of(ARTICLE, "next_review"))


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        ('key = "a"\n[[sections]]\nkey = "a"\n', 'the key "a" is there twice'),
        (
            'checks = [{ key = "a", text = "One." }, { key = "a", text = "Two." }]\n',
            'the key "a" is there twice',
        ),
        ('script = "Hello."\n', "a section with a script needs a key"),
        ('country = "Ireland"\n', '"Ireland" is not a country'),
        ('key = "Not a slug"\n', "must be lower-case words"),
        ('checks = [{ key = "a", text = "Stay strong!" }]\n', '"!"'),
        ('key = "a"\nscript = "Stay strong!"\n', '"!"'),
    ],
)
def test_a_mistake_in_a_section_is_named(
    tmp_path: Path, write_pack: WritePack, added: str, reason: str
) -> None:
    loud = '[[forbidden]]\nwords = ["!"]\nreason = "is loud"\nsource = "house style"\n'
    write_pack("wording.toml", loud)
    write_pack(ARTICLE_FILE, ARTICLE + added)
    (problem,) = problems_of(tmp_path)
    assert reason in problem.reason


def test_an_article_leads_on_only_to_articles_that_are_there(
    tmp_path: Path, write_pack: WritePack
) -> None:
    see_also = 'see_also = ["what-it-is", "what-it-was"]\n'
    text = ARTICLE.replace("[[sections]]", f"{see_also}[[sections]]")
    path = write_pack(ARTICLE_FILE, text)
    reason = the_one_problem(tmp_path, path, line_of(text, "see_also"))
    assert 'there is no article "what-it-was"' in reason


def test_a_translated_list_keeps_the_keys_that_the_phone_keeps(
    tmp_path: Path, write_pack: WritePack
) -> None:
    ticks = 'checks = [{{ key = "{}", text = "{}" }}]\n'
    write_pack(ARTICLE_FILE, ARTICLE + ticks.format("cost", "Cost?"))
    path = write_pack(
        "es/articles/what-it-is.toml", "[[sections]]\n" + ticks.format("coste", "¿Coste?")
    )
    assert "the keys to tick must be cost" in the_one_problem(tmp_path, path, 2)


def test_a_translation_says_what_an_english_pack_says(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack(CARD_FILE, CARD)
    write_pack(COUNTRY_FILE, COUNTRY)
    steps = write_pack(
        "es/cards/name-five-things.toml",
        'title = "Cinco"\nsteps = ["Uno.", "Dos.", "Tres."]\ncare = "Cuidado."\nminutes = [1, 2]\n',
    )
    unknown = write_pack("es/cards/other.toml", 'title = "Otra"\n')
    service = write_pack("es/services/ie.toml", '[[services]]\nid = "ie-other"\nabout = "Otra."\n')
    article = write_pack("es/articles/what-it-is.toml", 'title = "Qué es"\n')
    assert [(p.file, p.line, p.reason) for p in problems_of(tmp_path)] == [
        (article, 1, "there is no English article of this name; rename the file or take it out"),
        (steps, 2, "steps: 3 here, 2 in English; make them match one by one"),
        (steps, 3, 'the English pack has no "care" here; take it out'),
        (steps, 4, '"minutes" is not a key that can stand here; take it out'),
        (unknown, 1, "there is no English card of this name; rename the file or take it out"),
        (service, 2, 'the English pack has no service "ie-other"; correct the id'),
    ]


def test_a_translation_has_as_many_notes_as_the_channels_and_its_words_are_checked(
    tmp_path: Path, write_pack: WritePack
) -> None:
    noted = COUNTRY.replace('value = "116123"', 'value = "116123"\nnote = "By day."')
    write_pack(COUNTRY_FILE, noted)
    start = '[[services]]\nid = "ie-samaritans"\n'
    path = write_pack("es/services/ie.toml", f'{start}notes = ["De día.", "De noche."]\n')
    reason = "notes: 2 here, 1 in English; make them match one by one"
    assert [(p.line, p.reason) for p in problems_of(tmp_path)] == [(3, reason)]
    write_pack(COUNTRY_FILE, COUNTRY)
    reason = 'the English pack has no "notes" here; take it out'
    assert [(p.file, p.line, p.reason) for p in problems_of(tmp_path)] == [(path, 3, reason)]


def test_all_problems_of_all_files_come_at_once_and_nothing_is_loaded(
    tmp_path: Path, write_pack: WritePack
) -> None:
    write_pack(CARD_FILE, CARD)
    url = f"sqlite:///{tmp_path / 'content.db'}"
    open_library(packs=tmp_path, url=url)
    card = write_pack(CARD_FILE, CARD.replace("[2, 5]", "[5, 2]").replace('"any"', '"some"'))
    country = write_pack(COUNTRY_FILE, COUNTRY.replace('"116123"', '"999999999"'))
    broken = write_pack(ARTICLE_FILE, "title = \n")
    with pytest.raises(PackError) as caught:
        open_library(packs=tmp_path, url=url)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        (broken, 1),
        (card, 4),
        (card, 7),
        (country, 14),
    ]
    assert f"{card}:4: minutes must be two whole numbers" in str(caught.value)


def test_a_folder_without_english_is_refused(tmp_path: Path) -> None:
    assert the_one_problem(tmp_path, tmp_path / "en", 1) == "this folder is missing; add it"
