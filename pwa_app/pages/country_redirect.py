"""The script that leads /help/ on to the person's own country, before the page is painted."""

import json
import re
from functools import cache
from pathlib import Path

from pwa_app.logic import country
from pwa_app.logic.javascript import compile_script
from pwa_app.logic.zones import pack_zone_countries, zone_countries
from pwa_app.pages.help_addresses import ELSEWHERE
from pwa_app.site import STORAGE_PREFIX

_COMMENT = re.compile(r"/\*.*?\*/|// nargs: .*?$|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_SCRIPT = Path(__file__).parent / "browser" / "own_country.js"


@cache
def _parts() -> tuple[str, str]:
    return compile_script(country), _SCRIPT.read_text("utf-8")


def redirect_script(countries: list[str]) -> str:
    """The script's text for a site that has these countries (ISO 3166-1 codes)."""
    logic, script = _parts()
    known = set(countries)
    zones = {zone: code for zone, code in zone_countries().items() if code in known}
    constants = (
        f"const ZONES = {json.dumps(pack_zone_countries(zones))};\n"
        f"const COUNTRIES = {json.dumps(countries)};\n"
        f"const ELSEWHERE = {json.dumps(ELSEWHERE.split('/')[-2])};\n"
        f"const KEY = {json.dumps(f'{STORAGE_PREFIX}:country')};\n"
    )
    return _compact(f"(() => {{\n{logic}\n{constants}{script}\n}})();")


def _compact(script: str) -> str:
    """The script without indentation and comments: it is part of the page's HTML."""
    lines = (line.strip() for line in _COMMENT.sub("", script).splitlines())
    return "\n".join(line for line in lines if line)
