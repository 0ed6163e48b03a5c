"""The closed lists that packs draw from.

Keys only: what a person reads for each key comes from the message catalogues. The order of the
members is the order in which pages show them.
"""

from enum import StrEnum


class Category(StrEnum):
    """What a card does, from the most bodily to the most reflective."""

    GROUND = "ground"
    BREATHE = "breathe"
    MOVE = "move"
    COMFORT = "comfort"
    DISTRACT = "distract"
    EXPRESS = "express"
    CONNECT = "connect"
    THINK = "think"
    LATER = "later"


class Shelf(StrEnum):
    """What an article is about: the parts of the list of articles."""

    UNDERSTAND = "understand"
    TREATMENT = "treatment"
    COPING = "coping"
    PEOPLE = "people"
    WORDS = "words"


class Feeling(StrEnum):
    """How a person may feel when they look for a card."""

    OVERWHELMED = "overwhelmed"
    ANGRY = "angry"
    NUMB = "numb"
    ANXIOUS = "anxious"
    SAD = "sad"
    ASHAMED = "ashamed"
    ALONE = "alone"
    FLASHBACK = "flashback"
    SLEEPLESS = "sleepless"


class Place(StrEnum):
    """Where a card can be done."""

    HOME = "home"
    PUBLIC = "public"
    BED = "bed"
    SCHOOL_WORK = "school_work"


class Energy(StrEnum):
    """How much energy a card asks for; ``any`` suits a person with little or much."""

    LOW = "low"
    ANY = "any"
    HIGH = "high"


class Need(StrEnum):
    """What has to be at hand; where several are named, any one of them will do."""

    NOTHING = "nothing"
    WATER = "water"
    PEN = "pen"
    PHONE = "phone"
    PERSON = "person"
    OBJECT = "object"


class Caution(StrEnum):
    """Who should be warned, or can hide a card, in the settings."""

    EATING = "eating"
    HEART = "heart"
    COLD = "cold"
    PANIC = "panic"
    TRAUMA = "trauma"
    WOUNDS = "wounds"
    UNSAFE_HOME = "unsafe_home"


class InsteadOf(StrEnum):
    """What an urge may be for; a card so tagged meets that need another way.

    The needs follow the functions that self-harm has for people (content facts 5.4): waken, calm,
    be kind, be heard, choose.
    """

    FEEL_SOMETHING = "feel_something"
    CALM_DOWN = "calm_down"
    PUNISH_MYSELF = "punish_myself"
    BE_SEEN = "be_seen"
    FEEL_IN_CONTROL = "feel_in_control"


class Group(StrEnum):
    """Cards that belong together across the categories."""

    JOURNALING = "journaling"
    ANGER = "anger"


class Evidence(StrEnum):
    """How well a card's technique is supported.

    A: a controlled trial or review of it. B: part of a trialled package. C: advised by a health
    body, charity or clinic. D: common practice without a source for benefit.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class TagKind(StrEnum):
    """Which list a card's tag belongs to."""

    FEELING = "feeling"
    PLACE = "place"
    NEED = "need"
    CAUTION = "caution"
    INSTEAD_OF = "instead_of"
    GROUP = "group"


class ServiceKind(StrEnum):
    """What a service is, in the order in which a country's page lists them."""

    EMERGENCY = "emergency"
    CRISIS_LINE = "crisis_line"
    SUPPORT_LINE = "support_line"
    PEER_SUPPORT = "peer_support"
    SPECIALIST_SERVICE = "specialist_service"
    DIRECTORY = "directory"


class ChannelType(StrEnum):
    """A way to reach a service."""

    CALL = "call"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CHAT = "chat"
    EMAIL = "email"
    WEB = "web"
    RELAY = "relay"
    VIDEO = "video"


class Audience(StrEnum):
    """Who a service is for."""

    EVERYONE = "everyone"
    ADULTS = "adults"
    CHILDREN = "children"
    YOUNG_PEOPLE = "young_people"
    STUDENTS = "students"
    OLDER_PEOPLE = "older_people"
    WOMEN = "women"
    MEN = "men"
    LGBTQ = "lgbtq"
    TRANS = "trans"
    INDIGENOUS = "indigenous"
    VETERANS = "veterans"
    SELF_HARM = "self_harm"
    BEREAVED = "bereaved"
    DEAF_OR_HARD_OF_HEARING = "deaf_or_hard_of_hearing"
    SUPPORTERS = "supporters"


class HoursKind(StrEnum):
    """What is known of a service's opening hours."""

    ALWAYS = "always"
    WEEKLY = "weekly"
    UNKNOWN = "unknown"


class Verification(StrEnum):
    """How a service was checked.

    ``operator``: its own page, a government or a regulator says so; ``two-sources``: two
    reputable pages agree. None was dialled.
    """

    OPERATOR = "operator"
    TWO_SOURCES = "two-sources"


class Weekday(StrEnum):
    """Days of the week as packs write them; their order counts from Monday = 0."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
