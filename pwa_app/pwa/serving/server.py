"""Run the application with Granian, in a worker process of its own.

Granian's embedded server would need no second process, but in version 2.8 its threads now and
then outlive the interpreter and print a panic as it exits.
"""

import errno
import socket
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Final

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from pwa_app.pwa.serving.app import static_app
from pwa_app.pwa.serving.headers_file import HeadersFileError
from pwa_app.pwa.serving.site import first_page, load_site

_HIGHEST_PORT: Final = 65535
_SECONDS_BETWEEN_TRIES: Final = 0.01


class ServingError(Exception):
    """The site cannot be served; the message is a sentence to show."""


def serve(
    folder: Path,
    host: str = "127.0.0.1",
    port: int = 3000,
    *,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve a built site until the process is told to stop (SIGINT, Ctrl+C, or SIGTERM).

    To be called from the main thread, because it listens for signals. Stop it with one of those
    two: SIGKILL would leave the worker process behind.

    Args:
        folder: The site; see `static_app`.
        host: The name or address to listen on. The default is for this machine only.
        port: The TCP port; 0 takes any that is free.
        on_ready: Called with the site's address once it answers.

    Raises:
        ServingError: There is no site in the folder, its ``_headers`` is wrong, or the address
            cannot be listened on.
        SystemExit: With code 1, where the worker process died by itself.
    """
    if first_page(folder) is None:
        raise ServingError(f"There is no index.html in {folder}. Build the site first.")
    try:
        start = load_site(folder).start
    except (OSError, HeadersFileError) as error:
        raise ServingError(f"The site in {folder} cannot be read: {error}") from error
    address, free_port = _find_address(host, port)
    server = Granian(
        "static_app",
        address=address,
        port=free_port,
        interface=Interfaces.ASGINL,
        websockets=False,
        log_level=LogLevels.error,
    )
    if on_ready is not None:
        announcing = Thread(
            target=_announce, args=(address, free_port, start, on_ready), daemon=True
        )
        server.on_startup(announcing.start)
    server.serve(target_loader=partial(static_app, folder), wrap_loader=False)


def _find_address(host: str, port: int) -> tuple[str, int]:
    # Granian shares a port with whoever holds it already, and then each gets some of the
    # requests; so it is asked first, in the usual way, whether the port is free.
    if not 0 <= port <= _HIGHEST_PORT:
        raise ServingError(f"A port is a number from 0 to {_HIGHEST_PORT}, not {port}.")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            name = probe.getsockname()
    except OSError as error:
        raise ServingError(_why_not(host, port, error)) from error
    return str(name[0]), int(name[1])


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use. Stop the program that uses it, or choose another."
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."


def _announce(address: str, port: int, start: str, on_ready: Callable[[str], None]) -> None:
    answering = False
    while not answering:
        time.sleep(_SECONDS_BETWEEN_TRIES)
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
            answering = probe.connect_ex((address, port)) == 0
    host = f"[{address}]" if ":" in address else address
    on_ready(f"http://{host}:{port}{start}")
