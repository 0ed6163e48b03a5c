"""What a person may say of a card: did it help, is it a favourite, is it not for them."""

from typing import Any

import reflex as rx
from reflex.vars import BooleanVar, VarData

from pwa_app import ui
from pwa_app.device import LiveRows, held_value
from pwa_app.device.tables import CardMark, CardOutcome
from pwa_app.pages.card_data import MINE
from pwa_app.pages.finder import chosen_feeling
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

DID_IT_HELP = "did-it-help"
"""The id of the question."""

NOT_TODAY, A_BIT, YES = 0, 1, 2


class HiddenCards(rx.Component):
    """The `HiddenCards` component of browser/hidden_cards.js: it shows nothing."""

    library = module_path("hidden_cards")
    tag = "HiddenCards"

    marks: rx.Var[list[dict[str, object]]]
    ready: rx.Var[bool]


def hidden_cards() -> rx.Component:
    """Keeps the cards that a person has put away out of the page's lists."""
    marks = store.live(CardMark)
    return HiddenCards.create(marks=marks.rows, ready=marks.ready)


# What is said of "this card" is the same for all: their pages then share the code.
this_card: rx.Var[str] = rx.Var("thisCard()", _var_data=uses("this_card", "thisCard"))
"""The slug of the card whose page is open."""


_answer = held_value("outcome")
"""The answer given last on this page."""


def did_it_help() -> rx.Component:
    """The question about the page's card with its three answers, kept for the order of cards."""
    return rx.el.section(
        rx.el.h2(_("Did it help?"), id=DID_IT_HELP, tab_index=-1),
        rx.el.div(*answers(this_card), class_name="buttons thirds", role="group", **_LABELLED),
        rx.el.div(reply(this_card), role="status"),
        class_name="section js-only",
    )


_LABELLED = {"aria_labelledby": DID_IT_HELP}


def answers(card: rx.Var[str]) -> list[rx.Component]:
    """The buttons that say how much a card helped; `card` is what CardOutcome calls it."""
    ready = store.live(CardMark).ready
    return [
        rx.el.button(
            label,
            type="button",
            class_name="button quiet",
            disabled=~ready,
            aria_pressed=_is_answer(card, helped),
            on_click=store.put(CardOutcome, _outcome(card, helped), into=_answer),
        )
        for helped, label in (
            (YES, _("Yes")),
            (A_BIT, _("A bit")),
            (NOT_TODAY, _("Not today")),
        )
    ]


def reply(card: rx.Var[str]) -> rx.Component:
    """What is said back to an answer about this card."""
    return rx.cond(
        _is_answered(card),
        ui.notice(
            rx.cond(
                _is_answer(card, NOT_TODAY),
                rx.fragment(
                    rx.el.p(_("That is all right. Not every card fits every day.")),
                    rx.el.div(
                        ui.button_link(_("Find another card"), "/cards/", "quiet"),
                        ui.button_link(_("Talk to someone"), "/help/", "quiet"),
                        class_name="buttons",
                    ),
                ),
                rx.el.p(_("Good to know. It will come up sooner next time.")),
            ),
            rx.el.p(_("Kept on this phone only."), class_name="small"),
        ),
    )


def marks_of_card() -> rx.Component:
    """Favourite, and "Not for me", each of which can be taken back."""
    marks = store.live(CardMark)
    hidden = marks.field("card", this_card, "hidden")
    hiding: rx.Var[Any] = rx.Var(
        f"({hidden!s} ? null : true)", _var_data=hidden._get_all_var_data()
    )
    return rx.el.div(
        rx.el.div(
            favourite_toggle(this_card),
            _toggle(
                marks,
                hidden.bool(),
                _("Not for me"),
                store.merge(CardMark, this_card, {"hidden": hiding}),
            ),
            class_name="buttons",
        ),
        rx.el.div(
            rx.cond(
                hidden.bool(),
                ui.notice(
                    rx.el.p(_("That is fine. You will not see this card in lists any more.")),
                    rx.el.p(_("Press “Not for me” again to bring it back.")),
                ),
            ),
            rx.cond(
                store.trouble,
                ui.notice(_("This browser did not let the app keep that. It is not your fault.")),
            ),
            role="status",
        ),
        rx.el.p(ui.link(_("See my cards"), MINE), class_name="small"),
        class_name="section js-only",
    )


def favourite_toggle(card: rx.Var[str], style: str = "button quiet") -> rx.Component:
    """The button that makes a card a favourite, or no longer one."""
    marks = store.live(CardMark)
    favourite = marks.field("card", card, "favourite")
    toggled: rx.Var[Any] = rx.Var(
        f"({favourite!s} === null ? Date.now() : null)", _var_data=favourite._get_all_var_data()
    )
    return _toggle(
        marks,
        (favourite != rx.Var("null")).bool(),
        _("Favourite"),
        store.merge(CardMark, card, {"favourite": toggled}),
        style,
    )


def _outcome(card: rx.Var[str], helped: int) -> dict[str, object]:
    """The answer; another one about the same card takes the place of the one before."""
    kept = _of_answer(f"{_is_answered(card)!s} ? {_answer.value!s}.id : undefined", card)
    return {"id": kept, "card": card, "helped": helped, "feeling": chosen_feeling()}


def _is_answered(card: rx.Var[str]) -> BooleanVar:
    return _of_answer(f"{_answer.value!s}?.card === {card!s}", card).to(bool)


def _is_answer(card: rx.Var[str], helped: int) -> BooleanVar:
    answer = _answer.value
    both = f"{answer!s}?.card === {card!s} && {answer!s}?.helped === {helped}"
    return _of_answer(both, card).to(bool)


def _of_answer(expression: str, card: rx.Var[str]) -> rx.Var[Any]:
    data = VarData.merge(_answer.value._get_all_var_data(), card._get_all_var_data())
    return rx.Var(f"({expression})", _var_data=data)


def _toggle(
    marks: LiveRows,
    pressed: BooleanVar,
    label: str,
    on_click: rx.EventHandler,
    style: str = "button quiet",
) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        class_name=style,
        disabled=~marks.ready,
        aria_pressed=pressed,
        on_click=on_click,
    )
