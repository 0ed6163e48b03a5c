"""Every coping card, by what it is like to do it; a feeling narrows them down."""

from collections.abc import Iterable

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Category, Library
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.feelings import feeling_finder
from pwa_app.pages.labels import CATEGORIES
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

ANY = "any"
"""The choice that shows every card."""


def cards_page(library: Library) -> rx.Component:
    """All cards under their nine headings."""
    groups = (_group(category, library.cards_in(category)) for category in CATEGORIES)
    return page(
        rx.el.h1(_("Cards")),
        ui.lead(_("Small things to do right now. Pick any. If one does not fit, try another.")),
        feeling_finder(
            _("What’s it like right now?"),
            rx.fragment(*groups),
            any_choice=_("Anything"),
        ),
        room="cards",
    )


def _group(category: Category, cards: list[Card]) -> rx.Component:
    feelings = {feeling for card in cards for feeling in card.feelings}
    return ui.section(
        CATEGORIES[category],
        rx.el.ul(*(card_item(card, _follows(card.feelings)) for card in cards), class_name="items"),
        class_name=f"section {_follows(feelings)}",
    )


def _follows(feelings: Iterable[str]) -> str:
    return " ".join(f"f-{feeling}" for feeling in sorted(feelings))
