"""The parts of an entry as controls; each may be left out, and all but three are folded away."""

from typing import Any

import reflex as rx
from reflex.vars import VarData

from pwa_app import ui
from pwa_app.device import held_value
from pwa_app.device.tables import OwnWord
from pwa_app.logic.calls import call
from pwa_app.pages.form_messages import field_problem
from pwa_app.pages.labels import MOODS
from pwa_app.pages.log_form import form
from pwa_app.pages.log_words import FEELING_MAP, HELPED, PROMPTS, TRIGGERS, URGE_WORDS
from pwa_app.pages.storage import store
from pwa_app.pages.tried_cards import tried_cards
from pwa_app.pages.words import _

Choices = dict[str, str]


def mood() -> rx.Component:
    """Five moods, as words and shapes."""
    return rx.el.fieldset(
        rx.el.span(_("Mood"), id="mood-label", class_name="label"),
        rx.el.div(
            *(ui.mood_choice("mood", value, label) for value, label in MOODS.items()),
            class_name="moods",
        ),
        _take_back("mood"),
        _problem("mood"),
        class_name="field question",
        aria_labelledby="mood-label",
        aria_describedby="mood-problem",
    )


def urge() -> rx.Component:
    """A slider from 0 to 10 that says in words where it stands; unanswered until it is touched."""
    return rx.el.div(
        rx.el.span(_("Urge to hurt yourself"), id="urge-label", class_name="label"),
        rx.el.div(
            ui.slider(
                "urge",
                least=0,
                most=10,
                start=0,
                labelled_by="urge-label",
                aria_describedby="urge-ends urge-problem",
            ),
            rx.el.div(
                rx.el.span(_("0 none")),
                rx.el.output(
                    rx.cond(form.answered("urge"), _urge_words(), _("not answered")),
                    html_for="urge",
                ),
                rx.el.span(_("10 strongest")),
                class_name="slider-ends",
                id="urge-ends",
            ),
            class_name="slider",
        ),
        _take_back("urge"),
        _problem("urge"),
        class_name="field question",
    )


def _urge_words() -> rx.Component:
    words = ((str(number), text.format(urge=number)) for number, text in enumerate(URGE_WORDS))
    return rx.match(form.value("urge"), *words, "")


def note() -> rx.Component:
    """Free words, with a question to start from for those who want one."""
    prompt = held_value("prompt")
    at = rx.Var(f"({prompt.value!s}?.at ?? -1)", _var_data=prompt.var_data).to(int)
    question = rx.match(at, *enumerate(PROMPTS), "")
    turn = prompt.change(
        lambda value: rx.Var(f"({{ at: (({value!s}?.at ?? -1) + 1) % {len(PROMPTS)} }})")
    )
    return rx.el.div(
        rx.el.label(_("Anything else"), html_for="note"),
        rx.el.textarea(
            name="note",
            id="note",
            rows="3",
            placeholder=_("Write here…"),
            aria_describedby="note-problem",
        ),
        rx.el.div(
            rx.cond(at >= 0, rx.el.p(question, class_name="prompt")),
            role="status",
        ),
        rx.el.div(
            rx.cond(
                at >= 0,
                rx.el.button(
                    _("Use this question"),
                    class_name="link-button",
                    **form.insert_props("note", question.to(str)),
                ),
            ),
            rx.el.button(
                rx.cond(at >= 0, _("Another question"), _("Give me a question to start from")),
                type="button",
                class_name="link-button",
                on_click=turn,
            ),
            class_name="moves row-start",
        ),
        _problem("note"),
        class_name="field",
    )


def feelings() -> rx.Component:
    """The map of feelings, and the person's own words for them."""
    return _fold(
        "feelings",
        _("Feelings"),
        *(
            rx.el.div(
                rx.el.h2(corner, id=f"corner-{number}"),
                rx.el.div(
                    *_chips("feelings", choices),
                    class_name="choices",
                    role="group",
                    aria_labelledby=f"corner-{number}",
                ),
                class_name="corner",
            )
            for number, (corner, choices) in enumerate(FEELING_MAP)
        ),
        _own_words("feelings", _("Your own words for it")),
    )


def triggers() -> rx.Component:
    """What was around."""
    return _fold(
        "triggers",
        _("What was around"),
        rx.el.div(*_chips("triggers", TRIGGERS), class_name="choices"),
        _own_words("triggers", _("Something else that was around")),
    )


