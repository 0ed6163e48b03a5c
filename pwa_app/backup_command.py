"""`mooring backup`: one's own words, readable with no browser and no phone."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from pwa_app.device.backup import BackupFaultError, Fault, is_sealed, open_backup, unpack
from pwa_app.pages.storage import store

app = typer.Typer(no_args_is_help=True, help="Read a backup that the app has made.")
console = Console(stderr=True, highlight=False)

FAULTS: dict[Fault, str] = {
    "foreign": "This file is not a backup of this app.",
    "newer": "This backup comes from a newer version. Get a newer Mooring to open it.",
    "passphrase": "This passphrase does not open the file. Try again as often as you like.",
    "truncated": "The end of this file is missing or damaged. Is there another copy of it?",
    "damaged": "This file is damaged: it has changed since it was made. Is there another copy?",
    "refused": "This file asks for more than a backup ever does, so it is not opened.",
}
"""What is wrong with a file, by the codes of device/backup/faults.py."""


@app.callback()
def backup() -> None:
    """Read a backup that the app has made."""


@app.command(name="open")
def open_file(
    file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
    to: Annotated[
        Path | None, typer.Option(help="The folder to make; by default named as the file.")
    ] = None,
) -> None:
    """Put what is in a backup into a folder: a database (SQLite), tables (CSV) and pictures.

    The passphrase is asked for, so that it is in no list of commands. The folder is not locked:
    whoever can read it can read everything.
    """
    folder = to or Path(f"{file.stem}-opened")
    if folder.exists():
        _stop(f"{folder} is there already. Name another folder with --to.")
    try:
        with file.open("rb") as opened:
            passphrase = typer.prompt("Passphrase", hide_input=True) if is_sealed(opened) else None
            content = open_backup(opened, passphrase)
            unpacked = unpack(content, store.tables, folder)
    except BackupFaultError as error:
        _stop(f"{FAULTS[error.fault]} Nothing was written.")
    except (OSError, SQLAlchemyError) as error:
        _stop(f"{folder} could not be written: {error}")
    for name, count in sorted(unpacked.counts.items()):
        typer.echo(f"{name}: {count}")
    if unpacked.other:
        console.print(
            f"{unpacked.other} records have no place in these tables. They are in other.jsonl.",
            style="yellow",
        )
    console.print(f"Everything is in {folder}, made on {content.created}. It is not locked.")


def _stop(message: str) -> NoReturn:
    console.print(message, style="red", soft_wrap=True)
    raise typer.Exit(1)
