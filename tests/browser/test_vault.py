"""The lock: what lies on the disk, what stays open, and that nothing is ever lost by it."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Response, expect

from pwa_app.pages.storage import store
from tests.browser.accessibility import barriers
from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.lock import (
    PASSCODE,
    keep_code,
    lock_button,
    names_in,
    on_the_disk,
    open_privacy,
    turn_on,
    unlock,
    unlock_button,
)
from tests.browser.log_form import open_log, pick_mood, save, save_button
from tests.browser.phone_records import read_records, write_records
from tests.seeded_log import entries
from tests.waiting import eventually, wait_for_react, wait_until, wait_until_idle

CANARY = "canary"
TABLES = [name for name in store.schema["tables"] if name != "Vault"]
SCHEMA = store.schema["tables"]


def canaries(table: str) -> list[dict[str, Any]]:
    """Three records of a table with the canary in every place where there can be a text."""
    return [
        {
            name: _value(field, f"{CANARY}-{table}-{name}-{number}")
            for name, field in SCHEMA[table]["fields"].items()
            if field["kind"] != "bytes"
        }
        for number in range(3)
    ]


def _value(field: Any, text: str) -> Any:
    moments = {"utc_now": "2019-07-31T12:00:00.000Z", "local_date": "2019-07-31"}
    made = {"list": [text], "object": {text: [text]}, "text": text, "flag": True}
    return moments.get(field.get("fill")) or made.get(field["kind"], 4711)


def everything(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Every record of every table as it lies on the disk."""
    return {
        table: sorted(read_records(page, table), key=lambda row: json.dumps(row, sort_keys=True))
        for table in TABLES
    }


def turn_off(page: Page, passcode: str = PASSCODE) -> None:
    page.get_by_text("Turn the lock off").first.click()
    page.get_by_label("Your passcode, or the recovery code").fill(passcode)
    page.get_by_role("button", name="Turn the lock off").click()
    expect(page.get_by_text("The lock is off.")).to_be_visible()


def change(page: Page, now: str, new: str) -> None:
    page.get_by_text("Change the passcode").first.click()
    page.get_by_label("Your passcode now").fill(now)
    page.get_by_label("New passcode").fill(new)
    page.get_by_label("The same again").fill(new)
    page.get_by_role("button", name="Change the passcode").click()


@pytest.fixture
def kept(page: Page) -> Page:
    """A phone with canaries in every table."""
    open_privacy(page)
    for table in TABLES:
        write_records(page, canaries(table), table)
    return page


def test_nothing_that_was_kept_can_be_read_on_the_disk(kept: Page) -> None:
    before = everything(kept)
    turn_on(kept)
    written = on_the_disk(kept, TABLES)
    assert CANARY not in written
    assert "4711" not in written
    assert "2019-07-31" not in written
    for table in TABLES:
        fields = {name for row in read_records(kept, table) for name in row}
        assert fields == {SCHEMA[table]["key"], "sealed", "vault", "version"}
        rows = [name for name in names_in(kept, table) if not name.startswith("~")]
        assert len(rows) == 3
        assert all(len(name) == 43 for name in rows)
    turn_off(kept)
    assert everything(kept) == before


def test_what_is_typed_and_kept_under_the_lock_cannot_be_read_on_the_disk(page: Page) -> None:
    turn_on(page)
    page.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(page)).to_be_enabled()
    pick_mood(page, "Low")
    page.fill("#note", f"{CANARY} in a draft")
    eventually(page, lambda: len(read_records(page, "Draft")) == 2, "the draft is kept")
    assert CANARY not in on_the_disk(page, TABLES)
    save(page)
    page.get_by_role("link", name="See what you wrote").first.click()
    expect(page.locator("li.entry")).to_contain_text(f"{CANARY} in a draft")
    assert CANARY not in on_the_disk(page, TABLES)
    assert CANARY not in page.evaluate("() => JSON.stringify([localStorage, sessionStorage])")


