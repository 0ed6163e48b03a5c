"""Builds of the site other than the one under test, made from a copy of the project."""

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


def build_in_languages(languages: str, folder: Path, path: str = "") -> Path:
    """Build the project as it is now in these languages, below a path; return the built site.

    The folder keeps the copy, so that nothing is built again while the sources stay the same.
    Where several workers ask at once, one builds and the others wait for it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _build(languages, folder, path)


def _build(languages: str, folder: Path, path: str) -> Path:
    project = folder / "project"
    for name in _SOURCES:
        _copy(ROOT / name, project / name)
    _share_packages(project)
    target = folder / "dist"
    command = [sys.executable, "-c", _COMMAND, "build", "--if-changed"]
    command += ["--languages", languages, "--path", path, "--target", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


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
