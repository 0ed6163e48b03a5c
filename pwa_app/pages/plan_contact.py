"""A person or a line in the plan: a name, a number, and when to call."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.device.tables import PlanContact
from pwa_app.logic.calls import call
from pwa_app.pages.form_messages import copy_buttons, field_problem, trouble_message
from pwa_app.pages.form_parts import empty_message, restored_message, save_button
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path
from pwa_app.pages.plan_edit import CONTACT_PARAMETER
from pwa_app.pages.plan_words import CONTACT_FORM, EDIT, PARTS, PLAN
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

form = store.form(PlanContact, name=CONTACT_FORM, query_key=CONTACT_PARAMETER)


class ContactPicker(rx.Component):
    """The `ContactPicker` component of browser/contact_picker.js."""

    library = module_path("contact_picker")
    tag = "ContactPicker"

    words: rx.Var[dict[str, str]]


def plan_contact_page() -> rx.Component:
    """A new person, or a change to one. Nothing must be filled in."""
    return page(
        rx.el.h1(rx.cond(form.changing, _("Change this person"), _("Someone for my plan"))),
        ui.lead(_("Only on this phone. They are not told.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To keep people in your plan, the app needs JavaScript. You can write their "
                    "names and numbers on paper."
                )
            )
        ),
        form.element(
            _said(),
            ContactPicker.create(
                words={
                    "pick": _("Choose from the phone’s contacts"),
                    "which": _("Which number?"),
                    "trouble": _("That did not work. You can type the name and the number."),
                },
            ),
            _field(
                "name",
                _("Name"),
                auto_complete="off",
                auto_capitalize="words",
                enter_key_hint="next",
            ),
            _field(
                "number",
                _("Number"),
                input_mode="tel",
                enter_key_hint="next",
                dir="ltr",
                auto_complete="off",
            ),
            _number_remark(),
            rx.el.div(
                rx.el.label(_("When to call, or what to say"), html_for="note"),
                rx.el.textarea(name="note", id="note", rows="2", aria_describedby="note-problem"),
                field_problem(form, "note", out_of_range=""),
                class_name="field",
            ),
            _which_part(),
            _messages(),
            rx.el.div(
                save_button(form),
                class_name="section",
            ),
            auto_complete="off",
            class_name="needs-script",
        ),
        room="plan",
        kept=True,
        back=(_("Plan"), EDIT),
        styles="plan",
    )


def _field(name: str, label: str, **props: Any) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.input(type="text", name=name, id=name, aria_describedby=f"{name}-problem", **props),
        field_problem(form, name, out_of_range=""),
        class_name="field",
    )


def _number_remark() -> rx.Component:
    """A kind word about an odd number; it is kept as it is."""
    return rx.el.div(
        rx.match(
            call("plan", "number_note", form.value("number")),
            (
                "none",
                rx.el.p(
                    _("It has no digits, so it cannot be called with a tap. That is fine."),
                    class_name="small",
                ),
            ),
            ("short", rx.el.p(_("That is short. Is it all of it?"), class_name="small")),
            ("long", rx.el.p(_("That is long. Is it one number?"), class_name="small")),
            rx.fragment(),
        ),
        role="status",
    )


def _which_part() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("Where in my plan?")),
        rx.el.div(
            *(
                ui.chip_choice("part", part.field, part.heading, identity=f"part-{part.field}")
                for part in PARTS
                if part.people
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _said() -> rx.Component:
    return rx.el.div(
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                rx.el.div(
                    ui.button_link(_("See my plan"), PLAN, "quiet"),
                    ui.button_link(_("Go on writing"), EDIT, "quiet"),
                    class_name="buttons section",
                ),
            ),
        ),
        role="status",
        custom_attrs={"data-said": ""},
    )


def _messages() -> rx.Component:
    return rx.el.div(
        restored_message(form),
        empty_message(form),
        trouble_message(form.trouble, copy_buttons(form)),
        role="status",
    )
