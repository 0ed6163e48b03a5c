"""Copying a number and saving it: made on the phone, and only on the phone."""

from typing import Any

import reflex as rx

from pwa_app import ui
from pwa_app.content import Channel, ChannelType, Service
from pwa_app.device import CopyText, InBrowser, SaveFile, function
from pwa_app.logic.calls import call
from pwa_app.pages.channels import channel_link, spoken_number
from pwa_app.pages.plan_words import CONTACT, begins_contact
from pwa_app.pages.words import _

_KINDS = {ChannelType.CALL: "voice", ChannelType.SMS: "cell", ChannelType.WHATSAPP: "cell"}
_VCARD = "text/vcard"


def service_tools(service: Service) -> list[rx.Component]:
    """Buttons for the numbers of a service; none where it has no number."""
    numbers = list(dict.fromkeys(channel.value for channel in _dialled(service)))
    if not numbers:
        return []
    return [
        _tools(
            _("Copy or save"),
            *(_copy(number, service.country_code) for number in numbers),
            _into_plan(service),
            *([_save(_("Save to my contacts"), [service])] if _numbers(service) else []),
        )
    ]


def _into_plan(service: Service) -> rx.Component:
    """A link to the form for a line of the plan; a number that takes only texts is not called."""
    called = [each.value for each in service.channels if each.type == ChannelType.CALL]
    number = spoken_number(called[0], service.country_code) if called else ""
    values = {
        "part": "professionals",
        "name": service.name,
        "number": number,
        "note": _written(service, all_of_them=not called),
    }
    given = {field: value for field, value in values.items() if value}
    return ui.button_link(
        _("Put it in my plan"), CONTACT, "quiet", custom_attrs=begins_contact(given)
    )


def save_all(services: list[Service]) -> list[rx.Component]:
    """One button for the numbers of several services, in their order; none for a single one."""
    with_numbers = [service for service in services if _numbers(service)]
    if len(with_numbers) < 2:
        return []
    return [
        _tools(_("Save all these numbers"), _save(_("Save all to my contacts"), with_numbers)),
    ]


def _tools(summary: str, *buttons: rx.Component) -> rx.Component:
    """Buttons that come with the script, so that none looks ready before it is."""
    return rx.el.details(
        rx.el.summary(summary),
        InBrowser.create(
            *buttons,
            rx.el.p(_("Others who use this phone may see what you save."), class_name="small"),
        ),
        class_name="tools js-only no-print",
    )


def _copy(number: str, country: str) -> rx.Component:
    spoken = spoken_number(number, country)
    return CopyText.create(
        text=number,
        label=_("Copy {number}").format(number=spoken),
        done=_("Copied."),
        trouble=_("It could not be copied. The number is {number}.").format(number=spoken),
        class_name="button quiet",
    )


def _save(label: str, services: list[Service]) -> rx.Component:
    name = services[0].id if len(services) == 1 else services[0].country_code.lower()
    contacts = [_contact(service) for service in services]
    return SaveFile.create(
        name=f"{name}.vcf",
        type=_VCARD,
        text=function("", call("contacts", "contact_file", contacts)),
        label=label,
        class_name="button quiet",
    )


def _contact(service: Service) -> dict[str, Any]:
    """What `contact_file` has to know of a service; see pwa_app/logic/contacts.py."""
    return {
        "name": service.name,
        "numbers": _numbers(service),
        "note": _written(service, all_of_them=False),
    }


def _written(service: Service, *, all_of_them: bool) -> str:
    """What to text to which number; without `all_of_them`, only where a word must be texted."""
    return ". ".join(
        channel_link(channel, service.country_code).label
        for channel in _dialled(service)
        if channel.type in _KINDS and (channel.keyword or all_of_them)
    )


def _numbers(service: Service) -> list[dict[str, str]]:
    """The numbers for the address book; relays and video calls need other devices."""
    kinds: dict[str, str] = {}
    for channel in _dialled(service):
        if channel.type in _KINDS:
            kinds.setdefault(channel.value, _KINDS[channel.type])
    return [{"number": number, "kind": kind} for number, kind in kinds.items()]


def _dialled(service: Service) -> list[Channel]:
    return [
        channel
        for channel in service.channels
        if "://" not in channel.value and "@" not in channel.value
    ]
