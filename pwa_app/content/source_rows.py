"""Makes one table row of each source, however many cards, services and articles rest on it."""

from collections.abc import Sequence

from pwa_app.content.card_pack import SourceEntry
from pwa_app.content.country_pack import ServiceSourceEntry
from pwa_app.content.models import Source


class SourceRows:
    """The sources met so far."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str | None, str | None], int] = {}

    def ids(self, entries: Sequence[SourceEntry | ServiceSourceEntry]) -> list[int]:
        """Ids of the sources of one card, service or article, in its order, each once."""
        found: dict[int, None] = {}
        for entry in entries:
            seen = entry.seen if isinstance(entry, ServiceSourceEntry) else None
            key = (entry.url, entry.name, seen)
            found[self._ids.setdefault(key, len(self._ids) + 1)] = None
        return list(found)

    def rows(self) -> list[Source]:
        """The sources met so far."""
        return [
            Source(id=number, url=url, name=name, seen=seen)
            for (url, name, seen), number in self._ids.items()
        ]
