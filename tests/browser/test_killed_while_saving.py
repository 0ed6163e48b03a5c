"""Every entry that was confirmed is there, at whichever moment the browser is killed.

A kill is that of a phone that runs out of memory: SIGKILL to the browser and all its processes. It
says nothing of a phone that loses its power, which the operating system's own memory does not
survive; against that, every write asks to be on the disk before it is confirmed.
"""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.log_form import SAVED, open_log, save, save_button, write_note
from tests.browser.phone_records import hold_table, read_records, wait_for_draft
from tests.browser.watch import Watch
from tests.waiting import eventually

SAVE_ON = """([round, said]) => {
  const note = document.querySelector("#note");
  const save = document.querySelector("form button[type=submit]");
  const isSaid = () => note.form.innerText.includes(said);
  const until = async (holds) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve));
  };
  const saveOn = async () => {
    for (let number = 0; ; number += 1) {
      note.value = `${round}.${number}`;
      note.dispatchEvent(new Event("input", { bubbles: true }));
      await until(() => !isSaid());
      save.click();
      await until(isSaid);
      void window.confirmed(`${round}.${number}`);
    }
  };
  void saveOn();
}"""
"""Saves one entry after the other as fast as the page can, and tells of each that was confirmed."""

LONGEST_MS = 300
"""How long a browser lives on, at most, once it has confirmed an entry; some three are saved."""


def save_until_killed(new_context: NewContext, profile: Path, rounds: int) -> int:
    """Kill the browser so many times while it saves; return how many entries were confirmed."""
    chance = random.Random(rounds)
    confirmed: set[str] = set()
    for number in range(rounds):
        page = open_again(new_context, profile, confirmed)
        before = len(confirmed)
        page.expose_function("confirmed", lambda entry: confirmed.add(entry))
        page.evaluate(SAVE_ON, [number, SAVED])
        eventually(page, lambda before=before: len(confirmed) > before)
        page.wait_for_timeout(chance.uniform(0, LONGEST_MS))
        kill_browser(profile)
    open_again(new_context, profile, confirmed)
    return len(confirmed)


def open_again(new_context: NewContext, profile: Path, confirmed: set[str]) -> Page:
    """Open the log in a new browser, and look that everything is there."""
    page = new_context(profile=profile).pages[0]
    open_log(page)
    expect_all(read_records(page), confirmed)
    return page


def expect_all(entries: list[dict[str, str]], confirmed: set[str]) -> None:
    """Every confirmed entry is there once, and each entry that is there is whole."""
    notes = [entry["note"] for entry in entries]
    assert confirmed <= set(notes)
    assert len(notes) == len(set(notes))
    assert {frozenset(entry) for entry in entries} <= {
        frozenset({"id", "at", "local_date", "note"})
    }


HALF_A_RECORD = bytes([1, 2, 3, 4]) + (100).to_bytes(2, "little") + bytes([1])
"""The head of a record of 100 bytes and nothing behind it, as a kill in the middle leaves it.

Checksum, length and kind: https://github.com/google/leveldb/blob/main/doc/log_format.md
"""


def test_half_a_record_that_a_kill_left_costs_nothing_at_the_start_after_the_next(
    new_context: NewContext, watch: Watch, tmp_path: Path
) -> None:
    watch.allow("ERR_|Target")
    page = open_again(new_context, tmp_path, set())
    write_note(page, "before")
    save(page)
    kill_browser(tmp_path)
    logs = tmp_path.glob("Default/IndexedDB/*.leveldb/*.log")
    log = max(logs, key=lambda file: file.stat().st_mtime)
    with log.open("ab") as file:
        file.write(HALF_A_RECORD)
    page = open_again(new_context, tmp_path, {"before"})
    eventually(page, lambda: not log.exists(), "a new log of the browser's")
    write_note(page, "between")
    save(page)
    kill_browser(tmp_path)
    open_again(new_context, tmp_path, {"before", "between"})


def test_a_kill_while_an_entry_is_being_saved_leaves_it_or_its_draft_but_not_both(
    new_context: NewContext, watch: Watch, tmp_path: Path
) -> None:
    watch.allow("ERR_|Target")
    page = open_again(new_context, tmp_path, set())
    write_note(page, "once")
    wait_for_draft(page, {"note": ["once"]})
    hold_table(page, "Draft")
    save_button(page).click()
    expect(page.get_by_role("button", name="Saving…")).to_be_visible()
    kill_browser(tmp_path)
    page = open_again(new_context, tmp_path, set())
    expect(page.locator("#note")).to_have_value("once")
    assert read_records(page) == []
    save(page)
    assert [entry["note"] for entry in read_records(page)] == ["once"]
    assert read_records(page, "Draft") == []


def test_a_few_kills_cost_no_confirmed_entry(
    new_context: NewContext, watch: Watch, tmp_path: Path
) -> None:
    watch.allow("ERR_|Target")
    assert save_until_killed(new_context, tmp_path, 3) >= 3


@pytest.mark.soak
def test_five_hundred_kills_cost_no_confirmed_entry(
    new_context: NewContext, watch: Watch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch.allow("ERR_|Target")
    count = save_until_killed(new_context, tmp_path, 500)
    with capsys.disabled():
        print(f"500 kills, {count} confirmed entries, none lost")  # noqa: T201
