"""Checks the types of the JavaScript modules: `python -m tests.javascript_types`.

TypeScript is no part of the app, so it is installed apart, into .build/tools.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = Path(__file__).parent / "tools"
INSTALLED = ROOT / ".build" / "tools"
_PATH = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def install() -> None:
    """Installs the pinned packages, once for each state of the lock file."""
    lock = SOURCES / "package-lock.json"
    stamp = INSTALLED / hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists():
        return
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(SOURCES / name, INSTALLED)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=INSTALLED, env=_PATH, check=True)
    stamp.touch()


def main() -> int:
    """Gives TypeScript's own exit code: pages and service workers know different platforms."""
    install()
    compiler = INSTALLED / "node_modules" / "typescript" / "bin" / "tsc"
    codes = [
        subprocess.run(
            ["node", str(compiler), "--project", str(SOURCES / project)],
            cwd=ROOT,
            env=_PATH,
            check=False,
        ).returncode
        for project in ("tsconfig.json", "tsconfig.worker.json")
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
