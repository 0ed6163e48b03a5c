"""The finder: what a card should be for, and the cards that fit, at once and with no network.

Feelings narrow the prerendered lists by styles alone. Place, energy, time, what is at hand and
typed words are worked out in the browser (browser/finder.js) once React is there.
"""

from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.vars import FunctionVar, ObjectVar, VarData

from pwa_app import ui
from pwa_app.pages.card_data import MINE
from pwa_app.pages.labels import FEELINGS
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.words import _
from pwa_app.site import language, site

Row = dict[str, str]

PLACE_CHOICES = {
    "": _("Anywhere"),
    "home": _("At home"),
    "public": _("Out and about"),
    "bed": _("In bed"),
    "school_work": _("At school or work"),
}
ENERGY_CHOICES = {"": _("Any"), "low": _("Little"), "high": _("Some")}
MINUTES_CHOICES = {
    "": _("Any time"),
    "2": _("2 minutes"),
    "5": _("5 minutes"),
    "15": _("15 minutes"),
}
HAVE_CHOICES = {
    "nothing": _("Nothing"),
    "water": _("Water"),
    "pen": _("Pen and paper"),
    "phone": _("A phone"),
    "person": _("Another person"),
    "object": _("Everyday things"),
}

KNOWN = {
    "feeling": [str(feeling) for feeling in FEELINGS],
    "place": [key for key in PLACE_CHOICES if key],
    "energy": [key for key in ENERGY_CHOICES if key],
    "minutes": [key for key in MINUTES_CHOICES if key],
    "have": list(HAVE_CHOICES),
}


class Finder(rx.Component):
    """The `Finder` component of browser/finder.js: the form around the controls."""

    library = module_path("finder")
    tag = "Finder"

    known: rx.Var[dict[str, list[str]]]
    address: rx.Var[str]


def finder(
    answer: rx.Component, *, any_choice: str | None = None, search_first: bool = False
) -> rx.Component:
    """The feelings as chips, more choices folded away, and under them an answer.

    Args:
        answer: The prerendered cards; the styles show or hide their parts by their class
            `for-<feeling>` (shown only for it) or `f-<feeling>` (hidden for any other).
        any_choice: The label of a choice that takes the feeling back.
        search_first: The search stands above the feelings, not among the other choices.
    """
    return Finder.create(
        *([_search()] if search_first else []),
        rx.el.h2(_("What’s it like right now?"), id="feeling-question"),
        rx.el.div(
            *_feelings(any_choice),
            # A few cards stand right under their feeling; a long list under all that narrows it.
            *([] if search_first else [rx.el.div(answer, class_name="answers prerendered")]),
            _more(with_search=not search_first),
            rx.el.div(
                _buttons(),
                _said(),
                rx.el.div(
                    _found(),
                    *([rx.el.div(answer, class_name="prerendered")] if search_first else []),
                ),
                class_name="answers",
            ),
            class_name="choices",
            role="group",
            aria_labelledby="feeling-question",
        ),
        known=KNOWN,
        address=f"{site().folder(language())}/cards/",
        class_name=f"section finder {'search-first' if search_first else ''}".strip(),
        custom_attrs={"role": "search"},
    )


def helped_list(feeling: str, otherwise: rx.Component) -> rx.Component:
    """The cards for a feeling, what has helped before first; before that is known, others."""
    rows = _state("lists").to(dict[str, list[Row]])[feeling]
    return rx.cond(rows, rx.el.ul(rx.foreach(rows, _row), class_name="items"), otherwise)


def chosen_feeling() -> rx.Var[str]:
    """The feeling picked in this tab, for an event handler; undefined for none."""
    return rx.Var("chosenFeeling()", _var_data=uses("finder_state", "chosenFeeling"))


def _feelings(any_choice: str | None) -> list[rx.Component]:
    chips = [
        ui.chip_choice("feeling", key, label, identity=f"feeling-{key}")
        for key, label in FEELINGS.items()
    ]
    if any_choice:
        chips.append(ui.chip_choice("feeling", "", any_choice, identity="feeling-any"))
    return chips


def _search() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("Search the cards"), html_for="words"),
        rx.el.input(
            type="search", id="words", name="words", auto_complete="off", enter_key_hint="search"
        ),
        class_name="field js-only",
    )


