"""What is said in the browser about a file of entries, with the gaps still open."""

from typing import Any

from pwa_app.pages.labels import MOODS
from pwa_app.pages.words import _

FILE_WORDS: dict[str, Any] = {
    "fresh": _("New entries: {count}, from {from} to {to}."),
    "none": _("There is no new entry in this file."),
    "already": _("Here already: {count}. They stay as they are."),
    "own_moods": _("Moods with names of their own become feelings: {names}."),
    "done": _("Entries brought in: {count}."),
    "line": _("Line {line}: {why}"),
    "entry": _("Entry {line}: {why}"),
    "more": _("And {count} more."),
    "urge": _("urge {urge} of 10"),
    "reasons": {
        "date": _("the day is not a date like 2026-11-23: “{value}”"),
        "time": _("the time is not a time like 20:15: “{value}”"),
        "moment": _("“at” is not a moment like 2026-11-23T20:15:00Z: “{value}”"),
        "mood": _("the mood is not a whole number from 1 to 5: “{value}”"),
        "urge": _("the urge is not a whole number from 0 to 10: “{value}”"),
        "note": _("the note is longer than 20,000 characters: “{value}…”"),
        "empty": _("there is nothing in it but the day"),
        "cells": _("it has more cells than there are headings"),
    },
    "moods": {str(value): label for value, label in MOODS.items()},
}
"""`FileWords` in browser/log_types.d.ts; the reasons are those of logic/log_file.py."""
