"""Searching the log: words of the notes, moods, and what was noted beside them."""

from typing import Any

import reflex as rx
from reflex.vars import VarData

from pwa_app import ui
from pwa_app.device import Later
from pwa_app.device.tables import OwnWord
from pwa_app.logic.calls import call
from pwa_app.pages.labels import MOODS
from pwa_app.pages.log_words import FEELING_MAP, HELPED, TRIGGERS
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.storage import store
from pwa_app.pages.words import _

GROUPS = (
    ("feelings", _("Feelings"), {k: v for _c, group in FEELING_MAP for k, v in group.items()}),
    ("triggers", _("What was around"), TRIGGERS),
    ("helped", _("What helped"), HELPED),
)


class SearchForm(rx.Component):
    """The `SearchForm` component of browser/log_search.js."""

    library = module_path("log_search")
    tag = "SearchForm"


def wanted() -> rx.Var[Any]:
    """What is searched for (see logic/log_search.py); null where nothing is."""
    hook = "const searched = useSearched()"
    data = VarData.merge(uses("log_search", "useSearched"), VarData(hooks={hook: None}))
    return call("log_search", "wanted_or_none", rx.Var("searched", _var_data=data))


def log_search() -> rx.Component:
    """The search field, with the filters folded away; it works while it is typed."""
    return SearchForm.create(
        rx.el.div(
            rx.el.label(_("Search your notes and words"), html_for="words"),
            rx.el.input(
                type="search",
                name="words",
                id="words",
                auto_complete="off",
                enter_key_hint="search",
            ),
            class_name="field",
        ),
        ui.disclosure(_("Show only some"), Later.create(*_filters())),
        class_name="section js-only",
    )


def _filters() -> tuple[rx.Component, ...]:
    return (
        rx.el.fieldset(
            rx.el.legend(_("Mood")),
            rx.el.div(
                *(
                    ui.chip_box("moods", str(value), label, identity=f"only-{value}")
                    for value, label in MOODS.items()
                ),
                class_name="choices",
            ),
            class_name="field",
        ),
        rx.el.fieldset(
            rx.el.legend(_("With")),
            rx.el.div(
                ui.chip_box("strong", "yes", _("A strong urge"), identity="only-strong"),
                ui.chip_box("noted", "yes", _("A note"), identity="only-noted"),
                class_name="choices",
            ),
            class_name="field",
        ),
        rx.el.div(
            rx.el.label(_("One thing"), html_for="tag"),
            rx.el.select(
                rx.el.option(_("Anything"), value=""),
                *(
                    rx.el.optgroup(
                        *(
                            rx.el.option(label, value=f"{field}:{key}")
                            for key, label in labels.items()
                        ),
                        label=title,
                    )
                    for field, title, labels in GROUPS
                ),
                _own_words(),
                name="tag",
                id="tag",
            ),
            class_name="field",
        ),
        rx.el.button(_("Show all again"), type="reset", class_name="button quiet"),
    )


def _own_words() -> rx.Component:
    words = store.live(OwnWord, order_by="at", newest_first=True).rows
    return rx.cond(
        words.length() > 0,
        rx.el.optgroup(
            rx.foreach(
                words,
                lambda row: rx.el.option(
                    row["word"].to(str), value=row["id"].to(str), key=row["id"]
                ),
            ),
            label=_("Your own words"),
        ),
    )
