"""What the shipped packs say of each card."""

import tomllib
from typing import Any

from pwa_app.content import DEFAULT_PACKS


def card_facts() -> dict[str, dict[str, Any]]:
    """Every card's file, by slug."""
    files = sorted((DEFAULT_PACKS / "en" / "cards").glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}
