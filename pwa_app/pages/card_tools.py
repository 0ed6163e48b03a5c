"""What a person may say of a card: did it help, is it a favourite, is it not for them."""

from typing import Any

import reflex as rx
from reflex.vars import BooleanVar

from pwa_app import ui
from pwa_app.device import LiveRows, LiveValue, held_value
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


def did_it_help() -> rx.Component:
    """The question with its three answers, which are kept for the order of cards."""
    answer = held_value("outcome")
    marks = store.live(CardMark)
    return rx.el.section(
        rx.el.h2(_("Did it help?"), id=DID_IT_HELP, tab_index=-1),
        rx.el.div(
            *(
                rx.el.button(
                    label,
                    type="button",
                    class_name="button quiet",
                    disabled=~marks.ready,
                    aria_pressed=_is_answer(answer, helped),
                    on_click=store.put(CardOutcome, _outcome(helped, answer), into=answer),
                )
                for helped, label in (
                    (A_BIT, _("A bit")),
                    (YES, _("Yes")),
                    (NOT_TODAY, _("Not today")),
                )
            ),
            class_name="buttons thirds",
            role="group",
            aria_labelledby=DID_IT_HELP,
        ),
        rx.el.div(_reply(answer), role="status"),
        class_name="section js-only",
    )


def marks_of_card() -> rx.Component:
    """Favourite, and "Not for me", each of which can be taken back."""
    marks = store.live(CardMark)
    favourite = marks.field("card", this_card, "favourite")
    hidden = marks.field("card", this_card, "hidden")
    toggled: rx.Var[Any] = rx.Var(
        f"({favourite!s} === null ? Date.now() : null)", _var_data=favourite._get_all_var_data()
    )
    hiding: rx.Var[Any] = rx.Var(
        f"({hidden!s} ? null : true)", _var_data=hidden._get_all_var_data()
    )
    return rx.el.div(
        rx.el.div(
            _toggle(
                marks,
                (favourite != rx.Var("null")).bool(),
                _("Favourite"),
                store.merge(CardMark, this_card, {"favourite": toggled}),
            ),
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


def _outcome(helped: int, answer: LiveValue) -> dict[str, object]:
    kept: rx.Var[Any] = rx.Var(f"{answer.value!s}?.id", _var_data=answer.value._get_all_var_data())
    return {"id": kept, "card": this_card, "helped": helped, "feeling": chosen_feeling()}


def _is_answer(answer: LiveValue, helped: int) -> BooleanVar:
    expression = f"({answer.value!s}?.helped === {helped})"
    return rx.Var(expression, _var_data=answer.value._get_all_var_data()).to(bool)


def _reply(answer: LiveValue) -> rx.Component:
    return rx.cond(
        answer.value,
        ui.notice(
            rx.cond(
                _is_answer(answer, NOT_TODAY),
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


def _toggle(
    marks: LiveRows, pressed: BooleanVar, label: str, on_click: rx.EventHandler
) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        class_name="button quiet",
        disabled=~marks.ready,
        aria_pressed=pressed,
        on_click=on_click,
    )
