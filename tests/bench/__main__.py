"""Measures the built site: ``python -m tests.bench [--part site|log] [--runs N] …``."""

import argparse
import subprocess
import sys
from pathlib import Path

from .document import NEW_PAGE, with_figures
from .errors import BenchError
from .log import COUNTS, RUNS, measure_log
from .log_section import BEGIN, END, with_log
from .machine import this_machine
from .measuring import ROUTES, measure
from .server import ROOT, served


def main() -> int:
    """Measure the site and write the page; return the exit code."""
    options = _options()
    folder: Path = options.folder
    output: Path = options.output
    if not (folder / "index.html").is_file():
        return _fail(f"There is no built site in {folder}. Run `make build` first.")
    try:
        text = output.read_text("utf-8") if output.is_file() else f"{NEW_PAGE}\n{BEGIN}\n{END}\n"
        if options.part != "log":
            figures = measure(folder, options.routes, options.runs, _say)
            text = with_figures(text, figures)
        if options.part != "site":
            text = _with_log(text, folder, options.runs)
    except (BenchError, subprocess.CalledProcessError) as error:
        return _fail(str(error))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")
    _say(f"The figures are in {output}.")
    return 0


def _with_log(page: str, folder: Path, runs: int | None) -> str:
    machine, measured = this_machine(), []
    with served(folder) as origin:
        for count in COUNTS:
            _say(f"the log with {count:,} entries")
            measured.append(measure_log(origin, count, runs or RUNS))
    return with_log(page, machine, measured)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "dist", help="the built site")
    parser.add_argument("--part", choices=("site", "log"), help="only this part (default: both)")
    parser.add_argument("--routes", nargs="+", default=ROUTES, help="what Lighthouse is to load")
    parser.add_argument("--runs", type=_count, help="how often (default: 3 to 7)")
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
