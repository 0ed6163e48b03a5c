"""Lighthouse: installing the pinned version and running it.

https://github.com/GoogleChrome/lighthouse
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from .browser import CHROMIUM, FLAGS
from .errors import BenchError
from .report import PageLoad, read_report
from .server import ROOT

_SOURCES: Final = Path(__file__).parent
_INSTALLED: Final = ROOT / ".build" / "bench"
_TIMEOUT_S: Final = 180
_ATTEMPTS: Final = 2

# Node and npm come with the virtual environment.
_ENVIRONMENT: Final = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "CHROME_PATH": CHROMIUM,
}


def install() -> None:
    """Install the pinned packages, once for each state of the lock file.

    Raises:
        subprocess.CalledProcessError: npm stopped; it has said why.
    """
    lock = _SOURCES / "package-lock.json"
    stamp = _INSTALLED / hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists():
        return
    shutil.rmtree(_INSTALLED, ignore_errors=True)
    _INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_SOURCES / name, _INSTALLED)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=_INSTALLED, env=_ENVIRONMENT, check=True)
    stamp.touch()


def load_page(address: str) -> PageLoad:
    """Load a page once with Lighthouse's mobile preset, in a browser of its own.

    A load that Lighthouse itself calls broken is tried once more.

    Raises:
        BenchError: The page could not be measured.
    """
    problem = ""
    for _ in range(_ATTEMPTS):
        try:
            return read_report(_report(address))
        except BenchError as error:
            problem = str(error)
    raise BenchError(f"Lighthouse could not measure {address}: {problem}")


def _report(address: str) -> str:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        output = Path(folder) / "report.json"
        command = [
            *("node", str(_INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js")),
            address,
            "--output=json",
            f"--output-path={output}",
            "--only-categories=performance,accessibility,best-practices,seo",
            f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
            "--no-enable-error-reporting",
            "--quiet",
        ]
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=_ENVIRONMENT,
                capture_output=True,
                text=True,
                timeout=_TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise BenchError(f"it took longer than {_TIMEOUT_S} s") from error
        if not output.is_file():
            raise BenchError(done.stderr.strip()[-500:] or "it wrote no report")
        return output.read_text("utf-8")
