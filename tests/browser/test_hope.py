"""The hope box keeps what does a person good on the phone, and shows it one thing at a time."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from tests.browser.accessibility import barriers
from tests.browser.camera import PLACE, camera_photo, tone
from tests.browser.choosing_files import choose_file
from tests.browser.conftest import PHONE, NewContext
from tests.browser.log_form import SAVED, save, save_button
from tests.browser.phone_records import read_records, wait_for_records, write_records
from tests.browser.service_worker import go_offline, visit_once
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.chromium import launch_options
from tests.waiting import eventually

KINDS = ("photo", "note", "voice", "song", "link")
TWELVE_MEGAPIXELS = (4000, 3000)
LONG_AGO = "2020-01-01T00:00:00.000Z"
SMALL_GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

COUNT_ADDRESSES = """
  window.addresses = new Set();
  window.most = 0;
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const address = createObjectURL.call(URL, blob);
    window.addresses.add(address);
    window.most = Math.max(window.most, window.addresses.size);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    window.addresses.delete(address);
    revokeObjectURL.call(URL, address);
  };
"""
"""Notes which files the page holds in its memory, and how many there were at most."""

SWIPE = """(element, [from, to]) => {
  const touch = (clientX) => new Touch({ identifier: 1, target: element, clientX, clientY: 300 });
  const options = (x) => ({ bubbles: true, touches: [touch(x)], changedTouches: [touch(x)] });
  element.dispatchEvent(new TouchEvent("touchstart", options(from)));
  element.dispatchEvent(new TouchEvent("touchend", { ...options(to), touches: [] }));
}"""


def open_form(page: Page, kind: str, query: str = "") -> None:
    """Open the page that puts something in, and wait until it can be used."""
    page.goto(f"/hope/{kind}/{query}")
    expect(save_button(page)).to_be_enabled()


def add_note(page: Page, words: str) -> None:
    open_form(page, "note")
    page.fill("#words", words)
    save(page)


def shown(page: Page) -> Locator:
    """The thing that is shown large."""
    return page.locator(".hope-thing")


def items(page: Page) -> list[dict[str, Any]]:
    """What is in the box, in its order."""
    return sorted(read_records(page, "HopeItem"), key=lambda row: row["place"])


def fill_box(page: Page, rows: list[dict[str, Any]], files: list[dict[str, Any]]) -> None:
    """Put things into the box past the app, which has to have made its database."""
    write_records(page, files, "HopeFile")
    write_records(page, rows, "HopeItem")


def three_notes(page: Page) -> None:
    open_form(page, "note")
    rows = [
        {"id": name, "at": LONG_AGO, "place": place, "kind": "note", "words": f"the {name} note"}
        for place, name in enumerate(("first", "second", "third"))
    ]
    fill_box(page, rows, [])


def test_a_photo_of_twelve_megapixels_is_kept_small_upright_and_without_its_place(
    page: Page, tmp_path: Path
) -> None:
    open_form(page, "photo")
    photo = camera_photo(page, tmp_path / "photo.jpg", *TWELVE_MEGAPIXELS, turned=True)
    assert PLACE in photo.read_bytes()
    choose_file(page.locator("#hope-file"), photo)
    preview = page.get_by_alt_text("Your photo")
    expect(preview).to_be_visible()
    page.fill("#title", "The sea at Howth")
    save(page)
    [item], [file] = items(page), read_records(page, "HopeFile")
    content = bytes(file["content"]["bytes"])
    assert (item["kind"], item["file"], item["size"]) == ("photo", file["id"], len(content))
    assert file["type"] == "image/jpeg"
    assert len(content) < 1_500_000
    assert PLACE not in content
    assert b"Exif" not in content
    assert item["small"].startswith("data:image/jpeg;base64,")
    page.get_by_role("link", name="See it").click()
    picture = shown(page).get_by_alt_text("The sea at Howth")
    expect(picture).to_be_visible()
    size = "(picture) => [picture.naturalWidth, picture.naturalHeight]"
    eventually(page, lambda: picture.evaluate(size) == [1200, 1600], "it stands upright")
    # What the sensor saw first, the red corner, is at the top on the right once it is turned.
    corner = picture.evaluate(
        """(picture) => {
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [1200, 1600];
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          return [...pen.getImageData(1150, 50, 1, 1).data];
        }"""
    )
    assert corner[0] > 200
    assert max(corner[1:3]) < 60


HOLD_PICTURES = """
const read = createImageBitmap;
window.createImageBitmap = async (...given) => {
  await new Promise((goOn) => { window.goOn = goOn; });
  return read(...given);
};
"""


def test_a_photo_that_is_still_being_read_is_waited_for(page: Page, tmp_path: Path) -> None:
    page.add_init_script(HOLD_PICTURES)
    open_form(page, "photo")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "p.jpg", 800, 600))
    expect(page.get_by_text("One moment…")).to_be_visible()
    expect(save_button(page)).to_be_disabled()
    page.evaluate("goOn()")
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    save(page)
    assert len(items(page)) == 1


def test_a_photo_chosen_before_a_reload_is_still_there(page: Page, tmp_path: Path) -> None:
    open_form(page, "photo")
    page.fill("#title", "The sea")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "p.jpg", 800, 600))
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    drafts = "the draft names it"
    eventually(
        page, lambda: any("file" in row["values"] for row in read_records(page, "Draft")), drafts
    )
    page.reload()
    expect(page.get_by_text("We kept what you had begun.")).to_be_visible()
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    expect(page.locator("#title")).to_have_value("The sea")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "q.jpg", 640, 480))
    eventually(
        page,
        lambda: page.get_by_alt_text("Your photo").evaluate("(photo) => photo.naturalWidth") == 640,
        "the other photo takes its place",
    )
    wait_for_records(page, 1, "HopeFile")
    page.get_by_role("button", name="Take it out").click()
    expect(page.get_by_alt_text("Your photo")).to_have_count(0)
    wait_for_records(page, 0, "HopeFile")


def test_a_file_that_nothing_names_any_more_is_swept_out_and_no_other(page: Page) -> None:
    three_notes(page)
    content = {"type": "image/gif", "content": {"bytes": [71]}}
    now = page.evaluate("() => new Date().toISOString()")
    files = [
        {"id": "kept", "at": LONG_AGO, **content},
        {"id": "drafted", "at": LONG_AGO, **content},
        {"id": "just-chosen", "at": now, **content},
        {"id": "forgotten", "at": LONG_AGO, **content},
    ]
    photo = {"id": "photo", "at": LONG_AGO, "place": 9, "kind": "photo", "file": "kept"}
    fill_box(page, [photo], files)
    draft = {"form": "hope_photo", "values": {"file": ["drafted"], "size": ["1"]}}
    write_records(page, [draft], "Draft")
    page.goto("/hope/things/")
    wait_for_records(page, 3, "HopeFile")
    left = {file["id"] for file in read_records(page, "HopeFile")}
    assert left == {"kept", "drafted", "just-chosen"}


def test_a_note_is_saved_with_its_words_alone(page: Page) -> None:
    add_note(page, "You got through worse.\nCall Ana.")
    page.get_by_role("link", name="See it").click()
    expect(shown(page)).to_contain_text("You got through worse.\nCall Ana.", use_inner_text=True)
    [item] = items(page)
    assert set(item) == {"id", "at", "place", "kind", "words"}


def test_own_words_are_shown_as_they_are_written(page: Page) -> None:
    add_note(page, "<img src=x onerror=alert(1)> & more")
    page.goto("/hope/")
    expect(shown(page)).to_contain_text("<img src=x onerror=alert(1)> & more")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("photo", "Please choose a photo first."),
        ("note", "Please write a few words first."),
        ("voice", "Please record something first"),
        ("song", "Please choose a sound file, or write a link."),
        ("link", "Please write the whole link."),
    ],
)
def test_a_thing_with_nothing_to_show_is_not_kept_and_its_name_stays(
    page: Page, kind: str, sentence: str
) -> None:
    open_form(page, kind)
    save_button(page).click()
    expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()
    page.fill("#title", "A name")
    save_button(page).click()
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.locator("#title")).to_have_value("A name")
    assert items(page) == []


def test_one_thing_at_a_time_is_turned_by_button_key_and_swipe_and_goes_round(page: Page) -> None:
    three_notes(page)
    page.goto("/hope/")
    expect(shown(page)).to_have_text("the first note")
    expect(page.get_by_role("status").filter(has_text="1 of 3")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(shown(page)).to_have_text("the second note")
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(shown(page)).to_have_text("the third note")
    page.keyboard.press("ArrowRight")
    expect(shown(page)).to_have_text("the first note")
    page.keyboard.press("ArrowLeft")
    expect(shown(page)).to_have_text("the third note")
    page.get_by_role("button", name="Back one").click()
    expect(shown(page)).to_have_text("the second note")
    shown(page).evaluate(SWIPE, [300, 100])
    expect(shown(page)).to_have_text("the third note")
    shown(page).evaluate(SWIPE, [100, 300])
    expect(shown(page)).to_have_text("the second note")
    shown(page).evaluate(SWIPE, [300, 280])
    expect(shown(page)).to_have_text("the second note")


def test_any_other_one_can_be_asked_for_and_the_list_opens_each(page: Page) -> None:
    three_notes(page)
    page.goto("/hope/")
    for _turn in range(4):
        before = shown(page).inner_text()
        page.get_by_role("button", name="Show me any one").click()
        expect(shown(page)).not_to_have_text(before)
    page.get_by_role("link", name="See them all").click()
    page.get_by_role("link", name="the third note").first.click()
    expect(shown(page)).to_have_text("the third note")
    page.get_by_role("button", name="Next").click()
    expect(shown(page)).to_have_text("the first note")


def test_with_a_hundred_things_only_the_shown_photo_and_the_next_are_in_memory(
    page: Page, tmp_path: Path
) -> None:
    open_form(page, "note")
    photo = camera_photo(page, tmp_path / "p.jpg", 1600, 1200).read_bytes()
    rows = [
        {
            "id": f"thing-{at:03}",
            "at": LONG_AGO,
            "place": at,
            "kind": "photo" if at % 5 else "note",
            "title": f"Number {at}",
            **({"file": f"file-{at}", "size": len(photo), "small": SMALL_GIF} if at % 5 else {}),
        }
        for at in range(100)
    ]
    page.evaluate(
        """async ([encoded, names]) => {
          const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)).buffer;
          const database = await new Promise((resolve) => {
            indexedDB.open("mooring").onsuccess = ({ target }) => resolve(target.result);
          });
          const transaction = database.transaction("HopeFile", "readwrite");
          for (const id of names) {
            const row = { id, at: "2020-01-01T00:00:00.000Z", type: "image/jpeg", content: bytes };
            transaction.objectStore("HopeFile").put(row);
          }
          await new Promise((resolve) => { transaction.oncomplete = resolve; });
          database.close();
        }""",
        [base64.b64encode(photo).decode(), [row["file"] for row in rows if "file" in row]],
    )
    write_records(page, rows, "HopeItem")
    page.add_init_script(COUNT_ADDRESSES)
    page.goto("/hope/?thing=thing-001")
    for at in [*range(1, 12), 99, 0]:
        if at == 99:
            page.goto("/hope/?thing=thing-099")
        name = f"Number {at}"
        expect(shown(page)).to_contain_text(name)
        if at % 5:
            picture = shown(page).get_by_alt_text(name)
            expect(picture).to_be_visible()
            drawn = "(picture) => picture.complete && picture.naturalWidth"
            eventually(page, lambda drawn=drawn, one=picture: one.evaluate(drawn) == 1600)
        page.keyboard.press("ArrowRight")
    # The one before goes in the moment after the next has come.
    assert page.evaluate("() => window.most") <= 4
    eventually(page, lambda: page.evaluate("() => window.addresses.size") <= 2, "memory is free")
    page.goto("/hope/things/")
    expect(page.locator(".hope-list > li")).to_have_count(100)
    assert page.evaluate("() => window.most") == 0
    taken = f"{80 * len(photo) / 1e6:.1f}"
    expect(page.get_by_text("Photos and sounds in your box take")).to_contain_text(f"{taken} MB")
    expect(page.get_by_text("The whole app takes")).to_be_visible()


def test_a_sound_file_is_a_song_that_can_be_played(page: Page, tmp_path: Path) -> None:
    open_form(page, "song")
    song = tone(tmp_path / "song.wav")
    choose_file(page.locator("#hope-file"), song)
    expect(page.get_by_label("Your sound")).to_be_visible()
    page.fill("#title", "Our song")
    save(page)
    [file] = read_records(page, "HopeFile")
    assert bytes(file["content"]["bytes"]) == song.read_bytes()
    page.get_by_role("link", name="See it").click()
    player = shown(page).get_by_label("Our song")
    eventually(page, lambda: player.evaluate("(audio) => audio.duration") == 0.5, "it is loaded")
    player.evaluate("(audio) => audio.play()")
    eventually(page, lambda: player.evaluate("(audio) => audio.ended"), "it is played to its end")


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("photo", "photo.jpg", "That file is no photo this browser can read."),
        ("song", "song.mp3", "This browser cannot play that file."),
        ("voice", "memo.m4a", "This browser cannot play that file."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_the_rest_stays(
    page: Page, tmp_path: Path, kind: str, name: str, sentence: str
) -> None:
    file = tmp_path / name
    file.write_text("not what its name says")
    open_form(page, kind)
    page.fill("#title", "A name")
    choose_file(page.locator("#hope-file"), file)
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.locator("#title")).to_have_value("A name")
    assert read_records(page, "HopeFile") == []


def test_a_sound_that_is_too_large_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    file = tone(tmp_path / "song.wav")
    with file.open("ab") as more:
        more.truncate(40_000_001)
    open_form(page, "song")
    choose_file(page.locator("#hope-file"), file)
    expect(page.get_by_text("That file is too large.")).to_be_visible()


FAIL = """const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
  if (this.name === "TABLE" && !window.better) throw new DOMException("", "QuotaExceededError");
  return put.apply(this, given);
};"""


def test_where_the_phone_is_full_a_photo_is_refused_and_what_was_typed_stays(
    page: Page, tmp_path: Path
) -> None:
    page.add_init_script(FAIL.replace("TABLE", "HopeFile"))
    open_form(page, "photo")
    page.fill("#words", "Remember this day.")
    photo = camera_photo(page, tmp_path / "p.jpg", 800, 600)
    choose_file(page.locator("#hope-file"), photo)
    expect(page.get_by_text("no room left, so the file could not be kept")).to_be_visible()
    expect(page.locator("#words")).to_have_value("Remember this day.")
    page.evaluate("() => { window.better = true; }")
    choose_file(page.locator("#hope-file"), photo)
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    save(page)
    assert items(page)[0]["words"] == "Remember this day."


def test_where_the_phone_is_full_a_note_stays_in_its_field(page: Page) -> None:
    page.add_init_script(FAIL.replace("TABLE", "HopeItem"))
    open_form(page, "note")
    page.fill("#words", "You got through worse.")
    save_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text("no room left")
    expect(page.locator("#words")).to_have_value("You got through worse.")
    page.evaluate("() => { window.better = true; }")
    save(page)


def test_a_browser_that_keeps_nothing_says_so(page: Page, tmp_path: Path, watch: Watch) -> None:
    watch.allow("SecurityError|OpenFailedError")
    page.add_init_script(
        """IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };"""
    )
    for route in ("/hope/", "/hope/things/", "/hope/photo/"):
        page.goto(route)
        expect(page.get_by_role("alert")).to_contain_text("does not let the app keep anything")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "p.jpg", 80, 60))
    expect(page.get_by_text("often happens in a private window").last).to_be_visible()


@pytest.mark.parametrize(
    "link",
    ["http://example.org", "javascript:alert(1)", "example.org", "https://a b.org"],
)
def test_only_whole_https_links_are_kept(page: Page, link: str) -> None:
    open_form(page, "link")
    page.fill("#link", link)
    page.fill("#words", "Why it is here")
    save_button(page).click()
    expect(page.locator("#link-problem")).to_contain_text("It begins with https://")
    expect(page.locator("#link")).to_be_focused()
    expect(page.locator("#link")).to_have_value(link)
    expect(page.locator("#words")).to_have_value("Why it is here")
    assert items(page) == []


def test_a_link_says_where_it_leads_and_tells_that_site_nothing(page: Page) -> None:
    open_form(page, "link")
    page.fill("#link", "https://example.org/playlist?x=1")
    save(page)
    page.get_by_role("link", name="See it").click()
    link = page.get_by_role("link", name="Open example.org")
    expect(link).to_have_attribute("href", "https://example.org/playlist?x=1")
    expect(link).to_have_attribute("rel", "noreferrer noopener")
    expect(shown(page)).to_contain_text("This leaves the app and needs the internet.")


def test_a_kept_link_that_is_not_https_is_never_a_link(page: Page) -> None:
    three_notes(page)
    row = {"id": "odd", "at": LONG_AGO, "place": -1, "kind": "link", "title": "Odd"}
    fill_box(page, [row | {"link": "javascript:alert(1)"}], [])
    page.goto("/hope/")
    expect(shown(page)).to_have_text("Odd")
    expect(shown(page).get_by_role("link")).to_have_count(0)


def test_a_thing_is_deleted_with_its_bytes_and_both_come_back(page: Page, tmp_path: Path) -> None:
    open_form(page, "photo")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "p.jpg", 800, 600))
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    page.fill("#title", "The sea")
    save(page)
    before = items(page), read_records(page, "HopeFile")
    page.goto("/hope/things/")
    page.get_by_role("button", name="Delete The sea").click()
    expect(page.get_by_text("It is taken out of the box and deleted.")).to_be_visible()
    expect(page.get_by_text("Nothing is in it yet.")).to_be_visible()
    assert (items(page), read_records(page, "HopeFile")) == ([], [])
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="The sea").first).to_be_visible()
    assert (items(page), read_records(page, "HopeFile")) == before


def test_a_thing_can_be_changed_and_keeps_its_place(page: Page) -> None:
    three_notes(page)
    page.goto("/hope/things/")
    page.get_by_role("link", name="Change the second note").click()
    expect(page.get_by_role("heading", name="Change it")).to_be_visible()
    expect(page.locator("#words")).to_have_value("the second note")
    page.fill("#title", "From Ana")
    save(page)
    page.goto("/hope/things/")
    names = page.locator(".hope-list b")
    expect(names).to_have_text(["the first note", "From Ana", "the third note"])


def test_things_are_put_in_another_order_by_keyboard_alone(page: Page) -> None:
    three_notes(page)
    page.goto("/hope/things/")
    down = page.get_by_role("button", name="Down the first note")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hope-list b").nth(1)).to_have_text("the first note")
    expect(down).to_be_focused()
    expect(page.get_by_text("Now number 2 of 3.")).to_be_attached()
    page.keyboard.press("Enter")
    expect(page.locator(".hope-list b").nth(2)).to_have_text("the first note")
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-disabled", "true")
    assert [row["id"] for row in items(page)] == ["second", "third", "first"]
    page.goto("/hope/")
    expect(shown(page)).to_have_text("the second note")


@pytest.fixture
def with_microphone(playwright: Playwright, site: str, watch: Watch) -> Iterator[Any]:
    """Opens a phone with a microphone that is allowed, or one where it is not."""
    opened: list[Any] = []

    def open_phone(*, allowed: bool) -> BrowserContext:
        options = launch_options()
        flags = ["--use-fake-device-for-media-stream"]
        flags += ["--use-fake-ui-for-media-stream"] if allowed else []
        options["args"] = [*options["args"], *flags]
        browser = playwright.chromium.launch(**options)
        opened.append(browser)
        context = browser.new_context(
            base_url=site, viewport=PHONE, locale="en-GB", service_workers="block"
        )
        watch.follow(context)
        return context

    yield open_phone
    for browser in opened:
        browser.close()


def test_a_voice_is_recorded_only_after_a_tap_and_can_be_heard(with_microphone: Any) -> None:
    page = with_microphone(allowed=True).new_page()
    page.add_init_script(
        """const { getUserMedia } = MediaDevices.prototype;
        window.asked = [];
        MediaDevices.prototype.getUserMedia = function (wanted) {
          const stream = getUserMedia.call(this, wanted);
          stream.then((given) => window.asked.push(given));
          return stream;
        };"""
    )
    open_form(page, "voice")
    assert page.evaluate("() => window.asked.length") == 0
    page.get_by_role("button", name="Record").click()
    stop = page.get_by_role("button", name="Stop and keep")
    expect(stop).to_be_focused()
    # Any second will do: each is shown for no longer than that, and may be missed.
    expect(stop).to_contain_text(re.compile(r"0:(0[1-9]|[1-5]\d)"))
    stop.click()
    expect(page.get_by_label("Your sound")).to_be_visible()
    live = "() => window.asked[0].getTracks().map((track) => track.readyState)"
    assert page.evaluate(live) == ["ended"]
    page.fill("#title", "Me, on a good day")
    save(page)
    [item], [file] = items(page), read_records(page, "HopeFile")
    assert (item["kind"], item["file"]) == ("voice", file["id"])
    assert file["type"].startswith("audio/")
    page.get_by_role("link", name="See it").click()
    player = shown(page).get_by_label("Me, on a good day")
    player.evaluate("(audio) => { audio.muted = true; return audio.play(); }")
    eventually(page, lambda: player.evaluate("(audio) => audio.currentTime > 0"), "it plays")


def test_a_microphone_that_is_not_allowed_leaves_the_file(with_microphone: Any) -> None:
    page = with_microphone(allowed=False).new_page()
    open_form(page, "voice")
    page.fill("#title", "A name")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("The microphone is not allowed for this app.")).to_be_visible()
    expect(page.locator("#title")).to_have_value("A name")
    expect(page.get_by_text("Choose a sound file", exact=True)).to_be_visible()


def test_a_phone_without_a_microphone_says_so(page: Page) -> None:
    page.add_init_script(
        """MediaDevices.prototype.getUserMedia = async () => {
          throw new DOMException("", "NotFoundError");
        };"""
    )
    open_form(page, "voice")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("No microphone was found.")).to_be_visible()


def test_a_browser_that_cannot_record_offers_a_file_alone(page: Page) -> None:
    page.add_init_script("delete window.MediaRecorder;")
    open_form(page, "voice")
    expect(page.get_by_text("Choose a sound file", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Record")).to_have_count(0)


def test_the_box_works_with_no_network(
    new_context: NewContext, server: SiteServer, watch: Watch, tmp_path: Path
) -> None:
    page = new_context(service_workers="allow", base_url=server.origin).new_page()
    visit_once(page)
    go_offline(page, server, watch)
    open_form(page, "photo")
    choose_file(page.locator("#hope-file"), camera_photo(page, tmp_path / "p.jpg", 80, 60))
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    page.fill("#title", "The sea")
    save(page)
    page.goto("/hope/")
    expect(shown(page).get_by_alt_text("The sea")).to_be_visible()


@pytest.mark.parametrize(
    "route", ["/cards/comfort-box/", "/cards/build-a-comfort-box/", "/cards/mine/"]
)
def test_the_box_is_one_tap_away_where_it_is_spoken_of(page: Page, route: str) -> None:
    page.goto(route)
    page.get_by_role("link", name="Open my hope box").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My hope box")


def test_without_javascript_one_learns_how_to_make_a_box_to_hold(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/hope/")
    assert "the app needs JavaScript" in page.inner_text("main")
    expect(page.get_by_role("heading", name="A box you can hold")).to_be_visible()
    expect(page.get_by_text("Find a box, a bag or a big envelope.")).to_be_visible()
    assert page.get_by_role("button").count() == 0
    for route in ("things", *KINDS):
        page.goto(f"/hope/{route}/")
        assert "needs JavaScript" in page.inner_text("main"), route
        assert page.get_by_role("button").count() == 0, route


def test_the_box_is_accessible_in_every_state(page: Page, tmp_path: Path) -> None:
    page.goto("/hope/")
    expect(page.get_by_text("Your box is still empty.")).to_be_visible()
    assert barriers(page) == []
    for kind in KINDS:
        open_form(page, kind)
        page.fill("#title", "A name")
        save_button(page).click()
        expect(page.locator(".problem").first).to_be_visible()
        assert barriers(page) == [], kind
    for kind in ("photo", "song"):
        open_form(page, kind)
        file = (
            camera_photo(page, tmp_path / "p.jpg", 800, 600)
            if kind == "photo"
            else tone(tmp_path / "song.wav")
        )
        choose_file(page.locator("#hope-file"), file)
        expect(page.get_by_role("button", name="Take it out")).to_be_visible()
        assert barriers(page) == [], kind
        save(page)
        assert barriers(page) == [], kind
        page.get_by_role("link", name="See it").click()
        expect(shown(page).locator("img, audio")).to_be_visible()
        assert barriers(page) == [], kind
    page.goto("/hope/things/")
    expect(page.locator(".hope-list > li")).to_have_count(2)
    assert barriers(page) == []
    page.get_by_role("button", name="Delete").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert barriers(page) == []


def test_the_first_thing_saved_asks_the_browser_to_keep_the_storage(page: Page) -> None:
    page.add_init_script(
        """StorageManager.prototype.persist = async () => (window.askedToKeep = true);
        StorageManager.prototype.persisted = async () => Boolean(window.askedToKeep);"""
    )
    open_form(page, "note")
    assert page.evaluate("() => Boolean(window.askedToKeep)") is False
    page.fill("#words", "Hello.")
    save(page)
    eventually(page, lambda: page.evaluate("() => Boolean(window.askedToKeep)"), "it is asked")
    expect(page.get_by_text(SAVED)).to_be_visible()
