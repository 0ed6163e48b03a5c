"""``python -m pwa_app.pwa.serving FOLDER [--host HOST] [--port PORT]``."""

import argparse
import sys
from pathlib import Path

from pwa_app.pwa.serving.server import ServingError, serve


def main() -> int:
    """Serve the folder named on the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m pwa_app.pwa.serving", description=__doc__)
    parser.add_argument("folder", type=Path, help="the built site")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=3000, help="port; 0 takes a free one")
    options = parser.parse_args()
    folder: Path = options.folder
    try:
        serve(folder, options.host, options.port, on_ready=_say_where)
    except ServingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _say_where(address: str) -> None:
    sys.stdout.write(f"Serving at {address} - stop with Ctrl+C.\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
