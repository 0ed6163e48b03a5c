"""The log goes out as a file and comes back in, whole, and only when the person agrees."""

import csv
import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.choosing_files import choose_file
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.browser.phone_records import read_records, write_records
from tests.browser.watch import Watch
from tests.made_up_log import made_up_log
from tests.waiting import wait_for_react, wait_until_idle

NOW = "2026-11-23T14:05:00Z"
TODAY = date(2026, 11, 23)

Entry = dict[str, Any]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

WHOLE: Entry = {
    "id": "a",
    "at": "2026-11-22T20:39:00.000Z",
    "local_date": "2026-11-22",
    "mood": 2,
    "urge": 7,
    "feelings": ["sad", "my own; word"],
    "triggers": ["a row"],
    "helped": ["five-senses"],
    "note": '=HYPERLINK("x")\nand "more"',
}

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2026-11-20,November 20,Friday,8:39 pm,good,"work | a walk","","It was <b>fine</b>.<br>Really."
2026-11-19,November 19,Thursday,07:05,Tired,"","",""
19.11.2026,November 19,Thursday,07:05,bad,"","",""
"""


def open_copy(page: Page, rows: list[Entry]) -> None:
    """Open the page of somebody who wrote these entries."""
    page.clock.set_fixed_time(NOW)
    open_log(page)
    write_records(page, rows)
    page.goto("/log/copy/")
    expect(page.get_by_label("Choose a file")).to_be_enabled()


def download(page: Page, button: str) -> tuple[str, str]:
    """Press a button that saves a file; its name and its text."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, Path(path).read_bytes().decode("utf-8")


def choose(page: Page, name: str, text: str | bytes) -> None:
    """Choose a file to bring entries in from."""
    content = text if isinstance(text, bytes) else text.encode()
    choose_file(
        page.get_by_label("Choose a file"),
        {"name": name, "mimeType": "text/plain", "buffer": content},
    )


def test_everything_can_be_saved_and_brought_back_on_another_phone(
    new_context: NewContext,
) -> None:
    page = new_context().new_page()
    log = [WHOLE, *made_up_log(120, TODAY)]
    open_copy(page, log)
    name, text = download(page, "Save everything")
    assert name == "log-2026-11-23.json"
    assert json.loads(text)["version"] == 1
    other = new_context().new_page()
    open_copy(other, [])
    choose(other, name, text)
    expect(other.get_by_text("New entries: 121")).to_be_visible()
    assert read_records(other) == []
    other.get_by_role("button", name="Bring them in").click()
    expect(other.get_by_text("Entries brought in: 121.")).to_be_visible()
    assert read_records(other) == read_records(page)


