"""What to say: words to start with, to change, copy, keep, or show large."""

import reflex as rx

from pwa_app import ui
from pwa_app.content import ArticleSection, Library
from pwa_app.device import StoreForm
from pwa_app.device.tables import PLAN_PART_LIMIT, Prepared
from pwa_app.pages.articles import WHAT_TO_SAY, article_end, article_section
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path
from pwa_app.pages.reading import reading_tools
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

FIELD = "words"
_LETTERS_A_LINE = 34
"""About as many fit on a line of the narrowest phones."""


class CopyWords(rx.Component):
    """The `CopyWords` component of browser/hand_over.js."""

    library = module_path("hand_over")
    tag = "CopyWords"

    text: rx.Var[str]
    label: rx.Var[str]
    copied: rx.Var[str]
    blocked: rx.Var[str]
    disabled: rx.Var[bool]


class ShowLarge(rx.Component):
    """The `ShowLarge` component of browser/hand_over.js."""

    library = module_path("hand_over")
    tag = "ShowLarge"

    text: rx.Var[str]
    title: rx.Var[str]
    label: rx.Var[str]
    close: rx.Var[str]
    disabled: rx.Var[bool]


def what_to_say_page(library: Library) -> rx.Component:
    """One form for each person; without scripts the words can still be read and copied."""
    article = library.article(WHAT_TO_SAY)
    return page(
        rx.el.h1(article.title),
        ui.lead(article.summary),
        reading_tools(),
        *(
            _words(section, section.script) if section.script else article_section(section)
            for section in article.sections
        ),
        _blocked(article.sections),
        *article_end(library, article),
        room="help",
        styles="say",
        back=(_("Help"), "/help/"),
    )


def _form(section: ArticleSection) -> StoreForm:
    identity = f"say-{section.key}"
    return store.form(Prepared, name=identity.replace("-", "_"), record_key=identity)


def _blocked(sections: list[ArticleSection]) -> rx.Component:
    """Where a browser keeps nothing, that is said once for all the forms."""
    trouble = next(_form(section).trouble for section in sections if section.script)
    return rx.cond(trouble == "blocked", trouble_message(trouble))


def _words(section: ArticleSection, script: str) -> rx.Component:
    form = _form(section)
    return rx.el.section(
        rx.el.h2(section.heading, id=section.key),
        *(rx.el.p(paragraph) for paragraph in section.paragraphs),
        form.element(
            rx.el.textarea(
                name=FIELD,
                id=form.record_key,
                default_value=script,
                # React puts the first words back over what was typed before it came.
                read_only=~form.ready,
                rows=str(_lines(script)),
                aria_labelledby=section.key,
                max_length=str(PLAN_PART_LIMIT),
                # A copy: Reflex writes what names the field into the dict it is given.
                custom_attrs={**ui.AS_IS},
            ),
            _buttons(form, section.heading or "", script),
            _messages(form),
            auto_complete="off",
        ),
        class_name="section prose",
    )


def _lines(text: str) -> int:
    """About how many lines a text takes on a narrow phone."""
    return sum(1 + len(line) // _LETTERS_A_LINE for line in text.splitlines())


def _buttons(form: StoreForm, heading: str, script: str) -> rx.Component:
    words = rx.cond(form.ready, form.value(FIELD), script)
    return rx.el.div(
        rx.el.div(
            ShowLarge.create(
                text=words,
                title=heading,
                label=_("Show large"),
                close=_("Back"),
                disabled=~form.ready,
                class_name="button",
            ),
            CopyWords.create(
                text=words,
                label=_("Copy"),
                copied=_("Copied"),
                blocked=_(
                    "This browser does not let the app copy. You can select the words and copy "
                    "them yourself."
                ),
                disabled=~form.ready,
                class_name="button quiet",
            ),
            class_name="buttons",
        ),
        rx.el.button(
            rx.cond(form.saving, _("Saving…"), _("Keep on this phone")),
            type="submit",
            class_name="link-button",
            disabled=~form.ready,
        ),
        rx.cond(
            form.ready & (form.value(FIELD) != script),
            rx.el.button(
                _("Use the first words again"),
                class_name="link-button",
                **form.clear_props(FIELD),
            ),
        ),
        class_name="needs-script no-print",
    )


def _messages(form: StoreForm) -> rx.Component:
    return rx.el.div(
        rx.cond(form.trouble != "blocked", trouble_message(form.trouble)),
        rx.cond(form.saved, ui.notice(rx.el.p(rx.el.strong(_("Kept on this phone."))))),
        role="status",
        class_name="no-print",
    )
