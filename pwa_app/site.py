"""What an operator may set, read from mooring.toml; and which language is being built."""

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
STORAGE_PREFIX = "mooring"
"""Starts every name this app uses in the browser's storage. A change loses what people kept."""

ALLOWED_FEATURES = ("accelerometer", "gyroscope", "microphone", "screen-wake-lock")
"""What the browser may offer this site (Permissions-Policy); the first two tell when the phone is
shaken."""

POLICY_EXTRA = {"form-action": ("'none'",), "script-src": ("'wasm-unsafe-eval'",)}
"""Beyond the usual policy: no form may be sent anywhere, not even to this site; and WebAssembly may
run, which makes keys from passphrases (Argon2id). It does not let any text become a script."""

SITE_FILE = ROOT / "mooring.toml"


@dataclass(frozen=True)
class Site:
    """The operator's choices.

    `languages` starts with the default one, which is published at `/`; each other one is
    published under a folder of its name.
    """

    name: str
    short_name: str
    url: str
    leave_url: str
    operator: str
    """Who runs this copy and answers for what it says; empty where nobody is named."""
    contact: str
    """Where a wrong number is reported: an https: or mailto: address, or empty."""
    languages: tuple[str, ...]

    def folder(self, language: str) -> str:
        """The path a language is published under: "" for the default one, else "/es"."""
        return "" if language == self.languages[0] else f"/{language.lower()}"


def read_site(path: Path, languages: str | None = None) -> Site:
    """The choices in a file; `languages` (comma-separated, the default first) replaces its own.

    Raises:
        ValueError: A choice is missing or wrong; the message names file, key and cure.
    """
    try:
        chosen = tomllib.loads(path.read_text("utf-8"))
        site, spoken = chosen["site"], chosen["languages"]
        own = (spoken["default"], *spoken["others"])
        result = Site(
            name=site["name"],
            short_name=site["short_name"],
            url=site["url"].rstrip("/"),
            leave_url=site["leave_url"],
            operator=site.get("operator", ""),
            contact=site.get("contact", ""),
            languages=tuple(languages.split(",")) if languages else own,
        )
    except KeyError as missing:
        raise ValueError(f"{path}: the key {missing} is missing; see the shipped file.") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from None
    if not result.leave_url.startswith("https://"):
        raise ValueError(f"{path}: leave_url must start with https://, not {result.leave_url!r}.")
    if result.contact and not result.contact.startswith(("https://", "mailto:")):
        raise ValueError(
            f"{path}: contact must start with https:// or mailto:, not {result.contact!r}."
        )
    return result


@cache
def site() -> Site:
    """The choices this build is made with (`MOORING_LANGUAGES` adds languages for a test)."""
    return read_site(SITE_FILE, os.environ.get("MOORING_LANGUAGES"))


def language() -> str:
    """The language being built: `MOORING_LANGUAGE`, or the site's default."""
    return os.environ.get("MOORING_LANGUAGE") or site().languages[0]
