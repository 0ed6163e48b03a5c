"""One coping card: what to do first, then everything one may want to know about it."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Library
from pwa_app.pages.card_lines import card_address, card_item, minutes_text, needs_text, place_text
from pwa_app.pages.ground import GROUNDING_CARD, grounding
from pwa_app.pages.labels import CATEGORIES, ENERGY, EVIDENCE, FEELINGS
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

SIMILAR_CARDS = 3


def card_page(library: Library, card: Card) -> rx.Component:
    """The card's care line, its steps, another like it, and where it comes from."""
    similar = library.similar_cards(card, SIMILAR_CARDS)
    care = (
        [rx.el.p(card.care, class_name="care", lang=card.language_of("care"))] if card.care else []
    )
    closing = [rx.el.p(card.closing, class_name="small section")] if card.closing else []
    return page(
        rx.el.h1(card.title),
        ui.lead(card.summary),
        rx.el.p(
            " · ".join((minutes_text(card), place_text(card), needs_text(card))),
            class_name="small",
        ),
        *care,
        *([grounding()] if card.slug == GROUNDING_CARD else []),
        ui.steps([step.text for step in card.steps]),
        *closing,
        *_next(library, card),
        ui.section(
            _("Others that may fit"),
            rx.el.ul(*(card_item(other) for other in similar), class_name="items"),
        ),
        _about(card),
        room="cards",
        back=(_("Cards"), "/cards/"),
    )


def _next(library: Library, card: Card) -> list[rx.Component]:
    following = library.next_card(card)
    if following is None:
        return []
    return [
        rx.el.div(
            ui.button_link(_("Try another like this"), card_address(following)),
            class_name="section",
        )
    ]


def _about(card: Card) -> rx.Component:
    feelings = _(", ").join(FEELINGS[feeling] for feeling in card.feelings)
    facts = (
        (_("For when you feel"), feelings),
        (_("Kind"), CATEGORIES[card.category]),
        (_("Energy"), ENERGY[card.energy]),
        (_("What is known about it"), EVIDENCE[card.evidence]),
    )
    sources = (
        rx.el.li(ui.link(source.name or source.url, source.url, custom_attrs=ui.AS_IS))
        for source in card.sources
    )
    return ui.disclosure(
        _("About this card"),
        rx.el.dl(
            *(part for term, text in facts for part in (rx.el.dt(term), rx.el.dd(text))),
            class_name="about-list",
        ),
        rx.el.h3(_("Where it comes from")),
        rx.el.ul(*sources, class_name="sources"),
        rx.el.p(_("The words are ours. The sources open on other sites."), class_name="small"),
    )