def _more(*, with_search: bool) -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Place, energy, time and more")),
        *([_search()] if with_search else []),
        _single("place", _("Where are you?"), PLACE_CHOICES),
        _single("energy", _("How much energy is there?"), ENERGY_CHOICES),
        _single("minutes", _("How long have you got?"), MINUTES_CHOICES),
        rx.el.fieldset(
            rx.el.legend(_("What do you have with you?")),
            rx.el.div(
                *(
                    ui.chip_toggle("have", key, label, identity=f"have-{key}")
                    for key, label in HAVE_CHOICES.items()
                ),
                class_name="choices",
            ),
            class_name="field",
        ),
        rx.el.div(
            _button(_("Start again"), "clearFinder"),
            _button(_("Share these choices"), "shareFilters"),
            class_name="buttons",
        ),
        _link(),
        class_name="finder-more js-only",
        custom_attrs=ui.CLOSES,
    )


def _single(name: str, question: str, choices: dict[str, str]) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(question),
        rx.el.div(
            *(
                ui.chip_choice(
                    name,
                    key,
                    label,
                    identity=f"{name}-{key or 'any'}",
                    default_checked=key == "",
                )
                for key, label in choices.items()
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _link() -> rx.Component:
    return rx.el.div(
        rx.cond(
            _state("link"),
            ui.notice(
                rx.el.p(
                    rx.cond(
                        _state("copied").to(bool),
                        _("The link is copied."),
                        _("Here is the link. You can copy it."),
                    )
                ),
                rx.el.p(_("It holds these choices and nothing about you."), class_name="small"),
                rx.el.p(_state("link").to(str), class_name="address", custom_attrs=ui.AS_IS),
            ),
        ),
        role="status",
    )


def _buttons() -> rx.Component:
    return rx.el.div(_button(_("Pick one for me"), "pickOne"), class_name="buttons js-only")


def _button(label: str, function: str) -> rx.Component:
    run = rx.Var(function, _var_data=uses("finder", function)).to(FunctionVar, EventChain)
    return rx.el.button(
        label,
        type="button",
        class_name="button quiet",
        on_click=run,
        disabled=~_state("ready").to(bool),
    )


def _said() -> rx.Component:
    """What is said aloud of the answer: the picked card, how many fit, or that none does."""
    count = _state("count").to(int)
    before, after = _("{count} cards fit.").split("{count}")
    return rx.el.div(
        rx.cond(
            _state("broken").to(bool),
            ui.notice(_("That could not be loaded without a network. All cards are still here.")),
        ),
        rx.cond(
            _state("picked"),
            rx.el.div(
                rx.el.p(rx.el.strong(_("Try this one:"))),
                rx.el.ul(_row(_state("picked").to(dict[str, str])), class_name="items"),
                class_name="notice",
            ),
        ),
        rx.cond(
            _state("active").to(bool),
            rx.cond(
                count == 0,
                _all_hidden(),
                rx.cond(
                    _state("exact").to(bool),
                    rx.el.p(
                        rx.cond(
                            count == 1,
                            _("One card fits."),
                            rx.fragment(before, count, after),
                        )
                    ),
                    rx.el.p(
                        rx.cond(
                            _state("known").to(bool),
                            _("No card fits all of that. These come near."),
                            _("No card has those words. These may fit all the same."),
                        )
                    ),
                ),
            ),
        ),
        role="status",
        class_name="finder-said",
    )


def _all_hidden() -> rx.Component:
    return ui.notice(
        rx.el.p(_("You have put every card away.")),
        ui.link(_("See what you have put away"), MINE),
    )


def _found() -> rx.Component:
    shown = _state("rows").to(list[Row])
    more = _state("count").to(int) > _state("limit").to(int)
    return rx.cond(
        _state("active").to(bool),
        rx.fragment(
            rx.el.ul(rx.foreach(shown, _row), class_name="items"),
            rx.cond(
                more, rx.el.div(_button(_("Show more cards"), "showMore"), class_name="buttons")
            ),
        ),
    )


def _row(row: ObjectVar[Row]) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.b(row["title"]),
            rx.el.small(row["details"]),
            rx.cond(row["note"], rx.el.small(row["note"], class_name="why")),
            href=row["href"],
            class_name="item",
        ),
        class_name=row["kinds"],
        custom_attrs={"data-card": row["id"]},
    )


def _state(part: str) -> rx.Var[Any]:
    """A part of `FinderState` (browser/finder_types.d.ts), followed on its own."""
    hook = f'const finder_{part} = useFinder("{part}")'
    data = VarData.merge(uses("finder_state", "useFinder"), VarData(hooks={hook: None}))
    return rx.Var(f"finder_{part}", _var_data=data)
