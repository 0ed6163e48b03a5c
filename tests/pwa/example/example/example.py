"""The example app's pages; EXAMPLE_VERSION and EXAMPLE_NEUTRAL vary what they hold."""

import os

import reflex as rx
from reflex.vars import VarData

VERSION = os.environ.get("EXAMPLE_VERSION", "one")
NEUTRAL = os.environ.get("EXAMPLE_NEUTRAL", "http://127.0.0.1:1/")


def _leave() -> rx.Component:
    return rx.el.div(
        rx.el.a(
            "Leave quickly",
            href=NEUTRAL,
            id="leave",
            custom_attrs={
                "data-leave": "",
                "data-leave-offline": "/neutral/",
                "data-leave-text-going": "Leaving.",
                "data-leave-text-two-more": "Shift, press 2 more times to leave.",
                "data-leave-text-one-more": "Shift, press 1 more time to leave.",
                "data-leave-text-timed-out": "Leaving was stopped.",
            },
        ),
        rx.el.div(role="status", custom_attrs={"data-leave-status": ""}),
    )


def _notices() -> rx.Component:
    def button(action: str) -> rx.Component:
        return rx.el.button(action, type="button", custom_attrs={"data-pwa-action": action})

    def wording(platform: str) -> rx.Component:
        return rx.el.p(platform, custom_attrs={"data-install-for": platform})

    return rx.fragment(
        rx.el.div(
            "A new version is ready.",
            button("update"),
            button("later"),
            hidden=True,
            custom_attrs={"data-pwa-update": ""},
        ),
        rx.el.div(
            wording("prompt"),
            wording("ios-safari ios-other"),
            wording("android-firefox"),
            wording("desktop-other"),
            button("install"),
            button("not-now"),
            hidden=True,
            custom_attrs={"data-pwa-install": ""},
        ),
    )


def _theme(value: str) -> rx.Component:
    return rx.el.label(
        value or "system",
        rx.el.input(
            type="radio",
            name="theme",
            value=value,
            default_checked=value == "",
            custom_attrs={"data-setting": "theme"},
        ),
    )


def _page(title: str, *content: rx.Component) -> rx.Component:
    return rx.el.main(
        _leave(),
        rx.el.h1(title),
        *content,
        rx.el.p(f"version {VERSION}", id="version"),
        rx.el.nav(
            rx.el.a("first", href="/", id="to-first"),
            rx.el.a("form", href="/form/", id="to-form"),
            rx.el.a("deep", href="/deep/page/", id="to-deep"),
        ),
        _notices(),
    )


def _ready() -> rx.Var[bool]:
    """Whether React has taken the page over."""
    hooks = {
        "const [ready, setReady] = useState(false)": None,
        "useEffect(() => setReady(true), [])": None,
    }
    data = VarData(imports={"react": ["useEffect", "useState"]}, hooks=hooks)
    return rx.Var("ready", _var_data=data).to(bool)


def first() -> rx.Component:
    """A page with buttons that need React, one of which says so."""
    count = "((page) => { page.tapped = 1; page.taps = Number(page.taps ?? 0) + 1 })"
    tap = rx.el.button(
        "tap", id="tap", type="button", on_click=rx.run_script(f"{count}(document.body.dataset)")
    )
    fail = rx.el.button(
        "fail", id="fail", on_click=rx.run_script("Promise.reject(new Error('example'))")
    )
    later = rx.el.button(
        "later",
        id="later",
        type="button",
        disabled=~_ready(),
        on_click=rx.run_script("document.body.dataset.later = 1"),
    )
    return _page("First", tap, later, fail)


def form() -> rx.Component:
    """A page with settings and something to type in."""
    return _page(
        "Form",
        rx.el.fieldset(_theme(""), _theme("light"), _theme("dark")),
        rx.el.select(
            rx.el.option("usual", value=""),
            rx.el.option("large", value="large"),
            id="text",
            custom_attrs={"data-setting": "text"},
        ),
        rx.el.p("Cannot be kept.", hidden=True, custom_attrs={"data-setting-problem": ""}),
        rx.el.textarea(id="note"),
    )


def deep() -> rx.Component:
    """A page two folders down."""
    return _page("Deep")


def neutral() -> rx.Component:
    """A page that gives nothing away."""
    return rx.el.main(rx.el.h1("Weather"))


def not_found() -> rx.Component:
    """The page for an address that no page has."""
    return _page("Not here")


app = rx.App(enable_state=False, toaster=None, html_lang="en-GB", stylesheets=["/app.css"])
app.add_page(first, route="/", title="First")
app.add_page(form, route="/form", title="Form")
app.add_page(deep, route="/deep/page", title="Deep")
app.add_page(neutral, route="/neutral", title="Weather")
app.add_page(not_found, route="/404", title="Not here")
