"""What a person is told when a value, or the whole form, cannot be kept."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import StoreForm
from pwa_app.pages.words import _


def copy_buttons(form: StoreForm) -> rx.Component:
    """Two ways to keep what was typed where the phone keeps nothing."""
    return rx.fragment(
        rx.el.div(
            rx.el.button(
                _("Copy my words"), class_name="button quiet", **form.rescue_props("copy")
            ),
            rx.el.button(
                _("Put my words in a file"), class_name="button quiet", **form.rescue_props("file")
            ),
            class_name="buttons",
        ),
        rx.match(
            form.rescued,
            ("copied", rx.el.p(_("Copied. You can paste it anywhere now."))),
            ("not_copied", rx.el.p(_("This browser did not allow that. Try the file."))),
            ("file", rx.el.p(_("Your words are in a file with your downloads."))),
            rx.fragment(),
        ),
    )


def trouble_message(trouble: rx.Var[str], *ways: rx.Component) -> rx.Component:
    """Plain words for why nothing could be kept, and what to do; nothing while all is well.

    Args:
        trouble: `full`, `blocked`, `locked`, `broken` or null.
        ways: What can be done, under the words.
    """
    return rx.cond(
        trouble,
        ui.notice(
            rx.el.p(
                rx.match(
                    trouble,
                    (
                        "full",
                        _(
                            "This phone has no room left, so it could not be saved. What you "
                            "typed is still here. Free some space and press Save again, or copy "
                            "your words to another place."
                        ),
                    ),
                    (
                        "blocked",
                        _(
                            "This browser does not let the app keep anything. That often happens "
                            "in a private window. You can still use everything else here. To "
                            "keep your words, copy them to another place."
                        ),
                    ),
                    (
                        "locked",
                        _(
                            "The app is locked, so nothing can be kept now. What you typed is "
                            "still here. Copy your words to another place, or unlock the app "
                            "first. You find that in the settings."
                        ),
                    ),
                    _(
                        "That did not work, and it is not your fault. What you typed is still "
                        "here. Please press Save again, or copy your words to another place."
                    ),
                )
            ),
            *ways,
            role="alert",
        ),
    )


def field_problem(form: StoreForm, field: str, out_of_range: str) -> rx.Component:
    """What is wrong with a field, beside it; nothing while it is right."""
    before, after = _("This is longer than {limit} characters. Please shorten it a little.").split(
        "{limit}"
    )
    return rx.cond(
        form.problem(field),
        rx.el.p(
            rx.match(
                form.problem(field),
                ("too_long", rx.fragment(before, form.limit(field), after)),
                ("not_a_number", rx.fragment(_("This needs to be a whole number."))),
                rx.fragment(out_of_range),
            ),
            id=f"{field}-problem",
            class_name="problem",
        ),
    )
