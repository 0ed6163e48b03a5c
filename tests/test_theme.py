"""Styles and code that must say the same, do."""

import re

from pwa_app.content import Feeling
from pwa_app.export import ROOT

STYLES = ROOT / "assets" / "styles"


def test_the_colours_around_the_app_are_those_of_its_ground() -> None:
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    light, dark, *_others = re.findall(r"--ground: (#[0-9a-f]{6});", tokens)
    config = (ROOT / "rxconfig.py").read_text("utf-8")
    assert f'theme_color="{light}"' in config
    assert f'background_color="{light}"' in config
    assert f'dark_theme_color="{dark}"' in config


def test_the_colours_around_a_plain_look_are_those_of_its_ground() -> None:
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    _before, plain = tokens.split("Under a plain name")
    light, *dark = re.findall(r"--ground: (#[0-9a-f]{6});", plain)
    config = (ROOT / "rxconfig.py").read_text("utf-8")
    assert f'theme_color="{light}"' in config
    assert f'background_color="{light}"' in config
    assert {f'dark_theme_color="{one}"' in config for one in dark} == {True}


def test_every_feeling_can_be_picked_without_a_script() -> None:
    parts = (STYLES / "parts.css").read_text("utf-8")
    missing = [
        feeling
        for feeling in Feeling
        if f"#feeling-{feeling}:checked ~ .answers .for-{feeling}" not in parts
        or f"#feeling-{feeling}:checked ~ .answers [class*=" not in parts
    ]
    assert missing == []


def test_dark_by_choice_and_dark_by_the_phone_are_the_same() -> None:
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    blocks = re.findall(r"color-scheme: dark;(.*?)\}", tokens, re.DOTALL)
    assert len(blocks) == 2
    assert blocks[0].split() == blocks[1].split()
    _before, plain = tokens.split("Under a plain name")
    _light, by_phone, by_choice = re.findall(r"(--ground: .*?)\}", plain, re.DOTALL)
    assert by_phone.split() == by_choice.split()


GROUNDS = ("ground", "surface")
WORDS = ("ink", "ink-soft", "sea", "plum", "leaf")
WORDS_ON = (("on-sea", "sea"), ("on-plum", "plum"), ("ink", "plum-soft"), ("ink-soft", "plum-soft"))
CHOSEN = (("ink", "sea-soft"), ("sea", "sea-soft"))
EDGES = ("edge", "sea", "plum", "focus")


def _colours() -> dict[str, dict[str, str]]:
    """Each set of colours by the first line of its rule, with what it leaves as it was."""
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    rules = re.findall(r"\n *(:root[^{]*?) \{\n(.*?)\n *\}", tokens, re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selector, body in rules:
        values = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", body))
        if values:
            plain = "data-look" in selector
            dark = (
                selector.endswith('[data-theme="dark"]') or 'not([data-theme="light"])' in selector
            )
            base = found.get(':root[data-theme="dark"]' if dark else ":root", {}) if plain else {}
            found[selector] = found.get(":root", {}) | base | values
    return found


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 of two colours such as #1d2b30."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_words_have_a_contrast_of_7_and_edges_and_the_focus_of_3_in_all_colours() -> None:
    colours = _colours()
    assert len(colours) == 7
    words = [(word, ground) for word in WORDS for ground in GROUNDS] + [*WORDS_ON, *CHOSEN]
    edges = [(edge, ground) for edge in EDGES for ground in (*GROUNDS, "sea-soft", "plum-soft")]
    wanted = [(pair, 7.0) for pair in words] + [(pair, 3.0) for pair in edges]
    short = {
        (selector, one, other): round(_contrast(values[one], values[other]), 2)
        for selector, values in colours.items()
        for (one, other), least in wanted
        if _contrast(values[one], values[other]) < least
    }
    assert short == {}
