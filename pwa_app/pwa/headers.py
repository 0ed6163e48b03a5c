"""The `_headers` file that Netlify, Cloudflare Pages and compatible hosts read.

Source: https://docs.netlify.com/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/. Where several rules match, these
hosts join the values of one header, so each kind of address gets its Cache-Control from one rule.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pwa_app.pwa.looks import FOLDER
from pwa_app.pwa.policy import Inline, inline_of, policy
from pwa_app.pwa.steady import ROUTES

_DENIED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)


def permissions_policy(allowed: Sequence[str]) -> str:
    """Return a Permissions-Policy that gives this site only what is allowed.

    Source: https://www.w3.org/TR/permissions-policy/.
    """
    features = sorted({*_DENIED, *allowed})
    return ", ".join(f"{name}={'(self)' if name in allowed else '()'}" for name in features)


def security_headers(
    inline: Inline, *, policy_extra: Mapping[str, Sequence[str]], allowed_features: Sequence[str]
) -> Mapping[str, str]:
    """Return the headers every answer carries."""
    return {
        "Content-Security-Policy": policy(inline, extra=policy_extra, header=True),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": permissions_policy(allowed_features),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"


def headers_text(
    security: Mapping[str, str],
    *,
    unchanging: Sequence[str],
    changing: Sequence[str],
    everything: str = "/*",
) -> str:
    """Return the file's text.

    Args:
        security: Headers for every address of the site.
        unchanging: Address patterns of files whose names change with their content.
        changing: Address patterns of pages, both manifests and the service worker.
        everything: The pattern of every address.
    """
    rules = [(everything, security)]
    rules += [(pattern, {"Cache-Control": _FOR_EVER}) for pattern in unchanging]
    rules += [(pattern, {"Cache-Control": _ASK_FIRST}) for pattern in changing]
    return "".join(
        "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for pattern, headers in rules
    )


def write_headers_file(
    site: Path,
    *,
    policy_extra: Mapping[str, Sequence[str]] | None = None,
    allowed_features: Sequence[str] = (),
) -> Path:
    """Write `_headers` into a finished site, from all its pages.

    Call it again on a folder into which several builds have been merged.

    Returns:
        The file written.
    """
    pages = sorted(site.rglob("*.html"))
    inline = Inline()
    for page in pages:
        inline |= inline_of(page.read_text(encoding="utf-8"))
    text = headers_text(
        security_headers(
            inline, policy_extra=policy_extra or {}, allowed_features=allowed_features
        ),
        unchanging=_unchanging(site),
        changing=_changing(site, pages),
        everything=f"{_top(site)}*",
    )
    file = site / "_headers"
    file.write_text(text, encoding="utf-8")
    return file


def _roots(site: Path) -> Sequence[str]:
    """Return the address of each build in the folder: it is where a service worker is."""
    return sorted(_address(site, worker.parent) for worker in site.rglob("sw.js")) or ["/"]


def _top(site: Path) -> str:
    """Return the address below which everything is: other parts of a host are not ours."""
    first, *others = _roots(site)
    return first if all(root.startswith(first) for root in others) else "/"


def _address(site: Path, folder: Path) -> str:
    path = folder.relative_to(site).as_posix()
    return "/" if path == "." else f"/{path}/"


def _unchanging(site: Path) -> Sequence[str]:
    return [f"{root}assets/*" for root in _roots(site)]


def _changing(site: Path, pages: Sequence[Path]) -> Sequence[str]:
    roots = _roots(site)
    names = ("", "404.html", "sw.js", "manifest.webmanifest", ROUTES)
    files = [root + name for root in roots for name in names]
    files += [f"{root}{FOLDER}/*" for root in roots if (site / root.strip("/") / FOLDER).is_dir()]
    # One rule for each folder of pages: hosts allow some hundred rules, and a site has more pages.
    sections: set[str] = set()
    for page in pages:
        address = _address(site, page.parent)
        root = max((root for root in roots if address.startswith(root)), key=len)
        if section := address.removeprefix(root).partition("/")[0]:
            sections.add(f"{root}{section}/*")
    return [*files, *sorted(sections)]
