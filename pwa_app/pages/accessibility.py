"""The accessibility statement: what works for whom, how it was tested, and what does not work yet.

docs/accessibility.md says the same for those who build or judge the app, with every test.
"""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.layout import page
from pwa_app.pages.words import _
from pwa_app.site import site

ACCESSIBILITY = "/about/accessibility/"

WORKS = (
    _("Everything can be done with a keyboard. You always see where you are."),
    _("Every button, link and field has a name that a screen reader can say."),
    _("What changes on a page is also said: that it is saved, or what is still missing."),
    _("Words stand out well from what is behind them, in light, in dark and under a plain name."),
    _("Buttons are at least as large as a thumb. Nothing needs dragging, shaking or two fingers."),
    _("You can make the text larger, in the settings here, on your phone or in your browser."),
    _("Nothing moves if your phone asks for that. You can also stop the wave and the circle."),
    _("No colour stands alone. A shape or a word always says the same."),
    _("What a chart shows also stands in a table."),
    _("The words are plain, and the sentences short."),
    _("Help, the cards and everything to read work without JavaScript."),
)

TIME = (
    _("Nothing goes away by itself before you have read it, and no form runs out of time."),
    _(
        "The wave and breathing have a clock only if you want one. When it is over, you can stay "
        "as long as you like."
    ),
    _(
        "If you turn the lock on, it closes after a time that you pick. You can pick “Never”. What "
        "you were typing is still there when you open it again."
    ),
)

NOT_YET = (
    _(
        "Nobody has tested this app with a real screen reader yet. We have looked at what the "
        "browser tells a screen reader, and that is not the same."
    ),
    _("People with disabilities have not tested it yet."),
    _(
        "To leave with the keyboard, you press Shift three times within a few seconds. If that is "
        "too fast, “Leave quickly” at the top of each page has no hurry."
    ),
    _(
        "After several wrong passcodes, the lock makes you wait before the next try. A recording "
        "of your voice can be ten minutes long at most."
    ),
    _(
        "A photo in your hope box has only the name that you give it. A recording has no words to "
        "read unless you write them down."
    ),
    _("In the calendar, the year is a large table. With a screen reader, the month is easier."),
    _("If you show your people at the top of Help, their row scrolls sideways."),
    _("Pages of other services, and your phone’s own windows, are not ours to change."),
)


def accessibility_page() -> rx.Component:
    """Plain words, readable without JavaScript."""
    return page(
        rx.el.h1(_("Accessibility")),
        ui.lead(_("How this app tries to work for everybody, and where it does not yet.")),
        _list(_("What you can rely on"), WORKS),
        _list(_("Take your time"), TIME),
        _list(_("What does not work well yet"), NOT_YET),
        _tested(),
        _report(),
        ui.section(
            _("Make it fit you"),
            rx.el.div(
                ui.button_link(_("Settings"), "/settings/", "quiet"),
                ui.button_link(_("About this app"), "/about/", "quiet"),
                class_name="buttons",
            ),
        ),
        room="now",
        back=(_("About"), "/about/"),
    )


def _list(heading: str, texts: tuple[str, ...]) -> rx.Component:
    return ui.section(
        heading, rx.el.ul(*(rx.el.li(text) for text in texts)), class_name="section prose"
    )


def _tested() -> rx.Component:
    return ui.section(
        _("How it was tested"),
        rx.el.p(
            _(
                "We hold it to the Web Content Accessibility Guidelines 2.2, level AA. For "
                "contrast, the size of what you tap, and time, we hold it to level AAA."
            )
        ),
        rx.el.p(
            _(
                "Each version is tested by programs before it goes out: every kind of page, in "
                "light and dark, by keyboard alone, in large text, and at four times the size."
            )
        ),
        rx.el.p(_("Programs find only part of what can stand in someone’s way.")),
        rx.el.p(_("This page was last gone through on 23 November 2026."), class_name="small"),
        class_name="section prose",
    )


def _report() -> rx.Component:
    contact = site().contact
    return ui.section(
        _("If something stands in your way"),
        rx.el.p(
            _("Please tell us what you wanted to do, and what you use, such as a screen reader.")
            if contact
            else _(
                "Please tell the person or group who gave you the app what you wanted to do, and "
                "what you use, such as a screen reader."
            )
        ),
        rx.el.p(_("Leave out anything about yourself. You do not have to say why you need it.")),
        *([ui.button_link(_("Tell us"), contact, "quiet")] if contact else []),
        class_name="section prose",
    )