def test_a_draft_that_is_left_in_a_hurry_is_sealed_and_comes_back(page: Page) -> None:
    turn_on(page)
    page.get_by_role("link", name="Plan", exact=True).click()
    page.get_by_role("link", name="Write my plan").click()
    expect(page.get_by_role("button", name="Save")).to_be_enabled()
    page.fill("#alone", f"{CANARY}: music")
    page.reload()
    assert CANARY not in on_the_disk(page, TABLES)
    assert CANARY not in page.evaluate("() => JSON.stringify([localStorage, sessionStorage])")
    unlock(page)
    expect(page.locator("#alone")).to_have_value(f"{CANARY}: music")


def test_without_a_passcode_nothing_of_the_vault_is_loaded(page: Page) -> None:
    loaded: list[Response] = []
    scripts: list[str] = []
    names: list[str] = []
    page.on("response", lambda response: loaded.append(response))
    for address in ("/", "/log/"):
        page.goto(address, wait_until="networkidle")
        # The network is idle, too, while a slow phone has not yet come to ask for React.
        wait_for_react(page)
        wait_until_idle(page)
        scripts += [one.text() for one in loaded if one.ok and one.url.endswith(".js")]
        names += [one.url for one in loaded]
        loaded.clear()
    assert len(scripts) > 3
    # hashLength is one of the words in which Argon2id is asked for.
    assert not any("mooring vault 1" in text or "hashLength" in text for text in scripts)
    assert not any("argon2id" in name or "unlocking" in name for name in names)


def test_a_locked_app_shows_nothing_kept_and_opens_by_the_passcode(kept: Page) -> None:
    turn_on(kept)
    kept.goto("/log/history/")
    expect(unlock_button(kept)).to_be_visible()
    assert CANARY not in kept.content()
    unlock(kept)
    expect(kept.get_by_text(f"{CANARY}-MoodEntry-note-0")).to_be_visible()


def test_nobody_types_into_a_form_that_is_about_to_be_locked(page: Page) -> None:
    turn_on(page)
    page.route("**/assets/**", lambda _route: None)
    page.goto("/log/", wait_until="commit")
    expect(page.locator("#note")).to_have_count(1)
    expect(page.locator("#note")).to_be_hidden()
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/cards/",
        "/cards/five-senses/",
        "/urge/",
        "/breathe/",
        "/help/gb/",
        "/help/after/",
        "/help/what-to-say/",
    ],
)
def test_help_is_never_behind_the_lock(kept: Page, address: str) -> None:
    turn_on(kept)
    kept.goto(address)
    wait_until(kept, "document.querySelector('main h1')")
    kept.wait_for_load_state("networkidle")
    wait_for_react(kept)
    wait_until_idle(kept)
    expect(unlock_button(kept)).to_have_count(0)
    assert CANARY not in kept.content()


def test_a_wave_can_be_ridden_while_locked_and_is_kept_once_it_is_open(page: Page) -> None:
    turn_on(page)
    page.goto("/urge/")
    button = page.get_by_role("button", name="10 minutes", exact=True)
    expect(button).to_be_enabled()
    before = on_the_disk(page, TABLES)
    button.click()
    expect(page.get_by_role("timer")).to_be_visible()
    assert on_the_disk(page, TABLES) == before
    page.get_by_role("link", name="Log", exact=True).click()
    unlock(page)
    expect(save_button(page)).to_be_enabled()
    eventually(page, lambda: len(read_records(page, "UrgeWave")) == 2, "the wave is kept")
    page.get_by_role("link", name="Now", exact=True).click()
    page.get_by_role("link", name="Ride out an urge").first.click()
    expect(page.get_by_role("timer")).to_be_visible()


def test_a_wave_that_is_ridden_goes_on_when_the_app_locks(page: Page) -> None:
    turn_on(page)
    page.get_by_role("link", name="Now", exact=True).click()
    page.get_by_role("link", name="Ride out an urge").first.click()
    page.get_by_role("button", name="10 minutes", exact=True).click()
    expect(page.get_by_role("timer")).to_be_visible()
    other = page.context.new_page()
    open_privacy(other)
    unlock(other)
    lock_button(other).click()
    expect(unlock_button(other)).to_be_visible()
    expect(page.get_by_role("timer")).to_be_visible()


