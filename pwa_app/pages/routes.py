"""Every route of the site in one table: what stands there, and what it is called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial, update_wrapper

import reflex as rx

from pwa_app.content import Article, Library
from pwa_app.pages.about import about_page
from pwa_app.pages.accessibility import ACCESSIBILITY, accessibility_page
from pwa_app.pages.after import after_page
from pwa_app.pages.articles import (
    AFTER,
    FIND_A_SPECIALIST,
    GLOSSARY,
    SUPPORTING_SOMEONE,
    WHAT_TO_SAY,
    article_address,
)
from pwa_app.pages.backup import BACKUP, backup_page
from pwa_app.pages.breathe import breathe_page
from pwa_app.pages.card import card_page
from pwa_app.pages.card_data import MINE
from pwa_app.pages.cards import cards_page
from pwa_app.pages.country import country_page
from pwa_app.pages.elsewhere import elsewhere_page
from pwa_app.pages.find_specialist import find_specialist_page
from pwa_app.pages.for_someone import FOR_SOMEONE, for_someone_page
from pwa_app.pages.glossary import glossary_page
from pwa_app.pages.help import help_page
from pwa_app.pages.help_addresses import ELSEWHERE
from pwa_app.pages.history import history_page
from pwa_app.pages.hope import hope_page
from pwa_app.pages.hope_add import hope_add_page
from pwa_app.pages.hope_kinds import HOPE, KINDS, THINGS
from pwa_app.pages.hope_things import hope_things_page
from pwa_app.pages.insights import INSIGHTS, insights_page
from pwa_app.pages.learn import article_page, learn_page
from pwa_app.pages.log import log_page
from pwa_app.pages.log_calendar import calendar_page
from pwa_app.pages.log_copy import COPY, copy_page
from pwa_app.pages.look import LOOK, look_page
from pwa_app.pages.mine import EDIT, mine_page
from pwa_app.pages.neutral import NEUTRAL_TITLE, neutral_page
from pwa_app.pages.now import now_page
from pwa_app.pages.own_card import own_card_page
from pwa_app.pages.phone_storage import PHONE_STORAGE, phone_storage_page
from pwa_app.pages.plan import plan_page
from pwa_app.pages.plan_contact import plan_contact_page
from pwa_app.pages.plan_edit import plan_edit_page
from pwa_app.pages.plan_share import plan_share_page
from pwa_app.pages.plan_words import CONTACT, PLAN, SHARE
from pwa_app.pages.plan_words import EDIT as PLAN_EDIT
from pwa_app.pages.privacy import PRIVACY, privacy_page
from pwa_app.pages.privacy_people import PEOPLE, privacy_people_page
from pwa_app.pages.reminders import REMINDERS, reminders_page
from pwa_app.pages.settings import settings_page
from pwa_app.pages.supporting import supporting_page
from pwa_app.pages.urge import urge_page
from pwa_app.pages.what_to_say import what_to_say_page
from pwa_app.pages.words import _, country_name
from pwa_app.site import site


@dataclass(frozen=True)
class Route:
    """One page: its path (with slashes at both ends), its title and description, its content.

    A `plain` page carries nothing of the app's name, not even in its title.
    """

    path: str
    title: str
    description: str
    content: Callable[[], rx.Component]
    plain: bool = False

    @property
    def full_title(self) -> str:
        """The title as the browser shows it."""
        name = site().name
        return self.title if self.plain or self.title == name else f"{self.title} · {name}"


def bound(page: Callable[..., rx.Component], *arguments: object) -> Callable[[], rx.Component]:
    """A page's function with its arguments, still known by the module it stands in.

    Reflex bundles what the pages of one module share: without it, all would share everything.
    """
    return update_wrapper(partial(page, *arguments), page)


def all_routes(library: Library) -> Iterator[Route]:
    """Every page of the site."""
    yield from _main_routes(library)
    for card in library.all_cards():
        content = bound(card_page, library, card)
        yield Route(f"/cards/{card.slug}/", card.title, card.summary, content)
    for code in library.countries():
        title = _("Help in {country}").format(country=country_name(code))
        description = _("Emergency numbers and people to talk to: {country}.").format(
            country=country_name(code)
        )
        yield Route(
            f"/help/{code.lower()}/", title, description, bound(country_page, library, code)
        )
    for article in library.articles():
        path = article_address(article.slug)
        yield Route(path, article.title, article.summary, _article_content(library, article))


_OWN_PAGES: dict[str, Callable[[Library], rx.Component]] = {
    AFTER: after_page,
    FIND_A_SPECIALIST: find_specialist_page,
    GLOSSARY: glossary_page,
    SUPPORTING_SOMEONE: supporting_page,
    WHAT_TO_SAY: what_to_say_page,
}
"""Articles that need more than a page of words."""


def _article_content(library: Library, article: Article) -> Callable[[], rx.Component]:
    own = _OWN_PAGES.get(article.slug)
    return bound(own, library) if own else bound(article_page, library, article)


def _plan_routes() -> Iterator[Route]:
    yield Route(PLAN, _("My plan"), _("What keeps you safe, in your own words."), plan_page)
    yield Route(
        PLAN_EDIT,
        _("Write my plan"),
        _("What helps you in hard moments, on this phone only."),
        plan_edit_page,
    )
    yield Route(
        CONTACT,
        _("Someone for my plan"),
        _("A person or a line to reach with one tap, on this phone only."),
        plan_contact_page,
    )
    yield Route(
        SHARE,
        _("A copy of my plan"),
        _("Your plan on paper, as text or as a picture. You send it yourself."),
        plan_share_page,
    )


def _main_routes(library: Library) -> Iterator[Route]:
    yield Route(
        "/",
        site().name,
        _("Something to do right now, a log that stays on your phone, and a person to talk to."),
        bound(now_page, library),
    )
    yield Route(
        "/cards/",
        _("Cards"),
        _("Small things to do when it is hard, by feeling and by kind."),
        bound(cards_page, library),
    )
    yield Route(
        MINE, _("My cards"), _("Favourites and your own cards, on this phone only."), mine_page
    )
    yield Route(
        EDIT,
        _("A card of your own"),
        _("Write down what helps you, on this phone only."),
        own_card_page,
    )
    yield Route(
        "/urge/",
        _("Ride out an urge"),
        _("Stay with an urge for one minute at a time."),
        bound(urge_page, library),
    )
    yield Route(
        "/breathe/",
        _("Breathe"),
        _("Slow, easy breathing with a circle to follow."),
        bound(breathe_page, library),
    )
    yield Route("/log/", _("Log"), _("How you are, kept on this phone only."), log_page)
    yield Route(
        "/log/history/", _("What you wrote"), _("Your entries, on this phone only."), history_page
    )
    yield Route(
        "/log/calendar/",
        _("Calendar"),
        _("Your moods by month and by year, on this phone only."),
        calendar_page,
    )
    yield Route(
        INSIGHTS,
        _("Looking back"),
        _("What your entries show, when you ask. On this phone only."),
        insights_page,
    )
    yield Route(
        FOR_SOMEONE,
        _("For someone else"),
        _("A page of your log to print or hand on, with only what you choose."),
        for_someone_page,
    )
    yield Route(
        COPY,
        _("A copy of your log"),
        _("Save your entries as a file, and bring entries in."),
        copy_page,
    )
    yield Route(
        REMINDERS,
        _("Reminders"),
        _("A calendar file that reminds you gently, at times you pick."),
        reminders_page,
    )
    yield from _plan_routes()
    yield from _hope_routes()
    yield Route(
        "/help/",
        _("Talk to someone now"),
        _("Emergency numbers and people to talk to, by country."),
        bound(help_page, library),
    )
    yield Route(
        ELSEWHERE,
        _("Help in other countries"),
        _("What to do where we have no number that we could check."),
        bound(elsewhere_page, library),
    )
    yield Route(
        "/learn/",
        _("Learn"),
        _("Short, sourced articles about self-harm, urges and help."),
        bound(learn_page, library),
    )
    yield Route(
        "/settings/",
        _("Settings"),
        _("Appearance, text size, cards to leave out, language."),
        settings_page,
    )
    yield Route(
        PHONE_STORAGE,
        _("What is on this phone"),
        _("What the app keeps, how surely, and how to delete it."),
        phone_storage_page,
    )
    yield Route(
        PRIVACY,
        _("Lock and privacy"),
        _("A passcode for what you keep on this phone, and its limits."),
        privacy_page,
    )
    yield Route(
        LOOK,
        _("Name and icon"),
        _("A plain name and icon for this app, and what they cannot hide."),
        look_page,
    )
    yield Route(
        PEOPLE,
        _("Who could see what"),
        _("What stays private, from whom, and what you can do about it."),
        privacy_people_page,
    )
    yield Route(
        BACKUP,
        _("Backup"),
        _("Everything you keep in this app as one locked file, and back again."),
        backup_page,
    )
    yield Route("/about/", _("About"), _("What this app is, and what it is not."), about_page)
    yield Route(
        ACCESSIBILITY,
        _("Accessibility"),
        _("How this app tries to work for everybody, and where it does not yet."),
        accessibility_page,
    )
    yield Route("/offline/", NEUTRAL_TITLE, NEUTRAL_TITLE, neutral_page, plain=True)


def _hope_routes() -> Iterator[Route]:
    yield Route(
        HOPE,
        _("My hope box"),
        _("Photos, words, songs and voices that remind you of what matters, on this phone only."),
        hope_page,
    )
    yield Route(
        THINGS,
        _("What is in my box"),
        _("Everything in your hope box, and the room it takes on this phone."),
        hope_things_page,
    )
    for kind in KINDS:
        yield Route(kind.address, kind.heading, kind.lead, bound(hope_add_page, kind))
