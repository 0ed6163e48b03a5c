"""The command: what it says of old entries, and when it stops."""

import pytest
from typer.testing import CliRunner

from pwa_app import cli, export
from pwa_app.content import Packs, read_packs
from pwa_app.content.problems import PackError, Problem
from pwa_app.site import ROOT


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
