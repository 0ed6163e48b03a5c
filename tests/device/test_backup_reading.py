"""A backup is read on a computer: whole, or with what is wrong; nothing is thrown away."""

import base64
import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pwa_app.device.backup import BackupFaultError, is_sealed, open_backup, unpack
from pwa_app.pages.storage import store
from tests.backup_files import (
    CREATED,
    FOLDER,
    PASSPHRASE,
    digest_of,
    head_with,
    lines_of,
    plain_backup,
    sealed_backup,
)

ENTRY = {
    "id": "a",
    "at": "2026-11-22T20:39:00.000Z",
    "local_date": "2026-11-22",
    "mood": 2,
    "feelings": ["sad", "my own; word"],
    "note": '=HYPERLINK("x")\nnaïve 言葉',
}
MARK = {"card": "five-senses", "favourite": 1.5}
PHOTO = b"\xff\xd8\xff\xe0 a photo"
CARD = {
    "id": "c",
    "at": "2026-11-22T20:39:00.000Z",
    "title": "My card",
    "photo": "data:image/jpeg;base64," + base64.b64encode(PHOTO).decode(),
}
ROWS: dict[str, list[dict[str, Any]]] = {
    "MoodEntry": [ENTRY],
    "CardMark": [MARK],
    "OwnCard": [CARD],
    "Draft": [{"form": "log", "values": {"note": ["begun"]}}],
}
SETTINGS = {"appearance": '{"theme":"dark"}'}
PLAIN = plain_backup(ROWS, SETTINGS)
SEALED = sealed_backup(PLAIN)


def read(file: bytes, passphrase: str | None = PASSPHRASE) -> list[dict[str, Any]]:
    """Everything in a backup."""
    return list(open_backup(io.BytesIO(file), passphrase).items)


def fault_of(file: bytes, passphrase: str | None = PASSPHRASE) -> str:
    """What is wrong with a file; `none` for nothing."""
    try:
        read(file, passphrase)
    except BackupFaultError as error:
        return error.fault
    return "none"


@pytest.mark.parametrize("file", [PLAIN, SEALED], ids=["plain", "sealed"])
def test_a_backup_says_what_it_is_and_gives_everything_in_it(file: bytes) -> None:
    content = open_backup(io.BytesIO(file), PASSPHRASE)
    assert (content.schema, content.app, content.created) == (
        5,
        "0.1.0",
        CREATED,
    )
    items = list(content.items)
    assert items[0] == {"setting": "appearance", "value": '{"theme":"dark"}'}
    assert [item["row"] for item in items[1:]] == [row for rows in ROWS.values() for row in rows]
    assert is_sealed(io.BytesIO(file)) == (file is SEALED)


def test_bytes_come_back_as_bytes_and_marks_that_a_person_typed_as_they_were() -> None:
    row = {
        "id": "x",
        "photo": {"$bytes": base64.b64encode(PHOTO).decode()},
        "tone": {"$buffer": "AAEC"},
        "mine": {"$object": {"$bytes": "not bytes at all"}},
    }
    [item] = read(plain_backup({"Later": [row]}))
    assert item["row"] == {
        "id": "x",
        "photo": PHOTO,
        "tone": b"\x00\x01\x02",
        "mine": {"$bytes": "not bytes at all"},
    }


def test_large_bytes_come_back_from_their_parts_in_order() -> None:
    one, two = bytes(range(256)) * 8000, bytes(reversed(range(256))) * 4000
    row = {"id": "x", "photo": one, "small": b"abc", "tone": two}
    later = {"id": "y", "photo": two}
    items = read(sealed_backup(plain_backup({"Later": [row, later]}), chunk=65_536))
    assert [item["row"] for item in items] == [row, later]


def test_parts_that_are_missing_or_left_over_never_go_into_another_record() -> None:
    lines, _ = lines_of({})
    text = base64.b64encode(PHOTO).decode()
    items: list[Any] = [
        {"bytes": text},
        {"table": "Later", "row": {"id": "none taken"}},
        {"table": "Later", "row": {"id": "none left", "photo": {"$bytes": 1}}},
    ]
    lines += [json.dumps(item).encode() + b",\n" for item in items]
    end = json.dumps({"end": {"records": 3, "digest": digest_of(lines)}}).encode() + b"\n]}\n"
    found = read(b"".join(lines) + end)
    assert [item["row"].get("photo") for item in found] == [None, {"$bytes": 1}]


