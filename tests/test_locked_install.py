"""What `make` installs: what the lock files name, and nothing that came out after them."""

import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("lock", ["requirements/run.txt", "requirements/dev.txt"])
def test_an_install_takes_the_lock_s_versions_whatever_was_released_since(lock: str) -> None:
    target = ".venv/dev.installed"
    command = ["make", "--dry-run", "--always-make", "--no-print-directory", target]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    installs = [shlex.split(line) for line in said.splitlines() if f"--requirement {lock}" in line]
    assert len(installs) == 1
    assert {"--no-deps", "--require-hashes"} <= set(installs[0])
