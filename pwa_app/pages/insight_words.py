"""Every sentence that the look back says in the browser, with its gaps still open."""

from typing import Any

from pwa_app.pages import labels, log_words
from pwa_app.pages.labels import MOODS, WEEKDAYS
from pwa_app.pages.words import _

BETWEEN = {
    1.5: _("Very low to low"),
    2.5: _("Low to so-so"),
    3.5: _("So-so to good"),
    4.5: _("Good to very good"),
}

PARTS = (
    _("Night, 0 to 6"),
    _("Morning, 6 to 12"),
    _("Afternoon, 12 to 18"),
    _("Evening, 18 to 24"),
)

NAMES = {
    str(key): label
    for words in (labels.FEELINGS, log_words.FEELINGS, log_words.TRIGGERS, log_words.HELPED)
    for key, label in words.items()
}
"""What the keys in an entry are called; the person's own words are their own name."""

MOOD_WORDS = {str(value): label for value, label in [*MOODS.items(), *BETWEEN.items()]}

INSIGHT_WORDS: dict[str, Any] = {
    "names": NAMES,
    "moods": MOOD_WORDS,
    "weekdays": list(WEEKDAYS),
    "parts": list(PARTS),
    "stands": {
        "mood_higher": _("{group}: your mood was better, {middle}. At other times: {rest}."),
        "mood_lower": _("{group}: your mood was lower, {middle}. At other times: {rest}."),
        "urge_higher": _("{group}: urges were stronger, {middle}. At other times: {rest}."),
        "urge_lower": _("{group}: urges were weaker, {middle}. At other times: {rest}."),
    },
    "width": {
        "1": "{date}",
        "7": _("Week from {date}"),
        "28": _("Four weeks from {date}"),
    },
    "middle_mood": _("The middle of your moods: {mood}. Half were above it, half below."),
    "middle_urge": _("The middle of your urges: {urge}."),
    "too_few": _("There are too few entries to say more. That is fine."),
    "no_time": _("No time stands out from the others."),
    "around": _(
        "With {name}, the urge was strong in {strong} of {entries} entries. Without it, in "
        "{others_strong} of {others}."
    ),
    "around_none": _("Nothing stands out from the rest."),
    "helped": _("{name} helped {helped} of {times} times."),
    "most_named": _("Named most often: {name}, in {entries} of {of} entries."),
    "of": _("{part} of {whole}"),
    "times": _("helped {helped} of {times} times"),
    "noted": _("noted in the log: {noted}"),
    "urge_of_ten": _("{urge} of 10"),
    "nothing": "–",
}
"""`InsightWords` in browser/log_types.d.ts."""
