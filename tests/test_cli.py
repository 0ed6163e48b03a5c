"""The `mooring` command says what the people who keep the content have to know."""

import pytest
from typer.testing import CliRunner

from pwa_app import cli

LATE = "articles/anger.toml: its next review was due on 2027-11-23"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Stands in for the build: notes each one."""
    sites: list[object] = []
    monkeypatch.setattr(cli.export, "build", lambda site, _target: sites.append(site))
    return sites


@pytest.mark.parametrize(
    ("late", "options", "builds", "code"),
    [
        ([], ["--strict"], 1, 0),
        ([LATE], [], 1, 0),
        ([LATE], ["--strict"], 0, 1),
    ],
)
def test_a_build_names_what_is_past_its_review_and_stops_there_when_strict(
    monkeypatch: pytest.MonkeyPatch,
    built: list[object],
    late: list[str],
    options: list[str],
    builds: int,
    code: int,
) -> None:
    monkeypatch.setattr(cli, "overdue_articles", lambda _packs, _today: late)
    result = CliRunner().invoke(cli.app, ["build", *options])
    assert result.exit_code == code
    assert len(built) == builds
    assert all(line in result.output.replace("\n", "") for line in late)
