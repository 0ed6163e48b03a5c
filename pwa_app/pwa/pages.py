"""Finishing one exported page: style inside, React later, policy first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from pwa_app.pwa.boundaries import in_their_places
from pwa_app.pwa.hydration import data_block, is_start_script, read_start_script
from pwa_app.pwa.manifest import MANIFEST_FILE
from pwa_app.pwa.markup import Edit, Element, edited, elements, end_of
from pwa_app.pwa.policy import inline_of, offences, policy, runs
from pwa_app.pwa.scrolling import scrolls_back, without_throwing


class PageError(RuntimeError):
    """A page cannot be finished; the message names the file and every reason."""


@dataclass(frozen=True, kw_only=True)
class Finish:
    """What every page of a site gets.

    Attributes:
        style: The rules that the page needs before any script has come.
        all_styles: Address of the whole style sheet, which comes with React.
        early: The script that runs before the first paint.
        shell: Address of the deferred script.
        head: Elements for the head, as HTML.
        page_styles: The texts of style sheets that components may bring, by address.
        policy_extra: More sources by directive of the policy.
        painted_from: Id of the element that nothing is painted before, on pages that have it.
    """

    style: str
    all_styles: str
    early: str
    shell: str
    head: str
    page_styles: Mapping[str, str] = field(default_factory=dict[str, str])
    policy_extra: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    painted_from: str = ""


def finish_page(html: str, finish: Finish, *, name: str, path: str = "") -> str:
    """Return a page as it is to be published.

    Args:
        html: The page as exported.
        finish: What every page gets.
        name: The file's name, for messages.
        path: The page's own path, such as "/form/". A page without one is shown at any address,
            and stays as it is rendered, without React.

    Raises:
        PageError: The policy would block something the page holds, or the page has no head.
        HydrationError: React Router's start script is not written as expected.
    """
    html = in_their_places(html)
    found = elements(html)
    try:
        body = _react_later(found, finish.all_styles) if path else _without_react(found)
        end_of_head = end_of(html, "head")
        charset = _charset(found)
    except ValueError as error:
        msg = f"{name}: {error}"
        raise PageError(msg) from error
    page = edited(
        html,
        [
            *body,
            *(Edit(e.start, e.end) for e in found if _is_replaced(e, finish.all_styles)),
            *_own_styles_inside(html, found, finish.page_styles),
            Edit(charset.end, charset.end, _start_of_head(finish, path)),
            # Last in the head: React takes the first script it finds for the first of its own.
            Edit(end_of_head, end_of_head, _end_of_head(finish, found)),
        ],
    )
    return guarded_page(page, finish.policy_extra, name=name)


def guarded_page(page: str, policy_extra: Mapping[str, Sequence[str]], *, name: str) -> str:
    """Return a page with its Content-Security-Policy.

    Args:
        page: A whole document.
        policy_extra: More sources by directive.
        name: What it is called in a problem.

    Raises:
        PageError: The policy would block something it holds.
        ValueError: It has no `<meta charset>`.
    """
    if reasons := offences(page):
        msg = "\n".join(f"{name}: {reason}" for reason in reasons)
        raise PageError(msg)
    # After the charset, which browsers look for in the first 1024 bytes only.
    charset = _charset(elements(page))
    meta = policy(inline_of(page), extra=policy_extra, header=False)
    element = f'<meta http-equiv="Content-Security-Policy" content="{meta}"/>'
    return page[: charset.end] + element + page[charset.end :]


def _start_of_head(finish: Finish, path: str) -> str:
    # The early script takes itself out again, so React does not find it. It stands after the links
    # that it may change, and before the page's title, which it may keep from being shown.
    own = f'<meta name="pwa-path" content="{escape(path)}"/>' if path else ""
    return f"{own}{finish.head}<style>{finish.style}</style><script>{finish.early}</script>"


def _end_of_head(finish: Finish, found: Sequence[Element]) -> str:
    shell = f'<script type="module" src="{finish.shell}"></script>'
    wanted = finish.painted_from
    if not wanted or all(element.attributes.get("id") != wanted for element in found):
        return shell
    # https://html.spec.whatwg.org/multipage/links.html#link-type-expect
    return f'<link rel="expect" blocking="render" href="#{escape(wanted)}"/>{shell}'


def _charset(found: Sequence[Element]) -> Element:
    for element in found:
        if element.name == "meta" and "charset" in element.attributes:
            return element
    msg = "the page has no <meta charset>"
    raise ValueError(msg)


def _is_preload(element: Element) -> bool:
    return element.name == "link" and element.attributes.get("rel") == "modulepreload"


def _is_replaced(element: Element, all_styles: str) -> bool:
    if element.name != "link":
        return False
    return _is_preload(element) or element.attributes.get("href") == all_styles


def _own_styles_inside(
    html: str, found: Sequence[Element], page_styles: Mapping[str, str]
) -> Iterator[Edit]:
    """Put style sheets inside that the page would wait for.

    React looks for the link and takes what it finds for loaded, so the link stays, but is not
    followed. Only links with a precedence: React expects others exactly where they are. One for
    some screens only, by its `media`, stays a link: the others do not wait for it.
    """
    for element in found:
        text = page_styles.get(element.attributes.get("href") or "")
        names = element.attributes
        if element.name == "link" and text and "data-precedence" in names and "media" not in names:
            link = html[element.start : element.end].removesuffix("/>").removesuffix(">")
            yield Edit(element.start, element.end, f"<style>{text}</style>{link} disabled/>")


def _react_later(found: Sequence[Element], all_styles: str) -> Sequence[Edit]:
    """Turn the start script into data, in its place: React expects a script there."""
    preload = [e.attributes["href"] or "" for e in found if _is_preload(e)]
    starts = [e for e in found if e.name == "script" and is_start_script(e.text)]
    if len(starts) != 1:
        msg = f"expected one script that starts React, found {len(starts)}"
        raise ValueError(msg)
    block = data_block(read_start_script(starts[0].text), preload, all_styles)
    scrolling = (e for e in found if runs(e) and scrolls_back(e.text))
    return [
        Edit(starts[0].start, starts[0].end, block),
        *(Edit(e.start, e.end, f"<script>{without_throwing(e.text)}</script>") for e in scrolling),
    ]


_REACT_SCRIPT = re.compile(r"__reactRouter|react-router-scroll-positions|\$RC|\$RT|\$RB|\$RV|_R_")


def _without_react(found: Sequence[Element]) -> Sequence[Edit]:
    return [
        Edit(e.start, e.end)
        for e in found
        if runs(e) and "src" not in e.attributes and _REACT_SCRIPT.search(e.text)
    ]


def head_elements(
    *,
    base_path: str,
    app_title: str,
    theme_color: str,
    dark_theme_color: str,
    looks: str = "",
) -> str:
    """Return the head's links and metas for an installable app.

    Args:
        base_path: The path the site is served at, such as "/" or "/es/".
        app_title: The name under the icon.
        theme_color: "#rrggbb" around the page in light mode.
        dark_theme_color: The same in dark mode.
        looks: Address of the script that gives a page another look; "" where there is none.
    """
    title = escape(app_title)
    other_looks = f' data-pwa-looks="{escape(looks)}"' if looks else ""
    metas = {
        "color-scheme": "light dark",
        "referrer": "no-referrer",
        "format-detection": "telephone=no",
        "mobile-web-app-capable": "yes",
        "apple-mobile-web-app-capable": "yes",
        "apple-mobile-web-app-title": title,
        "application-name": title,
    }
    links = (
        f'rel="manifest" href="{base_path}{MANIFEST_FILE}"{other_looks}',
        f'rel="icon" href="{base_path}favicon.svg" type="image/svg+xml"',
        f'rel="icon" href="{base_path}favicon.ico" sizes="32x32"',
        f'rel="apple-touch-icon" href="{base_path}apple-touch-icon.png"',
    )
    colours = (("light", theme_color), ("dark", dark_theme_color))
    return "".join(
        [
            *(f'<meta name="{name}" content="{content}"/>' for name, content in metas.items()),
            *(
                f'<meta name="theme-color" media="(prefers-color-scheme: {mode})"'
                f' content="{colour}"/>'
                for mode, colour in colours
            ),
            *(f"<link {link}/>" for link in links),
        ]
    )
