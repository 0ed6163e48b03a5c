"""The build of the site in made-up languages, made from a copy of the project.

`python -m tests.browser.other_build` makes it; MOORING_PSEUDO_DIST names one that is there already.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SOURCES = (
    "pwa_app",
    "assets",
    "reflex.lock",
    "requirements",
    "rxconfig.py",
    "mooring.toml",
    "pyproject.toml",
)
_COMMAND = "from pwa_app.cli import app; app()"

LANGUAGES = ("en", "en-XA", "ar-XB")
BELOW = "/app"
COUNTRIES = frozenset({"gb", "ie", "us"})
"""Those it has a page for; a hundred more would be made in the same way, three times."""

_FOLDER = ROOT / ".build" / "pseudo"


def build_in_pseudo_languages() -> Path:
    """Build the project as it is now in `LANGUAGES`, `BELOW` a path; return the built site.

    The folder keeps the copy, so that nothing is built again while the sources stay the same.
    Where several processes ask at once, one builds and the others wait for it.
    """
    built = os.environ.get("MOORING_PSEUDO_DIST")
    if built:
        return Path(built)
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with (_FOLDER / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
        if not run or lock.read() != run:
            _build(_FOLDER / "project", _FOLDER / "dist")
            lock.truncate(0)
            lock.write(run)
    return _FOLDER / "dist"


def _build(project: Path, target: Path) -> None:
    for name in _SOURCES:
        _copy(ROOT / name, project / name)
    for country in (project / "pwa_app" / "content" / "packs" / "en" / "services").iterdir():
        if country.stem not in COUNTRIES:
            country.unlink()
    _share_packages(project)
    command = [sys.executable, "-c", _COMMAND, "build", "--if-changed"]
    command += ["--languages", ",".join(LANGUAGES), "--path", BELOW, "--target", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _copy(source: Path, place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, place)


def _share_packages(project: Path) -> None:
    """Take the installed npm packages along, by links, so that they are not fetched again."""
    installed, place = ROOT / ".web", project / ".web"
    if place.exists() or not (installed / "node_modules").is_dir():
        return
    shutil.copytree(
        installed / "node_modules", place / "node_modules", symlinks=True, copy_function=os.link
    )
    for name in ("package.json", "package-lock.json", "reflex.install_frontend_packages.cached"):
        if (installed / name).is_file():
            shutil.copy(installed / name, place / name)


if __name__ == "__main__":
    build_in_pseudo_languages()
