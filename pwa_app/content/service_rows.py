"""Makes the table rows of countries and services from what packs say."""

from collections.abc import Iterator

from pwa_app.content.country_pack import ServiceEntry, ServiceTranslation, WeeklyEntry
from pwa_app.content.entry_types import minutes_after_midnight
from pwa_app.content.fallback import Fallback
from pwa_app.content.models import (
    Channel,
    ContentTable,
    Country,
    OpeningHours,
    Service,
    ServiceSource,
)
from pwa_app.content.pack_files import ENGLISH
from pwa_app.content.reading import Packs, Translation
from pwa_app.content.source_rows import SourceRows
from pwa_app.content.vocabulary import HoursKind, ServiceKind, Weekday

MINUTES_IN_A_DAY = 1440


def service_rows(packs: Packs, locale: str, sources: SourceRows) -> Iterator[ContentTable]:
    """The rows of all countries: services, channels, opening hours, links to sources."""
    translations = packs.translations.get(locale, Translation()).services
    for code, country in packs.countries.items():
        yield Country(code=code)
        for entry in country.services:
            translation = translations.get(entry.id, ServiceTranslation(id=entry.id))
            yield _service(code, entry, translation, locale)
            yield from _channel_rows(entry, translation, locale)
            for weekly in entry.weekly or []:
                yield from _hours_rows(entry.id, weekly)
            for position, source_id in enumerate(sources.ids(entry.sources)):
                yield ServiceSource(service_id=entry.id, source_id=source_id, position=position)


def _service(
    code: str, entry: ServiceEntry, translation: ServiceTranslation, locale: str
) -> Service:
    say = Fallback(locale)
    return Service(
        id=entry.id,
        country_code=code,
        kind=entry.kind,
        kind_position=list(ServiceKind).index(entry.kind),
        name=entry.name,
        name_en=entry.name_en,
        region=entry.region,
        about=say.choose("about", entry.about, translation.about),
        what_to_know=say.choose("what_to_know", entry.what_to_know, translation.what_to_know),
        languages=entry.languages,
        audiences=[str(audience) for audience in entry.audiences],
        free=entry.free,
        confidential=entry.confidential,
        hours=entry.hours or HoursKind.WEEKLY,
        timezone=entry.timezone,
        verified=entry.verified,
        checked=entry.checked,
        language=say.language,
        in_english=say.in_english,
    )


def _channel_rows(
    entry: ServiceEntry, translation: ServiceTranslation, locale: str
) -> Iterator[Channel]:
    notes = iter(translation.notes or [])
    for position, channel in enumerate(entry.channels):
        translated = next(notes, None) if channel.note else None
        yield Channel(
            service_id=entry.id,
            position=position,
            type=channel.type,
            value=channel.value,
            keyword=channel.keyword,
            note=translated or channel.note,
            language=locale if translated else ENGLISH,
        )


def _hours_rows(service_id: str, weekly: WeeklyEntry) -> Iterator[OpeningHours]:
    opens = minutes_after_midnight(weekly.open)
    closes = minutes_after_midnight(weekly.close)
    if closes <= opens:
        closes += MINUTES_IN_A_DAY
    for day in weekly.days:
        weekday = list(Weekday).index(day)
        yield OpeningHours(service_id=service_id, weekday=weekday, opens=opens, closes=closes)
