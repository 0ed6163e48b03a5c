"""On the wave: the clock, gentle lines, a question now and then, cards, and a person."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import Card
from pwa_app.device import Arrival, StayAwake, picked_number
from pwa_app.pages.people import person_dialog
from pwa_app.pages.wave_state import flag, number, step, view, wave
from pwa_app.pages.words import _

MORE_MINUTES = 5

LINES = (
    _("Urges rise, peak and fall. You only have to stay for this minute."),
    _("Breathe out slowly. Let the next breath come by itself."),
    _("This is an urge. It is not an order."),
    _("You don’t have to fight it or follow it."),
    _("Feel your feet on the floor."),
    _("Put some distance between you and anything you might use."),
    _("Let your shoulders drop a little."),
    _("Nothing has to be decided right now."),
    _("Some waves are slow. You can rest on this one."),
    _("Look around. Find one thing you like to look at."),
    _("You can be kind to yourself while it is here."),
)
"""None says how long an urge lasts, and none asks for strength."""


def riding(cards: list[Card]) -> rx.Component:
    """The wave while it is being ridden."""
    return rx.fragment(
        StayAwake.create(),
        Arrival.create(_("You’re on the wave."), level=1, class_name="centred"),
        rx.cond(number("card") < 0, _wave(cards), _card(cards)),
        person(),
        _switches(),
    )


def person() -> rx.Component:
    """The way to a person, always in sight: one's own people first, where the plan has some."""
    return person_dialog(ui.link(_("I need a person"), "/help/", class_name="button urgent person"))


def ask_strength() -> rx.Component:
    """How strong is it now? May be left alone."""
    return ui.scale(
        "strength-now",
        _("How strong is it now?"),
        value=number("latest"),
        on_change=step("strength_told", picked_number()),
        least=_("0 gone"),
        most=_("10 strongest"),
        of_ten=_("{value} of 10"),
        unanswered=_("only if you like"),
    )


def more_time() -> rx.Component:
    """A few minutes more."""
    return rx.el.button(
        _("{minutes} more minutes").format(minutes=MORE_MINUTES),
        type="button",
        class_name="button quiet",
        on_click=step("more_time", MORE_MINUTES),
    )


def show_card(cards: int, label: str) -> rx.Component:
    """Opens the first card, or the next one."""
    return rx.el.button(
        label, type="button", class_name="button quiet", on_click=step("card_opened", cards)
    )


def kept_nowhere() -> rx.Component:
    """Says so where the browser does not let the wave be kept."""
    return rx.cond(
        wave.trouble,
        rx.el.p(
            _("This browser does not keep the wave. It is here while this page is open."),
            class_name="small section",
            role="status",
        ),
    )


def _wave(cards: list[Card]) -> rx.Component:
    line = number("line") % len(LINES)
    return rx.fragment(
        rx.el.p(
            rx.cond(
                flag("over"),
                _("The time you chose is up. You can stay as long as you like."),
                rx.match(line, *enumerate(LINES), LINES[0]),
            ),
            class_name="lead centred line",
        ),
        ui.wave_ring(_clock(), share=number("share"), moves=flag("moves")),
        rx.cond(flag("asks"), ask_strength()),
        rx.el.div(
            show_card(len(cards), _("Show a card")),
            rx.el.button(
                _("It has eased"),
                type="button",
                class_name="button",
                on_click=step("wave_ended", "eased"),
            ),
            rx.cond(flag("timed"), more_time()),
            _stop(),
            class_name="row",
        ),
        kept_nowhere(),
    )


def _clock() -> rx.Component:
    return rx.cond(
        flag("timed"),
        rx.cond(
            flag("over"),
            rx.el.span(_of_minutes(_("That was {minutes} minutes"))),
            rx.fragment(
                rx.el.strong(view["clock"].to(str), role="timer"),
                rx.el.span(_of_minutes(_("left of {minutes} minutes"))),
            ),
        ),
        rx.el.span(_("No clock. Stay as long as you like.")),
    )


def _of_minutes(sentence: str) -> rx.Component:
    before, after = sentence.split("{minutes}")
    return rx.fragment(before, number("minutes"), after)


def _stop() -> rx.Component:
    return rx.el.button(
        _("Stop here"), type="button", class_name="button quiet", on_click=step("wave_ended", "")
    )


def _card(cards: list[Card]) -> rx.Component:
    shown = [(at, _one_card(card, len(cards))) for at, card in enumerate(cards)]
    return rx.fragment(
        rx.el.p(
            rx.cond(
                flag("timed") & ~flag("over"),
                rx.fragment(
                    view["clock"].to(str), " ", _of_minutes(_("left of {minutes} minutes"))
                ),
                _("Stay as long as you like."),
            ),
            class_name="lead centred",
        ),
        rx.match(number("card"), *shown, rx.fragment()),
    )


def _one_card(card: Card, cards: int) -> rx.Component:
    care = (
        [rx.el.p(card.care, class_name="care", lang=card.language_of("care"))] if card.care else []
    )
    return rx.el.section(
        Arrival.create(card.title, level=2),
        *care,
        ui.steps([step.text for step in card.steps]),
        rx.el.div(
            show_card(cards, _("Next card")),
            rx.el.button(
                _("Back to the wave"),
                type="button",
                class_name="button",
                on_click=step("card_closed"),
                custom_attrs=ui.CLOSES,
            ),
            class_name="row",
        ),
        key=card.slug,
        class_name="section",
    )


def _switches() -> rx.Component:
    switches = (
        ("asks", _("Ask now and then how strong it is")),
        ("moves", _("Let the water move")),
        ("lines", _("Change the words above the wave")),
    )
    return ui.disclosure(
        _("Make it quieter"),
        rx.el.div(
            *(
                ui.switch(f"wave-{name}", label, on=flag(name), on_change=step("switched", name))
                for name, label in switches
            )
        ),
        class_name="section",
    )
