"""What every form on the phone has: the word that a draft was put back, and its button."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import StoreForm
from pwa_app.pages.words import _


def restored_message(
    form: StoreForm, words: str = _("We kept what you had typed.")
) -> rx.Component:
    """Says that a draft was put back, and offers to begin afresh; nothing where there was none."""
    return rx.cond(
        form.restored,
        ui.notice(
            rx.el.p(words),
            rx.el.button(_("Start afresh"), type="reset", class_name="link-button"),
        ),
    )


def empty_message(form: StoreForm, words: str = _("There is nothing to save yet.")) -> rx.Component:
    """Says, once an empty form was to be saved, that it is empty."""
    return rx.cond(form.problem("form"), rx.el.p(words, class_name="problem"))


def save_button(
    form: StoreForm, kind: str = "", *, not_yet: rx.Var[bool] | None = None
) -> rx.Component:
    """The form's button, which says what it is about to do or doing.

    Args:
        form: The form it saves.
        kind: A kind of button in the styles.
        not_yet: True while a part of the form is still on its way.
    """
    return rx.el.button(
        rx.cond(form.ready, rx.cond(form.saving, _("Saving…"), _("Save")), _("Getting ready…")),
        type="submit",
        class_name=f"button {kind}".strip(),
        disabled=~form.ready if not_yet is None else ~form.ready | not_yet,
    )