@pytest.mark.parametrize("passphrase", ["", "four quiet blue boat", PASSPHRASE.upper(), "x" * 5000])
def test_another_passphrase_does_not_open_it(passphrase: str) -> None:
    assert fault_of(SEALED, passphrase) == "passphrase"


def test_the_same_letters_open_it_however_a_keyboard_puts_them_together() -> None:
    sealed = sealed_backup(PLAIN, "caf\u00e9 au lait, s'il te plaît")
    assert fault_of(sealed, "cafe\u0301 au lait, s'il te plai\u0302t") == "none"


def test_a_sealed_file_that_stops_too_soon_is_found_wherever_that_is() -> None:
    faults = [fault_of(SEALED[:length]) for length in range(len(SEALED))]
    assert faults == ["foreign", *["truncated"] * (len(SEALED) - 1)]


def test_an_open_file_that_stops_too_soon_is_found_wherever_that_is() -> None:
    faults = [fault_of(PLAIN[:length]) for length in range(len(PLAIN))]
    known = len(b'{"format":"mooring-backup"')
    assert faults == [*["foreign"] * known, *["truncated"] * (len(PLAIN) - known)]


def test_chunks_that_are_left_out_or_in_another_order_are_found() -> None:
    sealed = sealed_backup(bytes(5000), chunk=1024)
    size, start = 1024 + 16, len(sealed) - (5000 + 5 * 16)
    chunks = [sealed[at : at + size] for at in range(start, len(sealed), size)]
    for order in ([1, 0, 2, 3, 4], [0, 2, 3, 4], [0, 1, 2, 2, 3, 4], [4, 0, 1, 2, 3]):
        assert fault_of(sealed[:start] + b"".join(chunks[n] for n in order)) == "damaged"
    assert fault_of(sealed[:start] + b"".join(chunks[:-1])) == "truncated"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"memory_kib": 4 * 1024 * 1024}, "refused"),
        ({"memory_kib": 2**62}, "refused"),
        ({"memory_kib": 262_144, "iterations": 16}, "refused"),
        ({"iterations": 1_000_000}, "refused"),
        ({"iterations": 0}, "refused"),
        ({"parallelism": 255}, "refused"),
        ({"parallelism": 4, "memory_kib": 16}, "refused"),
        ({"memory_kib": -8}, "refused"),
        ({"memory_kib": 8.5}, "refused"),
        ({"memory_kib": "8"}, "refused"),
        ({"name": "scrypt"}, "refused"),
        ({"salt": ""}, "refused"),
        ({"salt": "!"}, "refused"),
        ({"salt": None}, "refused"),
    ],
)
def test_a_file_that_asks_for_too_much_is_refused_before_any_work(
    change: dict[str, Any], fault: str
) -> None:
    kdf = {"name": "argon2id", "memory_kib": 8, "iterations": 1, "parallelism": 1}
    header = {
        "schema": 5,
        "app": "0.1.0",
        "created": "2026-11-23T14:05:00.000Z",
        "kdf": {**kdf, "salt": "AAAAAAAAAAAAAAAAAAAAAA==", **change},
        "cipher": {"name": "aes-256-gcm-stream", "chunk": 1024, "nonce": "AAAAAAAAAA=="},
    }
    assert fault_of(head_with(header) + bytes(200)) == fault


@pytest.mark.parametrize("header", [None, [], {}, "x", {"kdf": []}, {"schema": {"a": []}}])
def test_a_header_that_is_none_is_refused(header: object) -> None:
    assert fault_of(head_with(header) + bytes(200)) == "refused"


def test_later_versions_are_told_apart_from_damage() -> None:
    assert fault_of(SEALED[:8] + b"\x02" + SEALED[9:]) == "newer"
    assert fault_of(plain_backup(ROWS, version=2)) == "newer"


@pytest.mark.parametrize(
    "file", [b"", b"Dear diary", b"{}", b'{"format":"mooring-log","version":1}', b"PK\x03\x04"]
)
def test_any_other_file_is_foreign(file: bytes) -> None:
    assert fault_of(file) == "foreign"


def test_one_changed_letter_of_an_open_file_is_found() -> None:
    assert fault_of(PLAIN.replace(b"sad", b"mad")) == "damaged"


def test_a_line_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pwa_app.device.backup.lines.LONGEST_LINE", 1000)
    monkeypatch.setattr("pwa_app.device.backup.reading.PIECE", 100)
    lines, _ = lines_of({})
    assert fault_of(lines[0] + b'{"table":"' + b"x" * 5000) == "refused"


