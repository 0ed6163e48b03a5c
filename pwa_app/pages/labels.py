"""What the app's keys are called on the screen."""

from pwa_app.content import (
    Audience,
    Category,
    Caution,
    Energy,
    Evidence,
    Feeling,
    Group,
    InsteadOf,
    Need,
    Place,
    ServiceKind,
    Shelf,
    Verification,
)
from pwa_app.pages.words import _

FEELINGS = {
    Feeling.OVERWHELMED: _("Overwhelmed"),
    Feeling.ANGRY: _("Angry"),
    Feeling.NUMB: _("Numb"),
    Feeling.ANXIOUS: _("Anxious"),
    Feeling.SAD: _("Sad"),
    Feeling.ASHAMED: _("Ashamed"),
    Feeling.ALONE: _("Alone"),
    Feeling.FLASHBACK: _("Flashback"),
    Feeling.SLEEPLESS: _("Can’t sleep"),
}

SHELVES = {
    Shelf.UNDERSTAND: _("Understand self-harm"),
    Shelf.TREATMENT: _("Treatment and people who help"),
    Shelf.COPING: _("Ways to cope"),
    Shelf.PEOPLE: _("Talking, and being there"),
    Shelf.WORDS: _("Words"),
}

CATEGORIES = {
    Category.GROUND: _("Ground yourself"),
    Category.BREATHE: _("Breathe"),
    Category.MOVE: _("Move"),
    Category.COMFORT: _("Comfort"),
    Category.DISTRACT: _("Take your mind off it"),
    Category.EXPRESS: _("Let it out"),
    Category.CONNECT: _("Be with someone"),
    Category.THINK: _("Think it through"),
    Category.LATER: _("Later, when calmer"),
}

PLACES = {
    Place.HOME: _("at home"),
    Place.PUBLIC: _("out and about"),
    Place.BED: _("in bed"),
    Place.SCHOOL_WORK: _("at school or work"),
}

NEEDS = {
    Need.NOTHING: _("nothing needed"),
    Need.WATER: _("water"),
    Need.PEN: _("pen and paper"),
    Need.PHONE: _("a phone"),
    Need.PERSON: _("another person"),
    Need.OBJECT: _("an everyday thing"),
}

INSTEAD_OF = {
    InsteadOf.FEEL_SOMETHING: _("To feel something"),
    InsteadOf.CALM_DOWN: _("To calm down"),
    InsteadOf.PUNISH_MYSELF: _("To punish myself"),
    InsteadOf.BE_SEEN: _("To be seen"),
    InsteadOf.FEEL_IN_CONTROL: _("To feel in control"),
}

GROUPS = {
    Group.JOURNALING: _("Journaling"),
    Group.ANGER: _("When angry"),
}

CAUTIONS = {
    Caution.EATING: _("Food, eating or hard exercise"),
    Caution.HEART: _("Effort or cold that may not suit a heart condition or pregnancy"),
    Caution.COLD: _("Cold water or a cold glass"),
    Caution.PANIC: _("Holding the breath"),
    Caution.TRAUMA: _("Looking inward, closed eyes or a hard memory"),
    Caution.WOUNDS: _("Water or cream on sore skin"),
    Caution.UNSAFE_HOME: _("What may not fit when home is not safe"),
}

ENERGY = {
    Energy.LOW: _("little energy"),
    Energy.ANY: _("any energy"),
    Energy.HIGH: _("some energy"),
}

EVIDENCE = {
    Evidence.A: _("Tested in studies, though mostly not with people who self-harm."),
    Evidence.B: _("Part of a treatment that was tested as a whole."),
    Evidence.C: _("Advised by a health service, clinic or charity."),
    Evidence.D: _("Many people use it. It has not been tested."),
}

MOODS = {
    1: _("Very low"),
    2: _("Low"),
    3: _("So-so"),
    4: _("Good"),
    5: _("Very good"),
}

KINDS = {
    ServiceKind.EMERGENCY: _("Emergency"),
    ServiceKind.CRISIS_LINE: _("Crisis line"),
    ServiceKind.SUPPORT_LINE: _("Support line"),
    ServiceKind.PEER_SUPPORT: _("People who have been there"),
    ServiceKind.SPECIALIST_SERVICE: _("Specialist service"),
    ServiceKind.DIRECTORY: _("Where to look further"),
}

AUDIENCES = {
    Audience.EVERYONE: _("everyone"),
    Audience.ADULTS: _("adults"),
    Audience.CHILDREN: _("children"),
    Audience.YOUNG_PEOPLE: _("young people"),
    Audience.STUDENTS: _("students"),
    Audience.SUPPORTERS: _("friends and family"),
    Audience.BEREAVED: _("people who lost someone"),
    Audience.LGBTQ: _("LGBTQ+ people"),
    Audience.TRANS: _("trans people"),
    Audience.OLDER_PEOPLE: _("older people"),
    Audience.VETERANS: _("veterans"),
    Audience.INDIGENOUS: _("First Nations and Indigenous people"),
    Audience.SELF_HARM: _("people who self-harm"),
    Audience.DEAF_OR_HARD_OF_HEARING: _("deaf and hard of hearing people"),
    Audience.WOMEN: _("women"),
    Audience.MEN: _("men"),
}

WAY_FILTERS = {
    "call": _("Call"),
    "text": _("Text"),
    "chat": _("Chat"),
}

PEOPLE_FILTERS = {
    "young_people": _("Young people"),
    "lgbtq": _("LGBTQ+ people"),
    "veterans": _("Veterans"),
    "indigenous": _("First Nations and Indigenous people"),
    "self_harm": _("People who self-harm"),
    "supporters": _("Friends and family"),
    "deaf": _("Deaf or hard of hearing people"),
}

WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)

VERIFIED = {
    Verification.OPERATOR: _("Checked against the service’s own or an official page"),
    Verification.TWO_SOURCES: _("Checked against two published pages"),
}
