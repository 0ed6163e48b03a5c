"""Pseudo-languages: English made strange, to find what was not translated and what mirrors."""

import re

LONG = "en-XA"
MIRRORED = "ar-XB"
PSEUDO_LANGUAGES = (LONG, MIRRORED)
"""`en-XA` has accents and is a third longer; `ar-XB` runs from right to left."""

_ACCENTED = str.maketrans("aceinouyACEINOUY", "àçéîñôûýÀÇÉÎÑÔÛÝ")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_RIGHT_TO_LEFT_OVERRIDE, _POP = "\u202e", "\u202c"


def pseudo(sentence: str, language: str) -> str:
    """A sentence in a pseudo-language, between ⟦ and ⟧; `{placeholders}` stay as they are.

    Source: the conventions of Unicode CLDR's pseudo-locales (en-XA, ar-XB).
    """
    if not sentence.strip():
        return sentence
    parts = _PLACEHOLDER.split(sentence)
    if language == MIRRORED:
        turned = (
            part if index % 2 else f"{_RIGHT_TO_LEFT_OVERRIDE}{part}{_POP}" if part else ""
            for index, part in enumerate(parts)
        )
        return f"⟦{''.join(turned)}⟧"
    accented = "".join(
        part if index % 2 else part.translate(_ACCENTED) for index, part in enumerate(parts)
    )
    return f"⟦{accented}{'~' * (len(sentence) // 3)}⟧"
