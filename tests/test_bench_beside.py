"""What a reader may rely on of taps, of the comparison with others, and of servers under load."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.comparing import Comparison
from tests.bench.comparing_section import comparing_text, comparison_verdicts
from tests.bench.errors import BenchError
from tests.bench.figures import Route
from tests.bench.interactions import NOTHING_NOTED, Interactions, Longest
from tests.bench.nginx import nginx_config
from tests.bench.packages import need_packages
from tests.bench.peers import FLOOR, PEERS
from tests.bench.serving import Compared, Request
from tests.bench.serving_section import serving_text
from tests.bench.taps import PICKING, TYPING, Taps
from tests.bench.taps_section import TapFigures, tap_verdicts, taps_text
from tests.bench.unlocking import Unlocking
from tests.bench.wrk import Load, read_load
from tests.test_bench import LOAD, MACHINE

ANSWERED = Taps(answers=(40.0, 50.0, 300.0))
TAPPED = Interactions(
    "Saving",
    3,
    (NOTHING_NOTED, Longest("click", "Low", 100, 10, 60), Longest("keydown", "note", 240, 20, 180)),
)
TAPS = TapFigures(
    MACHINE, [TAPPED], {TYPING: ANSWERED, PICKING: ANSWERED}, Unlocking(whole=900.0, key=600.0)
)


def test_taps_that_just_reach_their_budgets_meet_them() -> None:
    assert [item.met for item in tap_verdicts(TAPS)] == [True] * 4


def test_taps_just_beyond_their_budgets_do_not_meet_them() -> None:
    slow = replace(TAPPED, longest=(Longest("click", "Low", 104, 0, 0),))
    late = Taps(answers=(51.0,))
    beyond = replace(
        TAPS, interactions=[slow], answers={TYPING: late}, unlocking=Unlocking(901.0, 600.0)
    )
    assert [item.met for item in tap_verdicts(beyond)] == [False] * 3


def test_what_was_done_is_judged_by_the_median_and_the_slowest_is_told_with_its_parts() -> None:
    assert TAPPED.inp == 100
    assert TAPPED.slowest.painting == 40
    written = taps_text(TAPS)
    assert "100 ms (slowest 240 ms)" in written
    assert "| Saving | 3 | 240 ms | keydown | note | 20 ms | 180 ms | 40 ms |" in written


def test_taps_too_short_to_be_noted_are_told_as_such() -> None:
    quick = replace(TAPPED, longest=(NOTHING_NOTED,))
    written = taps_text(replace(TAPS, interactions=[quick]))
    assert "| Saving | 3 | under 16 ms | – | – | – | – | – |" in written


PLAIN = replace(LOAD, lcp=1900.0, transferred={**LOAD.transferred, "script": 240_000})
COMPARISON = Comparison(
    ours=(Route("/", (LOAD,)),),
    plain=(Route("/", (PLAIN,)),),
    floor=Route("/", (replace(LOAD, lcp=1000.0),)),
    cold_start=250.0,
    floor_cold_start=200.0,
)


def test_the_plain_export_is_set_beside_ours_as_a_ratio() -> None:
    written = comparing_text(MACHINE, COMPARISON)
    (row,) = [line for line in written.splitlines() if line.startswith("| ours to plain")]
    assert row.split(" | ")[3] == "0.50"
    assert row.split(" | ")[6] == "0.50"
    assert "without the `PwaPlugin`" in written
    assert [item.met for item in comparison_verdicts(COMPARISON)] == [True, True, True]


def test_other_apps_are_compared_by_the_floor_that_was_measured_beside_them() -> None:
    fastest = min(peer.lcp for peer in PEERS) / FLOOR.lcp
    behind = replace(COMPARISON, floor=Route("/", (replace(LOAD, lcp=950.0 / fastest - 9),)))
    assert [item.met for item in comparison_verdicts(behind)] == [True, False, True]
    slow = replace(COMPARISON, cold_start=400.0)
    assert [item.met for item in comparison_verdicts(slow)] == [True, True, False]
    written = comparing_text(MACHINE, COMPARISON)
    (ours,) = [line for line in written.splitlines() if line.startswith("| **Mooring**")]
    assert ours.split(" | ")[4] == "0.95"
    assert ours.endswith("| 250 ms | 1.25 |")
    assert all(peer.name in written for peer in PEERS)


WRK = """Running 4s test @ http://127.0.0.1:1/
  2 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     7.12ms    9.70ms 102.25ms   95.43%
    Req/Sec     2.73k   618.15     3.56k    82.50%
  Latency Distribution
     50%    5.39ms
     75%    6.35ms
     90%    8.83ms
     99%   {late}
  21793 requests in 4.01s, 249.95MB read
{trouble}Requests/sec:   5427.27
Transfer/sec:     62.26MB
"""


@pytest.mark.parametrize(
    ("late", "milliseconds"), [("640.00us", 0.64), ("64.04ms", 64.04), ("1.20s", 1200.0)]
)
def test_wrk_s_figures_are_read_in_whatever_unit_they_come(late: str, milliseconds: float) -> None:
    load = read_load(WRK.format(late=late, trouble=""))
    assert load.rate == 5427.27
    assert load.p99 == pytest.approx(milliseconds)


@pytest.mark.parametrize(
    "trouble",
    ["  Socket errors: connect 0, read 1, write 0, timeout 0\n", "  Non-2xx or 3xx responses: 7\n"],
)
def test_a_server_that_fails_under_load_has_no_figures(trouble: str) -> None:
    with pytest.raises(BenchError, match="answers failed"):
        read_load(WRK.format(late="64.04ms", trouble=trouble))


def test_servers_are_compared_round_by_round() -> None:
    ours = (Load(100.0, 5.0), Load(50.0, 6.0), Load(80.0, 4.0))
    nginx = (Load(400.0, 1.0), Load(100.0, 2.0), Load(400.0, 3.0))
    compared = Compared(Request("the home page", "/", "br"), 11_618, ours, nginx)
    assert compared.ratio == 0.25
    row = "| the home page | br | 11,618 B | 80/s | 5.0 ms | 400/s | 2.0 ms | 0.25 |"
    assert row in serving_text(MACHINE, ["nginx 1.2", "wrk 4.1"], [compared])


def test_nginx_sends_the_headers_of_the_site(tmp_path: Path) -> None:
    rules = "/*\n  X-Frame-Options: DENY\n/assets/*\n  Cache-Control: immutable\n"
    (tmp_path / "_headers").write_text(rules, "utf-8")
    config = nginx_config(tmp_path, tmp_path / "work", 4321)
    pages, assets = config.split("location /assets/ {")
    assert "listen 127.0.0.1:4321;" in pages
    assert 'add_header x-frame-options "DENY" always;' in pages
    assert "immutable" not in pages
    assert 'add_header x-frame-options "DENY" always;' in assets
    assert 'add_header cache-control "immutable" always;' in assets


def test_packages_that_are_missing_are_named_to_whoever_may_not_install_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(BenchError, match=r"sudo apt-get install .*\bwrk$"):
        need_packages()
