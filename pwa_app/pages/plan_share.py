"""The plan on paper, as text and as a picture: made on the phone, sent by the person alone."""

from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.vars import FunctionVar, ObjectVar

from pwa_app import ui
from pwa_app.device import CopyText, SaveFile, function, held_value, ticked
from pwa_app.logic.calls import call
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.plan import plan_found, plan_shown
from pwa_app.pages.plan_words import EDIT, PARTS, PLAN
from pwa_app.pages.words import _

choice = held_value("plan_share")


class ShareText(rx.Component):
    """The `ShareText` component of browser/plan_share.js."""

    library = module_path("plan_share")
    tag = "ShareText"

    text: rx.Var[str]
    label: rx.Var[str]


class PlanPicture(rx.Component):
    """The `PlanPicture` component of browser/plan_share.js."""

    library = module_path("plan_share")
    tag = "PlanPicture"

    parts: rx.Var[Any]
    title: rx.Var[str]
    words: rx.Var[dict[str, str]]


def plan_share_page() -> rx.Component:
    """First what will be handed on, and how; nothing leaves the phone by itself."""
    return page(
        rx.el.div(
            rx.el.h1(_("A copy of my plan")),
            ui.lead(_("For paper, or for someone you trust. You choose what is in it.")),
            rx.el.noscript(
                ui.notice(_("This needs JavaScript, because your plan is kept on this phone."))
            ),
            class_name="no-print",
        ),
        rx.cond(
            plan_found("any"),
            _copies(),
            rx.cond(
                plan_found("ready"),
                ui.notice(
                    rx.el.p(_("There is nothing in your plan yet.")),
                    ui.button_link(_("Write my plan"), EDIT, "quiet"),
                ),
            ),
        ),
        room="plan",
        kept=True,
        back=(_("Plan"), PLAN),
        styles="plan",
    )


def _copies() -> rx.Component:
    return rx.fragment(
        rx.el.div(_choices(), _warning(), _ways(), class_name="no-print"),
        rx.el.article(
            rx.el.h2(_("My plan"), class_name="plan-title"),
            plan_shown(_chosen(), calls=False),
            class_name="paper plan-shown section",
        ),
    )


def _choices() -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Leave something out")),
        rx.el.fieldset(
            rx.el.legend(_("What may they see?"), class_name="visually-hidden"),
            *(_switch(part.field, part.heading) for part in PARTS),
            _switch("numbers", _("The numbers of people")),
        ),
    )


def _switch(key: str, label: str) -> rx.Component:
    left_out = choice.value.bool() & (choice.value[key] == False)  # noqa: E712
    return ui.switch(
        f"shares-{key}",
        label,
        on=~left_out,
        on_change=choice.change(
            lambda before: before.merge(rx.Var.create({key: ticked()}).to(dict[str, Any]))
        ),
    )


def _warning() -> rx.Component:
    return ui.notice(
        rx.el.p(
            _(
                "A copy leaves this phone only when you send or save it yourself. Whoever has it "
                "can read it."
            )
        )
    )


def _ways() -> rx.Component:
    text = call("plan", "plan_text", _("My plan"), _chosen()).to(str)
    print_page: Any = rx.Var("(() => printPage())", _var_data=uses("files", "printPage"))
    return rx.el.div(
        rx.el.button(
            _("Print, or save as PDF"),
            type="button",
            class_name="button",
            on_click=print_page.to(FunctionVar, EventChain),
        ),
        ShareText.create(text=text, label=_("Send as text"), class_name="button quiet"),
        CopyText.create(
            text=text,
            label=_("Copy as text"),
            done=_("Copied."),
            trouble=_("It could not be copied. A file works too."),
            class_name="button quiet",
        ),
        SaveFile.create(
            name="my-plan.txt",
            type="text/plain",
            text=function("", text),
            label=_("Save as a text file"),
            class_name="button quiet",
        ),
        PlanPicture.create(
            parts=_chosen(),
            title=_("My plan"),
            words={
                "make": _("Make a picture"),
                "alt": _("A picture of the plan below"),
                "share": _("Send the picture"),
                "save": _("Save the picture"),
                "trouble": _("This browser cannot make the picture. The text works."),
            },
        ),
        class_name="plan-ways section",
    )


def _chosen() -> ObjectVar[dict[str, Any]]:
    return call("plan", "chosen_parts", plan_found("parts"), choice.value).to(dict[str, Any])
