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
