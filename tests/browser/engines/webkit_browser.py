"""A browser that is no more than WebKitGTK in a window, and keeps what it stores.

Usage, by WebKitWebDriver alone: `python3 webkit_browser.py PROFILE DOWNLOADS`

Debian's own MiniBrowser forgets everything when it is driven, so nothing could be tested that is
there after the browser was closed. This runs with Debian's Python, which has the bindings.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")

from gi.repository import Gtk, WebKit2  # noqa: E402

profile, downloads = map(Path, sys.argv[1:])
context = WebKit2.WebContext.new_with_website_data_manager(
    WebKit2.WebsiteDataManager(
        base_data_directory=str(profile / "data"), base_cache_directory=str(profile / "cache")
    )
)
context.set_preferred_languages(["en-GB", "en"])
context.set_automation_allowed(True)


def open_window(*_: object) -> WebKit2.WebView:
    """Show the page that WebDriver gives commands to."""
    view = WebKit2.WebView(
        web_context=context,
        is_controlled_by_automation=True,
        settings=WebKit2.Settings(enable_write_console_messages_to_stdout=True),
    )
    window = Gtk.Window()
    window.add(view)
    view.connect("close", lambda _view: window.destroy())
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    return view


def be_driven(_context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    """Say who this is, and give WebDriver its window."""
    about = WebKit2.ApplicationInfo.new()
    about.set_name("WebKitGTK")
    about.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(about)
    session.connect("create-web-view", open_window)


def save(_context: WebKit2.WebContext, download: WebKit2.Download) -> None:
    """Save a file without asking where."""

    def decide(download: WebKit2.Download, name: str) -> bool:
        download.set_destination((downloads / name).as_uri())
        return True

    download.connect("decide-destination", decide)


context.connect("automation-started", be_driven)
context.connect("download-started", save)
Gtk.main()
