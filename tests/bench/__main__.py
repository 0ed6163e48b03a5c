"""Measures the built site: ``python -m tests.bench [--part NAME …] [--runs N] …``."""

import argparse
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from .document import NEW_PAGE, Section, with_section
from .errors import BenchError
from .order import Order
from .parts import PARTS
from .server import ROOT


def main() -> int:
    """Measure what was asked for, each part even where another fails; return the exit code."""
    options = _options()
    order = Order(options.folder.resolve(), options.routes, options.runs, _say)
    output: Path = options.output
    if not (order.site / "index.html").is_file():
        return _fail(f"There is no built site in {order.site}. Run `make build` first.")
    output.parent.mkdir(parents=True, exist_ok=True)
    failed = [name for name in options.part or PARTS if not _written(name, order, output)]
    return _fail(f"Not measured: {', '.join(failed)}.") if failed else 0


def _written(name: str, order: Order, output: Path) -> bool:
    """Measure a part and write it at once: what comes after may take long, or fail."""
    try:
        text = PARTS[name](order)
        page = output.read_text("utf-8") if output.is_file() else NEW_PAGE
        output.write_text(with_section(page, Section(name), text), "utf-8")
    except (BenchError, BrowserError, OSError, subprocess.SubprocessError) as error:
        _say(f"{name}: {error}")
        return False
    _say(f"{name}: the figures are in {output}.")
    return True


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
