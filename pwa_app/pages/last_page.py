"""The last page: what a person gets when the phone has lost the app's pages and has no network.

It is kept inside the service worker's own script, so it needs no other file, and it holds the
numbers to call. It is plain HTML without scripts, as small as it can be: a phone fetches it anew
with every version.
"""

from collections.abc import Iterator
from html import escape

from pwa_app.content import Audience, Channel, ChannelType, HoursKind, Library, Service, ServiceKind
from pwa_app.pages.channels import channel_link
from pwa_app.pages.words import _, catalogue, country_name
from pwa_app.site import language, site

LINES = 2
"""So many crisis lines of a country stand here, beside its emergency numbers."""

_REACHED = {ChannelType.CALL, ChannelType.SMS}
"""What works without a network for data."""

_STYLE = """
:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;max-inline-size:38rem;margin:auto;padding:1rem}
h1{font-size:1.6rem}
a{display:inline-block;min-block-size:3rem;padding-block:.7rem;box-sizing:border-box;color:inherit}
summary{padding-block:.75rem;font-size:1.25rem}
ul{list-style:none;padding:0}
p.leave{text-align:end;margin:0}
""".strip()


def last_page(library: Library) -> str:
    """The page as a whole document."""
    title = _("You can still reach someone")
    countries = sorted((country_name(code), code) for code in library.countries())
    return "".join(
        [
            f'<!doctype html><html lang="{language()}" dir="{catalogue.direction}">',
            '<head><meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            '<meta name="referrer" content="no-referrer"/>',
            '<meta name="robots" content="noindex"/>',
            f"<title>{escape(site().short_name)}</title><style>{_STYLE}</style></head><body>",
            f'<p class="leave">{_link(_("Leave quickly"), site().leave_url)}</p>',
            f"<main><h1>{escape(title)}</h1>",
            _paragraph(
                _(
                    "This phone has lost part of the app. That can happen when it runs out of "
                    "room. You did nothing wrong. The part comes back by itself when you open "
                    "the app with a network."
                )
            ),
            f"<p>{_link(_('Try again'), '')}</p>",
            f"<h2>{escape(_('Talk to someone now'))}</h2>",
            _paragraph(_("In danger, or badly hurt? Call your local emergency number now.")),
            *(_country(name, library.services(code)) for name, code in countries),
            "</main></body></html>",
        ]
    )


def _country(name: str, services: list[Service]) -> str:
    numbers = list(_numbers(services))
    if not numbers:
        return ""
    listed = "".join(f"<li>{number}</li>" for number in numbers)
    return f"<details><summary>{escape(name)}</summary><ul>{listed}</ul></details>"


def _numbers(services: list[Service]) -> Iterator[str]:
    reached = [s for s in services if not s.region and any(c.type in _REACHED for c in s.channels)]
    for service in reached:
        if service.kind == ServiceKind.EMERGENCY:
            yield _links(service)
    lines = [service for service in reached if service.kind == ServiceKind.CRISIS_LINE]
    for service in sorted(lines, key=_narrowness)[:LINES]:
        yield f"{escape(service.name)}: {_links(service)}"


def _narrowness(service: Service) -> tuple[bool, bool]:
    """Lines that are always open come first, and among them those for everyone."""
    return service.hours != HoursKind.ALWAYS, Audience.EVERYONE not in service.audiences


def _links(service: Service) -> str:
    channels = [channel for channel in service.channels if channel.type in _REACHED]
    return " ".join(_channel(channel, service.country_code) for channel in channels)


def _channel(channel: Channel, country: str) -> str:
    link = channel_link(channel, country)
    return _link(link.label, link.href)


def _link(label: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(label)}</a>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