def test_the_table_opens_in_other_programs_runs_nothing_and_comes_back(page: Page) -> None:
    open_copy(page, [WHOLE])
    name, text = download(page, "Save as a table")
    assert (name, text[0]) == ("log-2026-11-23.csv", "\ufeff")
    [row] = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert (row["mood"], row["local_time"], row["feelings"]) == (
        "2",
        "20:39",
        "sad; my own\\; word",
    )
    assert row["note"].startswith("'=")
    other = page.context.new_page()
    other.goto("/log/copy/")
    expect(other.get_by_label("Choose a file")).to_be_enabled()
    choose(other, name, text)
    expect(other.get_by_text("Here already: 1.")).to_be_visible()
    expect(other.get_by_role("button", name="Bring them in")).to_have_count(0)
    choose(
        other, name, text.replace(",a\r\n", ",b\r\n").replace(',"a"', ',"b"').replace('"7"', '"8"')
    )
    other.get_by_role("button", name="Bring them in").click()
    expect(other.get_by_text("Entries brought in: 1.")).to_be_visible()
    assert read_records(other)[1] == WHOLE | {"id": "b", "urge": 8}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_table_opens_right_in_libreoffice(page: Page, tmp_path: Path) -> None:
    """LibreOffice itself opens the file, as its dialog offers for the mark of UTF-8 at its start.

    Debian's `libreoffice-calc-nogui` is enough. Without it the test above reads the same file with
    Python's own reader.
    """
    log = [WHOLE, WHOLE | {"id": "b", "feelings": ["größer, 悲しい"], "note": "@SUM(1)\t+2"}]
    open_copy(page, log)
    name, text = download(page, "Save as a table")
    (tmp_path / name).write_text(text, "utf-8", newline="")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    utf8 = "--infilter=CSV:44,34,76,1"
    command = ["soffice", profile, "--headless", utf8, "--convert-to", "fods", name]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    sheet = ElementTree.parse((tmp_path / name).with_suffix(".fods"))
    assert not any(cell.get(f"{TABLE}formula") for cell in sheet.iter(f"{TABLE}table-cell"))
    rows = [
        ["\n".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p")) for cell in row]
        for row in sheet.iter(f"{TABLE}table-row")
    ]
    head, first, second = rows
    assert head == text[1:].splitlines()[0].replace('"', "").split(",")
    assert first[head.index("feelings")] == "sad; my own\\; word"
    assert first[head.index("note")] == '\'=HYPERLINK("x")\nand "more"'
    assert second[head.index("feelings")] == "größer, 悲しい"
    assert second[head.index("note")].startswith("'@SUM(1)")


def test_entries_come_from_daylio_and_every_line_left_out_says_why(
    new_context: NewContext,
) -> None:
    page = new_context(timezone_id="America/New_York").new_page()
    open_copy(page, [])
    choose(page, "daylio_export.csv", DAYLIO)
    expect(page.get_by_text("New entries: 2, from 19 Nov to 20 Nov.")).to_be_visible()
    expect(page.get_by_text("become feelings: Tired.")).to_be_visible()
    expect(page.get_by_text("Line 4: the day is not a date like")).to_be_visible()
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_text("Entries brought in: 2.")).to_be_visible()
    kept = sorted(read_records(page), key=lambda row: row["at"])
    assert [{key: row[key] for key in row if key != "id"} for row in kept] == [
        {"at": "2026-11-19T12:05:00.000Z", "local_date": "2026-11-19", "feelings": ["Tired"]},
        {
            "at": "2026-11-21T01:39:00.000Z",
            "local_date": "2026-11-20",
            "mood": 4,
            "triggers": ["work", "a walk"],
            "note": "It was fine.\nReally.",
        },
    ]
    choose(page, "daylio_export.csv", DAYLIO)
    expect(page.get_by_text("Here already: 2.")).to_be_visible()


@pytest.mark.parametrize(
    "text", ["\n", "Dear diary", "{", '{"format":"other"}', "a,b\n1,2\n", b"\x89PNG\r\n\x1a\n\x00"]
)
def test_a_file_that_is_not_known_changes_nothing(page: Page, text: str | bytes) -> None:
    open_copy(page, [WHOLE])
    choose(page, "some.json", text)
    expect(page.get_by_text("This file is not one the app knows.")).to_be_visible()
    assert read_records(page) == [WHOLE]


def test_what_was_read_can_be_left(page: Page) -> None:
    open_copy(page, [])
    choose(page, "daylio.csv", DAYLIO)
    page.get_by_role("button", name="Leave it").click()
    expect(page.get_by_text("New entries")).to_have_count(0)
    assert read_records(page) == []


def test_nothing_is_half_brought_in(page: Page) -> None:
    open_copy(page, [])
    choose(page, "daylio.csv", DAYLIO)
    expect(page.get_by_text("New entries: 2")).to_be_visible()
    # The second record cannot be written: the disk is full.
    page.evaluate(
        """() => {
          const add = IDBObjectStore.prototype.add;
          let count = 0;
          IDBObjectStore.prototype.add = function (...given) {
            if (++count === 2) throw new DOMException("full", "QuotaExceededError");
            return add.apply(this, given);
          };
        }"""
    )
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_text("This phone has no room left")).to_be_visible()
    assert read_records(page) == []


def open_print(page: Page, rows: list[Entry]) -> None:
    """Open the page for someone else."""
    page.clock.set_fixed_time(NOW)
    open_log(page)
    write_records(page, rows)
    page.goto("/log/print/")
    expect(page.locator(".paper .days tbody tr").first).to_be_visible()


