"""What the parts of the backup page share: its address, and words for what went wrong."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.words import _

BACKUP = "/settings/backup/"


def working(share: rx.Var[float]) -> rx.Component:
    """That it goes on, and how far it is.

    Args:
        share: From 0 to 1.
    """
    return rx.fragment(
        rx.el.p(_("One moment… Please stay on this page.")),
        rx.el.progress(value=share, max=1, aria_label=_("How far it is")),
    )


def trouble(code: rx.Var[str], *, making: bool = False) -> rx.Component:
    """Plain words for why the phone could not do it.

    Args:
        code: `full`, `blocked`, `insecure`, `unable`, `locked` or `broken`.
        making: A backup was to be made, not brought back.
    """
    unchanged = rx.el.p(_("Nothing on this phone was changed."))
    return ui.notice(
        rx.el.p(
            rx.match(
                code,
                (
                    "full",
                    _(
                        "This phone has not enough room left. Free some space, for example by "
                        "deleting old videos, and try again."
                    ),
                ),
                (
                    "blocked",
                    _(
                        "This browser does not let the app keep anything, so there is nothing to "
                        "back up or to bring back to. That often happens in a private window."
                    ),
                ),
                ("locked", _("The app is locked. Open it with your passcode, and try again.")),
                (
                    "insecure",
                    _(
                        "This browser cannot lock or open a backup here, because the page came "
                        "without a secure connection. It can at an address that begins with https."
                    ),
                ),
                (
                    "unable",
                    _(
                        "This browser cannot lock or open a backup: a part of it that this needs "
                        "is turned off. Lockdown mode does that. A file without a passphrase still "
                        "works."
                    ),
                ),
                _(
                    "That did not work, and it is not your fault. Please close other apps, and "
                    "try again."
                ),
            )
        ),
        *([] if making else [unchanged]),
        role="alert",
    )
