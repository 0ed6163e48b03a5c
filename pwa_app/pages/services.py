"""One service: what it is, whether it is open, how to reach it, and how we know."""

from datetime import UTC, datetime

import reflex as rx

from pwa_app import ui
from pwa_app.content import Audience, Service, ServiceKind
from pwa_app.device import InBrowser, function, this_year
from pwa_app.logic.calls import call
from pwa_app.logic.directory import is_old
from pwa_app.pages.channels import ChannelLink, channel_link
from pwa_app.pages.hours import hours_line
from pwa_app.pages.labels import AUDIENCES, KINDS, VERIFIED
from pwa_app.pages.service_tools import service_tools
from pwa_app.pages.words import _, lang_of, language_name


def emergency(service: Service) -> rx.Component:
    """The emergency numbers, first and largest."""
    links = [channel_link(channel, service.country_code) for channel in service.channels]
    return rx.el.section(
        rx.el.h2(_("In danger, or badly hurt?")),
        rx.el.p(service.about, class_name="lead", **_language(service, "about")),
        *(_button(link, "urgent") for link in links),
        _facts(service),
        _source(service),
        class_name="section emergency",
        aria_label=_("Emergency"),
    )


def service_part(service: Service) -> rx.Component:
    """A line, group or directory with its buttons."""
    links = [channel_link(channel, service.country_code) for channel in service.channels]
    first_main = next((link for link in links if link.main), links[0])
    english = [rx.el.p(service.name_en, class_name="small")] if service.name_en else []
    return rx.el.article(
        rx.el.h3(service.name, custom_attrs=ui.AS_IS),
        *english,
        *_kind(service),
        rx.el.p(service.about, **_language(service, "about")),
        hours_line(service),
        *(_button(link, "" if link is first_main else "quiet") for link in links),
        _facts(service),
        _source(service),
        *service_tools(service),
        class_name="service",
        id=service.id,
        key=service.id,
    )


def _kind(service: Service) -> list[rx.Component]:
    """What it is; that it is a list stands in the heading above the lists."""
    if service.kind == ServiceKind.DIRECTORY:
        return []
    return [rx.el.p(KINDS[service.kind], class_name="small")]


def _button(link: ChannelLink, kind: str) -> rx.Component:
    note = (
        [rx.el.p(link.note, class_name="small", **lang_of(link.note_language))] if link.note else []
    )
    return rx.fragment(ui.button_link(link.label, link.href, kind), *note)


def _facts(service: Service) -> rx.Component:
    language = _language(service, "what_to_know")
    return rx.el.ul(
        *(rx.el.li(text, **language) for text in service.what_to_know),
        *(rx.el.li(text) for text in fact_texts(service)),
        class_name="facts",
    )


def _language(service: Service, field: str) -> dict[str, str]:
    return lang_of(service.language_of(field))


def fact_texts(service: Service) -> list[str]:
    """Who it is for, in which languages, and on what terms, one short line each.

    What is not known is said, or left out.
    """
    texts: list[str] = []
    terms: list[str] = []
    people = _(", ").join(
        AUDIENCES[Audience(key)] for key in service.audiences if key != Audience.EVERYONE
    )
    if people and Audience.EVERYONE in service.audiences:
        texts.append(_("For everyone, also {people}").format(people=people))
    elif people:
        texts.append(_("For {people}").format(people=people))
    if service.languages:
        spoken = _(", ").join(language_name(tag) for tag in service.languages)
        terms.append(_("Languages: {languages}").format(languages=spoken))
    terms.append(_COST[service.free])
    if service.confidential:
        terms.append(_("Confidential"))
    return [*texts, " · ".join(terms)]


_COST = {
    True: _("Free"),
    False: _("May cost money"),
    None: _("Cost not known"),
}


def _source(service: Service) -> rx.Component:
    addresses = [source.url for source in service.sources]
    named = (
        ui.link(
            _("source") if len(addresses) == 1 else _("source {number}").format(number=index),
            address,
        )
        for index, address in enumerate(addresses, 1)
    )
    return rx.el.p(
        _("{how}. Last known to be right: {year}.").format(
            how=VERIFIED[service.verified], year=service.checked
        ),
        *_age(service.checked),
        *(part for link in named for part in (" ", link)),
        class_name="source",
    )


def _age(checked: int) -> list[rx.Component | str]:
    """Says of an old entry that it is old; of a newer one as soon as the phone's clock says so."""
    warning = rx.el.strong(_("That is over a year ago, so it may have changed."))
    if is_old(checked, datetime.now(UTC).year):
        return [" ", warning]
    old = call("directory", "is_old", checked, this_year())
    return [InBrowser.create(" ", warning, when=function("", old))]
