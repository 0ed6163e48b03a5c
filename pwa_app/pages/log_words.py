"""What the log asks and offers to choose, in words: feelings, what was around, what helped.

The feelings are our own map by pleasantness and energy, the two axes of the circumplex model
(Russell, Journal of Personality and Social Psychology 39(6), 1980); the words are everyday ones.
What was around asks about triggers and needs, never about a method or an injury, and what the
prompts ask is factual or kind, as short factual diaries did best in a trial with people who
self-harm (Hooley and others, BMC Psychiatry 18, 2018).
"""

from pwa_app.pages.words import _

FEELING_MAP = (
    (
        _("Hard, with a lot of energy"),
        {
            "angry": _("Angry"),
            "anxious": _("Anxious"),
            "overwhelmed": _("Overwhelmed"),
            "scared": _("Scared"),
            "restless": _("Restless"),
            "fed_up": _("Fed up"),
        },
    ),
    (
        _("Hard, with little energy"),
        {
            "sad": _("Sad"),
            "numb": _("Numb"),
            "ashamed": _("Ashamed"),
            "guilty": _("Guilty"),
            "alone": _("Alone"),
            "tired": _("Tired"),
            "hopeless": _("Hopeless"),
        },
    ),
    (
        _("Good, with little energy"),
        {
            "calm": _("Calm"),
            "safe": _("Safe"),
            "thankful": _("Thankful"),
            "cared_for": _("Cared for"),
            "relieved": _("Relieved"),
        },
    ),
    (
        _("Good, with a lot of energy"),
        {
            "happy": _("Happy"),
            "hopeful": _("Hopeful"),
            "proud": _("Proud"),
            "excited": _("Excited"),
            "strong": _("Strong"),
        },
    ),
)
"""The feelings by key, in the four corners of the map; those the cards know have the same key."""

FEELINGS = {key: label for _corner, feelings in FEELING_MAP for key, label in feelings.items()}

TRIGGERS = {
    "argument": _("An argument"),
    "put_down": _("Being put down"),
    "by_myself": _("Being by myself"),
    "family": _("Family"),
    "friends": _("Friends"),
    "partner": _("Someone I love"),
    "school_work": _("School or work"),
    "too_much": _("Too much at once"),
    "change": _("A change of plans"),
    "online": _("Something online"),
    "memory": _("A hard memory"),
    "hard_date": _("A hard date"),
    "little_sleep": _("Little sleep"),
    "unwell": _("Feeling unwell"),
    "money": _("Money"),
    "drink_drugs": _("Drink or drugs"),
    "nothing_to_do": _("Nothing to do"),
    "night": _("The night"),
    "not_sure": _("I can’t say what"),
}
"""What may be around when it gets hard, by key."""

HELPED = {
    "breathing": _("Slow breathing"),
    "talking": _("Talking to someone"),
    "company": _("Being near people"),
    "helpline": _("A helpline"),
    "outside": _("Going outside"),
    "moving": _("Moving a bit"),
    "music": _("Music"),
    "animal": _("An animal"),
    "making": _("Making something"),
    "writing": _("Writing"),
    "other_thoughts": _("Something else to think of"),
    "rest": _("Rest or sleep"),
    "waiting": _("Waiting a while"),
    "plan": _("My plan"),
}
"""What may help besides a card, by key; a card is kept by its slug or, an own one, by its id."""

PROMPTS = (
    _("What happened, as a camera would show it?"),
    _("Which three words fit right now?"),
    _("What is one thing I got through today?"),
    _("What did I do that shows I care?"),
    _("What would I say to a friend who felt like this?"),
    _("What was one small good thing today?"),
    _("What made it start, and what made it ease?"),
    _("Who was kind, or could be?"),
    _("What did I need?"),
    _("What do I want to remember for next time?"),
    _("What can wait until tomorrow?"),
    _("What could I ask my doctor?"),
    _("Whom or what do I want to thank?"),
    _("What is my next small step?"),
)
"""Questions to start a note from."""

URGE_WORDS = (
    _("{urge} of 10, none"),
    *(_("{urge} of 10, a little"),) * 3,
    *(_("{urge} of 10, medium"),) * 3,
    *(_("{urge} of 10, strong"),) * 2,
    *(_("{urge} of 10, very strong"),) * 2,
)
"""How strong an urge is, in words, by its number from 0 to 10."""
