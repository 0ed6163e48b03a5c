"""What must never happen while a person uses the site."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

_REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}`));"""
"""Some violations, such as those of a worker, do not reach the console by themselves."""

_BY_PLAYWRIGHT = "Service Worker registration blocked by Playwright"


@dataclass
class Watch:
    """Notes what goes wrong in contexts: errors, blocked content, and requests that tell anything.

    Every request must be a GET, of this site, with nothing sent along.

    Attributes:
        origins: Where requests may go.
        problems: What went wrong, one line each, in order.
    """

    origins: set[str]
    problems: list[str] = field(default_factory=list[str])
    _allowed: list[re.Pattern[str]] = field(default_factory=list[re.Pattern[str]])

    def follow(self, context: BrowserContext) -> None:
        """Watch every page of a context from now on."""
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        context.on("page", self._on_page)

    def allow(self, pattern: str) -> None:
        """Expect problems whose line contains a match of a regular expression."""
        self._allowed.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        """The problems that no test has allowed."""
        return [
            problem
            for problem in self.problems
            if not any(pattern.search(problem) for pattern in self._allowed)
        ]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.text != _BY_PLAYWRIGHT:
            address = message.location.get("url", "")
            self.problems.append(f"console {message.type}: {message.text} ({address})")

    def _on_error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _on_request(self, request: Request) -> None:
        if request.url.startswith(("data:", "blob:")):
            return
        if not any(request.url.startswith(f"{origin}/") for origin in self.origins):
            self.problems.append(f"request to another site: {request.url}")
        if request.method != "GET" or request.post_data_buffer:
            self.problems.append(f"request that sends something: {request.method} {request.url}")

    def _on_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.problems.append(f"websocket: {socket.url}"))
