"""Another look is a whole app of its own beside the first: name, icons, manifest."""

import json
from pathlib import Path

import pytest

from pwa_app.pwa import Look, Manifest, Shortcut
from pwa_app.pwa.headers import write_headers_file
from pwa_app.pwa.looks import looks_script, only_to_install, write_look

ICON = Path(__file__).parent / "example" / "assets" / "icon.svg"
OWN = Manifest(name="Example app", short_name="Example", description="An app.")
PLAIN = Look(
    key="plain",
    icon=str(ICON),
    manifest=Manifest(
        name="Plain app",
        short_name='"Plain"',
        description="",
        theme_color="#eeeeee",
        dark_theme_color="#111111",
        shortcuts=[Shortcut(name="Form", url="form/")],
    ),
)


def test_a_look_opens_the_same_app_and_is_installed_as_another_one(tmp_path: Path) -> None:
    write_look(tmp_path, PLAIN, base_path="/es/")
    folder = tmp_path / "looks" / "plain"
    members = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    assert members["id"] == "/es/?look=plain"
    assert members["start_url"] == "../../#look=plain"
    assert members["scope"] == "../../"
    assert (members["name"], members["description"]) == ("Plain app", "")
    assert members["shortcuts"][0]["url"] == "../../form/#look=plain"
    for icon in members["icons"]:
        assert (folder / icon["src"]).is_file()
    for name in ("apple-touch-icon.png", "favicon.svg", "favicon.ico"):
        assert (folder / name).is_file()


def test_the_script_knows_the_names_and_colours_of_all_looks() -> None:
    script = looks_script("const looks=self.__PWA_LOOKS;", OWN, [PLAIN])
    assert json.loads(script.removeprefix("const looks=").removesuffix(";")) == {
        "own": ["Example", "#ffffff", "#000000"],
        "plain": ['"Plain"', "#eeeeee", "#111111"],
    }
    with pytest.raises(ValueError, match="exactly once"):
        looks_script("", OWN, [PLAIN])


def test_what_only_installing_needs_is_not_kept_for_offline_use() -> None:
    assert only_to_install([PLAIN]) == {
        "looks/plain/icons/any-512.png",
        "looks/plain/icons/maskable-512.png",
        "looks/plain/icons/monochrome-512.png",
    }


def test_hosts_are_told_to_ask_for_a_look_s_files_anew(tmp_path: Path) -> None:
    write_look(tmp_path, PLAIN, base_path="/")
    (tmp_path / "index.html").write_text("<p>Text</p>", "utf-8")
    headers = write_headers_file(tmp_path).read_text("utf-8")
    assert "/looks/*\n  Cache-Control: no-cache\n" in headers


@pytest.mark.parametrize("key", ["own", "", "Plain", "a b", "../x"])
def test_a_key_that_cannot_stand_in_an_address_is_named(key: str) -> None:
    with pytest.raises(ValueError, match=r"Look\.key"):
        Look(key=key, icon="", manifest=OWN)
