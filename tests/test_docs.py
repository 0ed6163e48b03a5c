"""What the documentation says is so: commands, links, files, versions and examples."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from pwa_app.content import DEFAULT_PACKS, read_packs
from pwa_app.device.modules import DEPENDENCIES
from pwa_app.pages.plugin import DEPENDENCIES as PAGES_DEPENDENCIES
from pwa_app.pwa.bundles import NPM_PACKAGES

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "decisions"
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("pwa_app/**/*.md"),
        *ROOT.glob("tests/**/*.md"),
    ]
)
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))

MADE_BY_A_BUILD = ("dist", "dist.new", ".web", ".build", ".venv")
FILE = re.compile(r"[\w.<>*-]+(/[\w.<>*-]+)*/?")
FILE_ENDINGS = (".css", ".js", ".json", ".md", ".mjs", ".py", ".svg", ".toml", ".yaml")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_in(text: str) -> list[str]:
    """The text of code spans and fenced blocks."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", prose)]


def targets_in(text: str) -> set[str]:
    command = re.compile(r"^(?:\w+=\S+ )*make ([a-z]+)", re.MULTILINE)
    return {name for code in code_in(text) for name in command.findall(code)}


def anchors_of(document: Path) -> set[str]:
    """The fragments that lead to the headings, as the common code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def named_files(text: str) -> set[str]:
    """Code spans that name a file or folder of the repository, by its path from the root."""
    tops = {path.name for path in ROOT.iterdir()}
    found = set()
    for span in code_in(text):
        first = span.partition("/")[0]
        looks_like_a_file = ("/" in span and first in tops) or span.endswith(FILE_ENDINGS)
        if FILE.fullmatch(span) and looks_like_a_file and first not in MADE_BY_A_BUILD:
            found.add(span)
    return found


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_make_target_that_is_named_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert targets_in(document.read_text("utf-8")) <= targets


def test_a_newcomer_finds_every_make_target_explained() -> None:
    explained = set(re.findall(r"^([a-z]+):.*##", text_of("Makefile"), re.MULTILINE))
    assert explained <= targets_in(text_of("README.md")) | targets_in(text_of("CONTRIBUTING.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    links = [*re.findall(r"\]\(([^)\s]+)\)", text), *re.findall(r'src="([^"]+)"', text)]
    for link in links:
        name, _, fragment = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        target = document.parent / name if name else document
        assert target.exists(), f"{link} in {short(document)}"
        if fragment:
            assert fragment in anchors_of(target), f"{link} in {short(document)}"


def test_every_room_has_its_row_in_the_drawing_of_the_house() -> None:
    rooms = {path.parent.name for path in ROOT.glob("pwa_app/*/__init__.py")}
    rows = re.findall(r"^\| `pwa_app/(\w+)/` \|", text_of("ARCHITECTURE.md"), re.MULTILINE)
    assert sorted(rows) == sorted(rooms)


def test_every_file_named_in_the_architecture_exists() -> None:
    files = named_files(text_of("ARCHITECTURE.md"))
    assert len(files) > 50
    gone = [name for name in files if not any(ROOT.glob(re.sub(r"<\w+>", "*", name).rstrip("/")))]
    assert sorted(gone) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_file_of_the_app_named_anywhere_exists(document: Path) -> None:
    named = named_files(document.read_text("utf-8"))
    ours = [name for name in named if name.startswith(("pwa_app/", "tests/", "assets/"))]
    assert [n for n in ours if not any(ROOT.glob(re.sub(r"<\w+>", "*", n).rstrip("/")))] == []


def pinned_packages() -> dict[str, str]:
    """Version by name of every dependency: Python's, and those the app has npm bring."""
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    optional = project["optional-dependencies"].values()
    pins = [*project["dependencies"], *(pin for pins in optional for pin in pins)]
    python = dict(pin.split("==") for pin in pins)
    npm = dict(
        package.rsplit("@", 1) for package in (*DEPENDENCIES, *PAGES_DEPENDENCIES, *NPM_PACKAGES)
    )
    return python | npm


def test_the_record_of_dependencies_has_every_one_in_its_version() -> None:
    record = text_of("docs/decisions/0013-dependencies.md")
    rows = dict(re.findall(r"^\| ([\w@/-]+) \| (\d[\w.]*) \|", record, re.MULTILINE))
    assert rows == pinned_packages()


def test_the_types_are_checked_against_the_packages_that_are_used() -> None:
    tools = json.loads(text_of("tests/tools/package.json"))["devDependencies"]
    npm = dict(
        package.rsplit("@", 1) for package in (*DEPENDENCIES, *PAGES_DEPENDENCIES, *NPM_PACKAGES)
    )
    assert {name: tools[name] for name in npm} == npm


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_decision_is_short_listed_and_says_its_status(record: Path) -> None:
    lines = record.read_text("utf-8").splitlines()
    # A table may grow, such as the one of the dependencies.
    assert len([line for line in lines if not line.startswith("|")]) <= 40
    assert lines[0].startswith(f"# {record.stem[:4]}. ")
    assert re.match(r"Status: .+ · Date: \d{4}-\d\d-\d\d$", lines[2])
    assert f"]({record.name})" in (DECISIONS / "README.md").read_text("utf-8")


def test_the_examples_for_editors_pass_every_check(tmp_path: Path) -> None:
    for rules in DEFAULT_PACKS.glob("*.toml"):
        shutil.copy(rules, tmp_path)
    example = re.compile(r"^`(\w+/\w+/[\w-]+\.toml)`\n\n```toml\n(.*?)^```", re.M | re.S)
    examples = example.findall(text_of("docs/content.md"))
    for name, text in examples:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    packs = read_packs(tmp_path, year=2026)
    assert (len(packs.cards), len(packs.countries), len(packs.articles)) == (1, 1, 1)
    assert list(packs.translations["es"].cards) == list(packs.cards)