def wait_for_tries(page: Page, count: int, last: str) -> None:
    """Wait until so many tries are counted on the disk, the last of them at this moment."""
    wanted = {"count": count, "last": datetime.fromisoformat(last).timestamp() * 1000}

    def counted() -> bool:
        rows = read_records(page, "Vault")
        return any(row["id"] == "tries" and row["data"] == wanted for row in rows)

    eventually(page, counted, f"{count} tries are counted, the last at {last}")


def test_wrong_tries_cost_time_also_after_a_reload_and_a_clock_set_back_no_more(page: Page) -> None:
    begun, set_back = "2026-11-23T20:00:00Z", "2025-11-23T20:00:00Z"
    page.clock.set_fixed_time(begun)
    turn_on(page)
    page.reload()
    for tries in (1, 2, 3):
        unlock(page, "not the passcode")
        # Until this try is counted, the page still says what became of the one before.
        wait_for_tries(page, tries, begun)
        expect(page.get_by_text("That did not open it.")).to_be_visible()
        expect(unlock_button(page)).to_be_enabled()
    expect(page.get_by_role("timer")).to_have_text("Next try in 5 seconds.")
    page.reload()
    unlock(page)
    expect(page.get_by_text("Please wait a little")).to_be_visible()
    page.clock.set_fixed_time(set_back)
    unlock(page)
    # Until then the page still says how long the wait before was.
    wait_for_tries(page, 3, set_back)
    expect(page.get_by_role("timer")).to_have_text("Next try in 5 seconds.")
    page.clock.set_fixed_time("2025-11-23T20:00:05Z")
    expect(page.get_by_role("timer")).to_have_count(0)
    unlock(page)
    expect(lock_button(page)).to_be_visible()


def test_two_different_passcodes_or_a_short_one_are_not_taken(page: Page) -> None:
    open_privacy(page)
    page.get_by_label("New passcode").fill("123")
    page.get_by_label("The same again").fill("123")
    page.get_by_role("button", name="Turn the lock on").click()
    expect(page.get_by_text("Please take at least four")).to_be_visible()
    page.get_by_label("New passcode").fill("1234")
    expect(page.get_by_text("A computer could guess it.")).to_be_visible()
    page.get_by_role("button", name="Turn the lock on").click()
    expect(page.get_by_text("The two are not the same.")).to_be_visible()
    assert read_records(page, "Vault") == []


def test_the_recovery_code_opens_everything_and_a_new_passcode_can_be_chosen(kept: Page) -> None:
    code = turn_on(kept)
    kept.reload()
    kept.get_by_text("I forgot my passcode").click()
    kept.get_by_label("Recovery code").fill(code.lower().replace("-", " "))
    kept.get_by_role("button", name="Open with the code").click()
    expect(lock_button(kept)).to_be_visible()
    change(kept, code, "another four words here")
    new_code = keep_code(kept)
    assert new_code != code
    kept.reload()
    unlock(kept)
    expect(kept.get_by_text("That did not open it.")).to_be_visible()
    unlock(kept, "another four words here")
    expect(lock_button(kept)).to_be_visible()
    turn_off(kept, "another four words here")
    assert everything(kept) == {table: canaries(table) for table in TABLES}


def test_who_knows_neither_can_begin_again_empty(kept: Page) -> None:
    turn_on(kept)
    kept.goto("/plan/")
    kept.get_by_text("I have lost the code too").click()
    kept.get_by_role("button", name="Delete everything now").click()
    expect(kept.get_by_role("heading", name="My plan")).to_be_visible()
    assert everything(kept) == {table: [] for table in TABLES}
    assert read_records(kept, "Vault") == []


def test_it_locks_by_itself_when_left_alone_or_when_the_clock_was_set_back(page: Page) -> None:
    page.clock.install(time="2026-11-23T20:00:00Z")
    turn_on(page)
    page.clock.fast_forward("04:30")
    page.mouse.click(5, 5)
    page.clock.fast_forward("04:30")
    expect(lock_button(page)).to_be_visible()
    page.clock.fast_forward("00:40")
    expect(unlock_button(page)).to_be_visible()
    unlock(page)
    expect(lock_button(page)).to_be_visible()
    page.clock.set_system_time("2025-11-23T20:00:00Z")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(unlock_button(page)).to_be_visible()


