"""A telephone's browser, driven by Playwright."""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, sync_playwright

CHROMIUM: Final = os.environ.get("CHROME_PATH", "/usr/bin/chromium")
"""The browser that measures."""

FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""Its command line, apart from what makes it headless."""

IN_BRITAIN: Final = {"TZ": "Europe/London", "LANGUAGE": "en_GB"}
"""Where the browser is and what it speaks, from its start.

What Playwright pretends of both comes to a service worker only once it runs, and it would not find
what it wrote down for this place.
"""


@contextmanager
def telephone(profile: Path) -> Generator[BrowserContext, None, None]:
    """Start a new browser process on a profile, as a phone in a country that has helplines.

    The screen is that of Lighthouse's mobile preset.

    Args:
        profile: The browser's own folder; what it stores is there for the next start.
    """
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            args=[*FLAGS, "--no-first-run"],
            viewport={"width": 412, "height": 823},
            device_scale_factor=1.75,
            is_mobile=True,
            has_touch=True,
            env={**os.environ, **IN_BRITAIN},
        )
        try:
            yield context
        finally:
            context.close()


def chromium_version() -> str:
    """Return the browser's name and version.

    Raises:
        OSError: There is no such browser.
        subprocess.CalledProcessError: It does not start.
    """
    done = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split()[:2])
