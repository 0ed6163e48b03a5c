"""Talk to someone now: leads to the person's own country, or lets them choose one."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Library
from pwa_app.device import SearchList
from pwa_app.logic.calls import function_of
from pwa_app.pages.country_redirect import redirect_script
from pwa_app.pages.country_search import search_entries
from pwa_app.pages.help_addresses import ELSEWHERE
from pwa_app.pages.help_links import help_links
from pwa_app.pages.layout import page
from pwa_app.pages.people import people_first
from pwa_app.pages.words import _, country_name


def help_page(library: Library) -> rx.Component:
    """Every country, and the way to what helps in the others.

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
        people_first(),
        ui.section(
            _("Your country"),
            SearchList.create(
                rx.el.ul(*(_country(name, code) for name, code in names), class_name="countries"),
                entries=search_entries(library),
                words_of=function_of("fold", "foldedWords"),
                find=function_of("search", "found"),
                name="country",
                label=_("Search countries and services"),
                none=_("Nothing found. Try fewer letters, or look through the list."),
            ),
        ),
        help_links(library),
        ui.section(
            _("Not in the list?"),
            ui.button_link(_("Help for other countries"), ELSEWHERE, "quiet"),
        ),
        room="help",
    )


def _country(name: str, code: str) -> rx.Component:
    return rx.el.li(ui.link(name, f"/help/{code.lower()}/"))
