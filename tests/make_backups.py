"""Has the built app back up the newest of tests/browser/databases: `python -m tests.make_backups`.

To be run once for each new version of the store; what is in tests/backups/ is never made again.
"""

from playwright.sync_api import sync_playwright

from pwa_app.export import DIST
from pwa_app.pages.storage import store
from tests.backup_files import FOLDER
from tests.bench.server import served
from tests.browser.backup_page import open_backup_page, save_plain, save_sealed
from tests.browser.test_earlier_databases import write_database
from tests.chromium import launch_options


def main() -> None:
    """Writes the locked backup and the open one.

    Raises:
        FileExistsError: This version has its backups.
    """
    version = store.schema["version"]
    with served(DIST) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(base_url=site, locale="en-GB", service_workers="block")
        write_database(page, version)
        page.evaluate("""() => localStorage.setItem("mooring:appearance", '{"theme":"dark"}')""")
        open_backup_page(page)
        for name, content in (("sealed", save_sealed(page)[1]), ("json", save_plain(page)[1])):
            with (FOLDER / f"{version}.{name}").open("xb") as file:
                file.write(content)
        browser.close()


if __name__ == "__main__":
    main()
