"""What to expect of a call: what is known of lines in general, and what is not."""

import reflex as rx

from pwa_app import ui
from pwa_app.pages.words import _

POINTS = (
    _("You do not have to be in danger. You can say: I don’t know where to start."),
    _("You can stay silent at first. You can end it when you want."),
    _(
        "Who answers? On some lines it is trained volunteers, on others counsellors or nurses. "
        "Where we know it, it stands with the line."
    ),
    _(
        "Will they call the emergency services? Some lines may do so if they think a life is in "
        "danger. Some do it only if you agree. You can ask that first."
    ),
    _("What does it cost? Each line says so, or that we do not know."),
    _(
        "Does it show on the phone bill? Where we know that it does not, it stands with the line. "
        "A call also stays in the list of calls on the phone."
    ),
)


def what_to_expect() -> rx.Component:
    """A part that opens on a tap."""
    return ui.disclosure(
        _("What to expect when you call"),
        rx.el.ul(*(rx.el.li(point) for point in POINTS), class_name="prose-list"),
    )
