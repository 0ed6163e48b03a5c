"""Corrections fit what Reflex generates, may be applied twice, and never fail in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest
import reflex as rx
import reflex_base
from reflex.compiler.compiler import compile_document_root
from reflex.utils import frontend_skeleton
from reflex_base.compiler.templates import app_root_template

from pwa_app.pwa.repairs import (
    Repair,
    RepairError,
    alias_packages,
    drop_build_time,
    drop_globals,
    drop_theme_script,
    fixed_theme,
    leave_out_the_server,
    link_styles_in_development,
    prerender_not_found,
    refuse_eval,
    repairs,
    start_with_this_page,
    whole_screen,
)

WEB = Path(reflex_base.__file__).parent / ".templates" / "web"


def template(name: str) -> str:
    """Return a file of Reflex's own template of the frontend."""
    return (WEB / name).read_text(encoding="utf-8")


def document() -> str:
    """Return the document Reflex generates."""
    _, text = compile_document_root([], html_lang="en")
    return text


def vite_config() -> str:
    """Return the Vite config Reflex generates."""
    return frontend_skeleton._compile_vite_config(rx.Config(app_name="example"))


def router_config() -> str:
    """Return the React Router config Reflex generates for an export."""
    config = rx.Config(app_name="example")
    return frontend_skeleton._update_react_router_config(config, prerender_routes=True)


def root() -> str:
    """Return the app's root that Reflex generates."""
    return app_root_template(
        imports=[],
        custom_codes=[],
        hooks={},
        window_libraries=[("react", "React")],
        render={"contents": "children"},
        dynamic_imports=set(),
    )


CASES: list[tuple[Repair, Callable[[], str], str, str]] = [
    (
        leave_out_the_server,
        lambda: template("utils/state.js"),
        "if (event.handler)",
        "no server to connect to",
    ),
    (refuse_eval, lambda: template("utils/state.js"), " eval(", "evalIsRefused("),
    (drop_globals, root, "window.__reflex", "AppWrap"),
    (drop_build_time, lambda: template("utils/state.js"), "$/reflex.json", "reflexEnvironment = {"),
    (fixed_theme, lambda: template("utils/react-theme.js"), "localStorage", "fixed_theme.js"),
    (alias_packages, vite_config, "no such text", "pwa/no_socket.js"),
    (
        start_with_this_page,
        lambda: template("app/entry.client.js"),
        "createElement(HydratedRouter)",
        "instrumentations: knownRoutes()",
    ),
    (drop_theme_script, document, "localStorage", "jsx(Meta,{},)"),
    (whole_screen, document, 'initial-scale=1",', "viewport-fit=cover"),
    (link_styles_in_development, document, 'rel:"preload"', "import.meta.env.SSR"),
    (prerender_not_found("/404"), router_config, '"prerender": true', '"/404"'),
]
NAMES = [case[0].__name__ for case in CASES]


@pytest.mark.parametrize(("repair", "generated", "gone", "there"), CASES, ids=NAMES)
def test_a_repair_fits_what_reflex_generates(
    repair: Repair, generated: Callable[[], str], gone: str, there: str
) -> None:
    repaired = repair(generated())
    assert gone not in repaired
    assert there in repaired


@pytest.mark.parametrize(("repair", "generated"), [case[:2] for case in CASES], ids=NAMES)
def test_a_repair_may_be_applied_again(repair: Repair, generated: Callable[[], str]) -> None:
    once = repair(generated())
    assert repair(once) == once


@pytest.mark.parametrize("repair", [case[0] for case in CASES], ids=NAMES)
def test_a_repair_whose_place_is_gone_stops_the_build(repair: Repair) -> None:
    with pytest.raises(RepairError, match=r"\.js|config"):
        repair('something else entirely, with "prerender" in it')


def test_both_repairs_of_the_document_together_may_be_applied_again() -> None:
    text = document()
    for _ in range(2):
        text = link_styles_in_development(drop_theme_script(text))
    assert text.count("import.meta.env.SSR") == 1


def test_the_script_of_a_route_is_fetched_by_a_module_that_keeps_the_page() -> None:
    assert r"{ find: /^\.\/routeModules\.js$/, replacement" in alias_packages(vite_config())
    assert "./pwa/route_module.js" in alias_packages(vite_config())


def test_every_repair_is_made() -> None:
    made = [repair.__name__ for chain in repairs("/404").values() for repair in chain]
    assert sorted(made) == sorted(NAMES)


def test_a_development_server_renders_nothing_ahead_and_needs_no_404_page() -> None:
    assert prerender_not_found("/404")("export default {};") == "export default {};"
