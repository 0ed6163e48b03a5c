"""The service worker: waiting for it, and what it keeps."""

from playwright.sync_api import Page

from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.waiting import eventually, wait_until


def visit_once(page: Page, address: str = "/") -> None:
    """Open the site and stay until the service worker has kept everything."""
    page.goto(address)
    wait_for_service_worker(page)


def wait_for_service_worker(page: Page) -> None:
    """Wait until the service worker has kept everything and takes charge of the page."""
    wait_until(page, "navigator.serviceWorker.controller?.state === 'activated'", seconds=60)


def kept_paths(page: Page) -> set[str]:
    """The paths of everything the service worker keeps."""
    paths: list[str] = page.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const keys = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
          return keys.map((request) => new URL(request.url).pathname);
        }"""
    )
    return set(paths)


def lead_of(page: Page, address: str = "/help/") -> str:
    """What the service worker has written down of the page that an address leads on to, or ""."""
    lead: str = page.evaluate(
        """async (address) => {
          const lead = await (await caches.open("leads")).match(address);
          return (await lead?.text()) ?? "";
        }""",
        address,
    )
    return lead


def wait_for_lead(page: Page, to: str, address: str = "/help/") -> None:
    """Wait until the service worker knows that an address leads on to this one."""
    eventually(page, lambda: to in lead_of(page, address), f"{address} leads on to {to}")


def empty_http_cache(page: Page) -> None:
    """Leave the browser with nothing but what the service worker keeps."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.detach()


def go_offline(page: Page, server: SiteServer, watch: Watch) -> None:
    """Leave the browser with what the service worker keeps: no cache, no server, no network."""
    empty_http_cache(page)
    server.stop()
    page.context.set_offline(True)
    # The browser's look for a newer worker cannot succeed now, and says so.
    watch.allow(r"sw\.js|ERR_INTERNET_DISCONNECTED \(\)")


def look_for_update(page: Page) -> None:
    """Make the browser look for a newer version now, rather than at the next focus or hour."""
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
