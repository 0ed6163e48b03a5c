"""A card in one line: what a person wants to know before tapping it."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Caution
from pwa_app.pages.labels import NEEDS, PLACES
from pwa_app.pages.words import _


def card_address(card: Card) -> str:
    """Where the card stands on this site."""
    return f"/cards/{card.slug}/"


def minutes_text(card: Card) -> str:
    """How long it takes, for example "2–5 min"."""
    if card.minutes_least == card.minutes_most:
        return _("{minutes} min").format(minutes=card.minutes_least)
    return _("{least}–{most} min").format(least=card.minutes_least, most=card.minutes_most)


def place_text(card: Card) -> str:
    """Where it can be done."""
    if len(card.places) == len(PLACES):
        return _("anywhere")
    return _(", ").join(PLACES[place] for place in card.places)


def needs_text(card: Card) -> str:
    """What is needed; several things are alternatives."""
    return _(" or ").join(NEEDS[need] for need in card.needs)


def card_details(card: Card) -> str:
    """Time, place and needs in one line."""
    return " · ".join((minutes_text(card), place_text(card), needs_text(card)))


def hide_setting(caution: Caution) -> str:
    """The name of the switch that leaves out cards with a caution: data-<name> of the page."""
    return f"hide-{caution.replace('_', '-')}"


def caution_classes(card: Card) -> str:
    """The classes by which the switches in the settings keep a card out of sight."""
    return " ".join(f"c-{caution}" for caution in card.cautions)


def card_item(card: Card, class_name: str = "") -> rx.Component:
    """A card as a line of a list, which vanishes when the person has put the card away."""
    return ui.item(
        card.title,
        card_details(card),
        card_address(card),
        class_name=f"{class_name} {caution_classes(card)}".strip(),
        custom_attrs={"data-card": card.slug},
    )
