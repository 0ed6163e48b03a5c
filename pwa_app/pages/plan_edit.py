"""Writing the plan: one thing a line, ideas to tap in, people with their numbers, an own order."""

import json
from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.device.tables import PlanContact, SafetyPlan
from pwa_app.logic.plan import FIRST_PART
from pwa_app.pages.form_messages import copy_buttons, field_problem, trouble_message
from pwa_app.pages.form_parts import empty_message, save_button
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path
from pwa_app.pages.plan_words import CONTACT, PARTS, PLAN, SHARE, Part, begins_contact
from pwa_app.pages.storage import store
from pwa_app.pages.undo import undo
from pwa_app.pages.words import _

form = store.form(SafetyPlan, name="plan", record_key="mine")

CONTACT_PARAMETER = "contact"
"""The parameter of the address that names a person or a line to change."""

_ORDER_WORDS = {
    "up": _("Move up: {item}"),
    "down": _("Move down: {item}"),
    "moved": _("{item} is now {place} of {count}."),
}


class PlanLines(rx.Component):
    """The `PlanLines` component of browser/plan_lines.js."""

    library = module_path("plan_lines")
    tag = "PlanLines"

    form: rx.Var[str]
    field: rx.Var[str]
    heading: rx.Var[str]
    ideas: rx.Var[list[str]]
    words: rx.Var[dict[str, str]]


class PlanPeople(rx.Component):
    """The `PlanPeople` component of browser/plan_people.js."""

    library = module_path("plan_people")
    tag = "PlanPeople"

    records: rx.Var[Any]
    rows: rx.Var[Any]
    part: rx.Var[str]
    address: rx.Var[str]
    words: rx.Var[dict[str, str]]


def plan_edit_page() -> rx.Component:
    """Seven parts to fill in on a better day. All may stay empty."""
    return page(
        rx.el.h1(_("Write my plan")),
        ui.lead(_("In your own words. One thing on each line. Leave out what you like.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To keep your plan on this phone, the app needs JavaScript. You can also write "
                    "it on paper, with the questions below."
                )
            )
        ),
        form.element(
            *(_part(part) for part in PARTS),
            _messages(),
            rx.el.div(
                save_button(form, "needs-script"),
                class_name="section",
            ),
            auto_complete="off",
            class_name="plan-form",
        ),
        _first_in_help(),
        ui.button_link(_("Print, send or keep a copy"), SHARE, "quiet"),
        rx.el.p(
            _("Only on this phone. It works best when you make it with someone you trust."),
            class_name="small section",
        ),
        room="plan",
        kept=True,
        back=(_("Plan"), PLAN),
        styles=("plan", "undo"),
    )


def _part(part: Part) -> rx.Component:
    field = part.field
    return rx.el.div(
        rx.el.label(part.heading, html_for=field),
        rx.el.p(part.hint, id=f"{field}-hint", class_name="small"),
        *([_people(part)] if part.people else []),
        rx.el.textarea(
            name=field, id=field, aria_describedby=f"{field}-hint {field}-problem", rows="2"
        ),
        field_problem(form, field, out_of_range=""),
        PlanLines.create(
            form=form.name,
            field=field,
            heading=part.heading,
            ideas=list(part.ideas),
            words={
                "ideas": _("Ideas"),
                "order": _("Change the order"),
                "done": _("Done"),
                **_ORDER_WORDS,
            },
        ),
        class_name="field",
        id=f"part-{field}",
    )


def _people(part: Part) -> rx.Component:
    """Those of this part, and the ways to add one."""
    contacts = store.live(PlanContact, order_by="at")
    further = (
        [ui.button_link(_("Choose a helpline"), "/help/", "quiet")]
        if part.field == "professionals"
        else []
    )
    adding = {
        "people": _("Add a person"),
        "professionals": _("Add a professional or a line"),
    }[part.field]
    return rx.el.div(
        PlanPeople.create(
            records=store.records,
            rows=contacts.rows,
            part=part.field,
            address=f"{CONTACT}?{CONTACT_PARAMETER}=",
            words={
                "change": _("Change"),
                "remove": _("Take out"),
                **_ORDER_WORDS,
            },
        ),
        _undo(part),
        rx.el.div(
            ui.button_link(
                adding, CONTACT, "quiet", custom_attrs=begins_contact({"part": part.field})
            ),
            *further,
            class_name="buttons",
        ),
        class_name="plan-people needs-script",
    )


def _undo(part: Part) -> rx.Component:
    removed = store.last_removed(PlanContact) & (_removed_part() == part.field)
    return undo(removed.to(bool), _("They are out of your plan."))


def _removed_part() -> rx.Var[str]:
    """The part of the person that was taken out last."""
    path = f"({store.records!s}.lastRemoved()?.record.part ?? {json.dumps(FIRST_PART)})"
    return rx.Var(path, _var_data=store.records._get_all_var_data()).to(str)


def _first_in_help() -> rx.Component:
    """A switch that is remembered like the settings, so that it holds before the first paint."""
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                id="people-first",
                value="first",
                custom_attrs={"data-setting": "people"},
            ),
            rx.el.span(_("Show my people at the top of Help")),
            html_for="people-first",
            class_name="switch",
        ),
        rx.el.p(
            _("Their names can then be seen by whoever looks at that page with you."),
            class_name="small",
        ),
        class_name="section needs-script",
    )


def _messages() -> rx.Component:
    return rx.el.div(
        rx.cond(
            form.restored,
            ui.notice(rx.el.p(_("We kept what you had typed. Save it when you are ready."))),
        ),
        empty_message(form, _("There is nothing to save yet. One word is enough to begin.")),
        trouble_message(form.trouble, copy_buttons(form)),
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                ui.button_link(_("See my plan"), PLAN, "quiet"),
            ),
        ),
        role="status",
    )
