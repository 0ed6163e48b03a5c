"""Hundreds of broken and hostile files: each is told of in words, and none does anything else."""

import base64
import json
import random
from typing import Any

from playwright.sync_api import Page

from pwa_app.pages.backup_restoring import FAULTS
from tests.backup_files import PASSPHRASE, digest_of, lines_of, plain_backup, sealed_backup
from tests.browser.backup_page import Row, everything, open_backup_page

ENTRY: Row = {
    "id": "a",
    "at": "2026-11-22T20:39:00.000Z",
    "local_date": "2026-11-22",
    "note": "naïve 言葉",
}
ROWS = {"MoodEntry": [ENTRY, ENTRY | {"id": "b"}], "CardMark": [{"card": "five-senses"}]}
PLAIN = plain_backup(ROWS, {"country": "IE"})
SEALED = sealed_backup(PLAIN + b" " * 1500)

READ_ALL = """async ([files, passphrase]) => {
  const part = document.getElementById("restore");
  const chooser = document.getElementById("backup-file");
  const settled = async () => {
    const end = Date.now() + 20000;
    do await new Promise((resolve) => setTimeout(resolve));
    while (part.querySelector("progress") && Date.now() < end);
  };
  const answers = [];
  for (const text of files) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], "some.file"));
    chooser.files = chosen.files;
    chooser.dispatchEvent(new Event("change", { bubbles: true }));
    await settled();
    const control = document.getElementById("open-passphrase");
    if (control) {
      control.value = passphrase;
      control.form.requestSubmit();
      await settled();
    }
    answers.push((part.querySelector("[role=alert], [role=status] p") ?? part).textContent);
  }
  return answers;
}"""
"""Chooses each file, types the passphrase where one is asked for, and gives what is said first."""


def edited(file: bytes, dice: random.Random) -> bytes:
    """A file with a few bytes changed, cut off, put in, taken out or exchanged."""
    data = bytearray(file)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(data))
        match dice.randrange(5):
            case 0:
                data[at] ^= dice.randint(1, 255)
            case 1:
                data[at : at + dice.randint(1, 30)] = b""
            case 2:
                data[at:at] = dice.randbytes(dice.randint(1, 30))
            case 3:
                del data[max(1, at) :]
            case _:
                other = dice.randrange(len(data))
                data[at : at + 9], data[other : other + 9] = (
                    data[other : other + 9],
                    data[at : at + 9],
                )
    return bytes(data)


def hostile_value(dice: random.Random, depth: int = 0) -> Any:
    """Something that no record of the app is."""
    names = [
        "id",
        "at",
        "bytes",
        "table",
        "row",
        "end",
        "$bytes",
        "$object",
        "__proto__",
        "constructor",
    ]
    match dice.randrange(6 if depth < 4 else 4):
        case 0:
            return dice.choice([None, True, -1, 1e308, 2**60])
        case 1:
            return dice.choice(["", "x" * 300, "MoodEntry", "\u0000", "<img src=x>", "AA=="])
        case 2:
            return []
        case 3:
            return {}
        case 4:
            return [hostile_value(dice, depth + 1) for _ in range(3)]
        case _:
            return {dice.choice(names): hostile_value(dice, depth + 1) for _ in range(3)}


def hostile_file(dice: random.Random) -> bytes:
    """Lines that are whole, and hold anything."""
    lines, _ = lines_of({})
    for _ in range(dice.randint(1, 6)):
        value = hostile_value(dice)
        item = dice.choice(
            [
                value,
                {"table": "MoodEntry", "row": value},
                {"table": value, "row": ENTRY},
                {"table": "MoodEntry", "row": ENTRY | {"feelings": value, "mood": value}},
                {"setting": "appearance", "value": value},
            ]
        )
        lines.append(json.dumps(item).encode() + b",\n")
    return whole(lines)


def whole(lines: list[bytes]) -> bytes:
    """The lines, and an end that fits them."""
    end = {"end": {"records": len(lines) - 1, "digest": digest_of(lines)}}
    return b"".join(lines) + json.dumps(end).encode() + b"\n]}\n"


def deep_file(depth: int) -> bytes:
    """A record that is nested almost without end."""
    lines, _ = lines_of({})
    row = b"[" * depth + b"]" * depth
    return whole([*lines, b'{"table":"MoodEntry","row":' + row + b"},\n"])


def read_all(page: Page, files: list[bytes]) -> list[str]:
    """What is said of each file."""
    texts = [base64.b64encode(file).decode() for file in files]
    answers: list[str] = page.evaluate(READ_ALL, [texts, PASSPHRASE])
    return answers


def test_no_broken_or_hostile_file_is_taken_for_whole_or_changes_anything(page: Page) -> None:
    dice = random.Random(20261123)
    page.set_default_timeout(120_000)
    open_backup_page(page, {"MoodEntry": [ENTRY | {"note": "mine"}]})
    before = everything(page)
    broken = [edited(dice.choice([PLAIN, SEALED]), dice) for _ in range(400)]
    known = (*FAULTS.values(), "This passphrase does not open the file.")
    for file, answer in zip(broken, read_all(page, broken), strict=True):
        assert answer.startswith(known) or file in (PLAIN, SEALED), (file, answer)
    hostile = [hostile_file(dice) for _ in range(150)]
    hostile += [sealed_backup(file) for file in hostile[:50]]
    hostile += [deep_file(depth) for depth in (31, 33, 5_000, 500_000)]
    for file, answer in zip(hostile, read_all(page, hostile), strict=True):
        assert answer.startswith((*known, "Made on")), (file, answer)
    assert everything(page) == before
    assert page.evaluate("localStorage.getItem('mooring:country')") is None
