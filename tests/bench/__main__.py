"""Measures the built site: ``python -m tests.bench [--part NAME …] [--runs N] …``."""

import argparse
import subprocess
import sys
from pathlib import Path

from .document import NEW_PAGE, Section, with_section
from .errors import BenchError
from .order import Order
from .parts import PARTS
from .server import ROOT


def main() -> int:
    """Measure what was asked for and write each part into the page; return the exit code."""
    options = _options()
    order = Order(options.folder.resolve(), options.routes, options.runs, _say)
    output: Path = options.output
    if not (order.site / "index.html").is_file():
        return _fail(f"There is no built site in {order.site}. Run `make build` first.")
    output.parent.mkdir(parents=True, exist_ok=True)
    for name in options.part or PARTS:
        try:
            text = PARTS[name](order)
            # Each as soon as it is measured: what comes after may fail.
            page = output.read_text("utf-8") if output.is_file() else NEW_PAGE
            output.write_text(with_section(page, Section(name), text), "utf-8")
        except (BenchError, OSError, subprocess.CalledProcessError) as error:
            return _fail(f"{name}: {error}")
        _say(f"{name}: the figures are in {output}.")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "dist", help="the built site")
    parser.add_argument(
        "--part", nargs="+", choices=tuple(PARTS), help="only these parts (default: all)"
    )
    parser.add_argument("--routes", nargs="+", help="only these pages, where pages are measured")
    parser.add_argument("--runs", type=_count, help="how often (default: each part's own number)")
    parser.add_argument(
        "--output",
        type=Path,
        default=ROOT / "docs" / "performance.md",
        help="the page to write into, between its markers",
    )
    return parser.parse_args()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        msg = "at least 1"
        raise argparse.ArgumentTypeError(msg)
    return number


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _fail(message: str) -> int:
    _say(message)
    return 1


if __name__ == "__main__":
    sys.exit(main())
