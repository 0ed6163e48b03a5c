"""Putting something into the hope box, and changing it: one page for each kind of thing."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import StoreForm
from pwa_app.device.tables import HopeItem
from pwa_app.pages.form_messages import copy_buttons, field_problem, trouble_message
from pwa_app.pages.form_parts import empty_message, restored_message, save_button
from pwa_app.pages.hope_file import file_fields, is_coming
from pwa_app.pages.hope_kinds import (
    HOPE,
    LINK,
    NOTE,
    PHOTO,
    SONG,
    THING_PARAMETER,
    VOICE,
    Kind,
)
from pwa_app.pages.hope_things import SweepFiles
from pwa_app.pages.layout import page
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

NEEDS = {
    PHOTO.key: ("file",),
    NOTE.key: ("words",),
    VOICE.key: ("file",),
    SONG.key: ("file", "link"),
    LINK.key: ("link",),
}
"""Of these fields one has to be there, or there would be nothing to show."""


def hope_add_page(kind: Kind) -> rx.Component:
    """A form for one kind of thing; the address may name one that is changed."""
    form = _form(kind)
    return page(
        rx.el.h1(rx.cond(form.changing, _("Change it"), kind.heading)),
        ui.lead(kind.lead),
        rx.el.noscript(
            ui.notice(
                rx.el.p(_("The box needs JavaScript, because it is kept on this phone.")),
                ui.button_link(_("How to make one you can hold"), HOPE, "quiet"),
            )
        ),
        form.element(
            *file_fields(form, kind),
            *_words_and_link(form, kind),
            _messages(form),
            save_button(form, not_yet=is_coming),
            auto_complete="off",
            class_name="stack needs-script",
        ),
        SweepFiles.create(),
        room="plan",
        kept=True,
        styles="hope",
        back=(_("Box"), HOPE),
    )


def _form(kind: Kind) -> StoreForm:
    return store.form(
        HopeItem,
        name=f"hope_{kind.key}",
        query_key=THING_PARAMETER,
        fixed={"kind": kind.key},
        needs=NEEDS[kind.key],
    )


def _words_and_link(form: StoreForm, kind: Kind) -> list[rx.Component]:
    if kind == NOTE:
        return [_words(form, _("Your words")), _title(form)]
    fields = [_title(form), _words(form, _("Words to go with it, if you like"))]
    if kind == LINK:
        return [_link(form, _("The link")), *fields]
    if kind == SONG:
        return [_link(form, _("Or a link to the song")), *fields]
    return fields


def _title(form: StoreForm) -> rx.Component:
    return rx.el.div(
        rx.el.label(_("A name for it, if you like"), html_for="title"),
        rx.el.input(
            type="text",
            name="title",
            id="title",
            enter_key_hint="next",
            aria_describedby="title-problem",
        ),
        field_problem(form, "title", _("Please write the name as words.")),
        class_name="field",
    )


def _words(form: StoreForm, label: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for="words"),
        rx.el.textarea(name="words", id="words", aria_describedby="words-problem"),
        field_problem(form, "words", _("Please write a few words first.")),
        class_name="field",
    )


def _link(form: StoreForm, label: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for="link"),
        rx.el.input(
            type="text",
            name="link",
            id="link",
            input_mode="url",
            enter_key_hint="done",
            auto_capitalize="off",
            spell_check=False,
            dir="ltr",
            aria_describedby="link-hint link-problem",
        ),
        field_problem(
            form,
            "link",
            _("Please write the whole link. It begins with https:// and has no spaces."),
        ),
        rx.el.p(
            _("It begins with https://. Opening it leaves the app and needs the internet."),
            id="link-hint",
            class_name="small",
        ),
        class_name="field",
    )


def _messages(form: StoreForm) -> rx.Component:
    return rx.el.div(
        restored_message(form, _("We kept what you had begun.")),
        empty_message(form),
        trouble_message(form.trouble, copy_buttons(form)),
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                rx.el.a(
                    _("See it"),
                    href=f"{HOPE}?{THING_PARAMETER}=" + form.saved_record["id"].to(str),
                    class_name="button quiet",
                ),
            ),
        ),
        role="status",
    )
