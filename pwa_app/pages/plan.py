"""My safety plan: calm to read, with a call one tap away. It is written on a page of its own."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar, VarData

from pwa_app import ui
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.hope_kinds import HOPE
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.people import call_button, text_button
from pwa_app.pages.plan_words import EDIT, PARTS, SHARE, headings
from pwa_app.pages.words import _

Found = dict[str, Any]


class Remembered(rx.Component):
    """The `Remembered` component of browser/remembered.js: it shows nothing."""

    library = module_path("remembered")
    tag = "Remembered"

    setting: rx.Var[str]
    value: rx.Var[str]
    ready: rx.Var[bool]
    on: rx.Var[bool]


def plan_page() -> rx.Component:
    """The plan as it is needed in a hard moment; what it asks for while there is none.

    That there is a plan is remembered, so that the questions do not show up before it.
    """
    return page(
        rx.el.h1(_("My plan")),
        Remembered.create(
            setting="plan", value="kept", ready=plan_found("ready"), on=plan_found("any")
        ),
        rx.cond(plan_found("any"), _reading(), _questions()),
        room="plan",
        styles="plan",
        kept=True,
    )


def plan_found(field: str) -> rx.Var[Any]:
    """What usePlan of browser/plan.js gives: `ready`, `any`, `parts` or `trouble`."""
    given = rx.Var.create(headings())
    hook = f"const plan = usePlan({given!s})"
    data = VarData.merge(uses("plan", "usePlan"), VarData(hooks={hook: None}))
    return rx.Var(f"plan.{field}", _var_data=data)


def plan_shown(parts: rx.Var[Any], *, calls: bool) -> rx.Component:
    """Parts of the plan with their people and lines.

    Args:
        parts: What `plan_parts` of pwa_app/logic/plan.py gives.
        calls: With buttons to call and to text.
    """
    return rx.fragment(rx.foreach(parts.to(list[Found]), lambda part: _part(part, calls=calls)))


def _reading() -> rx.Component:
    return rx.fragment(
        ui.lead(_("You wrote this for moments like this one. Start anywhere.")),
        rx.el.div(plan_shown(plan_found("parts"), calls=True), class_name="plan-shown"),
        ui.button_link(_("Open my hope box"), HOPE, "quiet section no-print"),
        ui.section(
            _("When you have a calm moment"),
            rx.el.div(
                ui.button_link(_("Change my plan"), EDIT, "quiet"),
                ui.button_link(_("Print, send or keep a copy"), SHARE, "quiet"),
                class_name="buttons",
            ),
            class_name="section no-print",
        ),
    )


def _questions() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("Your plan is opening…"), class_name="lead plan-opening"),
        rx.el.div(
            ui.lead(_("For hard moments, in your own words. Fill in what you like.")),
            rx.el.noscript(
                ui.notice(
                    _(
                        "To keep your plan on this phone, the app needs JavaScript. You can also "
                        "write it on paper, with the questions below."
                    )
                )
            ),
            _unread(),
            ui.button_link(_("Write my plan"), EDIT, "needs-script"),
            *(
                ui.section(part.heading, rx.el.p(part.hint), class_name="section plan-question")
                for part in PARTS
            ),
            rx.el.p(
                _("Only on this phone. It works best when you make it with someone you trust."),
                class_name="small section",
            ),
            rx.el.p(
                _(
                    "The first six parts follow ideas that Barbara Stanley and Gregory Brown "
                    "published in 2012. The words are ours."
                ),
                class_name="small",
            ),
            class_name="plan-questions",
        ),
    )


def _unread() -> rx.Component:
    trouble = plan_found("trouble").to(str)
    return rx.cond(
        trouble == "blocked",
        trouble_message(trouble),
        rx.cond(
            trouble,
            ui.notice(
                rx.el.p(
                    _(
                        "Your plan could not be opened, and it is not your fault. What you kept is "
                        "still on this phone. Please try again in a moment."
                    )
                ),
                role="alert",
            ),
        ),
    )


def _part(part: ObjectVar[Found], *, calls: bool) -> rx.Component:
    people: ArrayVar[list[Found]] = part["people"].to(list[Found])
    lines: ArrayVar[list[Found]] = part["lines"].to(list[Found])
    return rx.el.section(
        rx.el.h2(part["heading"].to(str)),
        rx.el.ul(
            rx.foreach(people, lambda person: _person(person, calls=calls)),
            rx.foreach(lines, lambda line: _line(line, calls=calls)),
        ),
        key=part["key"].to(str),
        class_name="section plan-part",
    )


def _person(person: ObjectVar[Found], *, calls: bool) -> rx.Component:
    name, number = person["name"].to(str), person["number"].to(str)
    return rx.el.li(
        rx.el.strong(name, custom_attrs=ui.AS_IS),
        rx.cond(number, rx.el.span(number, class_name="plan-number", custom_attrs=ui.AS_IS)),
        rx.cond(
            person["note"],
            rx.el.p(person["note"].to(str), class_name="plan-note", custom_attrs=ui.AS_IS),
        ),
        *(
            [
                rx.el.div(
                    _where(person["tel"], call_button(name, person["tel"].to(str))),
                    _where(person["sms"], text_button(name, person["sms"].to(str))),
                    class_name="buttons no-print",
                )
            ]
            if calls
            else []
        ),
        key=person["id"].to(str),
        class_name="plan-person",
    )


def _line(line: ObjectVar[Found], *, calls: bool) -> rx.Component:
    call = call_button(line["number"].to(str), line["tel"].to(str))
    return rx.el.li(
        rx.el.span(line["text"].to(str), custom_attrs=ui.AS_IS),
        *([_where(line["tel"], rx.el.div(call, class_name="buttons no-print"))] if calls else []),
        class_name="plan-line",
    )


def _where(address: rx.Var[Any], shown: rx.Component) -> rx.Component:
    """Shows something only where there is an address for it."""
    return rx.cond(address.to(str) != "", shown)
