"""A plain name and icon for the app, how to bring them to the home screen, and what they leave."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.backup_parts import BACKUP
from pwa_app.pages.install import all_install_steps, install_offer
from pwa_app.pages.layout import HOME, page
from pwa_app.pages.look_names import PLAIN_LOOKS
from pwa_app.pages.setting_parts import not_kept_message
from pwa_app.pages.words import _
from pwa_app.site import site

LOOK = "/settings/look/"

OWN = "own"
"""The app's own look (see pwa/README.md)."""


def look_page() -> rx.Component:
    """Choose a look, change the installed app, and know the limits."""
    return page(
        rx.el.h1(_("Name and icon")),
        ui.lead(_("This app can have a plain name and icon, so that it stands out less.")),
        rx.el.noscript(ui.notice(_("To change settings, the app needs JavaScript."))),
        _choice(),
        _changes(),
        _home_screen(),
        _installed_before(),
        _limits(),
        room="now",
        styles="look",
        back=(_("Settings"), "/settings/"),
    )


def _choice() -> rx.Component:
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(_("What it is called")),
            rx.el.div(
                _look(OWN, site().name, "favicon.svg"),
                *(_look(one.key, one.name, f"looks/{one.key}/favicon.svg") for one in PLAIN_LOOKS),
                class_name="choices looks",
            ),
            class_name="field",
        ),
        not_kept_message(),
    )


def _look(key: str, name: str, icon: str) -> rx.Component:
    return ui.chip_choice(
        "look",
        key,
        rx.fragment(
            rx.el.img(src=f"{HOME}/{icon}", alt="", custom_attrs={"width": 48, "height": 48}),
            rx.el.span(name, custom_attrs=ui.AS_IS if key == OWN else {}),
        ),
        identity=f"look-{key}",
        default_checked=key == OWN,
        custom_attrs={"data-setting": "look"},
    )


def _changes() -> rx.Component:
    return ui.section(
        _("What changes with a plain name"),
        rx.el.ul(
            rx.el.li(_("In the browser’s tabs: the name and the icon, and nothing of the page.")),
            rx.el.li(_("At the top of the app: its own name is gone.")),
            rx.el.li(_("On your home screen: the name and the icon, if you put it there now.")),
            rx.el.li(_("The colours are plainer. Everything else works as before.")),
        ),
        class_name="section prose",
    )


def _home_screen() -> rx.Component:
    return ui.section(
        _("Put it on your home screen"),
        rx.el.p(_("It gets the name and the icon that you picked above.")),
        install_offer(),
        all_install_steps(),
    )


def _installed_before() -> rx.Component:
    return ui.section(
        _("If it is on your home screen already"),
        rx.el.p(
            _(
                "There it keeps the name and icon it has. To change them, put it there once more. "
                "Go step by step, so that nothing you keep is lost:"
            )
        ),
        rx.el.ol(
            rx.el.li(_("Make a backup in the app that you have now.")),
            rx.el.li(
                _(
                    "Pick the name on this page. On an iPhone or iPad, open this page in Safari "
                    "for that, not in the app on your home screen."
                )
            ),
            rx.el.li(_("Put it on the home screen again, next to the old one.")),
            rx.el.li(
                _(
                    "Open the new one. Is everything there that you keep? If not, bring your "
                    "backup back in it."
                )
            ),
            rx.el.li(
                _(
                    "Only then take the old one off. If you are asked whether to clear its data "
                    "too, say no."
                )
            ),
        ),
        ui.button_link(_("Back up, or bring back"), BACKUP, "quiet"),
        rx.el.ul(
            rx.el.li(
                _(
                    "On an iPhone or iPad, each app on the home screen keeps its own things. A new "
                    "one starts empty. When you take one off, what it keeps is gone."
                )
            ),
            rx.el.li(
                _(
                    "On Android and on computers, the app keeps its things in the browser. They "
                    "are there for the new one as well. If your browser does not offer to add it "
                    "a second time, take the old one off first, and keep its data."
                )
            ),
        ),
        class_name="section prose",
    )


def _limits() -> rx.Component:
    return ui.section(
        _("What it cannot hide"),
        rx.el.ul(
            rx.el.li(
                _(
                    "The site’s address stays the same. The browser shows it, and it is in the "
                    "browser’s history, with older page names too."
                )
            ),
            rx.el.li(
                _(
                    "The phone’s own lists: apps, sites with data, battery and data use. Some of "
                    "them show the address."
                )
            ),
            rx.el.li(
                _(
                    "Messages of the phone or the browser, such as that an app was added or a file "
                    "saved. They can name the address."
                )
            ),
            rx.el.li(_("Someone who opens it sees what it is.")),
            rx.el.li(_("Inside a file that you saved, it can say where it comes from.")),
            rx.el.li(
                _("If you delete your settings, or clear this site’s data, the old name is back.")
            ),
        ),
        rx.el.p(_("It does not lock anything. For that, there is a passcode.")),
        ui.button_link(_("Lock and privacy"), "/settings/privacy/", "quiet"),
        class_name="section prose",
    )
