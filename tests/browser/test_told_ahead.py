"""The service worker is told where Help leads before anybody opens it."""

from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import NewContext
from tests.browser.service_worker import go_offline, lead_of, visit_once, wait_for_lead
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.pwa.local_server import Answer, LocalServer
from tests.waiting import eventually, wait_until, wait_until_idle

SLOW_ACTIVATION = """
const forget = caches.delete.bind(caches);
caches.delete = async (name) => {
  await new Promise((done) => setTimeout(done, 1500));
  return forget(name);
};
Clients.prototype.claim = async () => undefined;
"""
"""For a service worker that takes long to forget what an older one knew. It takes no charge of the
page meanwhile, whose requests would wait for it."""

TELL_ANOTHER = """async () => {
  const { active, scope } = await navigator.serviceWorker.ready;
  active.postMessage({ type: "LEADS_ON", from: `${scope}about/`, to: scope });
}"""


def open_help(page: Page) -> list[str]:
    """Tap "Help now", and return the path of every document that was asked for on the way."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request():
            asked.append(request.url.partition("//")[2].partition("/")[2])

    page.on("request", note)
    page.get_by_role("link", name="Help now").click()
    page.wait_for_url("**/help/*/")
    wait_until(page, "document.readyState === 'complete'")
    page.remove_listener("request", note)
    return asked


def test_who_has_only_seen_the_first_page_gets_help_as_one_document_without_a_network(
    new_context: NewContext, server: SiteServer, watch: Watch
) -> None:
    options = {"base_url": server.origin, "timezone_id": "Europe/Dublin"}
    page = new_context(service_workers="allow", **options).new_page()
    visit_once(page)
    wait_for_lead(page, "/help/ie/")
    go_offline(page, server, watch)
    assert open_help(page) == ["help/"]
    expect(page).to_have_url(f"{server.origin}/help/ie/")
    expect(page.locator("main a[href='tel:112']")).to_be_in_viewport()


def test_the_chosen_country_counts_also_where_only_the_next_page_tells_it(
    new_context: NewContext,
) -> None:
    page = new_context(service_workers="allow", timezone_id="Europe/Dublin").new_page()
    visit_once(page)
    wait_for_lead(page, "/help/ie/")
    page.goto("/help/?choose")
    page.get_by_role("link", name="France", exact=True).click()
    page.wait_for_url("**/help/fr/")
    wait_for_lead(page, "/help/fr/")
    wait_until_idle(page)
    page.goto("/offline/")
    # A new version of the service worker forgets it too.
    page.evaluate("caches.delete('leads')")
    page.goto("/cards/")
    wait_for_lead(page, "/help/fr/")
    assert open_help(page) == ["help/"]
    expect(page).to_have_url(f"{page.url.split('/help/')[0]}/help/fr/")


def test_nothing_is_told_where_nothing_tells_the_country(new_context: NewContext) -> None:
    page = new_context(service_workers="allow", timezone_id="Etc/UTC", locale="en").new_page()
    visit_once(page)
    module = "performance.getEntriesByType('resource').find(({ name }) => /own_lead-/.test(name))"
    wait_until(page, module)
    page.evaluate(f"import({module}.name).then(() => undefined)")
    wait_until_idle(page)
    # What is told later is written down later.
    page.evaluate(TELL_ANOTHER)
    eventually(page, lambda: lead_of(page, "/about/") != "", "another one is written down")
    assert lead_of(page) == ""


def test_a_service_worker_that_is_still_being_activated_does_not_forget_what_it_is_told(
    new_context: NewContext, dist: Path
) -> None:
    with LocalServer(dist) as host:
        script = (dist / "sw.js").read_text("utf-8")
        host.lie = Answer(SLOW_ACTIVATION + script, "text/javascript")
        host.lie_about = "/sw.js"
        page = new_context(service_workers="allow", base_url=host.origin).new_page()
        page.goto("/")
        state = "navigator.serviceWorker.ready.then(({ active }) => active.state)"
        eventually(page, lambda: page.evaluate(state) == "activated", "the worker is activated")
        wait_for_lead(page, "/help/gb/")
