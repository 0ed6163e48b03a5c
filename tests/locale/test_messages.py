"""The interface's sentences: all collected, all within the wording rules."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from pwa_app.content import DEFAULT_PACKS
from pwa_app.content.rules import read_wording
from pwa_app.export import ROOT

TEMPLATE = ROOT / "pwa_app" / "locale" / "mooring.pot"


def sentences(path: Path) -> set[str]:
    with path.open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("messages") / "mooring.pot"
    options = ["--no-location", "--sort-output", "--omit-header", "-k", "_", "-o", str(path)]
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *options]
    subprocess.run([*command, "pwa_app/pages", "rxconfig.py"], cwd=ROOT, check=True)
    return path


def test_the_template_for_translators_holds_every_sentence(collected: Path) -> None:
    assert sentences(TEMPLATE) == sentences(collected), "run `make messages`"


def test_no_sentence_of_the_interface_breaks_the_wording_rules() -> None:
    wording = read_wording(DEFAULT_PACKS, [])
    faults = {
        sentence: faults
        for sentence in sentences(TEMPLATE)
        if (faults := wording.faults(sentence, "cards", "en"))
    }
    assert faults == {}
    assert wording.faults("You failed.", "cards", "en") != []


def test_no_sentence_shouts(collected: Path) -> None:
    assert [sentence for sentence in sentences(collected) if "!" in sentence] == []
