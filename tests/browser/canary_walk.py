"""Going through the whole app as a person does who types something wherever they can."""

import json
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.backup_page import choose, done, press, save_sealed
from tests.browser.camera import camera_photo, tone
from tests.browser.canary import FIELDS, NOT_READY, STEM, Canaries
from tests.browser.choosing_files import choose_file
from tests.browser.everything import SHOW_EVERYTHING
from tests.browser.lock import keep_code, lock_button, open_privacy, unlock, unlock_button
from tests.browser.log_form import SAVED, pick_mood, save_button
from tests.browser.phone_records import read_records
from tests.browser.service_worker import wait_for_service_worker
from tests.waiting import eventually, wait_for_paint, wait_for_react

MANY = re.compile(r"/(cards|help|learn)/(?!mine|after|what-to-say|five-senses)[\w-]+/")
"""Pages of which there are many of one kind."""

KEEPS = ["/log/", "/plan/edit/", "/plan/contact/", "/cards/mine/edit/"]
HOPE = ["/hope/photo/", "/hope/note/", "/hope/voice/", "/hope/song/", "/hope/link/"]

NOT_PRESSED = re.compile(
    "delet|replace|remove|forget|take .* out|lock|begin again|^update$", re.IGNORECASE
)
"""Buttons that would take away what the walk has put there, or the page with its other buttons.

"Update" opens the page anew, which hides what was brought to light (test_update presses it).
"""


