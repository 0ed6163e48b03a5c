"""A card of one's own: written here, kept on this phone."""

import json
from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.device import held_value
from pwa_app.device.handlers import handler
from pwa_app.device.tables import PHOTO_LIMIT, OwnCard
from pwa_app.pages.card_data import MINE
from pwa_app.pages.form_messages import copy_buttons, field_problem, trouble_message
from pwa_app.pages.form_parts import empty_message, restored_message, save_button
from pwa_app.pages.labels import FEELINGS
from pwa_app.pages.layout import page
from pwa_app.pages.mine import CARD_PARAMETER
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

form = store.form(OwnCard, name="own_card", query_key=CARD_PARAMETER)
CHOOSER = "photo-file"
"""The id of the control that chooses a photo."""

choice = held_value("photo_choice")
"""Whether the photo that was chosen last was `kept`."""


def own_card_page() -> rx.Component:
    """The form for a new card, or for changing one."""
    return page(
        rx.el.h1(rx.cond(form.changing, _("Change your card"), _("A card of your own"))),
        ui.lead(_("Something that helps you. Only on this phone.")),
        rx.el.noscript(ui.notice(_("Writing a card needs JavaScript. All other cards are here."))),
        form.element(
            _title(),
            _steps(),
            _feelings(),
            _photo(),
            _messages(),
            save_button(form),
            auto_complete="off",
            class_name="stack",
        ),
        room="cards",
        styles="form",
        kept=True,
        back=(_("Mine"), MINE),
    )


def _title() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("What is it called?"), html_for="title"),
        rx.el.input(
            type="text",
            name="title",
            id="title",
            enter_key_hint="next",
            aria_describedby="title-problem",
        ),
        field_problem(form, "title", _("Please give your card a name.")),
        class_name="field",
    )


def _steps() -> rx.Component:
    return rx.el.div(
        rx.el.label(_("What do you do? One step on each line."), html_for="steps"),
        rx.el.textarea(name="steps", id="steps", aria_describedby="steps-problem"),
        field_problem(form, "steps", _("Please write the steps as words.")),
        class_name="field",
    )


def _feelings() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("When is it for?")),
        rx.el.div(
            *(
                ui.chip_toggle("feelings", key, label, identity=f"own-{key}")
                for key, label in FEELINGS.items()
            ),
            class_name="choices",
        ),
        class_name="field",
    )


def _photo() -> rx.Component:
    photo = form.value("photo")
    return rx.el.fieldset(
        rx.el.legend(_("A photo that does you good")),
        rx.el.input(type="hidden", name="photo"),
        rx.el.input(
            type="file",
            id=CHOOSER,
            accept="image/*",
            on_change=_keep_photo(),
            disabled=~form.ready,
            class_name="visually-hidden",
        ),
        rx.el.label(_("Choose a photo"), html_for=CHOOSER, class_name="button quiet"),
        rx.el.div(
            rx.cond(
                choice.value.bool() & ~choice.value["kept"].to(bool),
                rx.el.p(_("That file is no photo this browser can read."), class_name="problem"),
            ),
            role="status",
        ),
        rx.cond(
            photo,
            rx.fragment(
                rx.el.img(src=photo, alt=_("Your photo"), class_name="photo"),
                rx.el.button(
                    _("Take the photo out"), class_name="link-button", **form.clear_props("photo")
                ),
            ),
        ),
        field_problem(form, "photo", _("This photo cannot be kept.")),
        class_name="field",
    )


def _keep_photo() -> rx.EventHandler:
    """Scales the chosen photo down and puts it into the form."""
    keep: rx.Var[Any] = rx.Var("keepPhoto", _var_data=uses("photo", "keepPhoto"))
    kept = f"(kept) => {choice.name}.change(() => ({{ kept }}))"
    call = f"{keep!s}({json.dumps(CHOOSER)}, {PHOTO_LIMIT}).then({kept})"
    return handler(call, keep, choice.value)


def _messages() -> rx.Component:
    return rx.el.div(
        restored_message(form),
        empty_message(form),
        trouble_message(form.trouble, copy_buttons(form)),
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                ui.button_link(_("See my cards"), MINE, "quiet"),
            ),
        ),
        role="status",
    )