def test_no_more_than_two_pieces_are_held_at_once() -> None:
    """Each chunk is asked for only when the one before the last was used up."""
    held: list[int] = []

    class Noting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            held.append(size or -1)
            return super().read(size)

    lines, end = lines_of({"Later": [{"id": str(n), "x": "y" * 900} for n in range(500)]})
    file = Noting(sealed_backup(b"".join(lines) + end, chunk=4096))
    reading = open_backup(file, PASSPHRASE).items
    next(reading)
    assert len(held) < 10
    assert max(held) <= 4096 + 16
    assert len(list(reading)) == 499


hostile = st.one_of(
    st.binary(max_size=300),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    ["table", "row", "setting", "value", "end", "$bytes", "$object", "id"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    ),
)
edits = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "drop", "swap"]),
        st.integers(0, 2**16),
        st.integers(1, 255),
    ),
    min_size=1,
    max_size=4,
)


def edited(file: bytes, changes: list[tuple[str, int, int]]) -> bytes:
    """A file with bytes changed, cut off, put in, taken out or exchanged."""
    data = bytearray(file)
    for what, place, value in changes:
        at = place % max(1, len(data))
        if what == "cut":
            del data[at:]
        elif what == "insert":
            data[at:at] = bytes([value]) * (value % 9 + 1)
        elif what == "drop":
            del data[at : at + value % 40]
        elif what == "swap":
            other = (at + value) % max(1, len(data))
            data[at : at + 8], data[other : other + 8] = data[other : other + 8], data[at : at + 8]
        elif data:
            data[at] ^= value
    return bytes(data)


