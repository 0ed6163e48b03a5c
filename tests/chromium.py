"""How Chromium is started for the tests."""

import os
import shutil
from pathlib import Path
from typing import Any

PLAIN_HOST = "app.test"
"""A name for this machine that browsers do not count as safe, as they do localhost."""

_NO_NETWORK = (
    f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1,"
    "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
)
"""No name is looked up, so a page that asks another site for something never reaches it."""


def launch_options() -> dict[str, Any]:
    """Options for Playwright's `launch` and `launch_persistent_context`.

    Raises:
        FileNotFoundError: There is no Chromium; the message says how to get it.
    """
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None or not Path(executable).exists():
        raise FileNotFoundError("These tests need Chromium: install Debian's package `chromium`.")
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        _NO_NETWORK,
    ]
    return {"executable_path": executable, "args": flags}