def test_it_locks_as_soon_as_it_is_hidden_where_that_was_chosen(page: Page) -> None:
    turn_on(page)
    hide = """() => {
      Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      delete document.hidden;
    }"""
    page.evaluate(hide)
    expect(lock_button(page)).to_be_visible()
    page.get_by_text("As soon as I look at something else").click()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    page.evaluate(hide)
    expect(unlock_button(page)).to_be_visible()


def test_what_is_being_typed_is_kept_when_the_app_locks(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    page.bring_to_front()
    turn_on(page)
    page.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(page)).to_be_enabled()
    other.bring_to_front()
    open_privacy(other)
    unlock(other)
    page.fill("#note", "half a thought")
    lock_button(other).click()
    expect(unlock_button(page)).to_be_visible()
    page.bring_to_front()
    unlock(page)
    expect(page.locator("#note")).to_have_value("half a thought")


FULL = """() => void (IDBObjectStore.prototype.put = () => {
  throw new DOMException("no room", "QuotaExceededError");
})"""


def test_words_that_found_no_room_are_gone_from_the_page_once_it_locks(page: Page) -> None:
    page.clock.install(time="2026-11-23T20:00:00Z")
    turn_on(page)
    page.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(page)).to_be_enabled()
    page.evaluate(FULL)
    page.fill("#note", "half a thought")
    page.clock.run_for(1000)
    expect(page.get_by_role("alert")).to_contain_text("no room left")
    page.clock.set_system_time("2025-11-23T20:00:00Z")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(unlock_button(page)).to_be_visible()
    page.get_by_text("I have lost the code too").click()
    page.get_by_role("button", name="Delete everything now").click()
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#note")).to_have_value("")


