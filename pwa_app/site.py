"""What an operator may set, read from mooring.toml; and which language is being built."""

import os
import re
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

    `languages` starts with the default one, which is published at `path`; each other one is
    published there under a folder of its name.
    """

    name: str
    short_name: str
    url: str
    path: str
    """Where the site stands on its host: "" for the root, else such as "/app"."""
    leave_url: str
    operator: str
    """Who runs this copy and answers for what it says; empty where nobody is named."""
    contact: str
    """Where a wrong number is reported: an https: or mailto: address, or empty."""
    languages: tuple[str, ...]

    def folder(self, language: str) -> str:
        """The path a language is published under: `path`, and "/es" for others than the default."""
        return self.path if language == self.languages[0] else f"{self.path}/{language.lower()}"


_PATH = re.compile(r"(/[a-z0-9][a-z0-9_-]*)*", re.ASCII)
_TAKEN = {"assets", "icons", "packs", "pwa", "external"}
"""Folders of an export itself."""


def read_site(path: Path, languages: str | None = None, below: str | None = None) -> Site:
    """The choices in a file.

    Args:
        path: The file.
        languages: Replaces its own; comma-separated, the default first.
        below: Replaces its path on the host, such as "/app".

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
            path=(site.get("path", "") if below is None else below).rstrip("/"),
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
    if not _PATH.fullmatch(result.path) or set(result.path.split("/")) & _TAKEN:
        raise ValueError(
            f"{path}: path must be empty or such as /app, in small letters and none of "
            f"{', '.join(sorted(_TAKEN))}; not {result.path!r}."
        )
    if result.contact and not result.contact.startswith(("https://", "mailto:")):
        raise ValueError(
            f"{path}: contact must start with https:// or mailto:, not {result.contact!r}."
        )
    return result


@cache
def site() -> Site:
    """The choices this build is made with (`MOORING_LANGUAGES`, `MOORING_PATH` in a test)."""
    return read_site(SITE_FILE, os.environ.get("MOORING_LANGUAGES"), os.environ.get("MOORING_PATH"))


def language() -> str:
    """The language being built: `MOORING_LANGUAGE`, or the site's default."""
    return os.environ.get("MOORING_LANGUAGE") or site().languages[0]
