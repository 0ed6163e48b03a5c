"""Cards the person has answered "Did it help?" for, in the browser (browser/tried_cards.js)."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ObjectVar, VarData

from pwa_app.device.tables import CardMark, CardOutcome, OwnCard
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store

LATEST = 100
"""How many of the latest answers are looked at."""


@dataclass(frozen=True)
class TriedCards:
    """What is known of the tried cards.

    `choices` are the cards tried last, each with `value` and `label`; `names` the titles of all
    cards by id; `best` the card most likely to help (`title`, `href`, `kinds`), or null.
    """

    choices: rx.Var[Any]
    names: rx.Var[Any]
    best: ObjectVar[dict[str, str]]


def tried_cards() -> TriedCards:
    """The tried cards as Vars."""
    outcomes = store.live(CardOutcome, order_by="at", newest_first=True, limit=LATEST).rows
    own, marks = store.live(OwnCard, order_by="at").rows, store.live(CardMark).rows
    hook = f"const tried = useTriedCards({outcomes!s}, {own!s}, {marks!s})"
    data = VarData.merge(
        *(var._get_all_var_data() for var in (outcomes, own, marks)),
        uses("tried_cards", "useTriedCards"),
        VarData(hooks={hook: None}),
    )
    return TriedCards(
        choices=rx.Var("tried.choices", _var_data=data),
        names=rx.Var("tried.names", _var_data=data),
        best=rx.Var("tried.best", _var_data=data).to(dict[str, str]),
    )
