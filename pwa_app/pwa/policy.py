"""The Content-Security-Policy, worked out from what a page really holds.

Source: https://www.w3.org/TR/CSP3/. A script or style within the page is allowed by the SHA-256
of its text, so anything that gets into the page some other way does not run.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pwa_app.pwa.markup import Element, elements

_SCRIPT_TYPES = {None, "", "module", "text/javascript", "application/javascript"}
"""Any other type makes the element a data block, which never runs:
https://html.spec.whatwg.org/multipage/scripting.html#data-block"""

_BASE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:", "blob:"),
    "media-src": ("'self'", "blob:"),
    "connect-src": ("'self'",),
    "font-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
}


@dataclass(frozen=True)
class Inline:
    """Hashes of what one or more pages hold inline, each as a CSP source.

    Attributes:
        scripts: Of scripts that run.
        styles: Of style elements.
    """

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: "Inline") -> "Inline":
        """Return the hashes of both."""
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def source_hash(text: str) -> str:
    """Return the CSP source that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def runs(element: Element) -> bool:
    """Return whether an element is a script, as opposed to a block of data."""
    kind = element.attributes.get("type")
    return element.name == "script" and (kind.lower() if kind else kind) in _SCRIPT_TYPES


def inline_of(html: str) -> Inline:
    """Return the hashes of what a page holds inline."""
    found = elements(html)
    return Inline(
        frozenset(source_hash(e.text) for e in found if runs(e) and "src" not in e.attributes),
        frozenset(source_hash(e.text) for e in found if e.name == "style"),
    )


def offences(html: str) -> Sequence[str]:
    """Return what in a page the policy would block, each in words; empty for a good page."""
    return [reason for element in elements(html) for reason in _offences_of(element)]


def _offences_of(element: Element) -> Iterable[str]:
    tag = f"<{element.name}>"
    if "style" in element.attributes:
        yield f"a style attribute on {tag} ({element.attributes['style']}): use a class"
    if element.name == "style" and "data-emotion" in element.attributes:
        yield "a style element made by a style prop: use a class"
    for name, value in element.attributes.items():
        if name.startswith("on"):
            yield f"an inline event handler {name} on {tag}: use an event trigger"
        if (value or "").strip().lower().startswith("javascript:"):
            yield f"a javascript: address on {tag}"


def policy(inline: Inline, *, extra: Mapping[str, Sequence[str]], header: bool) -> str:
    """Return the policy's text.

    Args:
        inline: What to allow.
        extra: More sources by directive, such as {"script-src": ["'wasm-unsafe-eval'"]};
            ["'none'"] takes a directive's own sources away.
        header: Whether it is for a header; a meta element may not hold frame-ancestors.
    """
    directives = {name: _widened(sources, extra.get(name, ())) for name, sources in _BASE.items()}
    directives["script-src"] += sorted(inline.scripts)
    directives["style-src"] += sorted(inline.styles)
    if header:
        directives["frame-ancestors"] = ["'none'"]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def _widened(sources: Sequence[str], more: Sequence[str]) -> list[str]:
    return list(more) if "'none'" in more else [*sources, *more]
