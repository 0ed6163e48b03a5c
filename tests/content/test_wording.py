"""Words that no pack may use."""

from pathlib import Path

import pytest

from pwa_app.content import PackError, read_packs
from tests.content.samples import CARD, COUNTRY, WritePack

LIST = """\
[[forbidden]]
words = ["bad word", "gone in # minutes", "harm*", "!"]
unless = ["harmless"]
reason = "hurts"
source = "A guideline"
[[forbidden]]
words = ["first aid"]
not_in = ["services"]
reason = "hurts"
source = "A guideline"
[[forbidden]]
language = "es"
words = ["malo"]
reason = "duele"
source = "Una guía"
"""


def lines_refused(folder: Path) -> list[int]:
    try:
        read_packs(folder, year=2026)
    except PackError as error:
        return [p.line for p in error.problems if "hurts (A guideline)" in p.reason]
    return []


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("A bad word here.", True),
        ("A Bad-Word here.", True),
        ("A bad wording here.", False),
        ("It is gone in 15 minutes.", True),
        ("It is gone in a few minutes.", True),
        ("Harming.", True),
        ("A harmless thing.", False),
        ("Well done!", True),
        ("Un malo.", False),
    ],
)
def test_forbidden_words_are_found_as_whole_words_in_any_case(
    tmp_path: Path, write_pack: WritePack, sentence: str, refused: bool
) -> None:
    write_pack("wording.toml", LIST)
    write_pack("en/cards/name-five-things.toml", CARD.replace("Look around.", sentence))
    assert lines_refused(tmp_path) == ([10] if refused else [])


def test_names_are_not_ours_to_change(tmp_path: Path, write_pack: WritePack) -> None:
    write_pack("wording.toml", LIST)
    write_pack("en/cards/name-five-things.toml", CARD.replace("A hospital", "Bad word hospital"))
    write_pack("en/services/ie.toml", COUNTRY.replace('"Samaritans"', '"Bad word"'))
    assert lines_refused(tmp_path) == []


def test_a_word_may_be_fine_in_some_folders(tmp_path: Path, write_pack: WritePack) -> None:
    write_pack("wording.toml", LIST)
    write_pack("en/services/ie.toml", COUNTRY.replace("Someone to listen.", "First aid."))
    assert lines_refused(tmp_path) == []
    write_pack("en/cards/name-five-things.toml", CARD.replace("Look around.", "First aid."))
    assert lines_refused(tmp_path) == [10]


def test_other_languages_have_their_own_words(tmp_path: Path, write_pack: WritePack) -> None:
    write_pack("wording.toml", LIST)
    write_pack("en/cards/name-five-things.toml", CARD)
    path = write_pack("es/cards/name-five-things.toml", 'title = "Malo"\n')
    with pytest.raises(PackError, match="duele") as caught:
        read_packs(tmp_path, year=2026)
    assert [(p.file, p.line) for p in caught.value.problems] == [(path, 1)]
