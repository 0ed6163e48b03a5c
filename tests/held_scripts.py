"""A slow network: the page has come, and its scripts have not."""

from playwright.sync_api import Page, Route

from tests.waiting import wait_for_react


class HeldScripts:
    """Holds back what a page fetches after its first paint, until it is released.

    Attributes:
        shell: Whether the small script that every page starts with is held back too.
    """

    def __init__(self, page: Page, *, shell: bool = False) -> None:
        self.shell = shell
        self._page = page
        self._waiting: list[Route] = []
        self._held = True
        page.route("**/assets/*.js", self._hold)

    def _hold(self, route: Route) -> None:
        if self._held and (self.shell or "/shell-" not in route.request.url):
            self._waiting.append(route)
        else:
            route.continue_()

    def release(self) -> None:
        """Let everything come, and wait until React has taken the page over."""
        self._held = False
        while self._waiting:
            self._waiting.pop(0).continue_()
        wait_for_react(self._page)
        self._page.wait_for_load_state("networkidle")
