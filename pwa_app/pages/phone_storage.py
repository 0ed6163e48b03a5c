"""What the app keeps on this phone, how much it is, whether it stays, and taking it off."""

from dataclasses import asdict, dataclass
from typing import Any

import reflex as rx
from reflex.event import EventChain
from reflex.vars import FunctionVar, VarData
from sqlmodel import SQLModel

from pwa_app import ui
from pwa_app.device.tables import (
    BreathChoices,
    CardMark,
    CardOutcome,
    HopeFile,
    HopeItem,
    MoodEntry,
    OwnCard,
    OwnWord,
    PlanContact,
    Prepared,
    SafetyPlan,
    UrgeWave,
)
from pwa_app.pages.backup import BACKUP
from pwa_app.pages.backup_reminder import last_backup
from pwa_app.pages.hope_kinds import KINDS
from pwa_app.pages.layout import page
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

PHONE_STORAGE = "/settings/storage/"
_FORM = "erase"


@dataclass(frozen=True)
class Part:
    """One part of what is kept (see `Part` in browser/phone_storage.js)."""

    key: str
    label: str
    tables: list[str]
    counted: list[str]
    forms: list[str] | None


def _part(
    key: str,
    label: str,
    *tables: type[SQLModel],
    counted: int | None = None,
    forms: list[str] | None = None,
) -> Part:
    """A part; `counted` of its tables, all by default, are what a person would call theirs."""
    names = [table.__name__ for table in tables]
    return Part(key, label, names, names[:counted], forms)


PARTS = (
    _part("log", _("Your log"), MoodEntry, OwnWord, counted=1, forms=["log"]),
    _part("plan", _("Your plan"), SafetyPlan, PlanContact, forms=["plan", "plan_contact"]),
    _part(
        "hope",
        _("Your hope box"),
        HopeItem,
        HopeFile,
        counted=1,
        forms=[f"hope_{kind.key}" for kind in KINDS],
    ),
    _part(
        "cards",
        _("Your cards, favourites and what helped"),
        OwnCard,
        CardMark,
        CardOutcome,
        forms=["own_card"],
    ),
    _part("words", _("Words and lists you made ready"), Prepared),
    _part(
        "practice", _("The wave, and how you like to breathe"), UrgeWave, BreathChoices, forms=[]
    ),
    _part("settings", _("Settings and your country"), forms=[]),
)
"""Everything the app keeps, as a person would name it."""


def phone_storage_page() -> rx.Component:
    """What is kept, how surely, and how to delete it."""
    return page(
        rx.el.h1(_("What is on this phone")),
        ui.lead(_("All of it is kept here and nowhere else. You can take it off at any time.")),
        rx.el.noscript(
            ui.notice(
                _(
                    "To look and to delete, the app needs JavaScript. You can also clear this "
                    "site’s data in your browser’s own settings."
                )
            )
        ),
        rx.el.div(_room(), _erasing(), class_name="js-only"),
        _good_to_know(),
        room="now",
        back=(_("Settings"), "/settings/"),
        kept=True,
    )


def _room() -> rx.Component:
    size, promised = _state("megabytes"), _state("promised")
    before, after = _("The app and all you keep take about {size} MB.").split("{size}")
    return ui.section(
        _("Will it stay?"),
        # Before the size is known, a number that is not seen takes its room.
        rx.el.p(
            before, rx.cond(size, size.to(int), 10), after, class_name=rx.cond(size, "", "not-yet")
        ),
        rx.el.div(
            rx.match(
                promised,
                ("yes", rx.el.p(_("Your browser has agreed not to clear it by itself."))),
                (
                    "no",
                    rx.fragment(
                        rx.el.p(
                            _(
                                "Your browser has not agreed to keep it. It may clear it when the "
                                "phone runs short of room."
                            )
                        ),
                        _button(_("Ask the browser to keep it"), "askForPromise"),
                    ),
                ),
                rx.el.p(_("Your browser does not say whether it will keep it.")),
            ),
            role="status",
            class_name="stack",
        ),
        last_backup(),
        ui.button_link(_("Back up, or bring back"), BACKUP, "quiet"),
        class_name="section stack kept-room",
    )


def _erasing() -> rx.Component:
    return ui.section(
        _("Delete"),
        rx.el.form(
            rx.el.fieldset(
                rx.el.legend(_("What should go?")),
                rx.el.div(*(_choice(part) for part in PARTS), class_name="choices ticks"),
                class_name="field",
            ),
            rx.el.details(
                rx.el.summary(_("Only some days of the log")),
                _day("from", _("From")),
                _day("to", _("To")),
            ),
            _button(_("Delete what I ticked"), "askToErase", list(map(asdict, PARTS)), _FORM),
            id=_FORM,
            method="dialog",
            class_name="stack",
        ),
        rx.el.div(_question(), _said(), role="status"),
        id="delete",
    )


