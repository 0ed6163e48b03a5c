"""A copy of what the site is built from, so that a build for the bench leaves no trace."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from pwa_app.export import INPUTS

from .errors import BenchError
from .server import ROOT

_SHOWN_CHARACTERS: Final = 2000


def copy_sources(folder: Path) -> None:
    """Copy everything that a build reads; nothing that an earlier one has left comes along."""
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "external")
            shutil.copytree(source, folder / name, ignore=left_out)
        else:
            shutil.copy(source, folder / name)


def run_python(folder: Path, arguments: Sequence[str], more: Mapping[str, str]) -> None:
    """Run this Python on the copy.

    Args:
        folder: The copy.
        arguments: Python's own, such as `-m` and a module.
        more: Environment variables beside the usual ones.

    Raises:
        BenchError: It failed; the message ends with what it said.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        # Node and npm come with the virtual environment.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "REFLEX_USE_NPM": "1",
        "NO_COLOR": "1",
        **more,
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        words = " ".join(arguments)
        raise BenchError(f"python {words} failed:\n{done.stdout[-_SHOWN_CHARACTERS:]}")
