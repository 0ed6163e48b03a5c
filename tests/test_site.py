"""What an operator may set."""

from pathlib import Path

import pytest

from pwa_app.site import SITE_FILE, read_site

SHIPPED = SITE_FILE.read_text("utf-8")


def test_the_file_as_shipped_is_valid() -> None:
    site = read_site(SITE_FILE)
    assert (site.name, site.languages, site.folder("en")) == ("Mooring", ("en",), "")


def test_an_operator_may_be_named_with_an_address_or_not(tmp_path: Path) -> None:
    path = tmp_path / "mooring.toml"
    named = SHIPPED.replace('contact = ""', 'contact = "mailto:help@example.org"')
    path.write_text(named.replace('operator = ""', 'operator = "A charity"'), "utf-8")
    assert read_site(path).operator == "A charity"
    assert read_site(path).contact == "mailto:help@example.org"
    path.write_text(SHIPPED.replace('operator = ""\n', "").replace('contact = ""\n', ""), "utf-8")
    assert (read_site(path).operator, read_site(path).contact) == ("", "")


def test_other_languages_get_their_own_folder() -> None:
    site = read_site(SITE_FILE, "en,ar-XB")
    assert site.folder("ar-XB") == "/ar-xb"


def test_a_site_may_stand_below_a_path_of_its_host() -> None:
    site = read_site(SITE_FILE, "en,ar-XB", "/help/app/")
    assert (site.folder("en"), site.folder("ar-XB")) == ("/help/app", "/help/app/ar-xb")


@pytest.mark.parametrize("path", ["app", "/App", "/a b", "//app", "/assets", "/../app"])
def test_a_path_that_cannot_be_published_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="path must be"):
        read_site(SITE_FILE, below=path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("leave_url", "away"), "the key 'leave_url' is missing"),
        (("https://www.bbc.com", "http://www.bbc.com"), "leave_url must start with https://"),
        (
            ('contact = ""', 'contact = "me@example.org"'),
            "contact must start with https:// or mail",
        ),
        (("[site]", "[site"), "mooring.toml: "),
    ],
)
def test_a_wrong_file_is_named_with_what_to_mend(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    path = tmp_path / "mooring.toml"
    path.write_text(SHIPPED.replace(*change), "utf-8")
    with pytest.raises(ValueError, match=message):
        read_site(path)
