"""Every coping card, by what it is like to do it; a feeling narrows them down."""

from collections.abc import Iterable

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Category, Library
from pwa_app.pages.card_data import MINE
from pwa_app.pages.card_lines import card_item
from pwa_app.pages.finder import finder
from pwa_app.pages.labels import CATEGORIES, GROUPS, INSTEAD_OF
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

INSTEAD_OF_ID = "instead-of"
"""The part about what an urge is for: other pages may lead to `/cards/#instead-of`."""

CARDS_A_NEED = 6


def cards_page(library: Library) -> rx.Component:
    """All cards under their nine headings."""
    groups = (_group(category, library.cards_in(category)) for category in CATEGORIES)
    return page(
        rx.el.h1(_("Cards")),
        ui.lead(_("Small things to do right now. Pick any. If one does not fit, try another.")),
        ui.tiles(
            ui.tile(_("My cards"), _("Favourites and your own"), MINE),
            ui.tile(_("Instead of"), _("What is the urge for?"), f"#{INSTEAD_OF_ID}"),
            ui.tile(_("Groups"), _("Journaling, anger"), "#groups"),
        ),
        finder(rx.fragment(*groups), any_choice=_("Anything"), search_first=True),
        _instead_of(library),
        _groups(library),
        room="cards",
    )


def _instead_of(library: Library) -> rx.Component:
    """What an urge may be for, each with cards that meet that need another way."""
    return ui.section(
        _("What is the urge for?"),
        rx.el.p(
            _("An urge often wants something for you. There may be another way to get it."),
            class_name="small",
        ),
        *(
            _folded(label, library.cards_instead_of(need, CARDS_A_NEED))
            for need, label in INSTEAD_OF.items()
        ),
        id=INSTEAD_OF_ID,
    )


def _groups(library: Library) -> rx.Component:
    return ui.section(
        _("Whole groups"),
        *(_folded(label, library.cards_of(group)) for group, label in GROUPS.items()),
        id="groups",
    )


def _folded(label: str, cards: list[Card]) -> rx.Component:
    return ui.disclosure(label, rx.el.ul(*(card_item(card) for card in cards), class_name="items"))


def _group(category: Category, cards: list[Card]) -> rx.Component:
    feelings = {feeling for card in cards for feeling in card.feelings}
    return ui.section(
        CATEGORIES[category],
        rx.el.ul(*(card_item(card, _follows(card.feelings)) for card in cards), class_name="items"),
        class_name=f"section {_follows(feelings)}",
    )


def _follows(feelings: Iterable[str]) -> str:
    return " ".join(f"f-{feeling}" for feeling in sorted(feelings))
