"""The part of a hope box's form that takes a photo or a sound: chosen, recorded, looked at."""

import json
from typing import Any

import reflex as rx
from reflex.vars import VarData

from pwa_app.device import (
    InBrowser,
    StoredFile,
    StoreForm,
    can_record,
    held_value,
    recorder,
)
from pwa_app.device.handlers import handler
from pwa_app.device.tables import HopeFile
from pwa_app.pages.form_messages import field_problem
from pwa_app.pages.hope_kinds import LINK, NOTE, PHOTO, SONG, VOICE, Kind
from pwa_app.pages.modules import uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

CHOOSER = "hope-file"
"""The id of the control that chooses a file."""

LONGEST_MEMO_S = 600
"""A voice memo ends by itself after ten minutes."""

chosen = held_value("hope_file")
"""What became of the file chosen last: `busy`, or why it was `refused`."""

is_coming: rx.Var[bool] = chosen.value.bool() & chosen.value["busy"].bool()
"""A file was chosen, and is still being read."""


def file_fields(form: StoreForm, kind: Kind) -> list[rx.Component]:
    """The control that chooses a file, and hidden fields that name what was kept of it."""
    if kind in (NOTE, LINK):
        return []
    choose = {
        PHOTO: _("Choose a photo"),
        VOICE: _("Choose a sound file"),
        SONG: _("Choose a sound file"),
    }
    hidden = {"data-chooser": CHOOSER}
    return [
        rx.el.fieldset(
            rx.el.legend(kind.label),
            *(
                rx.el.input(type="hidden", name=name, custom_attrs=hidden)
                for name in ("file", "size", "small")
            ),
            *([rx.el.div(_record(), class_name="hope-record")] if kind == VOICE else []),
            rx.el.div(
                rx.el.input(
                    type="file",
                    id=CHOOSER,
                    accept="image/*" if kind == PHOTO else "audio/*",
                    on_change=_keep_chosen("picture" if kind == PHOTO else "sound"),
                    disabled=~form.ready,
                    aria_describedby="file-problem",
                ),
                rx.el.label(choose[kind], html_for=CHOOSER, class_name="button quiet"),
                class_name="hope-chooser",
            ),
            _said_of_file(kind),
            _preview(form, kind),
            field_problem(form, "file", _nothing_chosen(kind)),
            rx.el.p(_hint(kind), class_name="small"),
            class_name="field",
        )
    ]


def _nothing_chosen(kind: Kind) -> str:
    return {
        PHOTO: _("Please choose a photo first."),
        VOICE: _("Please record something first, or choose a sound file."),
        SONG: _("Please choose a sound file, or write a link."),
    }[kind]


def _hint(kind: Kind) -> str:
    return {
        PHOTO: _(
            "It is made smaller before it is kept. Where and when it was taken is left out. "
            "Nothing is sent anywhere."
        ),
        VOICE: _("Up to 10 minutes. Nothing is sent anywhere."),
        SONG: _("Up to 40 MB. Nothing is sent anywhere."),
    }[kind]


def _keep_chosen(kind: str) -> Any:
    keep: rx.Var[Any] = rx.Var("keepChosen", _var_data=uses("hope_file", "keepChosen"))
    return _told(f"{keep!s}({json.dumps(CHOOSER)}, {json.dumps(kind)})", keep)


def _told(call: str, *used: rx.Var[Any]) -> Any:
    """An event handler for something that takes a while and tells how it went."""
    change = f"{chosen.name}.change"
    busy = f"{change}(() => ({{ busy: true }}))"
    return handler(f"({busy}, {call}.then((told) => {change}(() => told)))", chosen.value, *used)


def _said_of_file(kind: Kind) -> rx.Component:
    refused = chosen.value["refused"].to(str)
    unreadable = (
        _("That file is no photo this browser can read. Another one may work.")
        if kind == PHOTO
        else _("This browser cannot play that file. An MP3 or M4A file often works.")
    )
    return rx.el.div(
        rx.cond(
            chosen.value.bool(),
            rx.cond(
                chosen.value["busy"],
                rx.el.p(_("One moment…"), class_name="small"),
                rx.match(
                    refused,
                    ("unreadable", _problem(unreadable)),
                    ("too_large", _problem(_("That file is too large. A shorter one may fit."))),
                    (
                        "full",
                        _problem(
                            _(
                                "This phone has no room left, so the file could not be kept. What "
                                "you typed is still here. Free some space, then choose it again."
                            )
                        ),
                    ),
                    (
                        "blocked",
                        _problem(
                            _(
                                "This browser does not let the app keep anything. That often "
                                "happens in a private window."
                            )
                        ),
                    ),
                    (
                        "broken",
                        _problem(
                            _(
                                "That did not work, and it is not your fault. Please choose it "
                                "again."
                            )
                        ),
                    ),
                    rx.fragment(),
                ),
            ),
        ),
        role="status",
    )


def _problem(text: str) -> rx.Component:
    return rx.el.p(text, class_name="problem")


def _preview(form: StoreForm, kind: Kind) -> rx.Component:
    """What was chosen, to look at or listen to, and a way to take it out again."""
    file = form.value("file")
    take: rx.Var[Any] = rx.Var("takeOut", _var_data=uses("hope_file", "takeOut"))
    label = _("Your photo") if kind == PHOTO else _("Your sound")
    return rx.cond(
        file != "",
        rx.el.div(
            StoredFile.create(
                rx.el.p(_("It cannot be opened any more."), class_name="problem"),
                records=store.records,
                table=HopeFile.__name__,
                file=file,
                kind="picture" if kind == PHOTO else "sound",
                label=label,
            ),
            rx.el.button(
                _("Take it out"),
                type="button",
                class_name="link-button",
                on_click=handler(f"{take!s}({json.dumps(CHOOSER)})", take),
            ),
            class_name="hope-preview",
        ),
    )


def _record() -> rx.Component:
    """A button that starts to listen and, tapped again, ends; shown where the phone can record."""
    recording = recorder()
    keep = f"keepRecording({json.dumps(CHOOSER)}, recorded)"
    change = f"{chosen.name}.change"
    done: rx.Var[Any] = rx.Var(
        f"((recorded) => {keep}.then((told) => {change}(() => told)))",
        _var_data=VarData.merge(
            uses("hope_file", "keepRecording"), chosen.value._get_all_var_data()
        ),
    )
    return InBrowser.create(
        rx.el.button(
            rx.cond(
                recording.recording,
                rx.el.span(_("Stop and keep"), " ", rx.el.span(recording.time, role="timer")),
                rx.cond(recording.asking, _("One moment…"), _("Record")),
            ),
            type="button",
            class_name="button",
            on_click=recording.start_or_stop(LONGEST_MEMO_S, done),
        ),
        rx.el.div(
            rx.cond(recording.recording, rx.el.p(_("The app is listening."), class_name="small")),
            rx.match(
                recording.trouble,
                (
                    "denied",
                    _problem(
                        _(
                            "The microphone is not allowed for this app. You can allow it in the "
                            "settings of your browser, or choose a sound file."
                        )
                    ),
                ),
                (
                    "no_microphone",
                    _problem(_("No microphone was found. You can choose a sound file.")),
                ),
                (
                    "broken",
                    _problem(_("Recording did not work here. You can choose a sound file.")),
                ),
                rx.fragment(),
            ),
            role="status",
        ),
        rx.el.p(
            _("Your phone may ask whether the app may use the microphone. It listens only then."),
            class_name="small",
        ),
        when=can_record(),
    )
