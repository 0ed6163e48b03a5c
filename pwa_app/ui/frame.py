"""What is on every page, always in the same place."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx
from reflex.vars import BooleanVar

from pwa_app.ui.pieces import AS_IS, OutsideLink, anchor

MAIN = "main"
"""The id of the main part, which the skip link leads to."""

UPDATE_NOTICE = "update-notice"
"""The id of what stands right below the top of every page."""


@dataclass(frozen=True)
class Room:
    """One of the rooms in the bottom bar; `icon` is the name of a lucide icon."""

    key: str
    label: str
    href: str
    icon: str


@dataclass(frozen=True)
class FrameWords:
    """The texts and addresses of the frame; `plain_name` stands for the name under other looks."""

    name: str
    plain_name: str
    skip: str
    back: str
    leave: str
    leave_url: str
    leave_offline_url: str
    leave_title: str
    leave_two_more: str
    leave_one_more: str
    leave_timed_out: str
    leave_going: str
    help_now: str
    rooms_label: str
    update_ready: str
    update_now: str
    update_later: str


def frame(
    *content: rx.Component,
    words: FrameWords,
    rooms: Sequence[Room],
    room: str,
    back: tuple[str, str] | None = None,
    back_while: BooleanVar | None = None,
) -> rx.Component:
    """A whole page.

    Args:
        content: The main part.
        words: The frame's own texts.
        rooms: The bottom bar, in order.
        room: The key of the room this page belongs to.
        back: Label and address of the page above this one; without it the app's name stands.
        back_while: Where it is not always so: when it is.
    """
    return rx.fragment(
        rx.el.div(
            OutsideLink.create(words.skip, href=f"#{MAIN}", class_name="skip"),
            role="navigation",
            aria_label=words.skip,
        ),
        _top(words, _home(words, back, back_while)),
        rx.el.main(_update_notice(words), *content, id=MAIN, tab_index=-1),
        _bottom_bar(words, rooms, room),
        rx.el.div(
            class_name="visually-hidden",
            role="status",
            custom_attrs={"data-leave-status": ""},
        ),
    )


def _home(
    words: FrameWords, back: tuple[str, str] | None, back_while: BooleanVar | None
) -> rx.Component:
    name = rx.el.a(
        rx.el.span(words.name, custom_attrs={**AS_IS, "data-pwa-own-look": ""}),
        rx.el.span(words.plain_name, custom_attrs={"data-pwa-other-look": ""}),
        href="/",
        class_name="home",
    )
    if back is None:
        return name
    label, href = back
    way_back = rx.el.a(
        rx.icon("chevron-left", size=20, class_name="turns", aria_hidden=True),
        rx.el.span(words.back, class_name="visually-hidden"),
        label,
        href=href,
        class_name="home",
    )
    return way_back if back_while is None else rx.cond(back_while, way_back, name)


def _top(words: FrameWords, home: rx.Component) -> rx.Component:
    return rx.el.header(
        home,
        rx.el.a(
            words.leave,
            href=words.leave_url,
            rel="nofollow noreferrer noopener",
            class_name="leave",
            custom_attrs={
                "data-leave": "",
                "data-leave-offline": words.leave_offline_url,
                "data-leave-title": words.leave_title,
                "data-leave-text-two-more": words.leave_two_more,
                "data-leave-text-one-more": words.leave_one_more,
                "data-leave-text-timed-out": words.leave_timed_out,
                "data-leave-text-going": words.leave_going,
            },
        ),
        anchor(words.help_now, href="/help/", class_name="help-now"),
        class_name="top",
    )


def _bottom_bar(words: FrameWords, rooms: Sequence[Room], current: str) -> rx.Component:
    return rx.el.nav(
        *(
            anchor(
                rx.icon(room.icon, size=24, aria_hidden=True),
                room.label,
                href=room.href,
                **({"aria_current": "page"} if room.key == current else {}),
            )
            for room in rooms
        ),
        class_name="rooms",
        aria_label=words.rooms_label,
    )


def _update_notice(words: FrameWords) -> rx.Component:
    return rx.el.div(
        rx.el.p(words.update_ready),
        rx.el.div(
            rx.el.button(
                words.update_now,
                type="button",
                class_name="button",
                custom_attrs={"data-pwa-action": "update"},
            ),
            rx.el.button(
                words.update_later,
                type="button",
                class_name="button quiet",
                custom_attrs={"data-pwa-action": "later"},
            ),
            class_name="row",
        ),
        id=UPDATE_NOTICE,
        class_name="notice no-print",
        role="status",
        hidden=True,
        custom_attrs={"data-pwa-update": ""},
    )
