"""The parts that are measured, each of which writes one section of the page of figures."""

from collections.abc import Callable, Mapping
from typing import Final

from . import (
    building_section,
    cold_section,
    comparing_section,
    log_section,
    serving_section,
    site_section,
    taps_section,
    weights_section,
)
from .building import measure_building
from .cold_start import ROUTES as COLD_ROUTES
from .cold_start import measure_cold_starts
from .comparing import compare
from .interactions import measure_interactions
from .log import COUNTS, RUNS, measure_log
from .machine import this_machine
from .measuring import ROUTES, measure
from .nginx import nginx_version
from .order import Order
from .packages import need_packages
from .precache import measure_precache
from .server import served
from .serving import measure_serving
from .taps import measure_taps
from .taps_section import TapFigures
from .unlocking import measure_unlocking
from .weight_budgets import record, write_record
from .weights import weights_by_kind
from .wrk import wrk_version


def _site(order: Order) -> str:
    routes = order.routes or ROUTES
    return site_section.site_text(measure(order.site, routes, order.runs, order.say))


def _cold(order: Order) -> str:
    machine = this_machine()
    measured = measure_cold_starts(order.site, order.routes or COLD_ROUTES, order.runs, order.say)
    return cold_section.cold_text(machine, measured)


def _bytes(order: Order) -> str:
    order.say("bytes by kind of page")
    pages = weights_by_kind(order.site)
    write_record(record(pages))
    return weights_section.weights_text(this_machine(), pages, measure_precache(order.site))


def _taps(order: Order) -> str:
    machine = this_machine()
    with served(order.site) as origin:
        interactions = measure_interactions(origin, order.routes, order.runs, order.say)
        if order.routes is not None:
            return taps_section.taps_text(TapFigures(machine, interactions, {}, None))
        order.say("answers in the finder")
        answers = measure_taps(origin)
        order.say("unlocking a log of many years")
        unlocking = measure_unlocking(origin)
    return taps_section.taps_text(TapFigures(machine, interactions, answers, unlocking))


def _log(order: Order) -> str:
    machine, measured = this_machine(), []
    with served(order.site) as origin:
        for count in COUNTS:
            order.say(f"the log with {count:,} entries")
            measured.append(measure_log(origin, count, order.runs or RUNS))
    return log_section.log_text(machine, measured)


def _plain(order: Order) -> str:
    machine = this_machine()
    compared = compare(order.site, order.routes, order.runs, order.say)
    return comparing_section.comparing_text(machine, compared)


def _serve(order: Order) -> str:
    need_packages()
    machine = this_machine()
    measured = measure_serving(order.site, order.runs, order.say)
    used = (nginx_version(), wrk_version())
    return serving_section.serving_text(machine, used, measured)


def _build(order: Order) -> str:
    return building_section.building_text(this_machine(), measure_building(order.say))


PARTS: Final[Mapping[str, Callable[[Order], str]]] = {
    site_section.NAME: _site,
    cold_section.NAME: _cold,
    comparing_section.NAME: _plain,
    weights_section.NAME: _bytes,
    taps_section.NAME: _taps,
    log_section.NAME: _log,
    serving_section.NAME: _serve,
    building_section.NAME: _build,
}
"""By name, in the page's order: each measures and returns its section's text."""
