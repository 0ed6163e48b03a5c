"""What may be put into the hope box, and where that is done."""

from dataclasses import dataclass

from pwa_app.pages.words import _

HOPE = "/hope/"
THINGS = f"{HOPE}things/"
HOPE_CARDS = ("comfort-box", "build-a-comfort-box")
"""The cards whose steps speak of the box."""
THING_PARAMETER = "thing"
"""The parameter of the address that names a thing: to show it, or to change it."""


@dataclass(frozen=True)
class Kind:
    """One kind of thing: its key, what it is called, and the words of the page that adds it."""

    key: str
    label: str
    heading: str
    lead: str

    @property
    def address(self) -> str:
        """The page that puts one in."""
        return f"{HOPE}{self.key}/"


PHOTO = Kind(
    "photo",
    _("Photo"),
    _("Put in a photo"),
    _("Someone, a place, an animal, a day: something that is kind to look at."),
)
NOTE = Kind(
    "note",
    _("Note"),
    _("Put in a note"),
    _("A letter to yourself, something kind that was said, things you look forward to."),
)
VOICE = Kind(
    "voice",
    _("Voice memo"),
    _("Put in a voice memo"),
    _("Your own voice on a better day, or someone who cares about you."),
)
SONG = Kind(
    "song",
    _("Song"),
    _("Put in a song"),
    _("Music that does you good. A sound file from this phone, or a link."),
)
LINK = Kind(
    "link",
    _("Link"),
    _("Put in a link"),
    _("A video, a page or a playlist on another site. It opens there."),
)
KINDS = (PHOTO, NOTE, VOICE, SONG, LINK)
