"""Debian's packages that a part needs beside the browser."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from .errors import BenchError
from .nginx import BROTLI_MODULE

_IS_THERE: Final[Mapping[str, Callable[[], bool]]] = {
    "nginx-light": lambda: bool(shutil.which("nginx")) or Path("/usr/sbin/nginx").exists(),
    "libnginx-mod-http-brotli-static": BROTLI_MODULE.exists,
    "wrk": lambda: bool(shutil.which("wrk")),
}


def need_packages() -> None:
    """See to it that nginx and wrk are there: root gets them installed.

    Raises:
        BenchError: Some are missing; the message names them, and the command.
    """
    missing = _missing()
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        # In runlevel 1, installing a server does not start it.
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", *missing]):
            subprocess.run(
                ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False
            )
        missing = _missing()
    if missing:
        raise BenchError(f"This part needs more packages: sudo apt-get install {' '.join(missing)}")


def _missing() -> list[str]:
    return [name for name, is_there in _IS_THERE.items() if not is_there()]