def test_every_tab_follows_when_the_lock_is_turned_on_and_off(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    open_log(other)
    other.fill("#note", f"{CANARY} in the other tab")
    eventually(other, lambda: bool(read_records(other, "Draft")), "the draft is kept")
    page.bring_to_front()
    turn_on(page)
    expect(unlock_button(other)).to_be_visible()
    assert CANARY not in on_the_disk(other, TABLES)
    other.bring_to_front()
    unlock(other)
    expect(other.locator("#note")).to_have_value(f"{CANARY} in the other tab")
    pick_mood(other, "Good")
    save(other)
    # Then only the tab itself takes its mark of the lock away, once it has seen that it is off.
    other.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    page.bring_to_front()
    turn_off(page)
    other.bring_to_front()
    wait_until(other, "!document.documentElement.hasAttribute('data-lock')")
    expect(save_button(other)).to_be_enabled()
    pick_mood(other, "Low")
    save(other)
    assert [row["mood"] for row in sorted(read_records(page), key=lambda r: r["at"])] == [4, 2]


def test_a_draft_that_a_tab_wrote_before_it_knew_of_the_lock_is_sealed_later(page: Page) -> None:
    turn_on(page)
    page.goto("/log/")
    expect(unlock_button(page)).to_be_visible()
    write_records(page, [{"form": "log", "values": {"note": [f"{CANARY} left behind"]}}], "Draft")
    unlock(page)
    expect(page.locator("#note")).to_have_value(f"{CANARY} left behind")
    assert CANARY not in on_the_disk(page, TABLES)


def test_two_tabs_write_under_one_lock_and_neither_loses_anything(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    page.bring_to_front()
    turn_on(page)
    other.bring_to_front()
    open_privacy(other)
    unlock(other)
    for tab in (page, other):
        tab.bring_to_front()
        tab.get_by_role("link", name="Log", exact=True).click()
    for number in range(3):
        for tab in (page, other):
            tab.bring_to_front()
            expect(save_button(tab)).to_be_enabled()
            pick_mood(tab, "Good")
            tab.fill("#note", f"entry {number}")
            save(tab)
    for tab in (page, other):
        tab.bring_to_front()
        tab.get_by_role("link", name="See what you wrote").first.click()
        expect(tab.locator("li.entry")).to_have_count(6)


def _kill_in_the_middle(page: Page, profile: Path, act: Callable[[], None]) -> None:
    """Do something that converts every record, and end the browser while it does."""
    page.expose_binding("halfway", lambda _source: kill_browser(profile))
    page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put;
          let count = 0;
          IDBObjectStore.prototype.put = function (...given) {
            count += 1;
            if (count === 800) void window.halfway();
            return put.apply(this, given);
          };
        }"""
    )
    with suppress(Error):
        act()
        page.wait_for_timeout(60_000)
    assert page.is_closed()


@pytest.mark.parametrize("step", ["turning on", "changing", "turning off"])
def test_a_browser_that_dies_in_the_middle_loses_nothing(
    new_context: NewContext, tmp_path: Path, step: str
) -> None:
    page = new_context(profile=tmp_path).new_page()
    open_privacy(page)
    write_records(page, list(entries(1500)))
    for table in TABLES:
        write_records(page, canaries(table), table)
    before = everything(page)
    if step == "turning on":
        _kill_in_the_middle(page, tmp_path, lambda: _begin_turning_on(page))
    else:
        turn_on(page)
        begin = _begin_changing if step == "changing" else _begin_turning_off
        _kill_in_the_middle(page, tmp_path, lambda: begin(page))
    page = new_context(profile=tmp_path).new_page()
    open_privacy(page)
    if read_records(page, "Vault"):
        # Either passcode may hold: the one before, or the new one where all was on the disk.
        unlock(page)
        wrong = page.get_by_text("That did not open it.")
        expect(wrong.or_(lock_button(page))).to_be_visible()
        passcode = PASSCODE
        if wrong.is_visible():
            assert step == "changing"
            passcode = "four other words here"
            unlock(page, passcode)
            expect(lock_button(page)).to_be_visible()
        turn_off(page, passcode)
    assert everything(page) == before


def _begin_turning_on(page: Page) -> None:
    page.get_by_label("New passcode").fill(PASSCODE)
    page.get_by_label("The same again").fill(PASSCODE)
    page.get_by_role("button", name="Turn the lock on").click()


def _begin_changing(page: Page) -> None:
    change(page, PASSCODE, "four other words here")


def _begin_turning_off(page: Page) -> None:
    page.get_by_text("Turn the lock off").first.click()
    page.get_by_label("Your passcode, or the recovery code").fill(PASSCODE)
    page.get_by_role("button", name="Turn the lock off").click()


def test_every_state_of_the_lock_has_no_barrier(page: Page) -> None:
    open_privacy(page)
    assert barriers(page) == []
    page.get_by_label("New passcode").fill(PASSCODE)
    page.get_by_label("The same again").fill(PASSCODE)
    page.get_by_role("button", name="Turn the lock on").click()
    expect(page.locator(".recovery-code")).to_be_visible()
    assert barriers(page) == []
    keep_code(page)
    for summary in page.locator("summary").all():
        summary.click()
    assert barriers(page) == []
    page.goto("/log/")
    unlock(page, "not the passcode")
    expect(page.get_by_text("That did not open it.")).to_be_visible()
    for summary in page.locator("main summary").all():
        summary.click()
    assert barriers(page) == []


def test_a_fingerprint_opens_the_lock_where_the_phone_can(
    new_context: NewContext, site: str
) -> None:
    # A passkey belongs to a name, not to a number.
    page = new_context(base_url=site.replace("127.0.0.1", "localhost")).new_page()
    phone = page.context.new_cdp_session(page)
    phone.send("WebAuthn.enable")
    authenticator = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "hasPrf": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    phone.send("WebAuthn.addVirtualAuthenticator", {"options": authenticator})
    turn_on(page)
    page.get_by_role("button", name="Use fingerprint or face").click()
    expect(page.get_by_text("Your fingerprint or face opens it too")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Use fingerprint or face").click()
    expect(lock_button(page)).to_be_visible()
    page.get_by_role("button", name="Take it out again").click()
    expect(page.get_by_text("Only your passcode and your recovery code")).to_be_visible()
    page.reload()
    expect(unlock_button(page)).to_be_visible()
    expect(page.get_by_role("button", name="Use fingerprint or face")).to_have_count(0)
