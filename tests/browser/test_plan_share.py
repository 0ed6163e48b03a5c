"""The plan on paper, as text and as a picture, sent by nobody but the person."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.plan_form import ANA, LINE, SHARE, keep_plan
from tests.waiting import wait_until

PLAN = {"alone": "music\ntea", "reasons": "the dog"}

TEXT = """My plan

What I can do by myself
- music
- tea

People I can ask for help
- Ana: +44 (0)7700 900123
  Also late at night.

Professionals and lines I can reach
- Samaritans: 116 123

What I want to stay for
- the dog
"""

SHEET = """
  window.shared = [];
  Object.defineProperty(navigator, "canShare", { value: () => true });
  Object.defineProperty(navigator, "share", { value: async (given) => {
    window.shared.push({ text: given.text, files: given.files?.map(({ name, type, size }) =>
      ({ name, type, large: size > 1000 })) });
    if (window.closed) throw new DOMException("closed", "AbortError");
  } });
"""

NO_SHEET = """
  Object.defineProperty(navigator, "share", { value: undefined });
  Object.defineProperty(navigator, "canShare", { value: undefined });
"""

DRAWN = """async () => {
  const image = document.querySelector(".plan-picture img");
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 80) dark += 1;
  return [canvas.width, canvas.height, dark > 5000];
}"""


def open_copies(page: Page) -> None:
    """Open the page with a plan on the phone."""
    keep_plan(page, PLAN, ANA, LINE)
    page.goto(SHARE)
    expect(page.get_by_role("button", name="Print, or save as PDF")).to_be_visible()


def test_the_text_is_sent_through_the_phone_s_own_sheet(page: Page) -> None:
    page.add_init_script(SHEET)
    open_copies(page)
    expect(page.get_by_text("only when you send or save it yourself")).to_be_visible()
    assert page.evaluate("window.shared") == []
    page.get_by_role("button", name="Send as text").click()
    wait_until(page, "window.shared.length === 1")
    assert page.evaluate("window.shared[0].text") == TEXT
    page.evaluate("() => { window.closed = true; }")
    page.get_by_role("button", name="Send as text").click()
    wait_until(page, "window.shared.length === 2")


def test_where_there_is_no_sheet_the_text_is_copied_or_saved(new_context: NewContext) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(NO_SHEET)
    open_copies(page)
    expect(page.get_by_role("button", name="Send as text")).to_have_count(0)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == TEXT
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a text file").click()
    assert download.value.suggested_filename == "my-plan.txt"
    assert Path(download.value.path()).read_text("utf-8") == TEXT


def test_a_picture_is_made_on_the_phone_seen_first_and_then_sent_or_saved(page: Page) -> None:
    page.add_init_script(SHEET)
    open_copies(page)
    page.get_by_role("button", name="Make a picture").click()
    expect(page.get_by_role("img", name="A picture of the plan below")).to_be_visible()
    width, height, written = page.evaluate(DRAWN)
    assert width == 1080
    assert height > 600
    assert written
    assert page.evaluate("window.shared") == []
    assert barriers(page) == []
    page.get_by_role("button", name="Send the picture").click()
    wait_until(page, "window.shared.length === 1")
    file = {"name": "my-plan.png", "type": "image/png", "large": True}
    assert page.evaluate("window.shared[0].files") == [file]
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_what_is_left_out_is_in_no_copy(new_context: NewContext) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script(NO_SHEET)
    open_copies(page)
    page.get_by_role("button", name="Make a picture").click()
    expect(page.get_by_role("img", name="A picture of the plan below")).to_be_visible()
    page.get_by_text("Leave something out").click()
    page.get_by_label("What I can do by myself").uncheck()
    page.get_by_label("The numbers of people").uncheck()
    paper = page.locator("article")
    expect(paper.get_by_text("Ana")).to_be_visible()
    expect(paper.get_by_text("music")).to_have_count(0)
    expect(paper.get_by_text("7700")).to_have_count(0)
    # The picture shows what was chosen before: it is gone until it is made again.
    expect(page.get_by_role("img", name="A picture of the plan below")).to_have_count(0)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "the dog" in copied
    assert "music" not in copied
    assert "7700" not in copied
    page.get_by_label("What I can do by myself").check()
    expect(paper.get_by_text("music")).to_be_visible()


@pytest.mark.parametrize("address", ["/plan/", SHARE])
def test_on_paper_there_are_the_plan_and_its_numbers_and_nothing_to_tap(
    page: Page, address: str
) -> None:
    keep_plan(page, PLAN, ANA, LINE)
    page.goto(address)
    expect(page.get_by_text("the dog")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text("+44 (0)7700 900123")).to_be_visible()
    expect(page.get_by_text("the dog")).to_be_visible()
    for seen in page.locator("a, button, nav").all():
        expect(seen).to_be_hidden()


def test_a_copy_of_nothing_is_not_offered(page: Page) -> None:
    page.goto(SHARE)
    expect(page.get_by_text("There is nothing in your plan yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
