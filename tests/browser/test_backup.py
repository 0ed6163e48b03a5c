"""Everything can be put in one file and brought back: locked, whole, and only when it is agreed."""

import io
import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pwa_app.device.backup import open_backup
from pwa_app.pages.storage import store
from tests.backup_files import FOLDER, PASSPHRASE, plain_backup, sealed_backup
from tests.browser.accessibility import barriers
from tests.browser.backup_page import (
    choose,
    done,
    everything,
    open_backup_page,
    press,
    save_plain,
    save_sealed,
)
from tests.browser.conftest import NewContext
from tests.browser.phone_records import read_records
from tests.browser.test_earlier_databases import VERSIONS, database

Row = dict[str, Any]

NOW = "2026-11-23T14:05:00Z"
ENTRY: Row = {
    "id": "a",
    "at": "2026-11-22T20:39:00.000Z",
    "local_date": "2026-11-22",
    "mood": 2,
    "feelings": ["sad", "my own; wörd 言葉"],
    "note": '😀, "quoted" and\nmore',
}
OTHER: Row = {"id": "b", "at": "2026-11-20T08:00:00.000Z", "local_date": "2026-11-20", "mood": 4}
PLAN: Row = {"id": "mine", "updated": "2026-11-22T08:00:00.000Z", "reasons": "the dog"}
MARK: Row = {"card": "five-senses", "favourite": 1.5}


def counts(page: Page) -> dict[str, tuple[str, str]]:
    """The table of what is in the file and what is here."""
    rows = page.locator(".counts tbody tr").all()
    cells = [row.locator("th, td").all_inner_texts() for row in rows]
    return {name: (found, here) for name, found, here in cells}


KEPT = {"MoodEntry": [ENTRY, OTHER], "SafetyPlan": [PLAN], "CardMark": [MARK]}


