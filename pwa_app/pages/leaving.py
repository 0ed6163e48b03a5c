"""Choices for leaving quickly, and for what can be seen while something else is in front."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.layout import HIDDEN_TITLE
from pwa_app.pages.setting_parts import not_kept_message
from pwa_app.pages.words import _

LEAVING = "/settings/privacy/#leaving"

COVERS = (
    ("", _("When it is hidden")),
    ("sooner", _("Sooner")),
    ("never", _("Never")),
)
"""When the page is covered."""


def leaving_choices() -> rx.Component:
    """Kept on the phone by the early script, like the appearance: they hold before React comes."""
    return rx.el.div(_gestures(), _cover(), class_name="needs-script")


def _gestures() -> rx.Component:
    return ui.section(
        _("Leave quickly"),
        rx.el.p(
            _(
                "“Leave quickly” is at the top of every page. If that is hard to reach, pick "
                "another way too."
            )
        ),
        *_switch(
            "leave-taps",
            _("Tap three times with two fingers"),
            _(
                "Anywhere on the page, quickly. One finger never leaves, so you can tap as fast as "
                "you like. A screen reader may keep such taps for itself."
            ),
        ),
        *_switch(
            "leave-shake",
            _("Shake the phone"),
            _(
                "Hard, to and fro. Running or dancing with the phone in your hand may set it off "
                "too. Some phones ask you first, each time you open the app."
            ),
        ),
        _said(),
        rx.el.p(
            _(
                "Leaving also locks what you keep, in every tab, if you have a passcode. Other "
                "tabs stay open."
            ),
            class_name="small",
        ),
        id="leaving",
        class_name="section stack",
    )


def _said() -> rx.Component:
    """Whether the phone tells how it is moved, where screen readers hear it."""
    outcomes = {
        "ready": _("Ready. When you shake the phone, you leave."),
        "missing": _("This phone or browser does not tell the app how it moves. So it stays off."),
        "refused": _(
            "The phone did not allow it. So it stays off. Close the app and open it, and you can "
            "be asked again."
        ),
    }
    return rx.el.div(
        *(
            rx.el.p(
                text,
                hidden=True,
                class_name="notice",
                custom_attrs={"data-leave-said": outcome},
            )
            for outcome, text in outcomes.items()
        ),
        role="status",
    )


def _cover() -> rx.Component:
    return ui.section(
        _("When something else is in front"),
        rx.el.p(
            _(
                "Phones show a small picture of each open app. So while this page is hidden, it is "
                "blank, and its title only says “{title}”. It is all there when you come back."
            ).format(title=HIDDEN_TITLE)
        ),
        rx.el.fieldset(
            rx.el.legend(_("Cover the page")),
            rx.el.div(
                *(
                    ui.chip_choice(
                        "cover",
                        value,
                        label,
                        identity=f"cover-{value or 'default'}",
                        default_checked=value == "",
                        custom_attrs={"data-setting": "cover"},
                    )
                    for value, label in COVERS
                ),
                class_name="choices",
            ),
            class_name="field",
        ),
        rx.el.p(
            _(
                "“Sooner” covers it as soon as you touch something outside the page. It hides "
                "more, but the page may be blank when you would like to see it."
            ),
            class_name="small",
        ),
        rx.el.p(
            _("Some phones take their picture before the app is told. Then it shows the page."),
            class_name="small",
        ),
        not_kept_message(),
        class_name="section stack",
    )


def _switch(setting: str, label: str, hint: str) -> tuple[rx.Component, rx.Component]:
    switch = rx.el.label(
        rx.el.input(
            type="checkbox",
            value="on",
            id=setting,
            aria_describedby=f"{setting}-hint",
            custom_attrs={"data-setting": setting},
        ),
        rx.el.span(label),
        html_for=setting,
        class_name="switch",
    )
    return switch, rx.el.p(hint, id=f"{setting}-hint", class_name="small")
