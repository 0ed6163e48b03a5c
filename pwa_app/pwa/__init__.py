"""Makes a stateless Reflex export an installable app that works offline. See README.md."""

from pwa_app.pwa.headers import write_headers_file
from pwa_app.pwa.looks import Look
from pwa_app.pwa.manifest import Manifest, Screenshot, Shortcut
from pwa_app.pwa.plugin import PwaPlugin

__all__ = ["Look", "Manifest", "PwaPlugin", "Screenshot", "Shortcut", "write_headers_file"]