def helped() -> rx.Component:
    """What helped: the cards that were tried come first."""
    tried = tried_cards()
    return _fold(
        "helped",
        _("What helped"),
        rx.el.div(
            form.word_choices(
                "helped", _joined(tried.choices, _remembered("helped")), names=tried.names
            ),
            *_chips("helped", HELPED),
            class_name="choices",
        ),
        _own_words("helped", _("Something else that helped"), with_choices=False),
    )


def moment() -> rx.Component:
    """When it was: now, unless a day and a time are picked."""
    return rx.el.details(
        rx.el.summary(
            _("When"),
            rx.el.span(
                rx.cond(
                    form.changing,
                    rx.fragment(),
                    rx.cond(form.answered("at"), _("another time"), _("now")),
                ),
                class_name="chosen",
            ),
        ),
        rx.el.div(
            rx.el.label(_("Day and time"), html_for="at"),
            rx.el.input(type="datetime-local", name="at", id="at", aria_describedby="at-problem"),
            rx.cond(
                form.answered("at") & ~form.changing,
                rx.el.button(_("Now"), class_name="link-button", **form.clear_props("at")),
            ),
            field_problem(form, "at", _("That time is still to come. Pick one up to now.")),
            class_name="field",
        ),
    )


def _fold(field: str, title: str, *content: rx.Component) -> rx.Component:
    before, after = _("{count} picked").split("{count}")
    return rx.el.details(
        rx.el.summary(
            title,
            rx.el.span(
                rx.cond(
                    form.count(field) > 0, rx.fragment(before, form.count(field).to(str), after)
                ),
                class_name="chosen",
            ),
        ),
        rx.el.fieldset(rx.el.legend(title, class_name="visually-hidden"), *content),
    )


def _chips(field: str, choices: Choices) -> list[rx.Component]:
    return [
        ui.chip_box(field, key, label, identity=f"{field}-{key}") for key, label in choices.items()
    ]


def _own_words(field: str, label: str, *, with_choices: bool = True) -> rx.Component:
    holding, typing = form.word_controls(field, id=f"{field}-own", enter_key_hint="done")
    return rx.el.div(
        holding,
        rx.el.label(label, html_for=f"{field}-own"),
        rx.el.div(
            typing,
            rx.el.button(_("Add"), class_name="button quiet", **form.take_props(field)),
            class_name="adding",
        ),
        *(
            [rx.el.div(form.word_choices(field, _remembered(field)), class_name="choices")]
            if with_choices
            else []
        ),
        _forgetting(field),
        class_name="field",
    )


def _words(field: str) -> rx.Var[Any]:
    rows = store.live(OwnWord, order_by="at", newest_first=True).rows
    return call("log_choices", "words_of", rows, field)


def _remembered(field: str) -> rx.Var[Any]:
    return call("log_choices", "word_choices", _words(field))


def _joined(one: rx.Var[Any], other: rx.Var[Any]) -> rx.Var[Any]:
    data = VarData.merge(one._get_all_var_data(), other._get_all_var_data())
    return rx.Var(f"[...{one!s}, ...{other!s}]", _var_data=data)


def _forgetting(field: str) -> rx.Component:
    words = _words(field).to(list[dict[str, Any]])
    before, after = _("Forget “{word}”").split("{word}")
    return rx.cond(
        words.length() > 0,
        rx.el.details(
            rx.el.summary(_("Take a word off this list")),
            rx.el.p(_("Entries that have it keep it."), class_name="small"),
            rx.el.div(
                rx.foreach(
                    words,
                    lambda word: rx.el.button(
                        before,
                        rx.el.span(word["word"], custom_attrs=ui.AS_IS),
                        after,
                        type="button",
                        class_name="link-button",
                        on_click=store.remove(OwnWord, word["id"]),
                        key=word["id"],
                    ),
                ),
                class_name="moves row-start",
            ),
            class_name="plain",
        ),
    )


def _take_back(field: str) -> rx.Component:
    take_back = rx.el.button(_("Take it back"), class_name="link-button", **form.clear_props(field))
    return rx.el.div(rx.cond(form.answered(field), take_back), class_name="take-back")


def _problem(field: str) -> rx.Component:
    return field_problem(form, field, out_of_range=_("Please pick one of the choices here."))
