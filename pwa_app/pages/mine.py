"""My cards: favourites in the person's own order, their own cards, and those they put away."""

import reflex as rx
from reflex.vars import ObjectVar, VarData

from pwa_app import ui
from pwa_app.device import LiveRows, Row
from pwa_app.device.tables import CardMark, OwnCard
from pwa_app.pages.card_data import MINE
from pwa_app.pages.card_tools import answers, favourite_toggle, reply
from pwa_app.pages.form_messages import trouble_message
from pwa_app.pages.hope_kinds import HOPE
from pwa_app.pages.labels import FEELINGS
from pwa_app.pages.layout import page
from pwa_app.pages.modules import module_path, uses
from pwa_app.pages.storage import store
from pwa_app.pages.undo import undo
from pwa_app.pages.words import _

EDIT = f"{MINE}edit/"
CARD_PARAMETER = "card"
"""The parameter of the address that names an own card to change."""


class ShowNamed(rx.Component):
    """The `ShowNamed` component of browser/my_cards.js: it shows nothing itself."""

    library = module_path("my_cards")
    tag = "ShowNamed"

    ready: rx.Var[bool]


def mine_page() -> rx.Component:
    """Everything a person has made of the cards; kept on the phone only."""
    marks = store.live(CardMark)
    own = store.live(OwnCard, order_by="at", newest_first=True)
    return page(
        rx.el.h1(_("My cards")),
        ui.lead(_("Only on this phone.")),
        rx.el.noscript(ui.notice(_("My cards need JavaScript, as they are kept on this phone."))),
        trouble_message(own.trouble),
        ui.section(_("Favourites"), _favourites(marks, own)),
        ui.section(
            _("Your own cards"),
            undo(store.last_removed(OwnCard), _("The card is deleted.")),
            _own_cards(own),
            rx.el.div(
                ui.button_link(_("Write a card of your own"), EDIT, "quiet"), class_name="section"
            ),
        ),
        ui.section(_("Put away"), _put_away(marks, own)),
        ui.section(
            _("My hope box"),
            rx.el.p(_("Photos, words, songs and voices that do you good, one at a time.")),
            ui.button_link(_("Open my hope box"), HOPE, "quiet section"),
        ),
        ShowNamed.create(ready=own.ready),
        room="cards",
        kept=True,
        back=(_("Cards"), "/cards/"),
        styles="undo",
    )


def _favourites(marks: LiveRows, own: LiveRows) -> rx.Component:
    rows = _marked(marks, own, "favourites").to(list[Row])
    return rx.cond(
        rows.length() > 0,
        rx.el.ul(rx.foreach(rows, _favourite), class_name="items"),
        rx.el.p(_("None yet. Open a card and press “Favourite”."), class_name="small"),
    )


def _favourite(card: ObjectVar[Row]) -> rx.Component:
    title = card["title"].to(str)
    return rx.el.li(
        rx.el.a(rx.el.b(title), rx.el.small(card["details"]), href=card["href"], class_name="item"),
        rx.el.div(
            _move(_("Up"), title, card, "above"),
            _move(_("Down"), title, card, "below"),
            rx.el.button(
                _("Take out"),
                rx.el.span(" ", title, class_name="visually-hidden"),
                type="button",
                class_name="link-button",
                on_click=store.merge(CardMark, card["id"], {"favourite": None}),
            ),
            class_name="buttons moves",
        ),
        key=card["id"],
    )


def _move(label: str, title: rx.Var[str], card: ObjectVar[Row], neighbour: str) -> rx.Component:
    return rx.el.button(
        label,
        rx.el.span(" ", title, class_name="visually-hidden"),
        type="button",
        class_name="link-button",
        aria_disabled=card[neighbour] == "",
        on_click=store.swap(CardMark, "favourite", card["id"], card[neighbour]),
    )


def _own_cards(own: LiveRows) -> rx.Component:
    return rx.cond(
        own.rows.length() > 0,
        rx.el.ul(rx.foreach(own.rows, _own_card)),
        rx.el.p(_("None yet. What has helped you before could be the first."), class_name="small"),
    )


def _own_card(card: ObjectVar[Row]) -> rx.Component:
    key = card["id"].to(str)
    title = "title-" + key
    return rx.el.li(
        rx.el.h3(card["title"], id=title, custom_attrs=ui.AS_IS),
        rx.cond(
            card["feelings"],
            rx.el.p(rx.foreach(card["feelings"].to(list[str]), _feeling), class_name="small parts"),
        ),
        rx.cond(card["photo"], rx.el.img(src=card["photo"].to(str), alt="", class_name="photo")),
        rx.cond(
            card["steps"],
            rx.el.ol(
                rx.foreach(card["steps"].to(str).split("\n"), lambda step: rx.el.li(step)),
                class_name="steps",
                custom_attrs=ui.AS_IS,
            ),
        ),
        rx.el.p(_("Did it help?"), class_name="small"),
        rx.el.div(*answers(key), class_name="buttons thirds"),
        rx.el.div(reply(key), role="status"),
        rx.el.div(
            favourite_toggle(key, "link-button"),
            rx.el.a(
                _("Change"),
                href=f"{EDIT}?{CARD_PARAMETER}=" + key,
                aria_describedby=title,
                class_name="link-button",
            ),
            rx.el.button(
                _("Delete"),
                type="button",
                aria_describedby=title,
                class_name="link-button",
                on_click=store.remove(OwnCard, key),
            ),
            class_name="buttons",
        ),
        key=key,
        id="own-" + key,
        class_name="entry",
    )


def _feeling(key: rx.Var[str]) -> rx.Component:
    return rx.el.span(rx.match(key, *((str(one), label) for one, label in FEELINGS.items()), key))


def _put_away(marks: LiveRows, own: LiveRows) -> rx.Component:
    rows = _marked(marks, own, "hidden").to(list[Row])
    return rx.cond(
        rows.length() > 0,
        rx.el.ul(rx.foreach(rows, _away), class_name="items"),
        rx.el.p(_("None. “Not for me” on a card puts it here."), class_name="small"),
    )


def _away(card: ObjectVar[Row]) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.b(card["title"]),
            rx.el.small(card["details"]),
            href=card["href"],
            class_name="item",
        ),
        rx.el.div(
            rx.el.button(
                _("Show it again"),
                rx.el.span(" ", card["title"].to(str), class_name="visually-hidden"),
                type="button",
                class_name="link-button",
                on_click=store.merge(CardMark, card["id"], {"hidden": None}),
            ),
            class_name="buttons moves",
        ),
        key=card["id"],
    )


def _marked(marks: LiveRows, own: LiveRows, kind: str) -> rx.Var[list[Row]]:
    hook = f"const marked = useMarkedCards({marks.rows!s}, {own.rows!s})"
    data = VarData.merge(
        marks.rows._get_all_var_data(),
        own.rows._get_all_var_data(),
        uses("my_cards", "useMarkedCards"),
        VarData(hooks={hook: None}),
    )
    return rx.Var(f"marked.{kind}", _var_data=data)
