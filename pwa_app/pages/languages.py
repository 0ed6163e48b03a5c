"""The same page in the site's other languages, for browsers and search engines."""

import reflex as rx

from pwa_app.site import site


def language_links(path: str) -> list[rx.Component]:
    """The `hreflang` links of a page; none where the site speaks one language.

    Source: Google Search Central, "Tell Google about localized versions of your page".
    """
    if len(site().languages) == 1:
        return []
    addresses = {tag: f"{site().url}{site().folder(tag)}{path}" for tag in site().languages}
    addresses["x-default"] = addresses[site().languages[0]]
    return [
        rx.el.link(rel="alternate", href_lang=tag, href=address)
        for tag, address in addresses.items()
    ]
