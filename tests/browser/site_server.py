"""The project's own server on one port, stopped and started again as a test needs it."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]


class SiteServer:
    """Serves a folder.

    Attributes:
        origin: The address of the site without a slash at its end, the same after a restart.
    """

    def __init__(self, folder: Path) -> None:
        self.origin = ""
        self._folder = folder
        self._port = 0
        self._process: subprocess.Popen[str] | None = None

    def start(self, folder: Path | None = None) -> None:
        """Serve the folder, or another one, and return once it answers."""
        self._folder = folder or self._folder
        command = [sys.executable, "-m", "pwa_app.pwa.serving", str(self._folder)]
        command += ["--port", str(self._port)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert address is not None, f"the server said {line!r}"
        self.origin, self._port = address[0], int(address[1])

    def stop(self) -> None:
        """Stop it with SIGTERM; no connection is taken from then on."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=20)
        self._process = None

    def change_to(self, folder: Path) -> None:
        """Serve another folder from now on."""
        self.stop()
        self.start(folder)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
