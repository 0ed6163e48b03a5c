"""Who to talk to in one country."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library, Service, ServiceKind
from pwa_app.pages.directory import directory
from pwa_app.pages.expect import what_to_expect
from pwa_app.pages.help_addresses import CHOOSE, ELSEWHERE
from pwa_app.pages.help_links import help_links
from pwa_app.pages.labels import KINDS
from pwa_app.pages.layout import page
from pwa_app.pages.people import people_first
from pwa_app.pages.service_tools import save_all
from pwa_app.pages.services import emergency, service_part
from pwa_app.pages.words import _, country_name


def country_page(library: Library, code: str) -> rx.Component:
    """Emergency first, then people to talk to, then where to look further."""
    services = library.services(code)
    first = [service for service in services if service.kind == ServiceKind.EMERGENCY]
    further = [service for service in services if service.kind == ServiceKind.DIRECTORY]
    people = [service for service in services if service not in first and service not in further]
    # Two services fill a phone's screen and more.
    end = "section below" if len(people) > 1 else "section"
    return page(
        rx.el.h1(_("Talk to someone now")),
        rx.el.p(
            rx.el.strong(country_name(code)),
            ui.link(_("another country"), CHOOSE),
            class_name="place",
        ),
        people_first(),
        *(emergency(service) for service in first),
        *([] if first else [_no_emergency_number()]),
        *([_people(people)] if people else [_no_lines()]),
        *([_further(further, end)] if further else []),
        ui.section(
            _("Read first, if you like"),
            ui.button_link(_("Learn about self-harm and help"), "/learn/", "quiet"),
            help_links(library),
            class_name=end,
        ),
        rx.el.p(
            _(
                "These numbers were checked against published pages. We did not ring them. If "
                "one does not answer, please try the next."
            ),
            class_name=f"small {end}",
        ),
        room="help",
    )


def _people(services: list[Service]) -> rx.Component:
    return ui.section(
        _("People to talk to"), *directory(services), what_to_expect(), *save_all(services)
    )


def _further(services: list[Service], class_name: str) -> rx.Component:
    parts = (service_part(each) for each in services)
    return ui.section(KINDS[ServiceKind.DIRECTORY], *parts, class_name=class_name)


def _no_emergency_number() -> rx.Component:
    return rx.el.p(
        _("In danger, or badly hurt? Call your local emergency number now. We do not have it."),
        class_name="care",
    )


def _no_lines() -> rx.Component:
    return ui.notice(
        rx.el.p(_("We know of no line in this country that we could check.")),
        ui.link(_("Lists for many countries, and how to look"), ELSEWHERE),
    )
