"""Choosing a file as a person does: only once the page takes it."""

from pathlib import Path

from playwright.sync_api import FilePayload, Locator, expect


def choose_file(chooser: Locator, file: Path | FilePayload) -> None:
    """Choose a file; Playwright alone would give it even to a page that is not ready for it."""
    expect(chooser).to_be_enabled()
    chooser.set_input_files(file)
