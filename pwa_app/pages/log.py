"""A new entry of the log, or a change to a kept one."""

import reflex as rx

from pwa_app import ui
from pwa_app.device.tables import MoodEntry
from pwa_app.pages.form_messages import field_problem, trouble_message
from pwa_app.pages.labels import MOODS
from pwa_app.pages.layout import page
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

ENTRY_PARAMETER = "entry"
"""The parameter of the address that names an entry to change: /log/?entry=<id>."""

form = store.form(MoodEntry, name="log", query_key=ENTRY_PARAMETER)


def log_page() -> rx.Component:
    """The form for how someone is right now."""
    return page(
        rx.el.h1(rx.cond(form.changing, _("Change this entry"), _("How are you?"))),
        ui.lead(_("Only on this phone. Add as much or as little as you want.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "The log needs JavaScript, because it is kept on this phone and nowhere "
                    "else. Everything else in the app works without it."
                )
            )
        ),
        form.element(
            _mood(),
            _urge(),
            _note(),
            _messages(),
            _buttons(),
            auto_complete="off",
            class_name="stack needs-script",
        ),
        ui.section(
            _("Earlier entries"),
            ui.button_link(_("See what you wrote"), "/log/history/", "quiet"),
        ),
        room="log",
    )


def _mood() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("Mood")),
        rx.el.div(
            *(ui.mood_choice("mood", value, label) for value, label in MOODS.items()),
            class_name="moods",
        ),
        _take_back("mood"),
        _problem("mood"),
        class_name="field",
        aria_describedby="mood-problem",
    )


def _urge() -> rx.Component:
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
                    rx.cond(
                        form.answered("urge"),
                        _urge_words(),
                        _("not answered"),
                    ),
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
        class_name="field",
    )


def _urge_words() -> rx.Component:
    before, after = _("{urge} of 10").split("{urge}")
    return rx.fragment(before, form.value("urge"), after)


def _note() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("Anything else"), html_for="note"),
        rx.el.textarea(
            name="note",
            id="note",
            placeholder=_("Write here…"),
            aria_describedby="note-problem",
        ),
        _problem("note"),
        class_name="field",
    )


def _take_back(field: str) -> rx.Component:
    return rx.cond(
        form.answered(field),
        rx.el.button(
            _("Take this answer back"), class_name="link-button", **form.clear_props(field)
        ),
    )


def _problem(field: str) -> rx.Component:
    return field_problem(form, field, out_of_range=_("Please pick one of the choices here."))


def _messages() -> rx.Component:
    return rx.el.div(
        rx.cond(
            form.restored,
            ui.notice(
                rx.el.p(_("We kept what you had typed.")),
                rx.el.button(_("Start afresh"), type="reset", class_name="link-button"),
            ),
        ),
        rx.cond(
            form.problem("form"),
            rx.el.p(
                _("There is nothing to save yet. Pick a mood, set the urge, or write a word."),
                class_name="problem",
            ),
        ),
        trouble_message(form.trouble),
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                rx.el.p(_("Thank you for taking a moment for yourself.")),
                rx.el.div(
                    ui.button_link(_("Find a card that may help"), "/cards/", "quiet"),
                    ui.button_link(_("Talk to someone"), "/help/", "quiet"),
                    class_name="buttons",
                ),
            ),
        ),
        role="status",
    )


def _buttons() -> rx.Component:
    return rx.el.button(
        rx.cond(form.ready, rx.cond(form.saving, _("Saving…"), _("Save")), _("Getting ready…")),
        type="submit",
        class_name="button",
        disabled=~form.ready,
    )
