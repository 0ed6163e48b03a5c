"""A card of one's own, with a photo, stays on the phone and can be found like any other."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.choosing_files import choose_file
from tests.browser.finder_page import choose, open_finder, shown_cards
from tests.browser.phone_records import read_records
from tests.waiting import eventually

EDIT = "/cards/mine/edit/"
LIMIT = 1_500_000


def open_form(page: Page) -> None:
    """Open the form and wait until it can be used."""
    page.goto(EDIT)
    expect(page.get_by_role("button", name="Save")).to_be_enabled()


def write_card(page: Page, title: str = "Call Nan") -> None:
    """Fill the form in."""
    page.locator("#title").fill(title)
    page.locator("#steps").fill("Sit on the stairs.\nPhone her.")
    page.get_by_text("Alone", exact=True).click()


def save(page: Page) -> None:
    """Save, and wait until the app says so."""
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()


@pytest.fixture
def photo(tmp_path: Path, page: Page) -> Path:
    """A large picture full of noise, such as a camera takes."""
    page.goto("/about/")
    encoded: str = page.evaluate(
        """async () => {
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [3000, 2000];
          const pen = canvas.getContext("2d");
          for (let at = 0; at < 4000; at += 1) {
            pen.fillStyle = `hsl(${(at * 37) % 360} 70% 50%)`;
            pen.fillRect((at * 97) % 3000, (at * 61) % 2000, 90, 70);
          }
          return canvas.toDataURL("image/png").split(",")[1];
        }"""
    )
    file = tmp_path / "photo.png"
    file.write_bytes(base64.b64decode(encoded))
    return file


def test_an_own_card_is_kept_and_shown(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    page.get_by_role("link", name="See my cards").click()
    card = page.locator(".entry")
    expect(card.get_by_role("heading", name="Call Nan")).to_be_visible()
    expect(card.locator(".steps > li")).to_have_text(["Sit on the stairs.", "Phone her."])
    expect(card).to_contain_text("Alone")


def test_a_card_without_a_name_is_not_kept_and_nothing_is_lost(page: Page) -> None:
    open_form(page)
    page.locator("#steps").fill("Breathe.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please give your card a name.")).to_be_visible()
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#steps")).to_have_value("Breathe.")
    assert read_records(page, "OwnCard") == []


def test_a_photo_is_made_small_shown_and_kept(page: Page, photo: Path) -> None:
    open_form(page)
    write_card(page)
    choose_file(page.locator("#photo-file"), photo)
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    save(page)
    [card] = read_records(page, "OwnCard")
    assert card["photo"].startswith("data:image/jpeg;base64,")
    assert len(card["photo"]) <= LIMIT
    page.goto("/cards/mine/")
    picture = page.locator(".entry .photo")
    expect(picture).to_be_visible()
    width, height = picture.evaluate("(photo) => [photo.naturalWidth, photo.naturalHeight]")
    assert (width, height) == (1280, 853)


def test_a_photo_chosen_before_a_reload_is_still_there(page: Page, photo: Path) -> None:
    open_form(page)
    page.locator("#title").fill("The sea")
    choose_file(page.locator("#photo-file"), photo)
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    eventually(
        page,
        lambda: any("photo" in draft["values"] for draft in read_records(page, "Draft")),
        "the draft is kept",
    )
    page.reload()
    expect(page.get_by_alt_text("Your photo")).to_be_visible()
    expect(page.locator("#title")).to_have_value("The sea")
    page.get_by_role("button", name="Take the photo out").click()
    expect(page.get_by_alt_text("Your photo")).to_have_count(0)


def test_a_file_that_is_no_picture_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_text("not a picture")
    open_form(page)
    choose_file(page.locator("#photo-file"), file)
    expect(page.get_by_text("That file is no photo")).to_be_visible()


def test_an_own_card_can_be_changed_deleted_and_brought_back(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    page.goto("/cards/mine/")
    page.get_by_role("link", name="Change").click()
    expect(page.get_by_role("heading", name="Change your card")).to_be_visible()
    expect(page.locator("#own-alone")).to_be_checked()
    page.locator("#title").fill("Call Grandma")
    save(page)
    page.goto("/cards/mine/")
    expect(page.get_by_role("heading", name="Call Grandma")).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("The card is deleted.")).to_be_visible()
    assert read_records(page, "OwnCard") == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Call Grandma")).to_be_visible()


def test_an_own_card_is_found_by_its_words_and_leads_to_itself(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    [card] = read_records(page, "OwnCard")
    open_finder(page, "/cards/")
    page.locator("#words").fill("stairs")
    eventually(page, lambda: card["id"] in shown_cards(page), "it is found")
    page.locator(f"[data-card='{card['id']}'] a").click()
    expect(page.locator(f"#own-{card['id']}")).to_be_in_viewport()


def test_a_changed_card_is_found_by_its_new_words_without_a_reload(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    [card] = read_records(page, "OwnCard")
    open_finder(page, "/cards/")
    page.locator("#words").fill("stairs")
    eventually(page, lambda: card["id"] in shown_cards(page), "it is found")
    other_tab = page.context.new_page()
    other_tab.goto("/cards/mine/")
    other_tab.get_by_role("link", name="Change").click()
    other_tab.locator("#steps").fill("Sit by the zebra rug.")
    save(other_tab)
    other_tab.close()
    page.locator("#words").fill("zebra")
    eventually(page, lambda: shown_cards(page) == [card["id"]], "it is found by its new words")


def test_own_words_are_shown_as_they_are_written(page: Page) -> None:
    open_form(page)
    page.locator("#title").fill("<b>Mine</b> & yours")
    page.locator("#steps").fill("<img src=x onerror=alert(1)>")
    save(page)
    page.goto("/cards/mine/")
    expect(page.locator(".entry h3")).to_have_text("<b>Mine</b> & yours")
    expect(page.locator(".entry .steps > li")).to_have_text("<img src=x onerror=alert(1)>")


def test_the_form_and_the_list_are_accessible(page: Page) -> None:
    open_form(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()
    assert barriers(page) == []
    write_card(page)
    save(page)
    assert barriers(page) == []
    page.goto("/cards/mine/")
    expect(page.locator(".entry")).to_be_visible()
    assert barriers(page) == []


def test_an_own_card_can_be_a_favourite(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    page.goto("/cards/mine/")
    page.locator(".entry").get_by_role("button", name="Favourite").click()
    first = page.locator(".items").first
    expect(first.get_by_role("link", name="Call Nan")).to_be_visible()
    first.get_by_role("button", name="Take out Call Nan").click()
    expect(page.get_by_text("None yet. Open a card and press “Favourite”.")).to_be_visible()


def test_an_own_card_that_helped_comes_first(page: Page) -> None:
    open_form(page)
    write_card(page)
    save(page)
    page.goto("/cards/mine/")
    card = page.locator(".entry")
    card.get_by_role("button", name="Yes").click()
    expect(card.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    expect(card.get_by_role("status")).to_contain_text("Good to know.")
    card.get_by_role("button", name="A bit").click()
    expect(card.get_by_role("button", name="A bit")).to_have_attribute("aria-pressed", "true")
    [outcome] = read_records(page, "CardOutcome")
    [own] = read_records(page, "OwnCard")
    assert (outcome["card"], outcome["helped"]) == (own["id"], 1)
    open_finder(page, "/")

    def is_first() -> bool:
        choose(page, "Sad", "Alone")
        return shown_cards(page)[0] == own["id"]

    eventually(page, is_first, "what helped is first when the feeling is picked again")
    expect(page.locator(".for-alone .item").first).to_contain_text("Helped you once")
