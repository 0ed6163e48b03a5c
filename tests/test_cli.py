"""The command: what it says of old entries, and when it stops."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pwa_app import cli, export
from pwa_app.content import Packs, read_packs
from pwa_app.content.problems import PackError, Problem
from pwa_app.site import ROOT
from tests.backup_files import PASSPHRASE, plain_backup, sealed_backup


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A build that only notes that it was asked for."""
    asked: list[str] = []
    monkeypatch.setattr(export, "build", lambda *_given: asked.append("build"))
    return asked


def with_entries_checked_in(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """Let all packs be known to have been right in a year."""
    packs = read_packs()
    for country in packs.countries.values():
        for service in country.services:
            service.checked = year
    monkeypatch.setattr(cli, "read_packs", lambda: packs)


def test_a_build_warns_of_old_entries_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, built: list[str]
) -> None:
    with_entries_checked_in(monkeypatch, 2018)
    done = CliRunner().invoke(cli.app, ["build"])
    assert done.exit_code == 0
    assert "were last known to be right over a year ago" in done.output
    assert built == ["build"]


def test_a_strict_build_stops_at_old_entries(
    monkeypatch: pytest.MonkeyPatch, built: list[str]
) -> None:
    with_entries_checked_in(monkeypatch, 2018)
    done = CliRunner().invoke(cli.app, ["build", "--strict"])
    assert done.exit_code == 1
    assert built == []


def test_a_strict_build_goes_on_when_all_is_recent(
    monkeypatch: pytest.MonkeyPatch, built: list[str]
) -> None:
    with_entries_checked_in(monkeypatch, 9999)
    done = CliRunner().invoke(cli.app, ["build", "--strict"])
    assert done.exit_code == 0
    assert "over a year ago" not in done.output
    assert built == ["build"]


def test_the_content_command_names_every_old_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    with_entries_checked_in(monkeypatch, 2018)
    services = [s.id for country in read_packs().countries.values() for s in country.services]
    done = CliRunner().invoke(cli.app, ["content"])
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert {f"{one}: last known to be right in 2018" for one in services} <= set(lines)
    assert CliRunner().invoke(cli.app, ["content", "--strict"]).exit_code == 1


def test_wrong_packs_stop_the_command_with_every_problem(
    monkeypatch: pytest.MonkeyPatch, built: list[str]
) -> None:
    def refuse() -> Packs:
        raise PackError([Problem(ROOT / "ie.toml", 3, "this is wrong")])

    monkeypatch.setattr(cli, "read_packs", refuse)
    for command in (["build"], ["content"]):
        done = CliRunner().invoke(cli.app, command)
        assert done.exit_code == 1
        assert "this is wrong" in done.output
    assert built == []


LATE = "articles/anger.toml: its next review was due on 2027-11-23"


@pytest.mark.parametrize(
    ("late", "options", "builds", "code"),
    [([], ["--strict"], 1, 0), ([LATE], [], 1, 0), ([LATE], ["--strict"], 0, 1)],
)
def test_a_build_names_articles_past_their_review_and_stops_there_when_strict(
    monkeypatch: pytest.MonkeyPatch,
    built: list[str],
    late: list[str],
    options: list[str],
    builds: int,
    code: int,
) -> None:
    with_entries_checked_in(monkeypatch, 9999)
    monkeypatch.setattr(cli, "overdue_articles", lambda _packs, _today: late)
    result = CliRunner().invoke(cli.app, ["build", *options])
    assert result.exit_code == code
    assert len(built) == builds
    assert all(line in result.output for line in late)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a locked backup in it."""
    monkeypatch.chdir(tmp_path)
    entry = {"id": "a", "at": "2026-11-22T20:39:00.000Z", "local_date": "2026-11-22", "mood": 2}
    backup = plain_backup({"MoodEntry": [entry]})
    (tmp_path / "mine.json").write_bytes(backup)
    (tmp_path / "mine.sealed").write_bytes(sealed_backup(backup))
    return tmp_path


def test_a_locked_backup_opens_into_a_folder_with_the_passphrase_that_is_typed(
    folder: Path,
) -> None:
    done = CliRunner().invoke(cli.app, ["backup", "open", "mine.sealed"], input=f"{PASSPHRASE}\n")
    assert done.exit_code == 0
    assert PASSPHRASE not in done.output
    assert "MoodEntry: 1" in done.output
    assert sorted(path.name for path in (folder / "mine-opened").iterdir()) == [
        "MoodEntry.csv",
        "backup.sqlite",
    ]


def test_an_open_backup_needs_no_passphrase_and_goes_where_one_says(folder: Path) -> None:
    done = CliRunner().invoke(cli.app, ["backup", "open", "mine.json", "--to", "there"])
    assert done.exit_code == 0
    assert (folder / "there" / "MoodEntry.csv").is_file()


@pytest.mark.parametrize(
    ("typed", "spoilt", "words"),
    [
        ("something else\n", b"", "does not open the file"),
        (f"{PASSPHRASE}\n", b"more", "missing or damaged"),
    ],
)
def test_what_is_wrong_with_a_backup_is_said_and_nothing_is_written(
    folder: Path, typed: str, spoilt: bytes, words: str
) -> None:
    with (folder / "mine.sealed").open("ab") as file:
        file.write(spoilt)
    done = CliRunner().invoke(cli.app, ["backup", "open", "mine.sealed"], input=typed)
    assert done.exit_code == 1
    assert words in done.output
    assert not (folder / "mine-opened").exists()


def test_a_folder_with_something_in_it_is_left_alone(folder: Path) -> None:
    (folder / "mine-opened").mkdir()
    done = CliRunner().invoke(cli.app, ["backup", "open", "mine.json"])
    assert done.exit_code == 1
    assert "is there already" in done.output
