"""The project's own server, in a process of its own."""

import re
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .errors import BenchError

ROOT = Path(__file__).parents[2]
_SECONDS_TO_STOP = 20


@contextmanager
def served(site: Path) -> Generator[str, None, None]:
    """Serve a folder on a free port of this machine until the block is left.

    Yields:
        The site's origin, without a trailing slash.

    Raises:
        BenchError: The server did not start.
    """
    command = [sys.executable, "-m", "pwa_app.pwa.serving", str(site.resolve()), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield _announced_origin(process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(_SECONDS_TO_STOP)
        if process.stdout is not None:
            process.stdout.close()


def _announced_origin(process: subprocess.Popen[str]) -> str:
    said = process.stdout.readline() if process.stdout is not None else ""
    address = re.search(r"http://[^\s/]+", said)
    if address is None:
        raise BenchError(f"The server did not start: {said or 'it said nothing'}")
    return address[0]
