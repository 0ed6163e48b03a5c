"""Where /help/ leads: its script leads on before it is painted, and other pages tell it ahead."""

import json
import re
from functools import cache
from pathlib import Path

import reflex as rx

from pwa_app.logic import country
from pwa_app.logic.javascript import compile_script
from pwa_app.logic.plugin import FOLDER as LOGIC
from pwa_app.logic.zones import pack_zone_countries, zone_countries
from pwa_app.pages.help_addresses import ELSEWHERE
from pwa_app.pages.modules import module_path
from pwa_app.site import STORAGE_PREFIX, language, site

SHARED, INLINED = "own_lead.js", "own_country.js"
"""The scripts that are no modules by themselves: what both ways share, what only /help/ has."""

_COMMENT = re.compile(r"/\*.*?\*/|// nargs: .*?$|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_SOURCES = Path(__file__).parent / "browser"


class TellAhead(rx.Component):
    """The `TellAhead` component of browser/tell_ahead.js."""

    library = module_path("tell_ahead")
    tag = "TellAhead"


def redirect_script(countries: list[str]) -> str:
    """The script inside /help/ for a site that has these countries (ISO 3166-1 codes)."""
    logic, script = _parts()
    return _compact(f"(() => {{\n{logic}\n{_own_lead(countries)}{script}\n}})();")


def own_lead_module(countries: list[str]) -> str:
    """The module of the front end that knows the same without that page; it exports `ownLead`."""
    logic = ", ".join(sorted(country.__all__))
    imported = f'import {{ {logic} }} from "$/{LOGIC}/country.js";\n'
    return f"{imported}{_own_lead(countries)}export {{ ownLead }};\n"


@cache
def _parts() -> tuple[str, str]:
    return compile_script(country), (_SOURCES / INLINED).read_text("utf-8")


def _own_lead(countries: list[str]) -> str:
    """What is the same in both: the constants, and the functions that use them."""
    known = set(countries)
    zones = {zone: code for zone, code in zone_countries().items() if code in known}
    constants = {
        "ZONES": pack_zone_countries(zones),
        "COUNTRIES": countries,
        "ELSEWHERE": ELSEWHERE.split("/")[-2],
        "HELP": f"{site().folder(language())}/help/",
        "KEY": f"{STORAGE_PREFIX}:country",
    }
    lines = (f"const {name} = {json.dumps(value)};\n" for name, value in constants.items())
    return "".join(lines) + (_SOURCES / SHARED).read_text("utf-8")


def _compact(script: str) -> str:
    """The script without indentation and comments: it is part of the page's HTML."""
    lines = (line.strip() for line in _COMMENT.sub("", script).splitlines())
    return "\n".join(line for line in lines if line)
