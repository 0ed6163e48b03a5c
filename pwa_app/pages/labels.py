"""What the app's keys are called on the screen."""

from pwa_app.pages.words import _

FEELINGS = {
    "overwhelmed": _("Overwhelmed"),
    "angry": _("Angry"),
    "numb": _("Numb"),
    "anxious": _("Anxious"),
    "sad": _("Sad"),
    "ashamed": _("Ashamed"),
    "alone": _("Alone"),
    "flashback": _("Far away or in a flashback"),
    "sleepless": _("Can’t sleep"),
}

CATEGORIES = {
    "ground": _("Ground yourself"),
    "breathe": _("Breathe"),
    "move": _("Move"),
    "comfort": _("Comfort"),
    "distract": _("Take your mind off it"),
    "express": _("Let it out"),
    "connect": _("Be with someone"),
    "think": _("Think it through"),
    "later": _("Later, when calmer"),
}

PLACES = {
    "home": _("at home"),
    "public": _("out and about"),
    "bed": _("in bed"),
    "school_work": _("at school or work"),
}

NEEDS = {
    "nothing": _("nothing needed"),
    "water": _("water"),
    "pen": _("pen and paper"),
    "phone": _("a phone"),
    "person": _("another person"),
    "object": _("an everyday thing"),
}

ENERGY = {
    "low": _("little energy"),
    "any": _("any energy"),
    "high": _("some energy"),
}

EVIDENCE = {
    "A": _("Tested in studies, though mostly not with people who self-harm."),
    "B": _("Part of a treatment that was tested as a whole."),
    "C": _("Advised by a health service, clinic or charity."),
    "D": _("Many people use it. It has not been tested."),
}

MOODS = {
    1: _("Very low"),
    2: _("Low"),
    3: _("So-so"),
    4: _("Good"),
    5: _("Very good"),
}

KINDS = {
    "emergency": _("Emergency"),
    "crisis_line": _("Crisis line"),
    "support_line": _("Support line"),
    "peer_support": _("People who have been there"),
    "specialist_service": _("Specialist service"),
    "directory": _("Where to look further"),
}

AUDIENCES = {
    "everyone": _("everyone"),
    "adults": _("adults"),
    "children": _("children"),
    "young_people": _("young people"),
    "students": _("students"),
    "supporters": _("friends and family"),
    "bereaved": _("people who lost someone"),
    "lgbtq": _("LGBTQ+ people"),
    "trans": _("trans people"),
    "older_people": _("older people"),
    "veterans": _("veterans"),
    "indigenous": _("First Nations and Indigenous people"),
    "self_harm": _("people who self-harm"),
    "deaf_or_hard_of_hearing": _("deaf and hard of hearing people"),
    "women": _("women"),
    "men": _("men"),
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
