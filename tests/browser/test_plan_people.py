"""People in the plan, with their numbers, and where they are offered."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, pick_mood, save, save_button
from tests.browser.phone_records import read_records, wait_for_records
from tests.browser.plan_form import ANA, CONTACT, LINE, MOMENT, keep_plan, open_plan
from tests.browser.test_log import hold_scripts, release_scripts
from tests.waiting import wait_for_react

PICKER = """
  window.picked = %s;
  window.asked = [];
  Object.defineProperty(navigator, "contacts", { value: {
    select: async (wanted, options) => {
      window.asked.push([wanted, options]);
      if (window.picked === null) throw new DOMException("no", "InvalidStateError");
      return window.picked;
    },
  } });
"""

SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


def open_contact(page: Page, address: str = CONTACT) -> None:
    """Open the form for a person and wait until it can be used."""
    page.goto(address)
    expect(save_button(page)).to_be_enabled()


def test_a_person_is_added_and_called_and_texted_from_the_plan_in_one_tap(page: Page) -> None:
    open_plan(page)
    page.get_by_role("link", name="Add a person").click()
    expect(save_button(page)).to_be_enabled()
    expect(page.get_by_role("radio", name="People I can ask for help")).to_be_checked()
    page.fill("#name", "Ana")
    page.fill("#number", "+44 (0)7700 900123")
    page.fill("#note", "Also late at night.")
    save(page)
    (kept,) = read_records(page, "PlanContact")
    assert kept["part"] == "people"
    assert kept["number"] == "+44 (0)7700 900123"
    page.get_by_role("link", name="See my plan").click()
    call = page.get_by_role("link", name="Call Ana")
    expect(call).to_have_attribute("href", "tel:+447700900123")
    text = page.get_by_role("link", name="Text Ana")
    expect(text).to_have_attribute("href", "sms:+447700900123")
    expect(page.get_by_text("Also late at night.")).to_be_visible()


@pytest.mark.parametrize(
    ("number", "said", "called"),
    [
        ("ask Jo", "it cannot be called with a tap", None),
        ("12", "Is it all of it?", None),
        ("1" * 20, "Is it one number?", "tel:" + "1" * 20),
        ("116 123", None, "tel:116123"),
    ],
)
def test_an_odd_number_is_kept_with_a_kind_remark(
    page: Page, number: str, said: str | None, called: str | None
) -> None:
    open_contact(page)
    page.fill("#number", number)
    if said:
        expect(page.get_by_text(said)).to_be_visible()
    save(page)
    assert read_records(page, "PlanContact")[0]["number"] == number
    page.goto("/plan/")
    expect(page.get_by_text(number, exact=True).first).to_be_visible()
    links = page.locator("main a[href^=tel]")
    if called:
        expect(links).to_have_attribute("href", called)
    else:
        expect(links).to_have_count(0)


def test_a_number_in_a_line_of_an_older_plan_can_be_called(page: Page) -> None:
    keep_plan(page, {"people": "Aunt Rosa 087 123 4567\nMum"})
    page.goto("/plan/")
    call = page.get_by_role("link", name="Call 087 123 4567")
    expect(call).to_have_attribute("href", "tel:0871234567")


def test_what_was_typed_of_a_person_is_there_after_a_reload(page: Page) -> None:
    open_plan(page)
    page.get_by_role("link", name="Add a professional or a line").click()
    expect(save_button(page)).to_be_enabled()
    page.fill("#name", "Dr May")
    wait_for_records(page, 1, "Draft")
    page.reload()
    expect(page.get_by_text("We kept what you had typed.")).to_be_visible()
    expect(page.locator("#name")).to_have_value("Dr May")
    expect(page.get_by_role("radio", name="Professionals")).to_be_checked()
    save(page)
    (kept,) = read_records(page, "PlanContact")
    assert (kept["name"], kept["part"]) == ("Dr May", "professionals")
    assert read_records(page, "Draft") == []


def test_nothing_at_all_is_not_kept(page: Page) -> None:
    open_contact(page)
    save_button(page).click()
    expect(page.get_by_text("There is nothing to save yet.")).to_be_visible()
    assert read_records(page, "PlanContact") == []


def test_a_contact_of_the_phone_is_picked_with_one_of_its_numbers(page: Page) -> None:
    picked = [{"name": ["Ana"], "tel": ["087 1", "087 123 4567", "087 1"]}]
    page.add_init_script(PICKER % json.dumps(picked))
    open_contact(page)
    page.get_by_role("button", name="Choose from the phone’s contacts").click()
    expect(page.locator("#name")).to_have_value("Ana")
    expect(page.locator("#number")).to_have_value("087 1")
    page.get_by_role("button", name="087 123 4567").click()
    expect(page.locator("#number")).to_have_value("087 123 4567")
    assert page.evaluate("window.asked") == [[["name", "tel"], {"multiple": False}]]
    assert barriers(page) == []
    save(page)
    (kept,) = read_records(page, "PlanContact")
    assert (kept["name"], kept["number"]) == ("Ana", "087 123 4567")


@pytest.mark.parametrize("picked", ["[]", "null", '[{ "name": [], "tel": [] }]'])
def test_a_picker_that_gives_nothing_takes_nothing_away(page: Page, picked: str) -> None:
    page.add_init_script(PICKER % picked)
    open_contact(page)
    page.fill("#name", "Jo")
    page.fill("#number", "087")
    page.get_by_role("button", name="Choose from the phone’s contacts").click()
    if picked == "null":
        expect(page.get_by_text("You can type the name and the number.")).to_be_visible()
    expect(page.locator("#name")).to_have_value("Jo")
    expect(page.locator("#number")).to_have_value("087")


def test_where_the_phone_has_no_picker_none_is_offered(page: Page) -> None:
    open_contact(page)
    expect(page.get_by_role("button", name="Choose from")).to_have_count(0)


def test_people_change_places_are_changed_taken_out_and_brought_back(page: Page) -> None:
    jo = {"id": "jo", "at": "2026-01-02T10:00:00.000Z", "name": "Jo"}
    keep_plan(page, {}, ANA, jo, LINE)
    page.reload()
    people = page.locator("#part-people")
    expect(people.locator(".sortable-text")).to_have_text(["Ana+44 (0)7700 900123", "Jo"])
    people.get_by_role("button", name="Move up: Jo").click()
    expect(people.get_by_text("Jo is now 1 of 2.")).to_be_attached()
    expect(people.locator(".sortable-text").first).to_have_text("Jo")
    page.reload()
    expect(people.locator(".sortable-text").first).to_have_text("Jo")
    people.get_by_role("link", name="Change Ana").click()
    expect(page.locator("#name")).to_have_value("Ana")
    page.fill("#name", "Ana B")
    save(page)
    open_plan(page)
    expect(people.locator(".sortable-text").last).to_contain_text("Ana B")
    people.get_by_role("button", name="Take out Ana B").click()
    expect(people.locator(".sortable-text")).to_have_text(["Jo"])
    expect(people.get_by_role("button", name="Move up")).to_have_count(0)
    people.get_by_role("button", name="Undo").click()
    expect(people.locator(".sortable-text").last).to_contain_text("Ana B")


def test_people_changed_in_another_tab_are_shown_at_once(context: BrowserContext) -> None:
    one, other = context.new_page(), context.new_page()
    keep_plan(one, {}, ANA)
    one.goto("/plan/")
    expect(one.get_by_role("link", name="Call Ana")).to_be_visible()
    open_contact(other, f"{CONTACT}?contact=ana")
    expect(other.locator("#name")).to_have_value("Ana")
    other.fill("#name", "Ana B")
    save(other)
    expect(one.get_by_role("link", name="Call Ana B")).to_be_visible()


def test_a_helpline_is_put_into_the_plan_from_the_directory(page: Page) -> None:
    page.goto("/help/ie/")
    wait_for_react(page)
    service = page.locator("#ie-samaritans, article.service").first
    name = service.get_by_role("heading").inner_text()
    service.get_by_text("Copy or save").click()
    service.get_by_role("link", name="Put it in my plan").click()
    expect(page.locator("#name")).to_have_value(name)
    expect(page.get_by_role("radio", name="Professionals")).to_be_checked()
    save(page)
    page.goto("/plan/")
    expect(page.get_by_role("link", name=f"Call {name}")).to_be_visible()


def test_a_line_that_takes_only_texts_is_put_into_the_plan_with_what_to_text(page: Page) -> None:
    page.goto("/help/ie/")
    wait_for_react(page)
    service = page.locator("article.service", has=page.get_by_role("heading", name="Text About It"))
    service.get_by_text("Copy or save").click()
    service.get_by_role("link", name="Put it in my plan").click()
    expect(page.locator("#note")).to_have_value("Text HELLO to 50808")
    expect(page.locator("#number")).to_have_value("")
    save(page)
    page.goto("/plan/")
    expect(page.get_by_text("Text HELLO to 50808")).to_be_visible()
    expect(page.locator("main a[href^=tel]")).to_have_count(0)


def test_on_the_wave_a_person_is_one_tap_behind_the_button(page: Page) -> None:
    keep_plan(page, {}, ANA, LINE)
    page.goto("/urge/")
    wait_for_react(page)
    page.get_by_role("button", name="10 minutes").click()
    # The screen before it has the same link and the same dialog.
    expect(page.get_by_role("heading", name="You’re on the wave.")).to_be_visible()
    wanted = page.get_by_role("link", name="I need a person")
    dialog = page.get_by_role("dialog", name="Who would you like to reach?")
    expect(page.locator("dialog a[href^='tel:']")).to_have_count(2)
    wanted.click()
    expect(dialog.get_by_role("link", name="Call Ana")).to_be_visible()
    expect(dialog.get_by_role("link", name="Text Ana")).to_be_visible()
    expect(dialog.get_by_role("link", name="Call Samaritans")).to_be_visible()
    assert barriers(page) == []
    dialog.get_by_role("button", name="Back").click()
    expect(dialog).to_be_hidden()
    assert page.url.endswith("/urge/")
    wanted.click()
    dialog.get_by_role("link", name="Helplines").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talk to someone now")


def test_on_the_wave_with_nobody_in_the_plan_the_button_leads_to_help(page: Page) -> None:
    page.goto("/urge/")
    wait_for_react(page)
    page.get_by_role("link", name="I need a person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talk to someone now")


def test_after_a_hard_entry_the_first_people_of_the_plan_are_offered(page: Page) -> None:
    more = [
        {"id": f"more-{at}", "at": MOMENT, "name": f"More {at}", "number": "087 123 4567"}
        for at in range(3)
    ]
    keep_plan(page, {}, {**ANA, "place": 1}, *more)
    open_log(page)
    pick_mood(page, "Very low")
    save(page)
    said = page.get_by_role("status").filter(has_text="Saved on this phone.")
    expect(said.get_by_role("link", name="Call Ana")).to_be_visible()
    expect(said.locator("a[href^=tel]")).to_have_count(2)
    assert barriers(page) == []


def test_help_shows_my_people_first_only_when_asked_and_nothing_moves(
    page: Page, context: BrowserContext
) -> None:
    keep_plan(page, {}, ANA, LINE)
    page.goto("/help/ie/")
    wait_for_react(page)
    expect(page.locator(".people-first")).to_be_hidden()
    assert (
        page.evaluate("document.querySelectorAll('main a[href=\"tel:+447700900123\"]').length") == 0
    )
    open_plan(page)
    page.get_by_label("Show my people at the top of Help").check()
    later = context.new_page()
    later.add_init_script(SHIFTS)
    held: list[Route] = hold_scripts(later)
    later.goto("/help/ie/", wait_until="commit")
    emergency = later.locator(".emergency a").first
    expect(emergency).to_be_visible()
    before = emergency.bounding_box()
    release_scripts(later, held)
    expect(later.get_by_role("link", name="Call Ana")).to_be_visible()
    expect(later.get_by_role("link", name="Call Samaritans").first).to_be_attached()
    assert emergency.bounding_box() == before
    assert later.evaluate("window.shifted") == 0
    assert barriers(later) == []
    open_plan(page)
    page.get_by_label("Show my people at the top of Help").uncheck()
    page.goto("/help/ie/")
    wait_for_react(page)
    expect(page.locator(".people-first")).to_be_hidden()


@pytest.mark.parametrize("address", ["/help/?choose", "/help/other/", "/help/ie/"])
def test_help_says_so_where_there_is_nobody_to_show(
    new_context: NewContext, site: str, address: str
) -> None:
    chosen = {"name": "mooring:appearance", "value": '{"people":"first"}'}
    kept = {"cookies": [], "origins": [{"origin": site, "localStorage": [chosen]}]}
    page = new_context(storage_state=kept).new_page()
    page.goto(address)
    wait_for_react(page)
    expect(page.get_by_text("There is nobody to call in your plan yet.")).to_be_visible()
