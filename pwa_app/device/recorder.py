"""Recording a voice on the phone: the Python face of browser/recorder.js."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import BooleanVar, StringVar, VarData

from pwa_app.device.handlers import handler
from pwa_app.device.modules import uses


@dataclass(frozen=True)
class Recorder:
    """What the page's recorder does, and how it is told to."""

    var_data: VarData | None

    @property
    def recording(self) -> BooleanVar:
        """Whether it listens right now."""
        return self._part('phase === "recording"').to(bool)

    @property
    def asking(self) -> BooleanVar:
        """Whether the phone is asking the person for the microphone."""
        return self._part('phase === "asking"').to(bool)

    @property
    def trouble(self) -> StringVar:
        """Why nothing is recorded: `denied`, `no_microphone`, `broken`, or null."""
        return self._part("trouble").to(str)

    @property
    def time(self) -> StringVar:
        """How long it has listened, such as 1:05."""
        return self._part("time").to(str)

    def start_or_stop(self, longest: int, done: rx.Var[Any]) -> rx.EventHandler:
        """An event handler that asks for the microphone and listens; or ends what was begun.

        Args:
            longest: After so many seconds it ends by itself.
            done: A function that is given what was recorded, a Blob.
        """
        phase = self._part("phase")
        start = f"recorder.start({longest}, {done!s})"
        call = f'({phase!s} === "recording" ? recorder.stop() : {start})'
        return handler(call, phase, done)

    def _part(self, name: str) -> rx.Var[Any]:
        return rx.Var(f"(recorder.{name})", _var_data=self.var_data)


def recorder() -> Recorder:
    """The one recorder of a page; the microphone is asked for at the tap, not before."""
    hooks = VarData(hooks={"const recorder = useRecorder()": None})
    return Recorder(VarData.merge(uses("recorder", "useRecorder"), hooks))


def can_record() -> rx.Var[Any]:
    """A function that tells whether this browser can record at all, for `InBrowser`."""
    return rx.Var("canRecord", _var_data=uses("recorder", "canRecord"))
