"""Who could see what: each person who might, what holds, what does not, and what one can do.

The exact form, with the place in the code or the test for each claim, is docs/privacy.md.
"""

from dataclasses import dataclass

import reflex as rx

from pwa_app import ui
from pwa_app.pages.layout import page
from pwa_app.pages.words import _

PEOPLE = "/settings/privacy/people/"


@dataclass(frozen=True)
class Onlooker:
    """Someone who might want to know: what stays private from them, what not, what one can do."""

    key: str
    who: str
    private: tuple[str, ...]
    open: tuple[str, ...]
    you: tuple[str, ...]


ONLOOKERS = (
    Onlooker(
        "phone",
        _("A parent, or anyone who picks up your phone"),
        private=(_("With a passcode, what you wrote. While it is locked, nobody can read it."),),
        open=(
            _("Without a passcode here, they can read all you keep."),
            _(
                "With one, they can still see that the app is here, that it has a lock, and about "
                "how much you keep. The browser’s history may show which pages you opened."
            ),
            _("A program that watches the phone may see your screen, or what you type."),
        ),
        you=(
            _("Set a passcode. Tap “Lock now” when you are done."),
            _(
                "A private window leaves no history. But when you close it, what you wrote is "
                "gone too."
            ),
        ),
    ),
    Onlooker(
        "thief",
        _("A thief"),
        private=(
            _("With four words as a passcode, what you wrote. There are far too many to try out."),
        ),
        open=(
            _("If they can open your phone and there is no passcode here, they can read it all."),
            _("A strong computer can find a passcode of four digits. It takes only some hours."),
        ),
        you=(
            _("Use your phone’s own lock as well."),
            _("Make a backup now and then. Without one, what was on a lost phone is lost."),
        ),
    ),
    Onlooker(
        "passcode",
        _("A partner who knows your passcode"),
        private=(
            _("What you write after you change the passcode. The old one opens nothing then."),
        ),
        open=(
            _("As long as they know it, they can read all you keep, just as you can."),
            _("So can someone who makes you say it, or hold your finger or face to the phone."),
            _("What they read or copied before stays with them."),
        ),
        you=(
            _("Change the passcode when you are alone. That takes a fingerprint or face out too."),
            _("They may notice. If that could put you in danger, talk to someone first."),
        ),
    ),
    Onlooker(
        "operator",
        _("The people who run this copy of the app"),
        private=(_("What you write, as long as the app is as we made it."),),
        open=(
            _("They see what every site sees: that some phone asked for its files, and when."),
            _(
                "They could change the app. A changed app could read all you keep and send it on. "
                "A lock does not help there, once you type your passcode."
            ),
        ),
        you=(_("Use a copy from people you trust. “About” says who runs it, where they said so."),),
    ),
    Onlooker(
        "network",
        _("The network: your Wi-Fi, your school, your phone company"),
        private=(_("Which page you read, and what you write."),),
        open=(
            _("They can see the name of this site, and when your phone asked it for something."),
            _("Your phone company knows of calls and texts. They may be on the bill."),
        ),
        you=(
            _(
                "Open the app for the first time on a network you trust. After that its pages come "
                "from your phone. It only asks now and then if there is a newer version."
            ),
        ),
    ),
    Onlooker(
        "site",
        _("Another site"),
        private=(_("What you keep here. Browsers keep sites apart."),),
        open=(
            _("If you follow a link, that site sees a visitor, but not where they came from."),
            _("An add-on in your browser is more than a site. It may read every page you open."),
        ),
        you=(_("Take out add-ons that you do not know."),),
    ),
    Onlooker(
        "makers",
        _("We who make this app"),
        private=(
            _(
                "That you are here at all. There is no account, no counting and no report of "
                "errors. Nothing of you comes to us."
            ),
            _("That is also why we cannot open a lock for you."),
        ),
        open=(_("Only what you tell us yourself. What you write on our project page is public."),),
        you=(_("Keep your recovery code in a safe place that is not this phone."),),
    ),
)


def privacy_people_page() -> rx.Component:
    """One fold for each; what is around the phone; how it is looked after."""
    return page(
        rx.el.h1(_("Who could see what")),
        ui.lead(_("What stays private, what does not, and what you can do about it.")),
        rx.el.p(
            _(
                "What you write is kept in this browser on this phone. The app sends it nowhere. "
                "How private it is depends on who can open the phone."
            ),
            class_name="section",
        ),
        ui.section(_("One by one"), *(_about(one) for one in ONLOOKERS)),
        _around(),
        _looked_after(),
        ui.section(
            _("More"),
            rx.el.div(
                ui.button_link(_("Lock and privacy"), "/settings/privacy/", "quiet"),
                ui.button_link(_("Talk to someone now"), "/help/", "quiet"),
                class_name="buttons",
            ),
        ),
        room="now",
        styles="privacy",
        back=(_("Privacy"), "/settings/privacy/"),
    )


def _about(one: Onlooker) -> rx.Component:
    parts = (
        (_("This stays private"), one.private),
        (_("This does not"), one.open),
        (_("What you can do"), one.you),
    )
    return ui.disclosure(
        one.who,
        rx.el.div(
            *(
                rx.fragment(rx.el.p(rx.el.strong(heading)), _sentences(texts))
                for heading, texts in parts
            ),
            class_name="prose",
        ),
        id=one.key,
    )


def _sentences(texts: tuple[str, ...]) -> rx.Component:
    return rx.el.ul(*(rx.el.li(text) for text in texts))


def _around() -> rx.Component:
    """What the phone and its makers do beside the app."""
    return ui.section(
        _("What the phone does by itself"),
        _sentences(
            (
                _(
                    "A keyboard may learn your words and offer them again. Some send words to the "
                    "people who made them. You can turn that off in the phone’s settings."
                ),
                _("A browser that checks spelling or translates a page may send its words on."),
                _(
                    "A copy of the whole phone, such as one kept by Apple or Google, may hold what "
                    "you keep here. With a passcode it is sealed there too."
                ),
                _("A picture of the screen shows all that you saw. It may be copied elsewhere."),
                _(
                    "A file that you save, print or send is out of the app. Only a locked backup "
                    "is sealed."
                ),
                _("The makers of your phone and your browser could see all that these see."),
            )
        ),
        class_name="section prose",
    )


def _looked_after() -> rx.Component:
    return ui.section(
        _("How we check this"),
        rx.el.p(
            _(
                "For each version a machine types a made-up word into every field of the app. "
                "Then it looks through all that the browser sent. The word must not be there."
            )
        ),
    )