def _choice(part: Part) -> rx.Component:
    count = _state(f'counts["{part.key}"]')
    kept = rx.cond(count.to(int) > 0, rx.fragment(" · ", count.to(int)), rx.fragment())
    return rx.fragment(
        rx.el.input(type="checkbox", name="part", value=part.key, id=f"part-{part.key}"),
        rx.el.label(rx.el.span(part.label, kept), html_for=f"part-{part.key}", class_name="chip"),
    )


def _day(name: str, label: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=f"erase-{name}"),
        rx.el.input(type="date", name=name, id=f"erase-{name}"),
        class_name="field",
    )


def _question() -> rx.Component:
    asked = _state("asked").to(list[str])
    days = _state("days")
    return rx.cond(
        asked.length() > 0,
        ui.notice(
            rx.el.p(rx.el.strong(_("This goes from this phone, and cannot come back:"))),
            rx.el.ul(rx.foreach(asked, lambda label: rx.el.li(label))),
            rx.cond(
                days,
                rx.el.p(
                    _("Of your log, only these days:"),
                    " ",
                    _state("days?.from").to(str),
                    " – ",
                    _state("days?.to").to(str),
                ),
            ),
            rx.el.div(
                _button(_("Yes, delete it"), "erase", list(map(asdict, PARTS)), kind="urgent"),
                _button(_("No, keep it"), "keepAll"),
                class_name="buttons",
            ),
        ),
    )


def _said() -> rx.Component:
    said = _state("said").to(str)
    return rx.match(
        said,
        ("none", rx.el.p(_("Tick what should go first."), class_name="problem")),
        (
            "days",
            rx.el.p(
                _("The first day is after the last one. Please change them."), class_name="problem"
            ),
        ),
        (
            "gone",
            ui.notice(
                rx.el.p(rx.el.strong(_("It is gone."))),
                rx.el.p(_("We looked again: nothing of it is left. The app goes on working.")),
            ),
        ),
        (
            "left",
            rx.el.p(
                _(
                    "Something was written again, perhaps in another window. Close that one and "
                    "try again."
                ),
                class_name="problem",
            ),
        ),
        (
            "blocked",
            rx.el.p(
                _("This browser does not let the app keep anything, so there is nothing here."),
                class_name="problem",
            ),
        ),
        ("", rx.fragment()),
        rx.el.p(
            _("That did not work, and some of it may still be here. Please try again."),
            class_name="problem",
        ),
    )


def _good_to_know() -> rx.Component:
    return ui.section(
        _("Good to know"),
        rx.el.ul(
            rx.el.li(
                _(
                    "On an iPhone or iPad, Safari clears what a site keeps when you have not "
                    "opened it for a week of using Safari. An app on the home screen is left "
                    "alone. But what it keeps goes with it when you take it off."
                )
            ),
            rx.el.li(
                _(
                    "In a private or incognito window everything is gone when you close it. This "
                    "is so in every browser."
                ),
                rx.el.ul(
                    rx.el.li(
                        _(
                            "Safari, private: each tab keeps its own things, and they are gone "
                            "when you close that tab."
                        )
                    ),
                    rx.el.li(
                        _(
                            "Chrome, Edge and those like them, incognito or InPrivate: all is "
                            "gone when you close the last such window."
                        )
                    ),
                    rx.el.li(
                        _(
                            "Firefox, private: the same. There the app may not open without a "
                            "network, and older versions let it keep nothing at all."
                        )
                    ),
                ),
            ),
            rx.el.li(
                _(
                    "Deleting here does not clear your browser’s history, files you saved, or "
                    "copies you gave to someone."
                )
            ),
        ),
        class_name="section prose",
    )


def _button(label: str, function: str, *given: Any, kind: str = "quiet") -> rx.Component:
    records = [store.records] if function == "erase" else []
    arguments = [*records, *(rx.Var.create(one) for one in given)]
    data = VarData.merge(
        uses("phone_storage", function), *(one._get_all_var_data() for one in arguments)
    )
    call = ", ".join(str(one) for one in arguments)
    run: rx.Var[Any] = rx.Var(f"(() => {{ void {function}({call}); }})", _var_data=data)
    return rx.el.button(
        label,
        type="button",
        class_name=f"button {kind}",
        on_click=run.to(FunctionVar, EventChain),
        disabled=~_state("ready").to(bool),
    )


def _state(path: str) -> rx.Var[Any]:
    parts = rx.Var.create([asdict(part) for part in PARTS])
    hook = f"const onPhone = usePhoneStorage({store.records!s}, {parts!s})"
    data = VarData.merge(
        store.records._get_all_var_data(),
        uses("phone_storage", "usePhoneStorage"),
        VarData(hooks={hook: None}),
    )
    return rx.Var(f"onPhone.{path}", _var_data=data)
