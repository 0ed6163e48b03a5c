"""A static server for an exported PWA: `static_app` is the application, `serve` runs it.

It sends what a good static host sends: precompressed files, immutable caching for hashed assets,
entity tags, the site's own 404 page, and the headers of the site's ``_headers`` file.
"""

from pwa_app.pwa.serving.app import static_app
from pwa_app.pwa.serving.headers_file import HeadersFileError
from pwa_app.pwa.serving.server import ServingError, serve
from pwa_app.pwa.serving.site import first_page

__all__ = ["HeadersFileError", "ServingError", "first_page", "serve", "static_app"]