class Walk:
    """A person who goes through the whole app, and types a canary wherever they can."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.canaries = Canaries()

    def open(self, route: str) -> None:
        """Open a page, and what is folded away on it."""
        self.page.goto("/help/?choose" if route == "/help/" else route)
        wait_for_react(self.page)
        self.page.evaluate(SHOW_EVERYTHING)
        expect(self.page.locator(NOT_READY)).to_have_count(0)

    def type_everywhere(self, route: str) -> None:
        """Type into all fields, also those that come once something was typed."""
        for _ in range(2):
            self.canaries.type_everywhere(self.page, route)
        self.look()

    def look(self) -> None:
        self.canaries.look(self.page)

    def search(self, route: str) -> None:
        """Type where nothing is saved, send it by the keyboard, and press what there is."""
        self.open(route)
        if self.page.locator(FIELDS).count():
            self.type_everywhere(route)
            self.page.locator(FIELDS).first.press("Enter")
            self.look()

    def pass_by(self, route: str) -> None:
        """See a page of which others have been looked at closely."""
        self.page.goto(route, wait_until="domcontentloaded")
        assert self.page.locator(FIELDS).count() == 0, route
        self.look()

    def press_everything(self) -> None:
        """Press every button of a page that takes nothing away."""
        names = self.page.locator("main button:visible").all_inner_texts()
        for name in dict.fromkeys(names):
            one = self.page.get_by_role("button", name=name, exact=True).first
            if name and not NOT_PRESSED.search(name) and one.is_visible():
                self._press(one)
        self.look()

    def _press(self, one: Locator) -> None:
        try:
            if not one.is_enabled():
                return
            one.click(force=True)
        except TimeoutError:
            # What was pressed before may take it away meanwhile: then the press is for nothing.
            if one.is_visible():
                raise
            return
        self.page.keyboard.press("Escape")
        wait_for_paint(self.page)

    def keep(self, route: str) -> None:
        """Fill in a form of one's own and save it."""
        self.open(route)
        expect(save_button(self.page)).to_be_enabled()
        self.page.evaluate(SHOW_EVERYTHING)
        if route == "/log/":
            pick_mood(self.page, "Low")
        if self.page.locator("input[type=file]").count():
            self._choose_a_file()
        self.type_everywhere(route)
        save_button(self.page).click()
        expect(self.page.get_by_text(SAVED).first).to_be_visible()
        self.look()

    def _choose_a_file(self) -> None:
        """A file that is named as a person may name one."""
        chooser = self.page.locator("input[type=file]")
        picture = "image" in str(chooser.get_attribute("accept"))
        canary = self.canaries.new("the name of a file")
        file = self.folder / f"{canary}.{'jpg' if picture else 'wav'}"
        file = camera_photo(self.page, file, 400, 300) if picture else tone(file)
        choose_file(chooser, file)
        expect(self.page.locator("main").locator("img, audio")).to_be_visible()

    def prepare(self) -> None:
        """Words to say to someone, in one's own words."""
        route = "/help/what-to-say/"
        self.open(route)
        expect(self.page.get_by_role("button", name="Copy").first).to_be_enabled()
        for one in self.page.locator(FIELDS).all():
            one.fill(self.canaries.new(f"{route}#{one.get_attribute('id')}"))
        # Each by its place: while it saves, its name is another one.
        keep = self.page.locator("main button[type=submit]")
        expect(keep).to_have_count(self.page.locator(FIELDS).count())
        for one in keep.all():
            one.click()
        kept = self.page.get_by_text("Kept on this phone.", exact=True)
        expect(kept).to_have_count(keep.count())
        self.look()

    def ride(self) -> None:
        """Ride a wave to its end, and put it into the log."""
        self.open("/urge/")
        for name in ("10 minutes", "It has eased", "Put it in my log", "Done"):
            self.page.get_by_role("button", name=name, exact=True).click()
            self.look()

    def leave_in_the_middle(self) -> None:
        """Type into the log, and go."""
        self.open("/log/")
        expect(save_button(self.page)).to_be_enabled()
        before = len(read_records(self.page, "Draft"))
        self.type_everywhere("/log/ draft")
        eventually(
            self.page, lambda: len(read_records(self.page, "Draft")) > before, "the draft is kept"
        )

    def hand_over(self) -> None:
        """Bring entries in from a file."""
        entry = {"id": "brought", "at": "2026-11-20T08:00:00.000Z", "local_date": "2026-11-20"}
        note = self.canaries.new("a file with entries")
        log = {"format": "mooring-log", "version": 1, "entries": [entry | {"note": note}]}
        self.open("/log/copy/")
        choose_file(
            self.page.get_by_label("Choose a file"),
            {"name": f"{note}.json", "mimeType": "x/y", "buffer": json.dumps(log).encode()},
        )
        press(self.page, "Bring them in")
        expect(self.page.get_by_text("Entries brought in: 1.")).to_be_visible()
        self.look()

    def remind(self) -> None:
        """Make a calendar file with words of one's own."""
        self.open("/log/reminders/")
        self.page.fill("#time-0", "08:15")
        self.type_everywhere("/log/reminders/")
        with self.page.expect_download():
            press(self.page, "Make the calendar file")
        self.look()

    def back_up(self) -> None:
        """Make a locked backup, try it with another passphrase, and bring it back."""
        self.open("/settings/backup/")
        expect(self.page.get_by_role("button", name="Save the backup")).to_be_enabled()
        self.type_everywhere("/settings/backup/")
        passphrase = self.canaries.new("/settings/backup/#passphrase-again")
        _name, file = save_sealed(self.page, passphrase)
        assert STEM.encode() not in file
        choose(self.page, file, self.canaries.new("/settings/backup/#open-passphrase"))
        expect(self.page.get_by_text("This passphrase does not open the file.")).to_be_visible()
        self.look()
        self.page.get_by_label("The passphrase of this file").fill(passphrase)
        self.page.get_by_role("button", name="Open", exact=True).click()
        press(self.page, "Add it to what is here")
        done(self.page)
        self.look()

    def lock(self) -> None:
        """Turn the lock on, forget it, open it, and turn it off."""
        open_privacy(self.page)
        self.type_everywhere("/settings/privacy/")
        press(self.page, "Turn the lock on")
        expect(self.page.get_by_text("The two are not the same.")).to_be_visible()
        passcode = self.canaries.new("/settings/privacy/#on-passcode")
        for label in ("New passcode", "The same again"):
            self.page.get_by_label(label).fill(passcode)
        press(self.page, "Turn the lock on")
        keep_code(self.page)
        self.page.evaluate(SHOW_EVERYTHING)
        self.type_everywhere("/settings/privacy/ open")
        lock_button(self.page).click()
        self.open("/log/")
        expect(unlock_button(self.page)).to_be_visible()
        self.page.evaluate(SHOW_EVERYTHING)
        self.type_everywhere("/log/ locked")
        press(self.page, "Open with the code")
        expect(self.page.get_by_text("That did not open it.")).to_be_visible()
        unlock(self.page, passcode)
        expect(save_button(self.page)).to_be_enabled()
        open_privacy(self.page)
        self.page.get_by_text("Turn the lock off").first.click()
        self.page.get_by_label("Your passcode, or the recovery code").fill(passcode)
        press(self.page, "Turn the lock off")
        expect(self.page.get_by_text("The lock is off.")).to_be_visible()


def take(walk: Walk, routes: list[str]) -> None:
    """Every form, then every page."""
    walk.open("/")
    wait_for_service_worker(walk.page)
    for route in (*KEEPS, *HOPE):
        walk.keep(route)
    walk.prepare()
    walk.ride()
    walk.hand_over()
    walk.remind()
    walk.back_up()
    walk.lock()
    seen: set[str] = set()
    for route in routes:
        kind = MANY.sub(r"/\1/", route)
        if kind in seen or route == "/offline/":
            walk.pass_by(route)
        elif route not in (*KEEPS, *HOPE):
            walk.search(route)
            walk.press_everything()
        seen.add(kind)
    walk.leave_in_the_middle()
    walk.open("/log/history/")
    words = next(canary for canary, where in walk.canaries.typed.items() if where == "/log/#note")
    walk.page.fill("#words", words)
    expect(walk.page.locator("li.entry")).to_have_count(1)
    walk.look()
