"""What a person does on a page, in any engine."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.accessibility import AXE_OPTIONS
from tests.browser.engines.webdriver import ELEMENT, Driven, StaleElementError, T, wait_for
from tests.waiting import REACT_IS_THERE

_FIND = """
  const [css, text] = arguments;
  const words = (element) => element.innerText.replace(/\\s+/g, " ").trim();
  const seen = [...document.querySelectorAll(css)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }),
  );
  const found = (text ? seen.find((element) => words(element) === text) : seen[0])
    ?? seen.find((element) => words(element).includes(text));
"""
_WORDS = f"{_FIND} return found ? words(found) : null;"
_TO_TAP = f"""{_FIND}
  if (!found) return null;
  // Left to itself, WebKitGTK's driver moves it just into the window, under the bar.
  found.scrollIntoView({{ block: "center", behavior: "instant" }});
  const {{ top }} = found.getBoundingClientRect();
  const still = found.topBefore === top;
  found.topBefore = top;
  return still ? found : null;
"""
_FIELD = """
  const [text] = arguments;
  const label = [...document.querySelectorAll("label")].find(
    (label) => label.innerText.trim() === text && label.checkVisibility(),
  );
  return label?.control?.disabled === false ? label.control : null;
"""
_REACT = f"return {REACT_IS_THERE}"
_STATE = """
  const came = performance.getEntriesByType("resource").length;
  return `${location.href} ${document.readyState} ${came}`;
"""
_AXE = """
  const { violations } = await axe.run(document, arguments[0]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
"""
_ASYNC = """
  const done = arguments[arguments.length - 1];
  (async function () { SCRIPT }).apply(null, arguments).then(
    (value) => done({ value }),
    (error) => done({ error: String(error) }),
  );
"""


QUIET_SECONDS = 0.3
"""How long nothing has come when a page is taken to be at rest."""


class Phone:
    """A browser with the site open in it.

    Attributes:
        browser: The browser itself.
        origin: The site's address without a slash at its end.
    """

    def __init__(self, browser: Driven, origin: str) -> None:
        self.browser = browser
        self.origin = origin

    def open(self, path: str) -> None:
        """Type an address, and wait until React has taken the page over."""
        self.rest()
        self.browser.command("Navigate", url=f"{self.origin}{path}")
        self.wait(lambda: self.ask(_REACT) or None, f"React on {path}")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page, and give what it returns."""
        return self.browser.command("ExecuteScript", script=script, args=list(arguments))

    def ask(self, script: str, *arguments: str) -> Any:
        """Like `run`; None while a page is just making way for another one."""
        try:
            return self.run(script, *arguments)
        except StaleElementError:
            return None

    def run_async(self, script: str, *arguments: Any) -> Any:
        """Run the body of an async function in the page, and give what it returns in the end."""
        whole = _ASYNC.replace("SCRIPT", script)
        ended = self.browser.command("ExecuteAsyncScript", script=whole, args=list(arguments))
        assert "error" not in ended, ended
        return ended["value"]

    def wait(self, get: Callable[[], T | None], what: str, seconds: float = 30) -> T:
        """Ask again and again until there is an answer other than None."""
        try:
            return wait_for(get, what, seconds)
        except AssertionError as error:
            shown = self.ask("return `${location.href}: ${document.body.innerText}`")
            raise AssertionError(f"{error}, but {shown}") from None

    def address(self) -> str:
        """The address of the page that is shown."""
        shown: str = self.wait(lambda: self.ask("return location.href"), "a page")
        return shown

    def path(self) -> str:
        """The path of that address."""
        return urlsplit(self.address()).path

    def rest(self) -> None:
        """Wait until nothing comes any more, as a person does who reads a page before they go on.

        A page that is left earlier complains of what was still on its way.
        """
        since, before = time.monotonic(), None

        def quiet() -> bool | None:
            nonlocal since, before
            now = self.ask(_STATE)
            if now is None or now != before or " complete " not in now:
                since, before = time.monotonic(), now
            return time.monotonic() - since > QUIET_SECONDS or None

        self.wait(quiet, "a page at rest")

    def back(self) -> None:
        """Go back as the browser's own button does."""
        self.rest()
        self.browser.command("Back")

    def see(self, css: str, text: str = "") -> str:
        """Wait for what a person can see, and give its words."""
        shown: str = self.wait(lambda: self.ask(_WORDS, css, text), f"{css} {text}")
        return shown

    def tap(self, css: str, text: str = "") -> None:
        """Tap it once it can be seen and is not switched off."""
        self.rest()
        self._act("ElementClick", _TO_TAP, f":is({css}):not(:disabled)", text)

    def fill(self, label: str, text: str) -> None:
        """Type into the field with a label, key by key."""
        self._act("ElementSendKeys", _FIELD, label, text=text)

    def choose_file(self, file: Path) -> None:
        """Choose a file in the page's file field."""
        find = "return document.querySelector('input[type=file]:enabled')"
        self._act("ElementSendKeys", find, text=str(file))

    def axe_faults(self) -> list[str]:
        """What axe finds wrong on the page as it is."""
        self.run(Path(AXE_FILE_PATH).read_text("utf-8"))
        faults: list[str] = self.run_async(_AXE, AXE_OPTIONS)
        return faults

    def _act(self, command: str, find: str, *arguments: str, **parameters: str) -> None:
        """Do something with an element as soon as it is there."""

        def act() -> bool | None:
            element = self.ask(find, *arguments)
            if element is None:
                return None
            try:
                self.browser.command(command, id=element[ELEMENT], **parameters)
            except StaleElementError:
                return None
            return True

        self.wait(act, f"{command} {arguments}")
