"""After the wave: kind whatever happened, and written down only if the person says so."""

import reflex as rx

from pwa_app import ui
from pwa_app.device import Arrival, moment
from pwa_app.device.tables import MoodEntry
from pwa_app.logic.calls import call
from pwa_app.pages.urge_riding import ask_strength, more_time, person
from pwa_app.pages.wave_state import MODULE, flag, step, view, wave
from pwa_app.pages.words import _

OUTCOMES = (
    ("eased", _("It has eased")),
    ("same", _("About the same")),
    ("stronger", _("It is stronger")),
    ("hurt", _("I hurt myself")),
)


def ending() -> rx.Component:
    """The words for how it went; without an answer, the question."""
    return rx.match(
        view["outcome"],
        ("eased", _eased()),
        ("same", _same()),
        ("stronger", _stronger()),
        ("hurt", _hurt()),
        _question(),
    )


def _question() -> rx.Component:
    return _part(
        "question",
        _("How is it now?"),
        ui.lead(_("Every answer is fine.")),
        rx.el.div(
            *(
                rx.el.button(
                    label,
                    type="button",
                    class_name="button quiet",
                    on_click=step("wave_ended", outcome),
                )
                for outcome, label in OUTCOMES
            ),
            class_name="row",
        ),
        person(),
        rx.el.div(_back_to_wave(), _leave(_("I don’t want to say")), class_name="row"),
    )


def _eased() -> rx.Component:
    return _part(
        "eased",
        _("You stayed with it."),
        ui.lead(_("Take a moment. Have a drink of water, or rest a little.")),
        rx.el.p(_("If it comes back, that is normal. The wave is here each time.")),
        ask_strength(),
        _log(),
        _other_answer(),
    )


def _same() -> rx.Component:
    return _part(
        "same",
        _("You are still here with it."),
        ui.lead(_("That is hard, and you are doing it. Some waves are slow.")),
        rx.el.div(more_time(), _cards(), class_name="row"),
        person(),
        ask_strength(),
        _log(),
        _other_answer(),
    )


def _stronger() -> rx.Component:
    return _part(
        "stronger",
        _("You don’t have to hold this alone."),
        ui.lead(_("It is all right to need someone now. You have done nothing wrong.")),
        rx.el.p(_("If you may act on it, talk to a person before anything else.")),
        person(),
        rx.el.div(more_time(), _cards(), class_name="row"),
        ask_strength(),
        _log(),
        _other_answer(),
    )


def _hurt() -> rx.Component:
    return _part(
        "hurt",
        _("You still deserve care."),
        ui.lead(_("Thank you for saying it. Nothing you did before is lost.")),
        rx.el.p(_("Look after your body first. Then be gentle with yourself.")),
        ui.button_link(_("Look after yourself now"), "/help/after/"),
        person(),
        _log(),
        _other_answer(),
    )


def _part(key: str, heading: str, *content: rx.Component) -> rx.Component:
    return rx.el.div(Arrival.create(heading, level=1), *content, key=key, class_name="stack")


def _cards() -> rx.Component:
    return ui.button_link(_("Look at cards"), "/cards/", "quiet")


def _back_to_wave() -> rx.Component:
    return rx.el.button(
        _("Back to the wave"),
        type="button",
        class_name="link-button",
        on_click=step("wave_resumed"),
    )


def _other_answer() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            _("Another answer"),
            type="button",
            class_name="link-button",
            on_click=step("wave_ended", ""),
        ),
        _back_to_wave(),
        class_name="row",
    )


def _leave(label: str, kind: str = "link-button") -> rx.Component:
    return rx.el.button(label, type="button", class_name=kind, on_click=step("wave_closed"))


def _log() -> rx.Component:
    return ui.notice(
        rx.cond(
            flag("logged"),
            rx.fragment(
                Arrival.create(_("It is in your log, on this phone."), level=2),
                rx.el.div(
                    ui.button_link(_("See what you wrote"), "/log/history/", "quiet"),
                    _leave(_("Done"), "button"),
                    class_name="buttons",
                ),
            ),
            rx.fragment(
                rx.el.p(_("Shall this go in your log? It stays on this phone. You can say no.")),
                rx.cond(
                    wave.trouble,
                    rx.el.p(
                        _("It could not be written down. You can try again, or leave it."),
                        class_name="problem",
                        role="alert",
                    ),
                ),
                rx.el.div(
                    rx.el.button(
                        _("Put it in my log"),
                        type="button",
                        class_name="button quiet",
                        on_click=_put_in_log(),
                    ),
                    _leave(_("No, I’m done"), "button quiet"),
                    class_name="buttons",
                ),
            ),
        ),
    )


def _put_in_log() -> rx.EventHandler:
    both = _("I rode out an urge. It was {first} of 10 at first, and {latest} of 10 at the end.")
    plain = _("I rode out an urge.")
    return wave.change_and_add(
        MoodEntry,
        lambda value: call(MODULE, "wave_entry", value, moment(), both, plain),
        lambda value: call(MODULE, "wave_logged", value, moment()),
    )
