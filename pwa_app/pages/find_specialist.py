"""Find a specialist: steps for everywhere and by country, and a checklist to tick."""

from collections.abc import Iterator
from itertools import groupby

import reflex as rx

from pwa_app import ui
from pwa_app.content import ArticleSection, Library
from pwa_app.device.tables import Prepared
from pwa_app.pages.articles import FIND_A_SPECIALIST, article_end, article_section
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.reading import print_button, reading_tools
from pwa_app.pages.storage import store
from pwa_app.pages.words import _, country_name

form = store.form(Prepared, name="checklist", record_key=FIND_A_SPECIALIST)


def find_specialist_page(library: Library) -> rx.Component:
    """The steps in the order of the article; countries are folded, lines to tick are one form."""
    article = library.article(FIND_A_SPECIALIST)
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        reading_tools(),
        *_parts(article.sections),
        *article_end(library, article),
        room="help",
        back=(_("Help"), "/help/"),
    )


def _parts(sections: list[ArticleSection]) -> Iterator[rx.Component]:
    for kind, group in groupby(sections, key=_kind):
        if kind == "countries":
            yield _countries(sorted(group, key=lambda one: country_name(one.country or "")))
        elif kind == "checks":
            yield _checklist(list(group))
        else:
            yield from (article_section(section) for section in group)


def _kind(section: ArticleSection) -> str:
    if section.country:
        return "countries"
    return "checks" if section.checks else "words"


def _countries(sections: list[ArticleSection]) -> rx.Component:
    return ui.section(
        _("In your country"),
        *(_country(section, str(section.country)) for section in sections),
        rx.el.p(
            _("Your country is not here? The steps above work in most places."),
            class_name="small section",
        ),
    )


def _country(section: ArticleSection, code: str) -> rx.Component:
    return ui.disclosure(
        country_name(code),
        article_section(section),
        rx.el.div(
            ui.button_link(
                _("Help in {country}").format(country=country_name(code)),
                f"/help/{code.lower()}/",
                "quiet",
            ),
            class_name="no-print",
        ),
        id=code.lower(),
    )


def _checklist(sections: list[ArticleSection]) -> rx.Component:
    return ui.section(
        _("My checklist"),
        rx.el.p(_("Tick what you want to ask, or what is done. Take it with you.")),
        form.element(
            *(_group(section) for section in sections),
            _messages(),
            rx.el.div(
                rx.el.button(
                    rx.cond(form.saving, _("Saving…"), _("Keep on this phone")),
                    type="submit",
                    class_name="button needs-script",
                    disabled=~form.ready,
                ),
                print_button("button quiet"),
                class_name="buttons section no-print",
            ),
            auto_complete="off",
        ),
        id="checklist",
    )


def _group(section: ArticleSection) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(section.heading or ""),
        rx.el.div(
            *(ui.tick("ticked", key, text) for key, text in section.checks.items()),
            class_name="stack",
        ),
        class_name="field",
    )


def _messages() -> rx.Component:
    return rx.el.div(
        rx.cond(
            form.problem("form"),
            rx.el.p(_("Nothing is ticked yet. One tick is enough."), class_name="problem"),
        ),
        trouble_message(form.trouble),
        rx.cond(form.saved, ui.notice(rx.el.p(rx.el.strong(_("Kept on this phone."))))),
        role="status",
        class_name="no-print",
    )