def test_a_locked_backup_brings_everything_back_on_another_phone(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.clock.set_fixed_time(NOW)
    open_backup_page(page, KEPT)
    page.evaluate("""() => localStorage.setItem("mooring:appearance", '{"theme":"dark"}')""")
    before = everything(page)
    name, file = save_sealed(page)
    assert name == "backup-2026-11-23.sealed"
    assert b"the dog" not in file
    other = new_context().new_page()
    open_backup_page(other)
    choose(other, file, PASSPHRASE)
    expect(other.get_by_text("Made on")).to_be_visible()
    assert counts(other)["Log entries"] == ("2", "0")
    assert other.evaluate("indexedDB.databases().then((all) => all.length)") == 1
    assert read_records(other) == []
    press(other, "Bring it back")
    done(other)
    assert everything(other) == before
    assert other.locator("html").get_attribute("data-theme") == "dark"


def test_python_reads_what_the_browser_locked(page: Page) -> None:
    open_backup_page(page, KEPT)
    before = everything(page)
    _, file = save_sealed(page, "caf\u00e9 au lait every day")
    content = open_backup(io.BytesIO(file), "cafe\u0301 au lait every day")
    found: dict[str, list[Row]] = {name: [] for name in store.schema["tables"]}
    for item in content.items:
        found[item["table"]].append(item["row"])
    assert found == before
    assert (content.schema, content.app) == (store.schema["version"], "0.1.0")


PUT_BYTES = """async (size) => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
  });
  const large = Uint8Array.from({ length: size }, (_, at) => at % 251);
  const row = { card: "bytes", large, also: large.buffer, small: new Uint8Array([1, 2, 3]) };
  const transaction = database.transaction("CardMark", "readwrite");
  transaction.objectStore("CardMark").put(row);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}"""

READ_BYTES = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
  });
  const request = database.transaction("CardMark").objectStore("CardMark").get("bytes");
  await new Promise((resolve) => { request.onsuccess = resolve; });
  database.close();
  const row = request.result;
  const right = (bytes) => bytes.every((byte, at) => byte === at % 251);
  const { large, also = new ArrayBuffer(0), small } = row;
  return [large.length, right(large), also.byteLength, right(new Uint8Array(also)), [...small]];
}"""
SIZE = 2_000_000


def test_large_bytes_pass_from_the_browser_to_python(page: Page) -> None:
    open_backup_page(page)
    page.evaluate(PUT_BYTES, SIZE)
    _, file = save_sealed(page)
    [item] = open_backup(io.BytesIO(file), PASSPHRASE).items
    expected = bytes(at % 251 for at in range(SIZE))
    assert item["row"] == {
        "card": "bytes",
        "large": expected,
        "also": expected,
        "small": b"\x01\x02\x03",
    }


def test_large_bytes_pass_from_the_browser_to_another(new_context: NewContext) -> None:
    page = new_context().new_page()
    open_backup_page(page)
    page.evaluate(PUT_BYTES, SIZE)
    _, file = save_sealed(page)
    choose(page, file, PASSPHRASE)
    expect(page.get_by_text("The same in both: 1.")).to_be_visible()
    other = new_context().new_page()
    open_backup_page(other)
    choose(other, file, PASSPHRASE)
    press(other, "Bring it back")
    done(other)
    assert other.evaluate(READ_BYTES) == [SIZE, True, SIZE, True, [1, 2, 3]]


def test_large_bytes_pass_from_python_to_the_browser(page: Page) -> None:
    large = bytes(at % 251 for at in range(SIZE))
    rows = {"CardMark": [{"card": "bytes", "large": large, "small": b"abc"}]}
    open_backup_page(page)
    choose(page, sealed_backup(plain_backup(rows), chunk=65_536), PASSPHRASE)
    press(page, "Bring it back")
    done(page)
    assert page.evaluate(READ_BYTES) == [SIZE, True, 0, True, [97, 98, 99]]


def test_no_two_backups_share_a_salt_or_a_nonce(page: Page) -> None:
    open_backup_page(page)
    files = [save_sealed(page)[1] for _ in range(3)]
    heads = [json.loads(file[11 : 11 + int.from_bytes(file[9:11])]) for file in files]
    assert len({head["kdf"]["salt"] for head in heads}) == 3
    assert len({head["cipher"]["nonce"] for head in heads}) == 3
    assert all(head["kdf"]["memory_kib"] >= 19_456 for head in heads)
    assert all(head["kdf"]["iterations"] >= 2 for head in heads)


def test_the_key_is_the_one_that_the_makers_of_argon2_publish(page: Page, dist: Path) -> None:
    """The vector for Argon2id 1.3 with t=2, m=2^16, p=1 in phc-winner-argon2's test.c."""
    [module] = dist.glob("assets/argon2id-*.js")
    open_backup_page(page)
    key = page.evaluate(
        """async (address) => {
          const parts = Object.values(await import(address));
          const make = parts.find((part) => typeof part === "function");
          const cost = { memoryKiB: 65536, iterations: 2, parallelism: 1 };
          const key = await make("password", new TextEncoder().encode("somesalt"), cost);
          return Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
        }""",
        f"/assets/{module.name}",
    )
    assert key == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_python_reads_what_the_browser_left_open_and_so_does_every_other_program(
    page: Page,
) -> None:
    open_backup_page(page, KEPT)
    name, file = save_plain(page)
    assert name.endswith(".json")
    rows = [item["row"] for item in open_backup(io.BytesIO(file), None).items]
    assert rows == [ENTRY, OTHER, PLAN, MARK]
    whole = json.loads(file)
    assert [record["row"] for record in whole["records"][:-1]] == rows


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "plain"])
def test_the_browser_reads_what_python_wrote(page: Page, sealed: bool) -> None:
    open_backup_page(page)
    file = plain_backup({**KEPT, "MoodEntry": [OTHER]}, {"appearance": '{"text":"large"}'})
    choose(page, sealed_backup(file) if sealed else file, PASSPHRASE if sealed else None)
    press(page, "Bring it back")
    done(page)
    assert read_records(page) == [OTHER]
    assert page.locator("html").get_attribute("data-text") == "large"


