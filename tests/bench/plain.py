"""The same app as Reflex exports it by itself, with all that the `PwaPlugin` does left out."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from pwa_app.pwa.compressing import compress_folder

from .errors import BenchError
from .sources import copy_sources, run_python

LEFT_OUT: Final = (
    "The plain export is the same commit with the same pages, texts, styles and scripts of the "
    "app, but without the `PwaPlugin`: its pages are as Reflex writes them. So the style sheet is "
    "a file of its own with all rules, every script is preloaded in the head and React starts at "
    "once, the client for a server's events, Emotion, uploads, cookies and Reflex's theme script "
    "stay in the bundle, and there is no service worker, no manifest, no policy, no shell and no "
    "early script. What stays on: no state, no Radix and no Tailwind, the app's own choice. Its "
    "files are compressed, and served, like ours."
)
"""What is switched off, in words."""

_SWITCH: Final = (
    "config.plugins = [one for one in config.plugins if not isinstance(one, PwaPlugin)]\n"
)
_EXPORT: Final = ("-m", "reflex", "export", "--frontend-only", "--no-zip")


def export_plain(target: Path) -> None:
    """Export the app in its default language without the plugin, into a folder not there yet.

    Raises:
        BenchError: The export failed.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "sources"
        folder.mkdir()
        copy_sources(folder)
        with (folder / "rxconfig.py").open("a", encoding="utf-8") as settings:
            settings.write(_SWITCH)
        run_python(folder, _EXPORT, {})
        exported = folder / ".web" / "build" / "client"
        if not (exported / "index.html").is_file():
            raise BenchError(f"Reflex left no first page in {exported}.")
        shutil.move(exported, target)
    compress_folder(target)
