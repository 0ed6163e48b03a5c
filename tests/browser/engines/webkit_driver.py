"""WebKitGTK, driven by Debian's WebKitWebDriver on a display of its own."""

import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

import httpx

from tests.browser.engines.webdriver import (
    START_SECONDS,
    WINDOW,
    Place,
    StaleElementError,
    refusal,
    wait_for,
)

PROGRAMS = ("WebKitWebDriver", "Xvfb")
PYTHON = "/usr/bin/python3"
"""Debian's own, which has WebKitGTK's bindings; that of the tests need not be the same."""

_BROWSER = Path(__file__).parent / "webkit_browser.py"
_SCRIPT_SECONDS = 10.0
"""How long a script may take. One that is sent while another process takes the page over, as it
does for another site, gets no answer at all."""

_PATHS = {
    "Navigate": "url",
    "Back": "back",
    "SetWindowRect": "window/rect",
    "ExecuteScript": "execute/sync",
    "ExecuteAsyncScript": "execute/async",
    "ElementClick": "element/{id}/click",
    "ElementClear": "element/{id}/clear",
    "ElementSendKeys": "element/{id}/value",
}


class WebKitGTK:
    """A window with WebKitGTK in it.

    Attributes:
        version: Its name and version, as it says itself.
    """

    def __init__(self, place: Place) -> None:
        with place.log.open("a") as log:
            self._display = subprocess.Popen(
                ["Xvfb", "-displayfd", "1", "-screen", "0", "800x900x24", "-nolisten", "tcp"],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
            assert self._display.stdout is not None
            display = f":{self._display.stdout.readline().strip()}"
            port = _free_port()
            self._driver = subprocess.Popen(
                ["WebKitWebDriver", f"--port={port}"],
                stdout=log,
                stderr=log,
                env=place.environment(DISPLAY=display, NO_AT_BRIDGE="1"),
            )
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}")
        wait_for(self._ready, "WebKitWebDriver", START_SECONDS)
        arguments = [str(_BROWSER), str(place.profile), str(place.downloads)]
        browser = {"webkitgtk:browserOptions": {"binary": PYTHON, "args": arguments}}
        session = self._post("/session", {"capabilities": {"alwaysMatch": browser}})
        self._session = f"/session/{session['sessionId']}"
        self.command("SetWindowRect", **WINDOW)
        self.version = f"WebKitGTK {session['capabilities']['browserVersion']}"

    def command(self, name: str, **parameters: Any) -> Any:
        """Send a command, and wait for its answer."""
        path = _PATHS[name].format_map(parameters)
        seconds = _SCRIPT_SECONDS if name == "ExecuteScript" else 120.0
        try:
            return self._post(f"{self._session}/{path}", parameters, seconds)
        except httpx.ReadTimeout as error:
            raise StaleElementError(f"{name}: no answer") from error

    def close(self) -> None:
        """Close the window, then end the driver and the display."""
        self._http.delete(self._session, timeout=START_SECONDS)
        self._http.close()
        for process in (self._driver, self._display):
            process.terminate()
            process.communicate(timeout=60)

    def _ready(self) -> bool | None:
        try:
            return self._http.get("/status").is_success or None
        except httpx.TransportError:
            return None

    def _post(self, path: str, parameters: dict[str, Any], seconds: float = 120.0) -> Any:
        value = self._http.post(path, json=parameters, timeout=seconds).json()["value"]
        if isinstance(value, dict) and "error" in value:
            raise refusal(path, value)
        return value


def missing() -> list[str]:
    """What is not installed of all this needs."""
    found = [program for program in PROGRAMS if shutil.which(program) is None]
    bindings = [PYTHON, "-c", "import gi; gi.require_version('WebKit2', '4.1')"]
    if not Path(PYTHON).exists() or subprocess.run(bindings, capture_output=True).returncode:
        found.append("gir1.2-webkit2-4.1")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