def backed_up(version: int) -> dict[str, Any]:
    """The tables of an earlier version's database; the lock is of the phone alone."""
    tables: dict[str, Any] = database(version)["tables"]
    return {name: table for name, table in tables.items() if name != "Vault"}


def with_bytes(row: dict[str, Any]) -> dict[str, Any]:
    """A record whose `{"bytes": [255, 0, …]}` are written as a backup has them."""
    return {
        name: {"$buffer": b64encode(bytes(value["bytes"])).decode()}
        if isinstance(value, dict) and "bytes" in value
        else value
        for name, value in row.items()
    }


@pytest.mark.parametrize("version", VERSIONS)
def test_a_backup_of_every_earlier_version_comes_back_with_every_field(
    page: Page, version: int
) -> None:
    tables = backed_up(version)
    open_backup_page(page)
    rows = {name: [with_bytes(row) for row in table["rows"]] for name, table in tables.items()}
    choose(page, plain_backup(rows, schema=version))
    press(page, "Bring it back")
    done(page)
    for name, table in tables.items():
        expected = sorted(table["rows"], key=lambda row: str(row[table["key"]]))
        assert read_records(page, name) == expected


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*")), ids=lambda path: getattr(path, "name", "")
)
def test_a_backup_that_an_earlier_version_made_comes_back(page: Page, path: Path) -> None:
    version = int(path.stem)
    open_backup_page(page)
    choose(page, path, PASSPHRASE if path.suffix == ".sealed" else None)
    press(page, "Bring it back")
    done(page)
    for name, table in backed_up(version).items():
        expected = sorted(table["rows"], key=lambda row: str(row[table["key"]]))
        assert read_records(page, name) == expected


def test_adding_keeps_both_and_the_newer_of_two(page: Page) -> None:
    here = {
        "MoodEntry": [ENTRY | {"note": "changed here"}],
        "SafetyPlan": [PLAN],
        "CardMark": [MARK],
    }
    file = plain_backup(
        {
            "MoodEntry": [ENTRY, OTHER],
            "SafetyPlan": [PLAN | {"updated": "2026-11-23T08:00:00.000Z", "reasons": "newer"}],
            "CardMark": [MARK],
        }
    )
    open_backup_page(page, here)
    choose(page, file)
    for line in (
        "New on this phone: 1.",
        "Newer in the file than on this phone, and would take its place: 1.",
        "Different here, and would stay as it is here: 1.",
        "The same in both: 1.",
    ):
        expect(page.get_by_text(line)).to_be_visible()
    assert counts(page)["Log entries"] == ("2", "1")
    press(page, "Add it to what is here")
    done(page)
    assert read_records(page) == [ENTRY | {"note": "changed here"}, OTHER]
    assert read_records(page, "SafetyPlan")[0]["reasons"] == "newer"
    assert read_records(page, "CardMark") == [MARK]


def test_replacing_asks_once_more_and_leaves_only_what_is_in_the_file(page: Page) -> None:
    open_backup_page(page, KEPT)
    choose(page, plain_backup({"MoodEntry": [OTHER | {"id": "z"}]}))
    press(page, "Replace what is here…")
    expect(page.get_by_text("goes for good: 4 things.")).to_be_visible()
    press(page, "Go back")
    expect(page.get_by_role("button", name="Add it to what is here")).to_be_visible()
    assert len(read_records(page)) == 2
    press(page, "Replace what is here…")
    press(page, "Replace everything")
    done(page)
    assert everything(page) == {name: [] for name in store.schema["tables"]} | {
        "MoodEntry": [OTHER | {"id": "z"}]
    }


