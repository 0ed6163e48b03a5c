"""The pieces that pages are made of."""

from typing import Any

import reflex as rx

AS_IS = {"translate": "no"}
"""For `custom_attrs`: names and the person's own words, which no translator may change."""

_WAVE = "M0 30 Q50 0 100 30 T200 30 T300 30 T400 30 V60 H0Z"


def lead(text: str) -> rx.Component:
    """The quiet sentence under a heading."""
    return rx.el.p(text, class_name="lead")


def section(heading: str, *content: rx.Component, **props: Any) -> rx.Component:
    """A part of a page under its own heading."""
    return rx.el.section(rx.el.h2(heading), *content, **{"class_name": "section", **props})


def hero(title: str, text: str, href: str) -> rx.Component:
    """The one main thing to do on a screen, with a wave at its foot."""
    return rx.el.a(
        rx.el.strong(title),
        rx.el.span(text),
        rx.el.svg(
            rx.el.svg.path(d=_WAVE, class_name="filled"),
            view_box="0 0 400 60",
            preserve_aspect_ratio="none",
            aria_hidden=True,
        ),
        href=href,
        class_name="hero",
    )


def tile(title: str, text: str, href: str) -> rx.Component:
    """A small way in, one of a row."""
    return rx.el.a(rx.el.b(title), rx.el.span(text), href=href, class_name="tile")


def tiles(*content: rx.Component) -> rx.Component:
    """A row of tiles."""
    return rx.el.div(*content, class_name="tiles")


def item(title: str, detail: str, href: str, **props: Any) -> rx.Component:
    """A line of a list that leads somewhere: a title and what to know before tapping it."""
    return rx.el.li(
        rx.el.a(rx.el.b(title), rx.el.small(detail), href=href, class_name="item"), **props
    )


def link(text: str, href: str, **props: Any) -> rx.Component:
    """A link; one that leaves the site opens no way back into it for the other site."""
    away = {"rel": "noreferrer noopener"} if href.startswith("http") else {}
    return rx.el.a(text, href=href, **away, **props)


def document_link(text: str, href: str, **props: Any) -> rx.Component:
    """A link that always opens a fresh page: it works the same before and after React came."""
    attributes = {"reloadDocument": True, **props.pop("custom_attrs", {})}
    return rx.el.a(text, href=href, custom_attrs=attributes, **props)


def button_link(text: str, href: str, kind: str = "", **props: Any) -> rx.Component:
    """A link that looks like a button; `kind` is "", "quiet" or "urgent"."""
    return link(text, href, class_name=f"button {kind}".strip(), **props)


def notice(*content: rx.Component | str, **props: Any) -> rx.Component:
    """A few words set apart from the rest."""
    return rx.el.div(*content, **{"class_name": "notice", **props})


def steps(texts: list[str], **props: Any) -> rx.Component:
    """Numbered steps, one thing each."""
    return rx.el.ol(*(rx.el.li(text) for text in texts), class_name="steps", **props)


def disclosure(summary: str, *content: rx.Component, **props: Any) -> rx.Component:
    """Something that opens on a tap, with or without JavaScript."""
    return rx.el.details(rx.el.summary(summary), *content, **props)
