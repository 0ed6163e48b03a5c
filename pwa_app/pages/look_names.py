"""The plain names the app can have, each with an icon of the same key in assets/looks/.

They are words for things nobody needs to open: no other maker's product, and no tool that somebody
would start and expect to work.
"""

from dataclasses import dataclass

from pwa_app.pages.words import _


@dataclass(frozen=True)
class PlainLook:
    """A plain name; `key` stands in addresses and is remembered, so it never changes."""

    key: str
    name: str


PLAIN_LOOKS = (
    PlainLook("harbour", _("Harbour")),
    PlainLook("meadow", _("Meadow")),
    PlainLook("teacup", _("Teacup")),
)
