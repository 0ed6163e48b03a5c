"""The lock screen: what stands in place of what is kept while the app is locked."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import seconds_since
from pwa_app.logic.calls import call, function_of
from pwa_app.pages.modules import module_path
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

vault = store.vault(
    wait_after=function_of("passcode", "wait_after"), cost_of=function_of("passcode", "key_cost")
)


class LockHint(rx.Component):
    """The `LockHint` component of browser/lock_hint.js."""

    library = module_path("lock_hint")
    tag = "LockHint"

    mode: rx.Var[str]


class StayOpen(rx.Component):
    """The `StayOpen` component of browser/stay_open.js."""

    library = module_path("stay_open")
    tag = "StayOpen"


def behind_lock(*content: rx.Component) -> rx.Component:
    """Content that shows what is kept; while the app is locked, the lock screen instead."""
    return rx.fragment(
        LockHint.create(mode=vault.mode),
        rx.cond(
            vault.locked,
            lock_screen(),
            rx.fragment(
                rx.cond(vault.mode == "held", held_up()),
                rx.el.div(*content, class_name=kept()),
            ),
        ),
    )


def kept() -> rx.Var[str]:
    """The class of what is not seen yet where there may be a lock that nobody has opened."""
    known = (vault.mode != "unknown") & (vault.mode != "held")
    return rx.cond(known, "kept", "kept waits")


def held_up() -> rx.Component:
    """What to do where another tab is in the way."""
    return ui.notice(
        rx.el.p(
            _(
                "This page cannot reach what you saved yet. The app may be open in another tab or "
                "window. Please close it there. Then this page goes on by itself. What you saved "
                "is still on this phone."
            )
        ),
        role="alert",
    )


def lock_screen() -> rx.Component:
    """A passcode opens it; help and everything else that needs no passcode is one tap away."""
    return rx.fragment(
        rx.el.h1(_("Locked")),
        ui.lead(_("What you keep here is sealed. Your passcode opens it.")),
        unlock_form(),
        passkey_button(),
        ui.section(
            _("Open without a passcode"),
            rx.el.div(
                ui.button_link(_("Help now"), "/help/", "urgent"),
                ui.button_link(_("Ride out an urge"), "/urge/", "quiet"),
                ui.button_link(_("Breathe"), "/breathe/", "quiet"),
                ui.button_link(_("Cards"), "/cards/", "quiet"),
                class_name="buttons",
            ),
        ),
        forgotten(),
    )


def unlock_form() -> rx.Component:
    """One field and one button."""
    return vault.form(
        "unlock",
        passcode_field("passcode", _("Passcode"), "unlock-passcode"),
        vault_problem(),
        submit(_("Unlock"), _("Unlocking…")),
        auto_complete="off",
        class_name="stack section needs-script",
    )


def passkey_button() -> rx.Component:
    """A finger or a face instead of the passcode, where that was set up."""
    return rx.cond(
        vault.passkey,
        vault.form(
            "use_passkey",
            submit(_("Use fingerprint or face"), _("Unlocking…"), "quiet"),
            class_name="section",
        ),
    )


def forgotten() -> rx.Component:
    """What is left to someone who does not know the passcode any more."""
    return rx.el.div(
        ui.disclosure(
            _("I forgot my passcode"),
            rx.el.p(
                _(
                    "Nobody can open it for you, and we have no copy. If you kept your recovery "
                    "code, it opens everything. Then pick a new passcode in the settings."
                )
            ),
            _recovery_form(),
        ),
        ui.disclosure(
            _("I have lost the code too"),
            rx.el.p(
                _(
                    "Without passcode and code, what is sealed stays sealed. You can begin again "
                    "empty. This takes away your log, your plan, your own cards and all else that "
                    "you kept on this phone. It cannot be undone."
                )
            ),
            vault.form(
                "erase",
                submit(_("Delete everything now"), _("Deleting…"), "quiet"),
                class_name="section",
            ),
        ),
        class_name="section needs-script",
    )


def _recovery_form() -> rx.Component:
    return vault.form(
        "recover",
        rx.el.div(
            rx.el.label(_("Recovery code"), html_for="recovery-code"),
            rx.el.input(
                type="text",
                name="code",
                id="recovery-code",
                auto_complete="off",
                auto_capitalize="characters",
                spell_check=False,
                enter_key_hint="go",
                custom_attrs=ui.AS_IS,
            ),
            class_name="field",
        ),
        submit(_("Open with the code"), _("Unlocking…"), "quiet"),
        auto_complete="off",
        class_name="stack",
    )


def passcode_field(
    name: str, label: str, identity: str, *children: rx.Component, **props: object
) -> rx.Component:
    """A field for a passcode of digits or words, with what belongs under it."""
    return rx.el.div(
        rx.el.label(label, html_for=identity),
        rx.el.input(
            type="password",
            name=name,
            id=identity,
            # A password kept by the browser would open the lock for whoever has the phone.
            auto_complete="off",
            enter_key_hint="go",
            **props,
        ),
        *children,
        class_name="field",
    )


def submit(label: str, working: str, kind: str = "") -> rx.Component:
    """The button of one of the lock's forms."""
    return rx.el.button(
        rx.cond(
            vault.mode == "unknown",
            _("Getting ready…"),
            rx.cond(vault.working, working, label),
        ),
        type="submit",
        disabled=vault.working | (vault.mode == "unknown"),
        class_name=f"button {kind}".strip(),
    )


def vault_problem() -> rx.Component:
    """Why the last step did not work, in plain words, and how long to wait."""
    return rx.fragment(
        rx.el.div(
            rx.match(
                vault.problem,
                ("wrong", _problem(_("That did not open it. Try again."))),
                ("wait", _problem(_("Please wait a little before the next try."))),
                ("short", _problem(_("Please take at least four digits or letters."))),
                ("different", _problem(_("The two are not the same. Please type both again."))),
                (
                    "full",
                    _problem(
                        _(
                            "This phone has too little room for that. Nothing was changed. Free "
                            "some space and try again."
                        )
                    ),
                ),
                (
                    "refused",
                    _problem(_("The phone did not give a key. Your passcode still works.")),
                ),
                ("broken", _problem(_("That did not work. Nothing was changed."))),
                rx.fragment(),
            ),
            role="alert",
        ),
        _waiting(),
    )


def _problem(text: str) -> rx.Component:
    return rx.el.p(text, class_name="problem")


def _waiting() -> rx.Component:
    # A moment before 1970 stands still: nothing ticks while nobody has to wait.
    now = seconds_since(rx.cond(vault.until > 0, vault.until, -1), "vault_now")
    left = call("passcode", "seconds_left", vault.until, now).to(int)
    before, after = _("Next try in {seconds} seconds.").split("{seconds}")
    return rx.cond(
        (vault.until > 0) & (left > 0),
        rx.el.p(before, left, after, role="timer", class_name="small"),
    )
