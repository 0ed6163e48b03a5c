"""Talk to someone now: leads to the person's own country, or lets them choose one."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import ANYWHERE, Library
from pwa_app.pages.country_redirect import redirect_script
from pwa_app.pages.help_links import help_links
from pwa_app.pages.layout import page
from pwa_app.pages.services import service_part
from pwa_app.pages.words import _, country_name

CHOOSE = "/help/?choose"
"""The address that shows the list of countries even when the person's own is known."""


def help_page(library: Library) -> rx.Component:
    """Every country, and services that know no borders.

    Before it is painted, a small script leads on to the person's own country where the phone
    knows it; without JavaScript, or from the link "another country", the list stands here.
    """
    names = sorted((country_name(country), country) for country in library.countries())
    return page(
        rx.el.script(redirect_script([code for _name, code in names])),
        rx.el.h1(_("Talk to someone now")),
        ui.lead(_("Choose your country. It is remembered on this phone only.")),
        rx.el.p(
            _("In danger, or badly hurt? Call your local emergency number now."),
            class_name="care",
        ),
        ui.section(
            _("Your country"),
            rx.el.ul(
                *(
                    rx.el.li(
                        ui.link(name, f"/help/{code.lower()}/", custom_attrs={"data-country": code})
                    )
                    for name, code in names
                ),
                class_name="countries",
            ),
        ),
        help_links(library),
        ui.section(
            _("Not in the list?"),
            *(service_part(service) for service in library.services(ANYWHERE)),
        ),
        room="help",
    )
