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

_OFF_FOR_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
"""What Playwright 1.65 turns off itself: of two such flags, Chromium heeds the last alone."""

_OFF_FOR_SPEED = ("WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxPopup")
"""What drops down from the address bar: two pages of Chromium's own, made for every context.

No test sees them, and they took half the processor's time of a first visit.
"""


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
        f"--disable-features={','.join((*_OFF_FOR_PLAYWRIGHT, *_OFF_FOR_SPEED))}",
        _NO_NETWORK,
    ]
    return {"executable_path": executable, "args": flags}
