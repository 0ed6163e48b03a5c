"""Firefox, driven by Marionette.

Marionette is the part of Firefox that geckodriver speaks to; Debian has no geckodriver. A message
is its length, a colon and JSON: `[0, id, name, parameters]` there, `[1, id, error, result]` back
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.engines.webdriver import (
    START_SECONDS,
    WINDOW,
    Place,
    WebDriverError,
    refusal,
    wait_for,
)

PROGRAM = "firefox-esr"

_PREFERENCES: dict[str, Any] = {
    "marionette.port": 0,
    "intl.accept_languages": "en-GB, en",
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    # Firefox asks for services of its own at its start; nothing may leave this machine.
    "services.settings.server": "data:,",
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
}


_MESSAGES = """
  const faults = Services.console.getMessageArray().filter(
    (message) => message instanceof Ci.nsIScriptError
      && message.sourceName.startsWith("http://127.0.0.1"),
  );
  return faults.map((fault) => `${fault.category}: ${fault}`.replaceAll("\\n", " "));
"""
"""Errors and warnings that Firefox keeps for its Browser Console, of which pages are the source."""


class Firefox:
    """Firefox ESR without a window.

    Attributes:
        version: Its name and version, as it says itself.
    """

    def __init__(self, place: Place) -> None:
        port_file = place.profile / "MarionetteActivePort"
        port_file.unlink(missing_ok=True)
        chosen = _PREFERENCES | {"browser.download.dir": str(place.downloads)}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(chosen[name])});" for name in chosen)
        (place.profile / "user.js").write_text("\n".join(lines), "utf-8")
        program = shutil.which(PROGRAM)
        assert program is not None
        self._log = place.log
        command = [program, "--marionette", "--remote-allow-system-access", "--headless"]
        with place.log.open("a") as log:
            self._process = subprocess.Popen(
                [*command, "--profile", str(place.profile)],
                stdout=log,
                stderr=log,
                env=place.environment(),
            )
        self._socket = wait_for(lambda: _connect(port_file), "Firefox's socket", START_SECONDS)
        self._unread = b""
        self._last = 0
        self._receive()
        capabilities = self.command("NewSession", capabilities={})["capabilities"]
        self.command("SetWindowRect", **WINDOW)
        self.version = f"Firefox {capabilities['browserVersion']}"

    def command(self, name: str, **parameters: Any) -> Any:
        """Send a command, and wait for its answer."""
        self._last += 1
        spoken = name if ":" in name else f"WebDriver:{name}"
        message = json.dumps([0, self._last, spoken, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, answered, error, result = self._receive()
        assert answered == self._last
        if error is not None:
            raise refusal(name, error)
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def close(self) -> None:
        """Note what pages did wrong, and quit."""
        self.command("Marionette:SetContext", value="chrome")
        messages = self.command("ExecuteScript", script=_MESSAGES, args=[])
        with self._log.open("a") as log:
            log.writelines(f"CONSOLE {message}\n" for message in messages)
        self.command("Marionette:Quit", flags=["eForceQuit"])
        self._process.wait(timeout=60)
        self._socket.close()

    def _receive(self) -> Any:
        while b":" not in self._unread:
            self._read()
        length, _, self._unread = self._unread.partition(b":")
        while len(self._unread) < int(length):
            self._read()
        message, self._unread = self._unread[: int(length)], self._unread[int(length) :]
        return json.loads(message)

    def _read(self) -> None:
        some = self._socket.recv(65_536)
        if not some:
            raise WebDriverError("Firefox closed its socket")
        self._unread += some


def _connect(port_file: Path) -> socket.socket | None:
    try:
        port = int(port_file.read_text("utf-8"))
        return socket.create_connection(("127.0.0.1", port), timeout=120)
    except (OSError, ValueError):
        return None
