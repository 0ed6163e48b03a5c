"""nginx on a free port of this machine, serving a folder as the project's own server does."""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pwa_app.pwa.serving.headers_file import HeaderRule, headers_for, parse_headers
from pwa_app.pwa.serving.media_types import MEDIA_TYPES

from .errors import BenchError

BROTLI_MODULE: Final = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Where Debian puts it."""

_SECONDS_TO_START: Final = 10

_CONFIG: Final = """\
{user}daemon off;
worker_processes 1;
pid {work}/nginx.pid;
error_log stderr crit;
load_module {module};
events {{ worker_connections 1024; }}
http {{
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  charset utf-8;
  charset_types text/css text/plain text/javascript text/html text/csv text/calendar text/vcard;
  types {{
{types}
  }}
  gzip_static on;
  gzip_vary on;
  brotli_static on;
  server {{
    listen 127.0.0.1:{port};
    root "{site}";
    error_page 404 /404.html;
{locations}
  }}
}}
"""


def nginx_config(site: Path, work: Path, port: int) -> str:
    """Return nginx's settings: one worker, as the project's server has, and its headers.

    Args:
        site: The built site, with its compressed copies and its `_headers`.
        work: A folder for what nginx itself writes.
        port: On the loopback address.
    """
    rules = parse_headers((site / "_headers").read_text("utf-8"))
    return _CONFIG.format(
        # Without it, workers of a server that root has started may not read root's folders.
        user="user root;\n" if os.geteuid() == 0 else "",
        work=work,
        module=BROTLI_MODULE,
        types="\n".join(f"    {kind} {end[1:]};" for end, kind in MEDIA_TYPES.items()),
        port=port,
        site=site.resolve(),
        locations="\n".join(
            [
                _location("/", rules, "/"),
                _location("/assets/", rules, "/assets/any-12345678.js"),
            ]
        ),
    )


def _location(prefix: str, rules: list[HeaderRule], example: str) -> str:
    headers: Mapping[str, str] = headers_for(example, rules)
    lines = [f'      add_header {name} "{value}" always;' for name, value in headers.items()]
    return "\n".join([f"    location {prefix} {{", *lines, "    }"])


def nginx_version() -> str:
    """Return "nginx" and its version.

    Raises:
        OSError: There is no nginx.
    """
    done = subprocess.run([_program(), "-v"], capture_output=True, text=True, check=True)
    found = re.search(r"nginx/(\S+)", done.stderr)
    return f"nginx {found[1]}" if found else "nginx"


@contextmanager
def served_by_nginx(site: Path) -> Generator[str, None, None]:
    """Serve a folder by nginx until the block is left.

    Yields:
        The site's origin, without a trailing slash.

    Raises:
        BenchError: nginx did not start; the message holds what it said.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        work, port = Path(folder), _free_port()
        config = work / "nginx.conf"
        config.write_text(nginx_config(site, work, port), "utf-8")
        command = [_program(), "-e", "stderr", "-p", folder, "-c", str(config)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            _wait_until_it_answers(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def _program() -> str:
    # Debian has it where only root looks.
    return shutil.which("nginx") or "/usr/sbin/nginx"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(process: subprocess.Popen[str], port: int) -> None:
    end = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < end:
        if process.poll() is not None:
            said = process.stderr.read() if process.stderr is not None else ""
            raise BenchError(f"nginx did not start: {said.strip()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise BenchError("nginx did not answer.")
