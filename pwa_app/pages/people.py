"""The person's own people, where they may be needed: on the wave, after a hard entry, in Help."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar, VarData

from pwa_app import ui
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.plan_words import PLAN
from pwa_app.pages.words import _

Found = dict[str, Any]


FEW = 2
"""So many people are named beside other things to do; the plan has them all."""


class PersonDialog(rx.Component):
    """The `PersonDialog` component of browser/people.js."""

    library = module_path("people")
    tag = "PersonDialog"

    title: rx.Var[str]
    close: rx.Var[str]
    open: rx.Var[bool]


def my_people(*, always: bool) -> ArrayVar[list[Found]]:
    """Those of the plan who can be called (see useMyPeople in browser/plan.js).

    Args:
        always: Also where the person has not asked to see them first; one value for a page.
    """
    return _known("people", always=always).to(list[Found])


def call_button(name: rx.Var[str], address: rx.Var[str], kind: str = "") -> rx.Component:
    """Calls in one tap."""
    return _button(_("Call {name}"), name, address, kind)


def text_button(name: rx.Var[str], address: rx.Var[str]) -> rx.Component:
    """Begins a text message in one tap."""
    return _button(_("Text {name}"), name, address, "quiet")


def people_first() -> rx.Component:
    """A row at the top of Help, if it was asked for in the plan.

    It is as high before its people are known as after, so that nothing under it moves.
    """
    people = my_people(always=False)
    return rx.el.section(
        rx.el.h2(_("My people"), class_name="visually-hidden"),
        rx.cond(
            people.length() > 0,
            rx.el.ul(
                rx.foreach(people, _in_row),
                rx.el.li(ui.button_link(_("My plan"), PLAN, "quiet")),
            ),
            rx.cond(
                _known("ready", always=False),
                ui.link(_("There is nobody to call in your plan yet."), PLAN),
            ),
        ),
        class_name="people-first no-print",
    )


def people_items() -> rx.Component:
    """Items of a list: a call each, for those who come first in the plan."""
    return rx.foreach(
        my_people(always=True)[:FEW],
        lambda person: rx.el.li(
            call_button(person["name"].to(str), person["tel"].to(str), "quiet"),
            key=person["id"].to(str),
        ),
    )


def person_dialog(link: rx.Component) -> rx.Component:
    """The way to a person: first to one's own people, where there are any, else where it leads.

    Args:
        link: What is tapped; without scripts, and with nobody in the plan, it goes to Help.
    """
    people = my_people(always=True)
    return PersonDialog.create(
        link,
        rx.el.ul(
            rx.foreach(people, _in_dialog),
            rx.el.li(ui.button_link(_("Helplines"), "/help/", "urgent")),
            rx.el.li(ui.button_link(_("My plan"), PLAN, "quiet")),
            class_name="items",
        ),
        title=_("Who would you like to reach?"),
        close=_("Back"),
        open=people.length() > 0,
    )


def _in_row(person: ObjectVar[Found]) -> rx.Component:
    name = person["name"].to(str)
    return rx.el.li(call_button(name, person["tel"].to(str), "quiet"), key=person["id"].to(str))


def _in_dialog(person: ObjectVar[Found]) -> rx.Component:
    name = person["name"].to(str)
    return rx.el.li(
        rx.el.div(
            call_button(name, person["tel"].to(str)),
            rx.cond(person["sms"] != "", text_button(name, person["sms"].to(str))),
            class_name="buttons",
        ),
        key=person["id"].to(str),
    )


def _button(sentence: str, name: rx.Var[str], address: rx.Var[str], kind: str) -> rx.Component:
    before, after = sentence.split("{name}")
    label = rx.el.span(before, rx.el.span(name, custom_attrs=ui.AS_IS), after)
    return rx.el.a(label, href=address, class_name=f"button {kind}".strip())


def _known(field: str, *, always: bool) -> rx.Var[Any]:
    hook = f"const myPeople = useMyPeople({'true' if always else 'false'})"
    data = VarData.merge(uses("plan", "useMyPeople"), VarData(hooks={hook: None}))
    return rx.Var(f"myPeople.{field}", _var_data=data)
