"""Building the site: one Reflex export a language, merged into one folder."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pwa_app.pwa import write_headers_file
from pwa_app.pwa.compressing import compress_folder
from pwa_app.site import ALLOWED_FEATURES, POLICY_EXTRA, ROOT, Site

DIST = ROOT / "dist"
FINGERPRINT = ROOT / ".build" / "fingerprint"
_EXPORTED = ROOT / ".web" / "build" / "client"
# Reflex's own copy of the page for unknown addresses, which no host looks for.
_LEFT_OUT = shutil.ignore_patterns("__spa-fallback.html", "styles")
INPUTS = ("pwa_app", "assets", "reflex.lock", "requirements", "rxconfig.py", "mooring.toml")
"""Files and folders, relative to the project, that the site is built from."""


class ExportError(RuntimeError):
    """Reflex could not export the site; its own words have been printed."""


def is_current(site: Site, target: Path = DIST) -> bool:
    """Whether the site in the folder was built from what the sources are now."""
    wanted = _fingerprint(site, target)
    return target.is_dir() and FINGERPRINT.is_file() and FINGERPRINT.read_text() == wanted


def build(site: Site, target: Path = DIST) -> None:
    """Exports every language, merges them, and compresses every file.

    A site with a path of its own stands in that folder of the target, as on its host.

    The site in the folder is replaced only when the new one is whole.

    Raises:
        ExportError: Reflex stopped.
    """
    staging = target.with_name(f"{target.name}.new")
    shutil.rmtree(staging, ignore_errors=True)
    for language in site.languages:
        _export(site, language)
        shutil.copytree(_EXPORTED, staging, dirs_exist_ok=True, ignore=_LEFT_OUT)
    _merge_headers(site, staging)
    compress_folder(staging)
    shutil.rmtree(target, ignore_errors=True)
    staging.rename(target)
    FINGERPRINT.parent.mkdir(exist_ok=True)
    FINGERPRINT.write_text(_fingerprint(site, target))


def _merge_headers(site: Site, folder: Path) -> None:
    """Writes one `_headers` file for all languages: hosts read only the one at the root."""
    for language in site.languages:
        (folder / site.folder(language).strip("/") / "_headers").unlink()
    write_headers_file(folder, policy_extra=POLICY_EXTRA, allowed_features=ALLOWED_FEATURES)


def _export(site: Site, language: str) -> None:
    # What the earlier export of another language left would be taken for this one's.
    shutil.rmtree(_EXPORTED.parent, ignore_errors=True)
    environment = {
        **os.environ,
        "MOORING_LANGUAGES": ",".join(site.languages),
        "MOORING_LANGUAGE": language,
        "MOORING_PATH": site.path,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "REFLEX_USE_NPM": "1",
        "NO_COLOR": "1",
    }
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    start = _EXPORTED / site.folder(language).strip("/") / "index.html"
    if done.returncode != 0 or not start.is_file():
        raise ExportError(f"The export of {language!r} did not finish; see above.")


def _fingerprint(site: Site, target: Path) -> str:
    digest = hashlib.sha256(f"{site}{target}".encode())
    for path in _input_files():
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _input_files() -> Iterator[Path]:
    for name in INPUTS:
        path = ROOT / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (
            file
            for file in files
            if file.is_file() and "__pycache__" not in file.parts and "external" not in file.parts
        )
