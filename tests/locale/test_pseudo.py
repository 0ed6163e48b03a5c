"""Pseudo-languages keep what code needs and change what people read."""

import string

from hypothesis import given
from hypothesis import strategies as st

from pwa_app.locale import PSEUDO_LANGUAGES, pseudo


@given(st.text(alphabet=string.ascii_letters + " ", min_size=1), st.sampled_from(PSEUDO_LANGUAGES))
def test_every_sentence_is_marked_at_both_ends(sentence: str, language: str) -> None:
    changed = pseudo(sentence, language)
    assert not sentence.strip() or (changed[0], changed[-1]) == ("⟦", "⟧")


@given(st.sampled_from(PSEUDO_LANGUAGES), st.integers())
def test_placeholders_can_still_be_filled(language: str, count: int) -> None:
    assert str(count) in pseudo("About {count} minutes", language).format(count=count)


def test_long_pseudo_english_is_a_third_longer() -> None:
    sentence = "Leave quickly"
    assert len(pseudo(sentence, "en-XA")) >= len(sentence) * 4 / 3
