"""wrk: asking a server the same thing over and over.

https://github.com/wg/wrk
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .errors import BenchError

THREADS: Final = 2
CONNECTIONS: Final = 32
"""How many at once, each asking again as soon as it is answered."""

SECONDS: Final = 4
"""How long it asks."""

_UNITS: Final = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
_LATE: Final = re.compile(r"^\s*99%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
_RATE: Final = re.compile(r"^Requests/sec:\s+([\d.]+)", re.MULTILINE)
_TROUBLE: Final = re.compile(r"^\s*(?:Socket errors|Non-2xx or 3xx responses):.*$", re.MULTILINE)


@dataclass(frozen=True)
class Load:
    """What a server could do.

    Attributes:
        rate: Requests answered in a second.
        p99: Milliseconds that 99 of 100 requests were answered within.
    """

    rate: float
    p99: float


def wrk_version() -> str:
    """Return "wrk" and its version.

    Raises:
        OSError: There is no wrk.
    """
    # It tells its version and then stops as if it had been called wrongly.
    done = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False)
    found = re.match(r"wrk (?:debian/)?([\d.]+)", done.stdout)
    return f"wrk {found[1]}" if found else "wrk"


def ask(address: str, headers: Mapping[str, str], seconds: int = SECONDS) -> Load:
    """Ask for an address for some seconds.

    Args:
        address: On this machine.
        headers: Sent along.
        seconds: How long.

    Raises:
        BenchError: An answer failed, or wrk did.
    """
    command = [
        *("wrk", f"--threads={THREADS}", f"--connections={CONNECTIONS}"),
        *(f"--duration={seconds}s", "--timeout=5s", "--latency"),
        *(f"--header={name}: {value}" for name, value in headers.items()),
        address,
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=seconds + 30
    )
    if done.returncode != 0:
        raise BenchError(f"wrk stopped: {(done.stderr or done.stdout).strip()}")
    return read_load(done.stdout)


def read_load(text: str) -> Load:
    """Read what wrk has printed.

    Raises:
        BenchError: It tells of failed answers, or lacks a figure.
    """
    if trouble := _TROUBLE.search(text):
        raise BenchError(f"Under load, answers failed. {trouble[0].strip()}")
    late, rate = _LATE.search(text), _RATE.search(text)
    if late is None or rate is None:
        raise BenchError(f"wrk printed no figures: {text.strip()}")
    return Load(float(rate[1]), float(late[1]) * _UNITS[late[2]])
