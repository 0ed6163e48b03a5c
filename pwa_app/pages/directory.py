"""The people to talk to in one country: who is open now comes first, and a choice of who suits."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar

from pwa_app import ui
from pwa_app.content import Audience, ChannelType, HoursKind, Service
from pwa_app.device import Arranged, HeldWords, InBrowser, function, held_value, phone_languages
from pwa_app.logic.calls import call
from pwa_app.logic.directory import MY_LANGUAGE, NOTHING_FITS, useful_filters
from pwa_app.pages.hours import hours_value
from pwa_app.pages.labels import PEOPLE_FILTERS, WAY_FILTERS
from pwa_app.pages.services import service_part
from pwa_app.pages.words import _, in_page_language

FEWEST_TO_CHOOSE_FROM = 3
"""With fewer services a choice takes longer than reading them all."""

_HELD = "services"
_choice = held_value(_HELD)

_WAYS = {
    ChannelType.CALL: "call",
    ChannelType.SMS: "text",
    ChannelType.WHATSAPP: "text",
    ChannelType.CHAT: "chat",
    ChannelType.RELAY: "deaf",
    ChannelType.VIDEO: "deaf",
}

_PEOPLE = {
    Audience.CHILDREN: "young_people",
    Audience.YOUNG_PEOPLE: "young_people",
    Audience.STUDENTS: "young_people",
    Audience.LGBTQ: "lgbtq",
    Audience.TRANS: "lgbtq",
    Audience.VETERANS: "veterans",
    Audience.INDIGENOUS: "indigenous",
    Audience.SELF_HARM: "self_harm",
    Audience.SUPPORTERS: "supporters",
    Audience.DEAF_OR_HARD_OF_HEARING: "deaf",
}

_KNOWN_HOURS = (HoursKind.ALWAYS, HoursKind.WEEKLY, HoursKind.UNKNOWN)


def directory(services: list[Service]) -> list[rx.Component]:
    """The services in order of who answers now, with filters where there is much to choose from.

    Until the clock is known, and without JavaScript, those come first that are always open.
    """
    listed = sorted(services, key=_place)
    facts = [service_facts(service) for service in listed]
    return [
        *([_filters(facts)] if len(listed) >= FEWEST_TO_CHOOSE_FROM else []),
        Arranged.create(
            *(service_part(service) for service in listed),
            InBrowser.create(_nothing_fits(), key=NOTHING_FITS),
            held=_HELD,
            order=function("now, value", _shown(facts)),
        ),
    ]


def service_facts(service: Service) -> dict[str, Any]:
    """What the logic has to know of a service; see directory.py and opening.py in pwa_app/logic."""
    ways = [_WAYS.get(channel.type) for channel in service.channels]
    people = [_PEOPLE.get(Audience(audience)) for audience in service.audiences]
    return {
        "id": service.id,
        "kind": str(service.kind),
        "hours": hours_value(service),
        "zone": service.timezone or "",
        "suits": sorted({key for key in (*ways, *people) if key}),
        "languages": service.languages,
    }


def _place(service: Service) -> tuple[int, bool, bool, int]:
    """Always open first, then the whole country before a region, then the language of this page.

    What is equal in all that keeps the library's order.
    """
    return (
        _KNOWN_HOURS.index(service.hours),
        service.region is not None,
        not any(in_page_language(tag) for tag in service.languages),
        service.kind_position,
    )


def _shown(facts: list[dict[str, Any]]) -> rx.Var[Any]:
    zones = sorted({fact["zone"] for fact in facts if fact["zone"]})
    clocks = call("wall_clock", "wallClocks", zones, rx.Var("now"))
    ordered = call("opening", "open_first", facts, clocks)
    return call("directory", "fitting", ordered, rx.Var("value"), phone_languages())


def _filters(facts: list[dict[str, Any]]) -> rx.Component:
    """What the person may choose by; it comes with the script, so that the page stays small."""
    useful = useful_filters(facts, [])
    ways = [_chip(key, label) for key, label in WAY_FILTERS.items() if key in useful]
    people = [_chip(key, label) for key, label in PEOPLE_FILTERS.items() if key in useful]
    return rx.el.details(
        rx.el.summary(_("Find who suits you")),
        InBrowser.create(
            _group(_("How?"), *ways, _language_chip(facts)),
            *([_group(_("Made for"), *people)] if people else []),
            HeldWords.create(held=_HELD, say=function("value", _count(facts)), class_name="small"),
        ),
        class_name="suits js-only",
    )


def _count(facts: list[dict[str, Any]]) -> rx.Var[Any]:
    known = [{key: fact[key] for key in ("id", "suits", "languages")} for fact in facts]
    words = _("{shown} of {all} are shown below.")
    return call("directory", "count_text", known, rx.Var("value"), phone_languages(), words)


def _group(question: str, *chips: rx.Component) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(question), rx.el.div(*chips, class_name="choices"), class_name="field"
    )


def _chip(key: str, label: str) -> rx.Component:
    return ui.chip_toggle(
        "suits",
        key,
        label,
        identity=f"suits-{key}",
        checked=call("directory", "is_chosen", _choice.value, key).to(bool),
        on_change=_choice.change(lambda value: call("directory", "toggled", value, key)),
    )


def _language_chip(facts: list[dict[str, Any]]) -> rx.Component:
    """Only where the language of the phone tells some of the services from others."""
    spoken = [{"id": "", "suits": [], "languages": fact["languages"]} for fact in facts]
    useful = call("directory", "useful_filters", spoken, phone_languages()).to(ArrayVar)
    return InBrowser.create(
        _chip(MY_LANGUAGE, _("In my language")), when=function("", useful.contains(MY_LANGUAGE))
    )


def _nothing_fits() -> rx.Component:
    return ui.notice(
        rx.el.p(_("Nobody here fits all of that."), role="status"),
        rx.el.button(
            _("Show everyone"),
            type="button",
            class_name="link-button",
            on_click=_choice.change(lambda _value: rx.Var("null")),
        ),
    )
