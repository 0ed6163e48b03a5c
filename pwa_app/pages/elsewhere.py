"""The page for every country of which we have no number that we could check."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import ANYWHERE, Library
from pwa_app.locale import country_codes
from pwa_app.pages.help_addresses import CHOOSE
from pwa_app.pages.layout import page
from pwa_app.pages.people import people_first
from pwa_app.pages.services import service_part
from pwa_app.pages.words import _, country_name


def elsewhere_page(library: Library) -> rx.Component:
    """What can be done without a number of ours. It names no number: none could be checked."""
    return page(
        rx.el.h1(_("Talk to someone now")),
        rx.el.p(
            rx.el.strong(_("A country we have no numbers for")),
            ui.link(_("all countries"), CHOOSE),
            class_name="place",
        ),
        people_first(),
        rx.el.p(
            _(
                "In danger, or badly hurt? Call your local emergency number now, or go to the "
                "nearest hospital or clinic. If you do not know the number, ask anyone near you."
            ),
            class_name="care",
        ),
        ui.section(
            _("How to find someone to talk to"),
            ui.steps(
                [
                    _("Ask a person you know and trust to be with you, or to look with you."),
                    _("Ask a doctor, a nurse, a pharmacist or a teacher who to call."),
                    _("Search for “helpline” and your country. Trust pages of the health service."),
                    _(
                        "Use a number only for its own country. The same digits may be something "
                        "else in yours."
                    ),
                ]
            ),
        ),
        ui.section(
            _("Lists for many countries"),
            *(service_part(service) for service in library.services(ANYWHERE)),
        ),
        ui.disclosure(
            _("Countries we have no numbers for"),
            rx.el.p(_("We show a number only where we could check it. Here we could not.")),
            rx.el.p(_(", ").join(_names(missing_countries(library)))),
        ),
        room="help",
    )


def missing_countries(library: Library) -> list[str]:
    """Codes of the countries without a service of ours."""
    known = set(library.countries())
    return [code for code in country_codes() if code not in known]


def _names(codes: list[str]) -> list[str]:
    return sorted(country_name(code) for code in codes)
