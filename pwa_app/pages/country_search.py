"""What the search on /help/ looks through: every country by every name, and every service."""

from collections.abc import Iterator

from pwa_app.content import ANYWHERE, Channel, Library, Service, ServiceKind
from pwa_app.locale import other_country_names
from pwa_app.pages.elsewhere import missing_countries
from pwa_app.pages.help_addresses import ELSEWHERE
from pwa_app.pages.layout import HOME
from pwa_app.pages.words import _, country_name

Entry = dict[str, str]
"""`title`, `detail`, `href` and `more` (further words to be found by); and, where the address does
not tell it, the `country` to remember."""


def search_entries(library: Library) -> list[Entry]:
    """Countries first, as a country's name often stands in the names of its services, too."""
    return [*_countries(library), *_services(library)]


def _countries(library: Library) -> Iterator[Entry]:
    known = set(library.countries())
    codes = [*known, *missing_countries(library)]
    # Of names that are equally close to what was typed, those with numbers come first.
    named = sorted((code not in known, country_name(code), code) for code in codes)
    for missing, name, code in named:
        more = " ".join([code, *other_country_names(code)])
        if missing:
            detail = _("We have no number here that we could check.")
            href = f"{HOME}{ELSEWHERE}"
            yield {"title": name, "detail": detail, "href": href, "more": more, "country": code}
        else:
            href = f"{HOME}/help/{code.lower()}/"
            yield {"title": name, "detail": "", "href": href, "more": more}


def _services(library: Library) -> Iterator[Entry]:
    for code in [*library.countries(), ANYWHERE]:
        folder = ELSEWHERE if code == ANYWHERE else f"/help/{code.lower()}/"
        place = _("All countries") if code == ANYWHERE else country_name(code)
        for service in library.services(code):
            # An emergency number is the first thing on its country's page, and often the same.
            if service.kind == ServiceKind.EMERGENCY:
                continue
            yield {
                "title": service.name,
                "detail": place,
                "href": f"{HOME}{folder}#{service.id}",
                "more": " ".join([service.name_en or "", *_numbers(service)]),
            }


def _numbers(service: Service) -> list[str]:
    return [channel.value for channel in service.channels if _is_number(channel)]


def _is_number(channel: Channel) -> bool:
    return channel.value.lstrip("+*").isdigit()
