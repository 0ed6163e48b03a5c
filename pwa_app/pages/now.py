"""The home screen: something to do, before anything has to be read or decided."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Feeling, Library
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.finder import finder, helped_list
from pwa_app.pages.install import install_offer
from pwa_app.pages.labels import FEELINGS
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

CARDS_A_FEELING = 5


def now_page(library: Library) -> rx.Component:
    """Ride out an urge, breathe, ground, the plan; then a feeling and cards for it."""
    return page(
        rx.el.h1(_("This feeling will pass.")),
        ui.lead(_("You don’t have to do this alone. Start small.")),
        ui.hero(
            _("Ride out an urge"),
            _("Stay with it for one minute at a time. We go through it with you."),
            "/urge/",
        ),
        ui.tiles(
            ui.tile(_("Breathe"), _("Slow it down, 1 min"), "/breathe/"),
            ui.tile(_("Ground me"), _("5-4-3-2-1 senses"), "/cards/five-senses/"),
            ui.tile(_("My plan"), _("What keeps me safe"), "/plan/"),
        ),
        finder(
            rx.fragment(
                *(_cards_for(one, library.cards_for(one, CARDS_A_FEELING)) for one in FEELINGS)
            )
        ),
        ui.section(
            _("More"),
            ui.tiles(
                ui.tile(_("Learn"), _("What self-harm is, what helps"), "/learn/"),
                ui.tile(_("Settings"), _("Look, text size"), "/settings/"),
                ui.tile(_("About"), _("What stays private"), "/about/"),
            ),
        ),
        # Last, because it comes late: nothing that is read or tapped may move for it.
        install_offer(),
        room="now",
    )


def _cards_for(feeling: Feeling, cards: list[Card]) -> rx.Component:
    return rx.el.div(
        rx.el.h3(_("For: {feeling}").format(feeling=FEELINGS[feeling])),
        helped_list(feeling, rx.el.ul(*(card_item(card) for card in cards), class_name="items")),
        ui.button_link(_("See all cards"), f"/cards/#feeling-{feeling}", "quiet"),
        class_name=f"for-feeling for-{feeling}",
    )
