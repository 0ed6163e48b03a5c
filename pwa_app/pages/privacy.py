"""The lock: a passcode that seals what is kept, and what it can and cannot do."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import (
    Arrival,
    CopyText,
    InBrowser,
    LiveValue,
    SaveFile,
    function,
    held_value,
)
from pwa_app.logic.calls import call
from pwa_app.pages.layout import page
from pwa_app.pages.leaving import leaving_choices
from pwa_app.pages.lock import (
    LockHint,
    forgotten,
    held_up,
    kept,
    passcode_field,
    passkey_button,
    submit,
    unlock_form,
    vault,
    vault_problem,
)
from pwa_app.pages.look import LOOK
from pwa_app.pages.privacy_people import PEOPLE
from pwa_app.pages.words import _

PRIVACY = "/settings/privacy/"

MINUTES = (
    (1, _("1 minute")),
    (5, _("5 minutes")),
    (15, _("15 minutes")),
    (60, _("1 hour")),
    (0, _("Never")),
)
"""After how long without a touch the app locks."""

_HAS_PASSKEYS: rx.Var[bool] = rx.Var('(typeof PublicKeyCredential !== "undefined")')


def privacy_page() -> rx.Component:
    """Turn the lock on, change it, turn it off; and its limits in plain words."""
    return page(
        rx.el.h1(_("Lock and privacy")),
        ui.lead(_("What you keep stays on this phone. A passcode seals it there.")),
        rx.el.noscript(ui.notice(_("To lock what you keep, the app needs JavaScript."))),
        LockHint.create(mode=vault.mode),
        _said(),
        _code(),
        rx.el.div(
            rx.match(
                vault.mode,
                # One case of both: what was typed before it was known stays.
                ("unknown", "off", _off()),
                ("locked", rx.fragment(unlock_form(), passkey_button(), forgotten())),
                ("open", _open()),
                ("held", held_up()),
                (
                    "broken",
                    ui.notice(
                        _("This browser does not let the app keep anything, so nothing to lock.")
                    ),
                ),
                rx.fragment(),
            ),
            class_name="needs-script lock-room",
        ),
        _limits(),
        leaving_choices(),
        room="now",
        styles="privacy",
        back=(_("Settings"), "/settings/"),
    )


def _said() -> rx.Component:
    """What was just done, where screen readers hear it."""
    return rx.el.div(
        rx.match(
            vault.said,
            ("on", ui.notice(_("The lock is on. What you keep is sealed now."))),
            ("changed", ui.notice(_("Your new passcode holds from now on."))),
            ("off", ui.notice(_("The lock is off. What you keep is open on this phone."))),
            ("choices", ui.notice(_("Kept."))),
            ("passkey", ui.notice(_("Your fingerprint or face opens it too from now on."))),
            ("no_passkey", ui.notice(_("Only your passcode and your recovery code open it now."))),
            rx.fragment(),
        ),
        role="status",
    )


def _code() -> rx.Component:
    """The recovery code, once."""
    return rx.cond(
        vault.code,
        rx.el.section(
            Arrival.create(_("Your recovery code"), level=2, id="code-heading"),
            rx.el.p(
                _(
                    "Keep it in a safe place that is not this phone. It opens everything if you "
                    "forget your passcode. It is shown only now."
                )
            ),
            rx.el.p(vault.code, class_name="recovery-code", custom_attrs=ui.AS_IS),
            rx.el.div(
                CopyText.create(
                    text=vault.code,
                    label=_("Copy"),
                    done=_("Copied."),
                    trouble=_("This browser did not allow that. Please write it down."),
                    class_name="button quiet",
                ),
                SaveFile.create(
                    name="recovery-code.txt",
                    type="text/plain",
                    text=function("", vault.code),
                    label=_("Save as a file"),
                    class_name="button quiet",
                ),
                class_name="buttons",
            ),
            rx.el.button(
                _("I have kept it"),
                type="button",
                class_name="button section",
                on_click=vault.forget_code(),
            ),
            class_name="section notice",
            aria_labelledby="code-heading",
        ),
    )


def _off() -> rx.Component:
    # Most phones have no lock, so this is what is painted first; not where there may be one.
    return rx.el.div(
        ui.section(
            _("Turn the lock on"),
            ui.notice(
                rx.el.p(rx.el.strong(_("If you forget the passcode, nobody can open it."))),
                rx.el.p(
                    _(
                        "There is no account and no copy. You get a recovery code next. If both "
                        "are lost, what you kept is lost."
                    )
                ),
            ),
            vault.form(
                "turn_on",
                *_new_passcode("on"),
                vault_problem(),
                submit(_("Turn the lock on"), _working()),
                auto_complete="off",
                class_name="stack",
            ),
        ),
        class_name=kept(),
    )


def _open() -> rx.Component:
    return rx.fragment(
        rx.el.p(
            rx.el.button(_("Lock now"), type="button", class_name="button", on_click=vault.lock()),
            class_name="section",
        ),
        _choices(),
        InBrowser.create(_passkey(), when=function("", _HAS_PASSKEYS)),
        ui.section(
            _("Change or turn off"),
            vault_problem(),
            ui.disclosure(_("Change the passcode"), _change()),
            ui.disclosure(_("Turn the lock off"), _turn_off()),
        ),
    )


def _choices() -> rx.Component:
    return ui.section(
        _("Lock by itself"),
        vault.form(
            "choose",
            rx.el.fieldset(
                rx.el.legend(_("When you have not touched it for")),
                rx.el.div(
                    *(
                        ui.chip_choice(
                            "minutes",
                            str(minutes),
                            label,
                            identity=f"lock-{minutes}",
                            default_checked=vault.minutes == minutes,
                        )
                        for minutes, label in MINUTES
                    ),
                    class_name="choices",
                ),
                class_name="field",
            ),
            rx.el.label(
                rx.el.input(
                    type="checkbox", name="hiding", id="hiding", default_checked=vault.hiding
                ),
                rx.el.span(_("As soon as I look at something else")),
                html_for="hiding",
                class_name="switch",
            ),
            submit(_("Keep this"), _working(), "quiet"),
            class_name="stack",
        ),
        rx.el.p(
            _(
                "It also locks when you close the app. Where it locks as soon as you look at "
                "something else, it locks on a page of Help too."
            ),
            class_name="small",
        ),
    )


def _passkey() -> rx.Component:
    return ui.section(
        _("Fingerprint or face"),
        rx.el.p(
            _(
                "Your phone can open the lock for your fingerprint or face. Someone who can make "
                "you touch or look at it can open it too. The phone lists a passkey for this site."
            )
        ),
        rx.cond(
            vault.passkey,
            vault.form(
                "remove_passkey",
                submit(_("Take it out again"), _working(), "quiet"),
                class_name="section",
            ),
            vault.form(
                "add_passkey",
                submit(_("Use fingerprint or face"), _working(), "quiet"),
                class_name="section",
            ),
        ),
    )


def _change() -> rx.Component:
    return vault.form(
        "change",
        rx.el.p(_("You get a new recovery code. Fingerprint or face can be set up again then.")),
        passcode_field("now", _("Your passcode now, or the recovery code"), "change-now"),
        *_new_passcode("change"),
        submit(_("Change the passcode"), _working()),
        auto_complete="off",
        class_name="stack",
    )


def _turn_off() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("What you keep is then as private as this phone is.")),
        vault.form(
            "turn_off",
            passcode_field("now", _("Your passcode, or the recovery code"), "off-now"),
            submit(_("Turn the lock off"), _working(), "quiet"),
            auto_complete="off",
            class_name="stack",
        ),
    )


def _new_passcode(form: str) -> tuple[rx.Component, rx.Component]:
    # What the passcode that is being typed is worth; the passcode itself is kept nowhere.
    strength = held_value(f"{form}_passcode_strength")
    return (
        passcode_field(
            "passcode",
            _("New passcode"),
            f"{form}-passcode",
            rx.el.p(
                _("Digits or words. Four words that do not belong together are very strong."),
                id=f"{form}-passcode-hint",
                class_name="small",
            ),
            _hint(strength),
            on_change=strength.change(
                lambda _value: call("passcode", "passcode_strength", rx.Var("given"))
            ),
            aria_describedby=f"{form}-passcode-hint",
        ),
        passcode_field("again", _("The same again"), f"{form}-again"),
    )


def _hint(strength: LiveValue) -> rx.Component:
    return rx.el.p(
        rx.match(
            strength.value,
            ("short", _("At least four digits or letters.")),
            (
                "weak",
                _("Keeps out someone who picks up your phone. A computer could guess it."),
            ),
            ("fair", _("Hard to guess.")),
            ("strong", _("Very hard to guess, also for a computer.")),
            "",
        ),
        role="status",
        class_name="small",
    )


def _working() -> str:
    return _("One moment. Please leave the app open…")


def _limits() -> rx.Component:
    """What the lock holds against, and what not."""
    return ui.section(
        _("What the lock can and cannot do"),
        rx.el.ul(
            rx.el.li(_("Without the passcode, what you wrote cannot be read on this phone.")),
            rx.el.li(
                _(
                    "Help, the cards, the wave and breathing stay open. Nothing you do there is "
                    "kept while it is locked."
                )
            ),
            rx.el.li(
                _("Someone who knows your passcode, or makes you say it, can read everything.")
            ),
            rx.el.li(_("Someone who looks on while it is open can read what you see.")),
            rx.el.li(
                _("It does not hide that you use this app, or that there is a lock."),
                " ",
                ui.link(_("A plain name and icon"), LOOK),
            ),
            rx.el.li(
                _(
                    "A phone may keep old traces for a while of what was written before the lock "
                    "was on."
                )
            ),
        ),
        rx.el.div(ui.button_link(_("Who could see what"), PEOPLE, "quiet"), class_name="buttons"),
        class_name="section prose",
    )
