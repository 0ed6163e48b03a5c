"""The built site's files: where a route's page lies, and how many bytes a browser is sent."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

# The export's shell for unknown addresses; nobody is ever sent it.
_NO_PAGE = "__spa-fallback.html"


@dataclass(frozen=True)
class SizedPage:
    """A page and its size.

    Attributes:
        name: The page's file, relative to the site.
        size: Bytes sent for it.
    """

    name: str
    size: int


def file_of(site: Path, address: str) -> Path:
    """Return the file behind an address.

    Args:
        site: The built site.
        address: An address within the site, with or without a leading slash, a query or an origin.
    """
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / path / "index.html" if path in {"", "."} or path.endswith("/") else site / path


def sent_bytes(file: Path) -> int:
    """Return the bytes of a file's body as sent: of its brotli copy where there is one.

    Raises:
        OSError: There is no such file.
    """
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.is_file() else file).stat().st_size


def page_sizes(site: Path) -> list[SizedPage]:
    """Return every page of the site, the largest first."""
    files = [file for file in site.rglob("*.html") if file.name != _NO_PAGE]
    pages = [SizedPage(file.relative_to(site).as_posix(), sent_bytes(file)) for file in files]
    return sorted(pages, key=lambda page: (-page.size, page.name))
