"""What is said after an entry was saved; after a hard one, with an offer that can be passed by."""

import reflex as rx
from reflex.vars import BooleanVar

from pwa_app import ui
from pwa_app.logic.calls import call
from pwa_app.pages.log_form import form
from pwa_app.pages.people import my_people, people_items
from pwa_app.pages.tried_cards import tried_cards
from pwa_app.pages.words import _


def after_saving() -> rx.Component:
    """The words after saving; nothing before it, or once more is typed."""
    return rx.el.div(
        rx.cond(
            form.saved,
            ui.notice(
                rx.el.p(rx.el.strong(_("Saved on this phone."))),
                rx.cond(
                    _is_hard(),
                    _offer(),
                    rx.fragment(
                        rx.el.p(_("Thank you for taking a moment for yourself.")),
                        _onward(),
                    ),
                ),
            ),
        ),
        role="status",
        # The plan's people are known before the offer is there, so that it does not move.
        custom_attrs={"data-said": "", "data-people": my_people(always=True).length().to(str)},
    )


def _is_hard() -> BooleanVar:
    entry = form.saved_record
    return call("log_choices", "care_offered", _part(entry, "mood"), _part(entry, "urge")).to(bool)


def _part(entry: rx.Var[object], field: str) -> rx.Var[object]:
    return rx.Var(f"({entry!s}?.{field} ?? null)", _var_data=entry._get_all_var_data())


def _offer() -> rx.Component:
    best = tried_cards().best
    return rx.fragment(
        rx.el.p(_("Thank you for writing it down. That sounds hard.")),
        rx.el.p(_("If you like, one of these may do you good now.")),
        rx.el.ul(
            rx.cond(
                best,
                rx.el.li(
                    rx.el.a(
                        rx.el.b(best["title"]),
                        rx.el.small(_("It has helped you before")),
                        href=best["href"],
                        class_name="item",
                    )
                ),
                ui.item(_("Find a card"), _("Something small to do right now"), "/cards/"),
            ),
            people_items(),
            ui.item(_("My plan"), _("What you wrote for hard moments"), "/plan/"),
            ui.item(
                _("Just two words"),
                _("A short message to someone who knows you"),
                "/cards/just-two-words/",
            ),
            ui.item(_("Talk to someone"), _("A helpline, right now"), "/help/"),
            class_name="items",
        ),
        rx.cond(
            form.changing,
            _onward(),
            rx.el.button(_("Not now"), class_name="link-button", **form.dismiss_props()),
        ),
    )


def _onward() -> rx.Component:
    return rx.el.div(
        ui.link(_("See what you wrote"), "/log/history/", class_name="link-button"),
        rx.cond(form.changing, ui.link(_("Write a new entry"), "/log/", class_name="link-button")),
        class_name="moves row-start",
    )
