"""The vault's ciphers: known answers, and what sealing promises, by the modules that ship."""

# ruff: noqa: E501 - published answers stand on one line each

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from pwa_app.device.modules import SOURCES
from pwa_app.pwa.bundles import node

WEB = Path(__file__).parents[2] / ".web"
Probe = Callable[[str, Any], Any]

CONFIG = """export default {
  input: "probe.js",
  output: { file: "out.js", format: "es" },
  resolve: { modules: [MODULES] },
};
"""


@pytest.fixture(scope="module")
def probe(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Probe:
    """Call a function of sealing_probe.js, bundled with the app's modules and packages."""
    if not (WEB / "node_modules").is_dir():
        pytest.fail(f"There is no front end in {WEB}. Run `make build` first.")
    folder = tmp_path_factory.mktemp("probe")
    shutil.copytree(SOURCES, folder / "device")
    shutil.copy(Path(__file__).with_name("sealing_probe.js"), folder / "probe.js")
    modules = repr(str(WEB / "node_modules"))
    (folder / "rolldown.config.mjs").write_text(CONFIG.replace("MODULES", modules), "utf-8")
    command = [node(), str(WEB / "node_modules" / "rolldown" / "bin" / "cli.mjs"), "-c"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    page = browser.new_page()
    # WebCrypto is there only on a page that nobody could have changed on its way.
    page.route(
        "https://probe.test/**", lambda route: route.fulfill(body="", content_type="text/html")
    )
    page.goto("https://probe.test/")
    text = (folder / "out.js").read_text("utf-8")
    page.evaluate(
        """async (text) => {
          const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
          window.probe = await import(url);
        }""",
        text,
    )

    def call(name: str, argument: Any) -> Any:
        return page.evaluate("([name, given]) => window.probe[name](given)", [name, argument])

    return call


@pytest.mark.parametrize(
    ("iterations", "memory", "parallelism", "passphrase", "salt", "key"),
    [
        (2, 65536, 1, "password", "somesalt", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (2, 256, 1, "password", "somesalt", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (2, 256, 2, "password", "somesalt", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
        (1, 65536, 1, "password", "somesalt", "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"),
        (4, 65536, 1, "password", "somesalt", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"),
        (2, 65536, 1, "differentpassword", "somesalt", "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"),
        (2, 65536, 1, "password", "diffsalt", "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"),
    ],
)  # fmt: skip
def test_argon2id_gives_the_keys_of_the_reference_implementation(
    probe: Probe,
    iterations: int,
    memory: int,
    parallelism: int,
    passphrase: str,
    salt: str,
    key: str,
) -> None:
    # The vectors of RFC 9106's reference implementation (phc-winner-argon2, src/test.c); those in
    # the RFC itself use "associated data", which a passphrase does not have.
    cost = {"memoryKiB": memory, "iterations": iterations, "parallelism": parallelism}
    assert probe("derived", [passphrase, salt, cost]) == key


def test_a_passphrase_is_the_same_however_its_accents_are_typed(probe: Probe) -> None:
    cost = {"memoryKiB": 256, "iterations": 2, "parallelism": 1}
    composed, apart = (
        probe("derived", ["caf\u00e9", "somesalt", cost]),
        probe("derived", ["cafe\u0301", "somesalt", cost]),
    )
    assert composed == apart


@pytest.mark.parametrize(
    ("key", "nonce", "plain", "bound", "sealed"),
    [
        # McGrew and Viega, "The Galois/Counter Mode of Operation", submitted to NIST: test cases
        # 13, 14 and 16, which NIST SP 800-38D names.
        ("00" * 32, "00" * 12, "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        ("00" * 32, "00" * 12, "00" * 16, "", "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            "cafebabefacedbaddecaf888",
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            "76fc6ece0f4e1768cddf8853bb2d551b",
        ),
    ],
)  # fmt: skip
def test_aes_gcm_gives_the_published_answers(
    probe: Probe, key: str, nonce: str, plain: str, bound: str, sealed: str
) -> None:
    assert probe("encrypted", [key, nonce, plain, bound]) == sealed


@given(st.lists(st.text(max_size=2000), min_size=1, max_size=20))
@settings(deadline=None, max_examples=10)
def test_both_ciphers_open_what_the_other_has_sealed(probe: Probe, texts: list[str]) -> None:
    assert probe("bothAgree", [text.encode("utf-16", "replace").decode("utf-16") for text in texts])


@given(st.integers(2, 3000))
@settings(deadline=None, max_examples=10)
def test_no_nonce_is_used_twice_and_the_same_words_never_look_the_same(
    probe: Probe, count: int
) -> None:
    assert probe("differing", count) == [count, count]


def test_what_is_sealed_opens_only_in_its_own_place(probe: Probe) -> None:
    assert probe("opensElsewhere", ["T", "n"])
    for place in (["T", "m"], ["U", "n"], ["Tn", ""]):
        assert not probe("opensElsewhere", place)


@given(st.integers(0, 1000))
@settings(deadline=None, max_examples=60)
def test_what_was_changed_by_one_bit_does_not_open(probe: Probe, at: int) -> None:
    assert not probe("opensChanged", at)


def test_a_name_tells_nothing_and_is_the_same_only_for_one_key(probe: Probe) -> None:
    told = probe("names", ["CardMark", "five-senses", "cool-glass"])
    assert told == {"same": True, "byKey": False, "bySealer": False}


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)  # fmt: skip
fields = st.text(st.sampled_from("abcdefgh_"), min_size=1, max_size=8)


@given(st.lists(st.dictionaries(fields, values, max_size=6), max_size=8))
@settings(deadline=None, max_examples=30)
def test_every_record_comes_back_as_it_was(probe: Probe, rows: list[dict[str, Any]]) -> None:
    assert probe("thereAndBack", rows) == rows


@pytest.mark.parametrize("count", [0, 1, 255, 256, 70_000])
def test_a_photo_comes_back_as_it_was(probe: Probe, count: int) -> None:
    assert probe("binaryBack", count)


def test_a_length_says_little(probe: Probe) -> None:
    notes = [{"id": "x", "note": "n" * length} for length in range(150)]
    assert set(probe("lengths", notes)) == {256}
