"""The `mooring` command."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pwa_app import backup_command, export
from pwa_app.content import PackError, overdue_articles, read_packs
from pwa_app.logic.directory import is_old
from pwa_app.pwa.serving import ServingError, first_page
from pwa_app.pwa.serving import serve as serve_folder
from pwa_app.site import SITE_FILE, Site, read_site

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Build, check and serve Mooring; read backups."
)
app.add_typer(backup_command.app, name="backup")
console = Console(stderr=True, highlight=False)

Languages = Annotated[
    str | None,
    typer.Option(help="Languages to build, the default first, for example en,en-XA,ar-XB."),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Fail where a number or an article is overdue to be checked."),
]


@app.command()
def build(
    languages: Languages = None,
    path: Annotated[
        str | None, typer.Option(help="Where the site stands on its host, such as /app.")
    ] = None,
    target: Annotated[Path, typer.Option(help="The folder to leave the site in.")] = export.DIST,
    if_changed: Annotated[
        bool, typer.Option("--if-changed", help="Do nothing when the sources did not change.")
    ] = False,
    strict: Strict = False,
) -> None:
    """Build the deployable site; warn of numbers that were last known to be right long ago."""
    site = _site(languages, path)
    _warn_of(_old_services(), strict)
    _warn_of_articles(strict)
    target = target.resolve()
    if if_changed and export.is_current(site, target):
        console.print(f"{target} is up to date.")
        return
    try:
        export.build(site, target)
    except export.ExportError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None
    console.print(f"The site is in {target}.")


@app.command()
def content(strict: Strict = False) -> None:
    """Check every pack, and list the services that were last known to be right long ago."""
    old = _old_services()
    for line in old:
        typer.echo(line)
    _warn_of(old, strict)
    _warn_of_articles(strict)


@app.command()
def serve(
    folder: Annotated[Path, typer.Argument(help="The built site.")] = export.DIST,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="The port to listen on.")] = 3000,
) -> None:
    """Serve the built site the way a static host should."""
    if first_page(folder) is None:
        console.print(f"There is no built site in {folder}. Run `make build` first.", style="red")
        raise typer.Exit(1)
    try:
        serve_folder(folder, host=host, port=port, on_ready=_say_where)
    except ServingError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None


def _old_services() -> list[str]:
    """Checks the packs; gives a line for each service that was last known right long ago.

    Raises:
        typer.Exit: The packs are wrong.
    """
    try:
        packs = read_packs()
    except PackError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None
    return [
        f"{service.id}: last known to be right in {service.checked}"
        for country in packs.countries.values()
        for service in country.services
        if is_old(service.checked, datetime.now(UTC).year)
    ]


def _warn_of(old: list[str], strict: bool) -> None:
    if not old:
        return
    console.print(
        f"{len(old)} services were last known to be right over a year ago, and say so on their "
        "pages. `mooring content` lists them.",
        style="red" if strict else "yellow",
        soft_wrap=True,
    )
    if strict:
        raise typer.Exit(1)


def _warn_of_articles(strict: bool) -> None:
    """Names the articles whose next review is past; stops there when strict."""
    overdue = overdue_articles(read_packs(), datetime.now(UTC).date())
    for line in overdue:
        console.print(line, style="red" if strict else "yellow", soft_wrap=True)
    if overdue and strict:
        raise typer.Exit(1)


def _say_where(url: str) -> None:
    console.print(f"Mooring is at {url} (stop with Ctrl+C).")


def _site(languages: str | None, path: str | None) -> Site:
    try:
        return read_site(SITE_FILE, languages, path)
    except ValueError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