def test_notes_are_left_out_until_they_are_asked_for(page: Page) -> None:
    open_print(page, [WHOLE])
    paper = page.locator(".paper")
    expect(paper).not_to_contain_text("HYPERLINK")
    _, text = download(page, "Save as a table")
    assert "HYPERLINK" not in text
    page.get_by_label("Notes, in your own words").check()
    expect(paper).to_contain_text("HYPERLINK")
    _, text = download(page, "Save as a table")
    assert "HYPERLINK" in text


def test_each_part_can_be_left_out(page: Page) -> None:
    open_print(page, [WHOLE])
    paper = page.locator(".paper")
    for part, words in (
        ("What was around", "a row"),
        ("Feelings", "my own; word"),
        ("What helped", "Five senses"),
    ):
        expect(paper).to_contain_text(words)
        page.get_by_label(part, exact=True).uncheck()
        expect(paper).not_to_contain_text(words)
    page.get_by_label("Mood and urges over time").uncheck()
    expect(paper.locator("figure")).to_have_count(0)
    page.get_by_label("A table of days").uncheck()
    expect(paper.locator(".days")).to_have_count(0)


def test_the_table_of_days_holds_each_day_with_its_strongest_urge(page: Page) -> None:
    open_print(page, [WHOLE, WHOLE | {"id": "b", "at": "2026-11-22T08:00:00.000Z", "urge": 3}])
    row = page.locator(".days tr", has_text="Sunday, 22 Nov")
    assert row.locator("td").all_inner_texts()[:2] == ["Low", "7"]
    expect(page.locator(".days tbody tr")).to_have_count(28 + 4)


def test_what_does_not_belong_on_paper_is_not_printed(page: Page) -> None:
    open_print(page, [WHOLE])
    page.emulate_media(media="print")
    for hidden in (".top", ".rooms", "fieldset", "h1"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".paper h2")).to_be_visible()


@pytest.mark.parametrize("route", ["/log/copy/", "/log/print/", "/log/reminders/"])
def test_everybody_can_read_and_use_the_pages(page: Page, route: str) -> None:
    open_copy(page, [WHOLE])
    choose(page, "daylio.csv", DAYLIO)
    expect(page.get_by_text("New entries: 2")).to_be_visible()
    assert barriers(page) == []
    page.goto(route)
    wait_for_react(page)
    expect(page.get_by_role("button").first).to_be_visible()
    # What was written is read late, and changes the page once more.
    wait_until_idle(page)
    assert barriers(page) == []


BLOCKED = """IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };"""


def test_where_the_browser_keeps_nothing_the_files_pages_say_so(page: Page, watch: Watch) -> None:
    watch.allow("SecurityError|OpenFailedError")
    page.add_init_script(BLOCKED)
    page.goto("/log/copy/")
    for button in ("Save everything", "Save as a table"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text("so there is no log to save here")).to_be_visible()
        page.reload()
    choose(page, "daylio.csv", DAYLIO)
    expect(page.get_by_role("alert")).to_contain_text("does not let the app keep anything")
    page.goto("/log/print/")
    expect(page.get_by_role("alert")).to_contain_text("does not let the app keep anything")
    page.get_by_role("button", name="Save as a table").click()
    expect(page.get_by_text("so there is no log to save here")).to_be_visible()


def test_a_file_that_could_not_be_read_from_the_phone_is_told_and_can_be_tried_again(
    page: Page,
) -> None:
    open_copy(page, [WHOLE])
    page.evaluate(
        """() => {
          const read = IDBIndex.prototype.getAll;
          IDBIndex.prototype.getAll = () => { throw new DOMException("", "UnknownError"); };
          window.mend = () => { IDBIndex.prototype.getAll = read; };
        }"""
    )
    page.get_by_role("button", name="Save everything").click()
    expect(page.get_by_text("That did not work. Your entries stay as they are.")).to_be_visible()
    page.evaluate("() => window.mend()")
    _, text = download(page, "Save everything")
    assert json.loads(text)["entries"] == [WHOLE]
    expect(page.get_by_text("That did not work.")).to_have_count(0)