def test_another_passphrase_changes_nothing_and_the_right_one_still_opens_it(page: Page) -> None:
    open_backup_page(page)
    choose(page, sealed_backup(plain_backup(KEPT)), "something else")
    expect(page.get_by_text("This passphrase does not open the file.")).to_be_visible()
    assert barriers(page) == []
    page.get_by_label("The passphrase of this file").fill(PASSPHRASE)
    page.get_by_label("The passphrase of this file").press("Enter")
    expect(page.get_by_text("Made on")).to_be_visible()


SEALED = sealed_backup(plain_backup(KEPT))
PLAIN = plain_backup(KEPT)
LONG = sealed_backup(PLAIN + bytes(4000))
TOO_MUCH = sealed_backup(PLAIN, kdf={"memory_kib": 4_194_304})


WRONG = {
    "text": (b"Dear diary", "This file is not a backup of this app."),
    "empty": (b"", "This file is not a backup of this app."),
    "log": (b'{"format":"mooring-log","version":1}', "This file is a copy of the log alone."),
    "later format": (SEALED[:8] + b"\x02" + SEALED[9:], "This backup comes from a newer version"),
    "later, sealed": (sealed_backup(PLAIN, schema=999), "This backup comes from a newer version"),
    "later, plain": (plain_backup(KEPT, schema=999), "This backup comes from a newer version"),
    "later lines": (plain_backup(KEPT, version=2), "This backup comes from a newer version"),
    "short head": (SEALED[:40], "The end of this file is missing"),
    "short text": (PLAIN[:-10], "The end of this file is missing"),
    "changed head": (SEALED[:20] + b"?" + SEALED[21:], "This file is damaged"),
    "changed text": (PLAIN.replace(b"the dog", b"the cat"), "This file is damaged"),
    "too much": (TOO_MUCH, "This file asks for more than a backup"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_file_is_said_and_nothing_changes(page: Page, case: str) -> None:
    file, words = WRONG[case]
    open_backup_page(page, {"MoodEntry": [OTHER]})
    choose(page, file)
    expect(page.get_by_text(words)).to_be_visible()
    assert barriers(page) == []
    assert read_records(page) == [OTHER]


WRONG_INSIDE = {
    "short": (SEALED[:-5], "The end of this file is missing"),
    "changed": (LONG[:-1500] + bytes([LONG[-1500] ^ 1]) + LONG[-1499:], "This file is damaged"),
    "longer": (SEALED + b"more", "The end of this file is missing"),
    "text": (sealed_backup(b"Dear diary\n" * 400), "This file is damaged"),
    "empty": (sealed_backup(b""), "The end of this file is missing"),
}


@pytest.mark.parametrize("case", WRONG_INSIDE)
def test_what_is_wrong_behind_the_lock_is_said_too(page: Page, case: str) -> None:
    file, words = WRONG_INSIDE[case]
    open_backup_page(page, {"MoodEntry": [OTHER]})
    choose(page, file, PASSPHRASE)
    expect(page.get_by_text(words)).to_be_visible()
    assert read_records(page) == [OTHER]


def test_records_that_could_break_the_app_are_left_out_and_counted(page: Page) -> None:
    bad: list[Row] = [
        OTHER | {"id": 5},
        OTHER | {"id": "c", "mood": "2"},
        OTHER | {"id": "d", "feelings": [{"a": 1}]},
        OTHER | {"id": "e", "at": "yesterday"},
        OTHER | {"id": "f", "note": "x" * 20_001},
        OTHER | {"id": "g", "mood": 99},
        {"id": "h"},
    ]
    rows = {"MoodEntry": [OTHER, *bad], "Nonsense": [{"id": "a"}], "__proto__": [{"id": "a"}]}
    open_backup_page(page)
    choose(page, plain_backup(rows, {"vault-key": "x", "appearance": "{}"}))
    expect(page.get_by_text("Could not be read, and is left out: 10.")).to_be_visible()
    press(page, "Bring it back")
    done(page)
    assert read_records(page) == [OTHER]
    assert page.evaluate("localStorage.getItem('mooring:vault-key')") is None
    page.goto("/log/history/")
    expect(page.locator("li.entry")).to_have_count(1)
