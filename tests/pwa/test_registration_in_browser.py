"""A network that fails the service worker: it is kept in the end, without another page."""

import pytest
from playwright.sync_api import Page

from tests.waiting import eventually, wait_for_react, wait_until

from .conftest import Visit, empty_http_cache
from .local_server import Answer, LocalServer

GIVEN_UP = "window.givenUp === true"
KEPT = "navigator.serviceWorker.controller !== null"

WHEN_GIVEN_UP = """(() => {
  const { prototype } = ServiceWorkerContainer;
  const register = prototype.register;
  prototype.register = async function (...what) {
    try {
      const registration = await register.apply(this, what);
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "redundant") window.givenUp = true;
      });
      return registration;
    } catch (error) {
      window.givenUp = true;
      throw error;
    }
  };
})()"""
"""Tells the test when an attempt has failed; the attempt itself is the browser's own."""


def network_comes_back(page: Page) -> None:
    """Let the phone lose its network for a moment, and find it again."""
    page.context.set_offline(True)
    page.context.set_offline(False)


@pytest.mark.parametrize("lost", ["/sw.js", "/icons/"], ids=["the worker", "one of its files"])
@pytest.mark.parametrize(
    "lie",
    [
        Answer("Try again later.", "text/plain", status=503),
        Answer("<!doctype html><title>Log in</title><h1>Hotel Wi-Fi</h1>"),
        Answer(way="cut"),
    ],
    ids=["503", "login page", "cut off"],
)
def test_a_page_that_stays_open_is_ready_for_no_network_once_the_network_has_recovered(
    server: LocalServer, visit: Visit, lost: str, lie: Answer
) -> None:
    server.lie, server.lie_about = lie, lost
    page = visit.open_page()
    page.add_init_script(WHEN_GIVEN_UP)
    page.goto(f"{server.origin}/")
    wait_for_react(page)
    wait_until(page, GIVEN_UP)
    server.lie = None

    network_comes_back(page)
    wait_until(page, KEPT)

    assert server.requests.count("/") == 1
    empty_http_cache(page)
    server.stop()
    page.goto(f"{server.origin}/deep/page/")
    assert page.inner_text("h1") == "Deep"


def test_without_a_sign_of_the_network_it_is_asked_again_after_a_while(
    server: LocalServer, visit: Visit
) -> None:
    server.lie, server.lie_about = Answer("", status=503), "/sw.js"
    page = visit.open_page()
    page.add_init_script(WHEN_GIVEN_UP)
    page.clock.install()
    page.goto(f"{server.origin}/")
    wait_for_react(page)
    wait_until(page, GIVEN_UP)
    server.lie = None
    page.clock.fast_forward("00:10")
    wait_until(page, KEPT)


def test_it_is_not_asked_for_ever(server: LocalServer, visit: Visit) -> None:
    server.lie, server.lie_about = Answer("", status=503), "/sw.js"
    page = visit.open_page()
    page.goto(f"{server.origin}/")
    wait_for_react(page)

    def asked(times: int) -> bool:
        network_comes_back(page)
        return server.requests.count("/sw.js") >= times

    eventually(page, lambda: asked(4))
    for _ in range(5):
        network_comes_back(page)
        page.wait_for_timeout(100)
    assert server.requests.count("/sw.js") == 4
