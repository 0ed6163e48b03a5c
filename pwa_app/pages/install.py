"""Keeping the app on the phone: an offer that is made once, in the way this browser needs."""

import reflex as rx

from pwa_app.pages.words import _

_SHARE = "share"
_STEPS = {
    "ios-safari": (
        (_SHARE, _("Tap Share at the edge of the screen.")),
        ("square-plus", _("Scroll down and tap “Add to Home Screen”.")),
        ("check", _("Tap “Add”.")),
    ),
    "ios-other": (
        (_SHARE, _("Tap Share beside the address.")),
        ("square-plus", _("Tap “Add to Home Screen”. If it is missing, open this page in Safari.")),
        ("check", _("Tap “Add”.")),
    ),
    "android-firefox": (
        ("ellipsis-vertical", _("Open the browser’s menu.")),
        ("square-plus", _("Tap “Install” or “Add app to Home screen”.")),
        ("check", _("Tap “Add”.")),
    ),
    "android-other": (
        ("ellipsis-vertical", _("Open the browser’s menu.")),
        ("square-plus", _("Tap “Add to Home screen” or “Install app”.")),
        ("check", _("Say yes.")),
    ),
    "mac-safari": (
        (_SHARE, _("Click Share in the toolbar.")),
        ("square-plus", _("Click “Add to Dock”.")),
        ("check", _("Click “Add”.")),
    ),
    "desktop-other": (
        ("star", _("This browser cannot install apps. You can bookmark this page.")),
        ("check", _("It works without a network here as well, once you have opened it.")),
    ),
}


def install_offer() -> rx.Component:
    """The offer: hidden until a script knows that it fits, and for ever after "Not now"."""
    return rx.el.section(
        rx.el.h2(_("Keep it on this phone")),
        rx.el.p(_("Then it opens with one tap, also with no network. Nothing is sent anywhere.")),
        _prompt(),
        *(_steps(browser) for browser in _STEPS),
        rx.el.button(
            _("Not now"),
            type="button",
            class_name="link-button",
            custom_attrs={"data-pwa-action": "not-now"},
        ),
        class_name="notice section",
        hidden=True,
        custom_attrs={"data-pwa-install": ""},
    )


def all_install_steps() -> rx.Component:
    """The steps for every kind of browser, for those who look for them."""
    names = {
        "ios-safari": _("iPhone or iPad, Safari"),
        "ios-other": _("iPhone or iPad, another browser"),
        "android-firefox": _("Android, Firefox"),
        "android-other": _("Android, another browser"),
        "mac-safari": _("Mac, Safari"),
    }
    return rx.fragment(
        *(
            rx.el.details(rx.el.summary(name), _step_list(browser))
            for browser, name in names.items()
        )
    )


def _prompt() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            _("Keep it on this phone"),
            type="button",
            class_name="button",
            custom_attrs={"data-pwa-action": "install"},
        ),
        hidden=True,
        custom_attrs={"data-install-for": "prompt"},
    )


def _steps(browser: str) -> rx.Component:
    return rx.el.div(_step_list(browser), hidden=True, custom_attrs={"data-install-for": browser})


def _step_list(browser: str) -> rx.Component:
    return rx.el.ol(
        *(
            rx.el.li(rx.icon(icon, size=24, aria_hidden=True), rx.el.span(text))
            for icon, text in _STEPS[browser]
        ),
        class_name="drawn-steps",
    )
