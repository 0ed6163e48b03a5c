"""A backup with hundreds of photos passes through a phone a piece at a time."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.backup_files import PASSPHRASE
from tests.browser.backup_page import choose, done, open_backup_page, press
from tests.browser.conftest import NewContext

CHUNK = 1_048_576
TAG = 16
SIZES = [2_500_000] * 38 + [25_000_000]
"""Photos of a camera, and a long voice memo."""

LONGEST_TEXT = 1_100_000
"""A part of 786,432 bytes as base64, and what stands around it."""

FILL = """async (sizes) => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
  });
  for (const [at, size] of sizes.entries()) {
    const photo = new Uint8Array(size);
    for (let from = 0; from < size; from += 65536) {
      crypto.getRandomValues(photo.subarray(from, from + 65536));
    }
    const transaction = database.transaction("OwnCard", "readwrite");
    const id = `photo ${String(at).padStart(3, "0")}`;
    const bytes = { picture: photo, tone: photo.buffer.slice(0, 9) };
    const row = { id, at: "2026-11-22T20:39:00.000Z", title: id, ...bytes };
    transaction.objectStore("OwnCard").put(row);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
  }
  database.close();
}"""

DIGESTS = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
  });
  const store = () => database.transaction("OwnCard").objectStore("OwnCard");
  const asked = (request) => new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const found = [];
  for (const key of await asked(store().getAllKeys())) {
    const { picture, tone } = await asked(store().get(key));
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", picture));
    found.push([key, picture.constructor.name, tone.constructor.name, tone.byteLength, ...sum]);
  }
  database.close();
  return found;
}"""

NOTE_SIZES = """() => {
  window.sizes = { read: 0, sealed: 0, opened: 0, blob: 0, text: 0 };
  const note = (what, size) => { window.sizes[what] = Math.max(window.sizes[what], size); };
  for (const way of ["arrayBuffer", "text", "stream"]) {
    const read = Blob.prototype[way];
    Blob.prototype[way] = function () {
      note("read", this.size);
      return read.call(this);
    };
  }
  const { parse, stringify } = JSON;
  JSON.parse = (text) => {
    note("text", text.length);
    return parse(text);
  };
  JSON.stringify = (...given) => {
    const text = stringify(...given);
    note("text", text?.length ?? 0);
    return text;
  };
  const { encrypt, decrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.encrypt = function (how, key, data) {
    note("sealed", data.byteLength);
    return encrypt.call(this, how, key, data);
  };
  SubtleCrypto.prototype.decrypt = function (how, key, data) {
    note("opened", data.byteLength);
    return decrypt.call(this, how, key, data);
  };
  window.Blob = class extends Blob {
    constructor(parts, how) {
      for (const part of parts) note("blob", part.byteLength ?? 0);
      super(parts, how);
    }
  };
}"""
"""Notes how many bytes are in hand at once: read from a file, sealed, opened, put away."""


def sizes(page: Page) -> dict[str, int]:
    """The largest piece of each kind so far."""
    noted: dict[str, int] = page.evaluate("window.sizes")
    return noted


def test_more_than_a_hundred_megabytes_pass_in_pieces_of_one(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context().new_page()
    page.set_default_timeout(120_000)
    open_backup_page(page)
    page.evaluate(FILL, SIZES)
    page.evaluate(NOTE_SIZES)
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    with page.expect_download() as waiting:
        press(page, "Save the backup")
    file = tmp_path / "large.sealed"
    waiting.value.save_as(file)
    assert file.stat().st_size > sum(SIZES) > 100_000_000
    largest = sizes(page)
    assert largest.pop("text") < LONGEST_TEXT
    assert largest == {"read": 0, "sealed": CHUNK, "opened": 0, "blob": CHUNK + TAG}
    expected = page.evaluate(DIGESTS)
    page.context.close()

    page = new_context().new_page()
    page.set_default_timeout(120_000)
    open_backup_page(page)
    page.evaluate(NOTE_SIZES)
    choose(page, file, PASSPHRASE)
    expect(page.get_by_text("Made on")).to_be_visible(timeout=120_000)
    largest = sizes(page)
    assert largest.pop("text") < LONGEST_TEXT
    assert largest == {"read": CHUNK + TAG, "sealed": 0, "opened": CHUNK + TAG, "blob": 0}
    press(page, "Bring it back")
    done(page, timeout=120_000)
    assert page.evaluate(DIGESTS) == expected
