"""Who to talk to in one country."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library, ServiceKind
from pwa_app.pages.help import CHOOSE
from pwa_app.pages.labels import KINDS
from pwa_app.pages.layout import page
from pwa_app.pages.services import emergency, service_part
from pwa_app.pages.words import _, country_name


def country_page(library: Library, code: str) -> rx.Component:
    """Emergency first, then lines, groups and directories."""
    services = library.services(code)
    first = [service for service in services if service.kind == ServiceKind.EMERGENCY]
    others = [service for service in services if service.kind != ServiceKind.EMERGENCY]
    groups = (
        ui.section(
            KINDS[kind], *(service_part(service) for service in others if service.kind == kind)
        )
        for kind in dict.fromkeys(service.kind for service in others)
    )
    return page(
        rx.el.h1(_("Talk to someone now")),
        rx.el.p(
            rx.el.strong(country_name(code)),
            ui.link(_("another country"), CHOOSE),
            class_name="place",
        ),
        *(emergency(service) for service in first),
        *([] if first else [_no_emergency_number()]),
        *groups,
        *([] if others else [_no_lines()]),
        ui.section(
            _("Read first, if you like"),
            ui.button_link(_("Learn about self-harm and help"), "/learn/", "quiet"),
        ),
        rx.el.p(
            _(
                "These numbers were checked against published pages. We did not ring them. If "
                "one does not answer, please try the next."
            ),
            class_name="small section",
        ),
        room="help",
    )


def _no_emergency_number() -> rx.Component:
    return rx.el.p(
        _("In danger, or badly hurt? Call your local emergency number now. We do not have it."),
        class_name="care",
    )


def _no_lines() -> rx.Component:
    return ui.notice(
        rx.el.p(_("We know of no line in this country that we could check.")),
        ui.link(_("Services for all countries"), CHOOSE),
    )
