"""What a person does on a page, in any engine."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.accessibility import RULES
from tests.browser.engines.webdriver import ELEMENT, Driven, WebDriverError, wait_for

_FIND = """
  const [css, text] = arguments;
  const words = (element) => element.innerText.replace(/\\s+/g, " ").trim();
  const seen = [...document.querySelectorAll(css)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }),
  );
  return (text ? seen.find((element) => words(element) === text) : seen[0])
    ?? seen.find((element) => words(element).includes(text)) ?? null;
"""
_FIELD = """
  const [text] = arguments;
  const label = [...document.querySelectorAll("label")].find(
    (label) => label.innerText.trim() === text && label.checkVisibility(),
  );
  return label?.control?.disabled === false ? label.control : null;
"""
_SHOWN = "return arguments[0].innerText.replace(/\\s+/g, ' ').trim()"
_REACT = """
  const keys = Object.keys(document.querySelector("main") ?? {});
  return keys.some((key) => key.startsWith("__react"));
"""
_AXE = """
  const done = arguments[arguments.length - 1];
  axe.run(document, arguments[0]).then(
    ({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)),
    (error) => done([String(error)]),
  );
"""


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
        self.browser.command("Navigate", url=f"{self.origin}{path}")
        wait_for(lambda: self.run(_REACT) or None, f"React on {path}")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page, and give what it returns."""
        return self.browser.command("ExecuteScript", script=script, args=list(arguments))

    def path(self) -> str:
        """The path of the page that is shown."""
        return urlsplit(self.run("return location.href")).path

    def see(self, css: str, text: str = "") -> str:
        """Wait for what a person can see, and give its words."""
        shown: str = self.run(_SHOWN, self._find(css, text))
        return shown

    def sees(self, css: str, text: str = "") -> bool:
        """Whether it can be seen now."""
        return self.run(_FIND, css, text) is not None

    def wait_until_gone(self, css: str, text: str = "") -> None:
        """Wait until nobody can see it."""
        wait_for(lambda: None if self.sees(css, text) else True, f"no {css} {text}")

    def tap(self, css: str, text: str = "") -> None:
        """Tap it once it can be seen and is not switched off."""
        element = self._find(f":is({css}):not(:disabled)", text)
        # Left to itself, WebKitGTK's driver moves it just into the window, under the bar.
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        self.browser.command("ElementClick", id=element[ELEMENT])

    def fill(self, label: str, text: str) -> None:
        """Type into the field with a label, key by key."""
        field = wait_for(lambda: self.run(_FIELD, label), f"a field {label!r}")
        self.browser.command("ElementSendKeys", id=field[ELEMENT], text=text)

    def choose_file(self, css: str, file: Path) -> None:
        """Choose a file in a file field."""
        field = wait_for(
            lambda: self.run("return document.querySelector(arguments[0])", css), f"a {css}"
        )
        self.browser.command("ElementSendKeys", id=field[ELEMENT], text=str(file))

    def axe_faults(self) -> list[str]:
        """What axe finds wrong on the page as it is."""
        self.run(Path(AXE_FILE_PATH).read_text("utf-8"))
        faults: list[str] = self.browser.command("ExecuteAsyncScript", script=_AXE, args=[RULES])
        return faults

    def _find(self, css: str, text: str) -> dict[str, str]:
        def look() -> dict[str, str] | None:
            try:
                found: dict[str, str] | None = self.run(_FIND, css, text)
            except WebDriverError:
                # A page that is just making way for another one has no answer yet.
                return None
            return found

        return wait_for(look, f"{css} {text}")
