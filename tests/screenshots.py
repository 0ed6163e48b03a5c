"""Takes the pictures for the manifest and the README: `make screenshots`."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pwa_app.export import DIST, ROOT
from tests.bench.server import served
from tests.chromium import launch_options

PICTURES = ROOT / "assets" / "screenshots"
README_PICTURE = ROOT / "docs" / "images" / "now.png"
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
PAGES = {"now": "/", "card": "/cards/five-senses/", "help": "/help/ie/"}


def main() -> None:
    """Takes every picture again, each in a fresh browser window."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with served(DIST) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name, path in PAGES.items():
            take(browser, site + path, PICTURES / f"{name}.png", NARROW)
        take(browser, f"{site}/", PICTURES / "wide.png", WIDE)
        browser.close()
    README_PICTURE.write_bytes((PICTURES / "now.png").read_bytes())


def take(browser: Browser, address: str, path: Path, size: dict[str, int]) -> None:
    """Takes one picture of the upper part of a page."""
    page = browser.new_page(viewport=size, locale="en-GB", service_workers="block")
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main()
