"""The server as a process: it starts, answers on a real socket, and stops."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SECRET = b"outside"


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pwa_app.pwa.serving", str(folder), *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def port_of(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    line = server.stdout.readline()
    match = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
    assert match is not None, line
    return int(match[1])


def stop(server: subprocess.Popen[str], number: int = signal.SIGTERM) -> tuple[str, str]:
    server.send_signal(number)
    return server.communicate(timeout=30)


def ask(
    port: int, target: bytes, method: bytes = b"GET", headers: bytes = b""
) -> tuple[int, bytes]:
    """Send one request exactly as it is spelt; return the status and all that was answered."""
    request = method + b" " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request + headers + b"\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    return int(answer.split(b" ", 2)[1]), answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parent = tmp_path_factory.mktemp("granian")
    folder = parent / "dist"
    (folder / "about").mkdir(parents=True)
    (parent / "secret.txt").write_bytes(SECRET)
    (folder / ".env").write_bytes(SECRET)
    (folder / "_headers").write_text("/*\n  X-Content-Type-Options: nosniff\n")
    (folder / "link.txt").symlink_to(parent / "secret.txt")
    for name in ("index.html", "about/index.html", "404.html"):
        (folder / name).write_text(f"this is {name}")
    return folder


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    server = start(folder, "--port", "0")
    yield port_of(server)
    _, errors = stop(server)
    assert (server.returncode, errors) == (0, "")


def test_pages_are_served_over_a_socket(port: int) -> None:
    status, answer = ask(port, b"/about/")
    assert status == 200
    assert answer.endswith(b"this is about/index.html")
    assert b"x-content-type-options: nosniff\r\n" in answer.lower()


def test_head_keeps_the_length_and_sends_no_body(port: int) -> None:
    status, answer = ask(port, b"/about/", method=b"HEAD")
    assert status == 200
    assert b"content-length: 24\r\n" in answer.lower()
    assert answer.endswith(b"\r\n\r\n")


def test_an_etag_is_honoured_over_a_socket(port: int) -> None:
    _, answer = ask(port, b"/")
    etag = re.search(rb'etag: ("[0-9a-f]+")\r\n', answer, re.IGNORECASE)
    assert etag is not None
    status, again = ask(port, b"/", headers=b"If-None-Match: W/" + etag[1] + b"\r\n")
    assert status == 304
    assert again.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "target",
    [
        b"/../secret.txt",
        b"/about/../../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/%2E%2E%2Fsecret.txt",
        b"/about/..%2f..%2fsecret.txt",
        b"/..%5csecret.txt",
        b"/..\\secret.txt",
        b"/%252e%252e/secret.txt",
        b"/%c0%ae%c0%ae/secret.txt",
        b"/../secret.txt%00.html",
        b"//secret.txt",
        b"/%2fetc%2fpasswd",
        b"//etc/passwd",
        b"http://localhost/../secret.txt",
        b"/link.txt",
        b"/.env",
        b"/%2eenv",
        b"/_headers",
        b"/%5fheaders",
        b"/about/..;/../secret.txt",
        b"../secret.txt",
        b"*",
    ],
)
def test_traversal_over_a_socket_finds_nothing(port: int, target: bytes) -> None:
    status, answer = ask(port, target)
    assert status in (400, 404)
    assert SECRET not in answer
    assert b"root:" not in answer


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_cleanly_with_a_connection_open(folder: Path, number: int) -> None:
    server = start(folder, "--port", "0")
    address = ("127.0.0.1", port_of(server))
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(15) == b"HTTP/1.1 200 OK"
        _, errors = stop(server, number)
    assert (server.returncode, errors) == (0, "")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=30)


def test_a_port_in_use_is_said_in_a_sentence(folder: Path, port: int) -> None:
    server = start(folder, "--port", str(port))
    output, errors = server.communicate(timeout=30)
    assert server.returncode == 1
    assert output == ""
    assert errors.startswith(f"Port {port} on 127.0.0.1 is in use. ")
    assert ask(port, b"/")[0] == 200


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--port", "99999"), "A port is a number from 0 to 65535, not 99999."),
        (("--host", "192.0.2.1"), "Cannot listen on 192.0.2.1, port 3000: "),
    ],
)
def test_an_address_that_cannot_be_had_is_said_in_a_sentence(
    folder: Path, options: tuple[str, str], sentence: str
) -> None:
    server = start(folder, *options)
    _, errors = server.communicate(timeout=30)
    assert server.returncode == 1
    assert errors.startswith(sentence)


def test_a_folder_without_a_site_is_said_in_a_sentence(tmp_path: Path) -> None:
    server = start(tmp_path)
    _, errors = server.communicate(timeout=30)
    assert server.returncode == 1
    assert errors == f"There is no index.html in {tmp_path}. Build the site first.\n"
