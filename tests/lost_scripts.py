"""A network that breaks off once a page has come: React never does."""

import re

from playwright.sync_api import Page

LOST = (
    "net::ERR_FAILED .*/assets/|Failed to fetch dynamically imported module"
    # The browser keeps nothing while requests are caught, so it finds nothing that it was given.
    "|net::ERR_CACHE_MISS .*/routes.js"
)
"""What a test that loses scripts allows: the browser reports each."""


def lose_scripts(page: Page, but: str = "(?!)") -> None:
    """Let no script file arrive, except those whose names begin with a match of `but`."""
    page.route(re.compile(rf"/assets/(?!{but}).*\.js"), lambda route: route.abort())
