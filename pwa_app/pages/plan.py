"""My safety plan: what keeps this person safe, in their own words, on their phone."""

import reflex as rx

from pwa_app import ui
from pwa_app.device.tables import SafetyPlan
from pwa_app.pages.form_messages import copy_buttons, field_problem, trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

PARTS = (
    ("warning_signs", _("How I notice that it gets hard"), _("Thoughts, feelings, places, times")),
    ("alone", _("What I can do by myself"), _("Cards that helped, music, a walk")),
    ("places", _("People and places that take my mind off it"), _("Where I feel a bit lighter")),
    ("people", _("People I can ask for help"), _("Names and numbers")),
    ("professionals", _("Professionals and lines I can reach"), _("A doctor, a team, a helpline")),
    ("safer", _("How I make it safer around me"), _("What could be further away, or with someone")),
    ("reasons", _("What I want to stay for"), _("People, animals, things still to come")),
)
"""The plan's fields with our headings and a hint each; all may stay empty."""

form = store.form(SafetyPlan, name="plan", record_key="mine")


def plan_page() -> rx.Component:
    """Seven parts to fill in on a better day and to read on a hard one."""
    return page(
        rx.el.h1(_("My plan")),
        ui.lead(_("For hard moments, in your own words. Fill in what you like, when you like.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To keep your plan on this phone, the app needs JavaScript. You can also write "
                    "it on paper, with the questions below."
                )
            )
        ),
        form.element(
            *(_part(field, heading, hint) for field, heading, hint in PARTS),
            _messages(),
            rx.el.button(
                rx.cond(
                    form.ready, rx.cond(form.saving, _("Saving…"), _("Save")), _("Getting ready…")
                ),
                type="submit",
                class_name="button needs-script",
                disabled=~form.ready,
            ),
            auto_complete="off",
            class_name="stack",
        ),
        rx.el.p(
            _("Only on this phone. It works best when you make it with someone you trust."),
            class_name="small section",
        ),
        room="plan",
        kept=True,
    )


def _part(field: str, heading: str, hint: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(heading, html_for=field),
        rx.el.p(hint, id=f"{field}-hint", class_name="small"),
        rx.el.textarea(
            name=field, id=field, aria_describedby=f"{field}-hint {field}-problem", rows="2"
        ),
        field_problem(form, field, out_of_range=""),
        class_name="field",
    )


def _messages() -> rx.Component:
    return rx.el.div(
        rx.cond(
            form.restored,
            ui.notice(rx.el.p(_("We kept what you had typed. Save it when you are ready."))),
        ),
        rx.cond(
            form.problem("form"),
            rx.el.p(
                _("There is nothing to save yet. One word is enough to begin."),
                class_name="problem",
            ),
        ),
        trouble_message(form.trouble, copy_buttons(form)),
        rx.cond(form.saved, ui.notice(rx.el.p(rx.el.strong(_("Saved on this phone."))))),
        role="status",
    )
