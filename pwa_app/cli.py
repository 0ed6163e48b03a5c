"""The `mooring` command."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pwa_app import export
from pwa_app.content import PackError, overdue_articles, read_packs
from pwa_app.pwa.serving import ServingError
from pwa_app.pwa.serving import serve as serve_folder
from pwa_app.site import SITE_FILE, Site, read_site

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Build and serve Mooring.")
console = Console(stderr=True, highlight=False)

Languages = Annotated[
    str | None,
    typer.Option(help="Languages to build, the default first, for example en,en-XA,ar-XB."),
]


@app.command()
def build(
    languages: Languages = None,
    target: Annotated[Path, typer.Option(help="The folder to leave the site in.")] = export.DIST,
    if_changed: Annotated[
        bool, typer.Option("--if-changed", help="Do nothing when the sources did not change.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop when content should have been looked over.")
    ] = False,
) -> None:
    """Build the deployable site."""
    site = _site(languages)
    target = target.resolve()
    _warn_of_overdue(strict)
    if if_changed and export.is_current(site, target):
        console.print(f"{target} is up to date.")
        return
    try:
        export.build(site, target)
    except (export.ExportError, PackError) as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None
    console.print(f"The site is in {target}.")


@app.command()
def serve(
    folder: Annotated[Path, typer.Argument(help="The built site.")] = export.DIST,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="The port to listen on.")] = 3000,
) -> None:
    """Serve the built site the way a static host should."""
    if not (folder / "index.html").is_file():
        console.print(f"There is no built site in {folder}. Run `make build` first.", style="red")
        raise typer.Exit(1)
    try:
        serve_folder(folder, host=host, port=port, on_ready=_say_where)
    except ServingError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None


def _warn_of_overdue(strict: bool) -> None:
    """Says what should have been looked over by today; stops there when strict.

    Packs that cannot be read are left to the build, which says what is wrong with them.
    """
    try:
        overdue = overdue_articles(read_packs(), datetime.now(UTC).date())
    except PackError:
        return
    for line in overdue:
        console.print(line, style="yellow")
    if overdue and strict:
        raise typer.Exit(1)


def _say_where(url: str) -> None:
    console.print(f"Mooring is at {url} (stop with Ctrl+C).")


def _site(languages: str | None) -> Site:
    try:
        return read_site(SITE_FILE, languages)
    except ValueError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