# Four tests with so many each: 12,000 files that are wrong in some way.
QUIET = settings(
    max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
SMALL = sealed_backup(plain_backup({"MoodEntry": [ENTRY]}, SETTINGS))
SMALL_PLAIN = plain_backup({"MoodEntry": [ENTRY]}, SETTINGS)


@given(edits)
@QUIET
def test_no_change_to_a_sealed_file_goes_unseen_or_breaks_the_reader(
    changes: list[tuple[str, int, int]],
) -> None:
    file = edited(SMALL, changes)
    assert (fault_of(file) == "none") == (file == SMALL)


@given(edits)
@QUIET
def test_no_change_to_an_open_file_goes_unseen_or_breaks_the_reader(
    changes: list[tuple[str, int, int]],
) -> None:
    file = edited(SMALL_PLAIN, changes)
    assert (fault_of(file) == "none") == (file == SMALL_PLAIN)


@given(st.lists(hostile, max_size=5), st.booleans())
@QUIET
def test_lines_made_to_do_harm_are_read_or_refused_in_words(
    values: list[Any], honest: bool
) -> None:
    lines, _ = lines_of({})
    for value in values:
        text = value if isinstance(value, bytes) else json.dumps(value).encode()
        lines.append(text + b",\n")
    end = {"records": len(values), "digest": digest_of(lines) if honest else "00"}
    file = b"".join(lines) + json.dumps({"end": end}).encode() + b"\n]}\n"
    assert fault_of(file) in ("none", "damaged", "truncated", "refused")


odd = st.sampled_from([None, True, -1, 0, 1, 8, 8.5, 1e308, 2**62, "", "8", "AA==", "!", [], {}])
heads = st.fixed_dictionaries(
    {},
    optional={
        "schema": odd,
        "app": odd,
        "created": odd,
        "kdf": odd
        | st.fixed_dictionaries(
            {"name": odd | st.just("argon2id")},
            optional={
                "memory_kib": odd,
                "iterations": odd,
                "parallelism": odd,
                "salt": odd | st.just("AAAAAAAAAAAAAAAAAAAAAA=="),
            },
        ),
        "cipher": odd
        | st.fixed_dictionaries(
            {"name": odd | st.just("aes-256-gcm-stream")},
            optional={"chunk": odd | st.just(1024), "nonce": odd | st.just("AAAAAAAAAA==")},
        ),
    },
)


@given(heads, st.binary(max_size=200))
@QUIET
def test_a_head_made_to_do_harm_is_refused_in_words(head: Any, rest: bytes) -> None:
    faults = ("damaged", "newer", "passphrase", "refused", "truncated")
    assert fault_of(head_with(head) + rest) in faults


@pytest.mark.parametrize("depth", [40, 2000, 200_000])
def test_a_value_nested_without_end_harms_nothing(depth: int) -> None:
    lines, _ = lines_of({})
    lines.append(b'{"table":"MoodEntry","row":' + b"[" * depth + b"]" * depth + b"},\n")
    end = json.dumps({"end": {"records": 1, "digest": digest_of(lines)}}).encode()
    file = b"".join(lines) + end + b"\n]}\n"
    assert fault_of(file) in ("none", "damaged")


def test_each_version_of_the_store_has_backups_that_it_made() -> None:
    """A new version gets new ones by `python -m tests.make_backups`; no old one is made again."""
    newest = store.schema["version"]
    assert {f"{newest}.json", f"{newest}.sealed"} <= {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: str(path.name))
def test_backups_of_every_earlier_version_are_read(path: Path, tmp_path: Path) -> None:
    with path.open("rb") as file:
        result = unpack(open_backup(file, PASSPHRASE), store.tables, tmp_path / "mine")
    assert result.counts["MoodEntry"] == 2
    assert (result.settings, result.other) == ({"appearance": '{"theme":"dark"}'}, 0)


def unpacked(file: bytes, folder: Path) -> Any:
    """A backup unpacked into a folder."""
    content = open_backup(io.BytesIO(file), PASSPHRASE)
    return unpack(content, store.tables, folder)


def table_in(folder: Path, name: str) -> list[dict[str, str]]:
    """A CSV file as rows."""
    text = (folder / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_everything_is_in_the_database_and_in_the_tables(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    result = unpacked(SEALED, folder)
    assert result.counts == {"MoodEntry": 1, "CardMark": 1, "OwnCard": 1, "Draft": 1}
    assert (result.settings, result.other) == (SETTINGS, 0)
    with sqlite3.connect(folder / "backup.sqlite") as database:
        [row] = database.execute("SELECT note, feelings, urge FROM moodentry").fetchall()
    database.close()
    assert (row[0], json.loads(row[1]), row[2]) == (ENTRY["note"], ENTRY["feelings"], None)
    [entry] = table_in(folder, "MoodEntry")
    assert (entry["mood"], entry["urge"], entry["feelings"]) == ("2", "", "sad; my own; word")
    assert entry["note"] == f"'{ENTRY['note']}"
    [card] = table_in(folder, "OwnCard")
    assert (folder / card["photo"]).suffix == ".jpg"
    assert (folder / card["photo"]).read_bytes() == PHOTO
    assert table_in(folder, "settings") == [{"setting": "appearance", "value": '{"theme":"dark"}'}]
    assert folder.stat().st_mode & 0o077 == 0


def test_what_these_tables_have_no_place_for_is_kept_aside(tmp_path: Path) -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        "MoodEntry": [{**ENTRY, "later": "a field of a later version"}, {"id": "b", "mood": "x"}],
        "Later": [{"id": "x", "photo": {"$bytes": "AAEC"}}],
    }
    result = unpacked(plain_backup(rows, schema=99), tmp_path / "mine")
    assert result.counts == {"MoodEntry": 1}
    assert result.other == 3
    lines = (tmp_path / "mine" / "other.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["row"]["id"] for line in lines] == ["a", "b", "x"]


def test_half_characters_and_huge_numbers_do_not_stop_the_rest(tmp_path: Path) -> None:
    lines, _ = lines_of({})
    half = json.dumps({"table": "MoodEntry", "row": {**ENTRY, "note": "a \ud83d b"}}).encode()
    huge = json.dumps({"table": "UrgeWave", "row": {"id": "now", "changed": 10**40}}).encode()
    lines += [half + b",\n", huge + b",\n"]
    end = json.dumps({"end": {"records": 2, "digest": digest_of(lines)}}).encode() + b"\n]}\n"
    result = unpacked(b"".join(lines) + end, tmp_path / "mine")
    assert (result.counts, result.other) == ({"MoodEntry": 1}, 1)
    assert table_in(tmp_path / "mine", "MoodEntry")[0]["note"] == "a \ufffd b"


@pytest.mark.parametrize(
    "spoil",
    [lambda file: file[:-20], lambda file: file.replace(b"five", b"four")],
    ids=["cut", "changed"],
)
def test_a_file_that_is_not_whole_leaves_nothing_behind(
    spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    with pytest.raises(BackupFaultError):
        unpacked(spoil(PLAIN), tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        unpacked(PLAIN, tmp_path)
