"""What the content says, to compare the site with."""

from functools import cache

from pwa_app.content import Library, open_library


@cache
def library() -> Library:
    """The content in the site's default language, read once a process."""
    return open_library("en")
