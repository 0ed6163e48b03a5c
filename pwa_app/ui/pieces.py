"""The pieces that pages are made of."""

from typing import Any

import reflex as rx

AS_IS = {"translate": "no"}
"""For `custom_attrs`: names and the person's own words, which no translator may change."""

CLOSES = {"data-pwa-closes": ""}
"""For `custom_attrs` of what Back and Escape close: a button that they press, or a disclosure."""

SOON = {"prefetch": "viewport", "data-pwa-soon": ""}
"""For `custom_attrs` of a link: the page behind it is made ready once the link can be seen."""

FRESH = "/help/"
"""Addresses that start so lead on, or remember a choice, by a script that runs as they load."""

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
    return anchor(rx.el.b(title), rx.el.span(text), href=href, class_name="tile")


def tiles(*content: rx.Component) -> rx.Component:
    """A row of tiles."""
    return rx.el.div(*content, class_name="tiles")


def item(title: str, detail: str, href: str, **props: Any) -> rx.Component:
    """A line of a list that leads somewhere: a title and what to know before tapping it."""
    return rx.el.li(
        anchor(rx.el.b(title), rx.el.small(detail), href=href, class_name="item"), **props
    )


_AS_DOCUMENT = {"reloadDocument": True, "data-pwa-document": ""}
"""For React Router, and for the shell, which then fetches nothing ahead for the router."""


def anchor(*content: rx.Component | str, href: str, **props: Any) -> rx.Component:
    """A link around anything.

    One that leaves the site gives the other site no way back into it. One to a page that works
    before React has come (see FRESH) always opens it anew, also once React is here.
    """
    if href.startswith("http"):
        props["rel"] = "noreferrer noopener"
    if href.startswith(FRESH):
        props["custom_attrs"] = {**_AS_DOCUMENT, **props.get("custom_attrs", {})}
    return rx.el.a(*content, href=href, **props)


def link(text: str, href: str, **props: Any) -> rx.Component:
    """A link in a sentence or a list."""
    return anchor(text, href=href, **props)


class OutsideLink(rx.Component):
    """A link that the app's router does not touch: to another build, such as a language."""

    tag = "a"
    # The name of an element, not of something that the page would have to import.
    _is_tag_in_global_scope = True

    href: rx.Var[str]


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
