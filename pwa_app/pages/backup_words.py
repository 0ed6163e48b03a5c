"""What is said in the browser about a backup, with the gaps still open."""

from typing import Any

from pwa_app.pages.words import _

BACKUP_WORDS: dict[str, Any] = {
    "made": _("Made on {when}."),
    "empty": _("There is nothing in this file but its frame."),
    "new": _("New on this phone: {count}."),
    "newer": _("Newer in the file than on this phone, and would take its place: {count}."),
    "kept": _("Different here, and would stay as it is here: {count}."),
    "same": _("The same in both: {count}."),
    "unfit": _("Could not be read, and is left out: {count}."),
    "goes": _("What you have kept in this app on this phone goes for good: {count} things."),
    "tables": {
        "MoodEntry": _("Log entries"),
        "OwnWord": _("Your own words for the log"),
        "SafetyPlan": _("Your plan"),
        "PlanContact": _("People of your plan"),
        "HopeItem": _("Your hope box"),
        "HopeFile": _("Photos and sounds of your hope box"),
        "Prepared": _("Words and lists you made ready"),
        "UrgeWave": _("The wave you ride"),
        "BreathChoices": _("How you like to breathe"),
        "CardMark": _("Cards you marked or put away"),
        "CardOutcome": _("Answers to “Did it help?”"),
        "OwnCard": _("Your own cards"),
        "Draft": _("Begun, and not saved yet"),
    },
    "other": _("Other things"),
    "settings": _("Settings"),
}
"""`BackupWords` in browser/backup_page_types.d.ts; the tables are those of device/tables.py. One
that has no name here is counted among the other things."""
