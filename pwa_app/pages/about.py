"""What Mooring is, what it can and cannot promise, and how its safety features work."""

from importlib.metadata import version

import reflex as rx

from pwa_app import ui
from pwa_app.pages.accessibility import ACCESSIBILITY
from pwa_app.pages.install import all_install_steps
from pwa_app.pages.layout import HIDDEN_TITLE, page
from pwa_app.pages.words import _
from pwa_app.site import site


def about_page() -> rx.Component:
    """Plain words about the app itself."""
    return page(
        rx.el.h1(
            rx.el.span(
                _("About {name}").format(name=site().name),
                custom_attrs={"data-pwa-own-look": ""},
            ),
            rx.el.span(_("About this app"), custom_attrs={"data-pwa-other-look": ""}),
        ),
        ui.lead(
            _("Something to do right now, a log that stays on your phone, and a person to talk to.")
        ),
        _texts(
            _("What it can and cannot do"),
            _(
                "This app can help you through a hard moment. It does not treat, cure or replace "
                "care. No app has been shown to make people hurt themselves less."
            ),
            _(
                "It may bring some relief in the moment. A person who is trained can do more, so "
                "the app also shows how to find one."
            ),
            _("You do not have to be sure you want to stop to use it."),
        ),
        _texts(
            _("For whom it is"),
            _("For people who hurt themselves, or feel that they might, and for those near them."),
            _(
                "It is made for people aged 13 and over. If you are younger, use it with someone "
                "you trust."
            ),
            _("Nothing stands before help: no sign-in, no question, no page to agree to."),
        ),
        _texts(
            _("What stays private"),
            _(
                "There is no account. What you write stays in this browser on this phone. The app "
                "cannot send it anywhere: its own rules forbid every connection to another place."
            ),
            _(
                "Someone who can unlock this phone can read it. A browser may also clear what a "
                "site keeps; installed apps are safer from that."
            ),
        ),
        _texts(
            _("Leave quickly"),
            _(
                "“Leave quickly” is at the top of every page. One tap replaces the app with a "
                "weather page, and the Back button does not lead here again."
            ),
            _("On a keyboard, press Shift three times. With no network you get an empty page."),
            _(
                "In the settings you can pick three taps with two fingers, or shaking the phone. "
                "If you have a passcode, leaving also locks what you keep, in every tab."
            ),
            _(
                "It cannot remove this site from the browser’s history. Use a private window if "
                "someone may look there. It cannot close other tabs, and the app’s name and icon "
                "stay where they are."
            ),
        ),
        _texts(
            _("While something else is in front"),
            _(
                "Phones show a small picture of each open app. While this page is hidden, it is "
                "blank and its title says only “{title}”. It is all there when you come back."
            ).format(title=HIDDEN_TITLE),
            _(
                "Some phones take that picture before the app is told. Then it shows the page. "
                "In the settings you can have it covered sooner, or never."
            ),
        ),
        ui.section(_("Keep it on your phone"), all_install_steps()),
        _answers(),
        _wrong_number(),
        _texts(
            _("Where the content comes from"),
            _(
                "The words are ours. Each card, article and number names its sources. Numbers were "
                "checked against published pages, never dialled, and show the year they were last "
                "known to be right."
            ),
            _(
                "The code is free under the Apache License 2.0, the content under Creative Commons "
                "Attribution 4.0."
            ),
            _("Every article says when it was looked over and when it will be again."),
            _("Version {version}").format(version=version("mooring")),
        ),
        ui.section(
            _("More"),
            rx.el.div(
                ui.button_link(_("Learn"), "/learn/", "quiet"),
                ui.button_link(_("Settings"), "/settings/", "quiet"),
                ui.button_link(_("Accessibility"), ACCESSIBILITY, "quiet"),
                class_name="buttons",
            ),
        ),
        room="now",
        back=(_("Now"), "/"),
    )


def _answers() -> rx.Component:
    """Who stands behind the words, named or not."""
    operator = site().operator
    who = (
        _("{operator} runs this copy and answers for what it says.").format(operator=operator)
        if operator
        else _("Whoever put this copy online answers for what it says. They gave no name here.")
    )
    return _texts(
        _("Who answers for it"),
        who,
        _(
            "The words were written from published guidance and research. They are not advice for "
            "you alone: a doctor who knows you knows better."
        ),
    )


def _wrong_number() -> rx.Component:
    """How to report a number that is wrong, and what to do meanwhile."""
    contact = site().contact
    return ui.section(
        _("If a number is wrong"),
        rx.el.p(_("Please try the next number on the page first. You need help now, not later.")),
        rx.el.p(
            _(
                "Then, if you like, tell us the country, the number, and what happened. Leave out "
                "anything about yourself."
            )
            if contact
            else _(
                "Then, if you like, tell the person or group who gave you the app: the country, "
                "the number, and what happened. Leave out anything about yourself."
            )
        ),
        *([ui.button_link(_("Report a wrong number"), contact, "quiet")] if contact else []),
        class_name="section prose",
    )


def _texts(heading: str, *paragraphs: str) -> rx.Component:
    return ui.section(heading, *(rx.el.p(text) for text in paragraphs), class_name="section prose")
