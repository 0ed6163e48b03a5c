"""One coping card: what to do first, then everything one may want to know about it."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card, Library
from pwa_app.pages.card_lines import card_address, card_details, card_item, caution_classes
from pwa_app.pages.card_steps import card_steps, one_at_a_time
from pwa_app.pages.card_tools import DID_IT_HELP, did_it_help, hidden_cards, marks_of_card
from pwa_app.pages.ground import GROUNDING_CARD, grounding
from pwa_app.pages.hope_kinds import HOPE, HOPE_CARDS
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
        *_left_out(card),
        rx.el.div(
            rx.el.div(
                ui.lead(card.summary),
                rx.el.p(card_details(card), class_name="small"),
                hidden=one_at_a_time(),
            ),
            *care,
            *([grounding()] if card.slug == GROUNDING_CARD else []),
            card_steps(card, then=DID_IT_HELP),
            *(
                [ui.button_link(_("Open my hope box"), HOPE, "quiet section")]
                if card.slug in HOPE_CARDS
                else []
            ),
            rx.el.div(
                *closing,
                did_it_help(),
                *_next(library, card),
                marks_of_card(),
                ui.section(
                    _("Others that may fit"),
                    rx.el.ul(*(card_item(other) for other in similar), class_name="items"),
                    class_name="section below",
                ),
                _about(card),
                hidden=one_at_a_time(),
            ),
            class_name=f"card-body {caution_classes(card)}".strip(),
        ),
        hidden_cards(),
        room="cards",
        styles="practice" if card.slug == GROUNDING_CARD else (),
        back=(_("Cards"), "/cards/"),
    )


def _left_out(card: Card) -> list[rx.Component]:
    """What stands in the card's place while a switch in the settings leaves it out."""
    if not card.cautions:
        return []
    switches = " ".join(f"l-{caution}" for caution in card.cautions)
    return [
        rx.el.input(
            type="checkbox", id="show-anyway", class_name=f"show-anyway left-out {switches}"
        ),
        ui.notice(
            rx.el.p(_("You asked not to be shown cards like this one, so it is folded away.")),
            rx.el.label(_("Show it this once"), html_for="show-anyway", class_name="button quiet"),
            rx.el.p(ui.link(_("Change what is left out"), "/settings/#safety"), class_name="small"),
            class_name=f"notice left-out {switches}",
        ),
    ]


def _next(library: Library, card: Card) -> list[rx.Component]:
    following = library.next_card(card)
    if following is None:
        return []
    return [
        rx.el.div(
            ui.button_link(_("Try another like this"), card_address(following)),
            class_name=f"section {caution_classes(following)}".strip(),
            custom_attrs={"data-card": following.slug},
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
        class_name="below",
    )
