"""The Python face of the phone's database."""

import json
from typing import Any

import pytest
import reflex as rx

from pwa_app.device import DayRows, Store
from pwa_app.device.plugin import store_module
from pwa_app.device.tables import MoodEntry, SafetyPlan


@pytest.fixture(scope="module")
def store() -> Store:
    return Store("test_store", version=3, tables=(MoodEntry,))


def test_the_generated_module_carries_the_schema(store: Store) -> None:
    text = store_module(store)
    schema = json.loads(text[text.index("Records({") + len("Records(") : text.rindex(")")])
    assert schema == store.schema


def test_rows_can_only_be_ordered_by_a_field_with_an_index(store: Store) -> None:
    assert "useLive" in str(store.live(MoodEntry, order_by="at").rows._get_all_var_data())
    with pytest.raises(ValueError, match=r"MoodEntry\.mood has no index to order by"):
        store.live(MoodEntry, order_by="mood")


def test_a_table_of_another_store_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="holds no table SafetyPlan"):
        store.live(SafetyPlan)


def test_two_stores_cannot_share_a_name(store: Store) -> None:
    with pytest.raises(ValueError, match="a store named 'test_store' already"):
        Store(store.name, version=1, tables=(SafetyPlan,))


def test_a_form_can_name_the_one_record_it_changes(store: Store) -> None:
    rendered = str(store.form(MoodEntry, name="one", record_key="mine").element())
    assert 'recordKey:"mine"' in rendered
    assert "queryKey" not in rendered


def wanted_of(store: Store, **changed: Any) -> DayRows:
    """A window of days as a page asks for one."""
    given: dict[str, Any] = {
        "by": "local_date",
        "within": "at",
        "matches": rx.Var("matches"),
        "wanted": rx.Var("wanted"),
        "parameter": "day",
    }
    return store.days(MoodEntry, **(given | changed))


def hook_of(var: rx.Var[Any]) -> str:
    """The one line of the page's JavaScript that a Var needs."""
    data = var._get_all_var_data()
    assert data is not None
    (hook,) = data.hooks
    return hook


def test_a_window_of_days_asks_once_for_all_that_shows_it(store: Store) -> None:
    days = wanted_of(store)
    hook = hook_of(days.rows)
    assert hook == (
        'const days_MoodEntry = useDays(records_test_store, "MoodEntry", "local_date", "at", '
        'matches, wanted, "day")'
    )
    assert {hook_of(var) for var in (days.ready, days.looking, days.trouble)} == {hook}
    scroll = str(days.scroll(rx.el.p("a"), earlier="Earlier", later="Later"))
    assert 'earlier:"Earlier"' in scroll
    assert "days:days_MoodEntry.days" in scroll


def test_a_window_of_days_needs_an_index_of_days(store: Store) -> None:
    with pytest.raises(ValueError, match=r"MoodEntry\.mood has no index to order by"):
        wanted_of(store, by="mood")


def test_only_a_span_of_the_field_to_order_by_is_read(store: Store) -> None:
    least, most = rx.Var("first"), rx.Var("last")
    live = store.live(MoodEntry, order_by="local_date", between=(least, most))
    asked = '{ ...{"by": "local_date"}, from: first, to: last }'
    assert hook_of(live.rows).endswith(f'useLive(records_test_store, "MoodEntry", {asked})')
    whole = store.live(MoodEntry, order_by="local_date")
    assert hook_of(whole.rows).split(" = ")[0] != hook_of(live.rows).split(" = ")[0]


def test_emptying_tables_takes_the_drafts_of_their_form_along(store: Store) -> None:
    form = store.form(MoodEntry, name="log")
    handler = str(store.clear((MoodEntry,), form=form))
    assert 'eraseTables(all, ["MoodEntry"], (form) => form === "log")' in handler
    with pytest.raises(ValueError, match="holds no table SafetyPlan"):
        store.clear((SafetyPlan,), form=form)


def test_a_form_can_give_every_record_values_and_ask_for_one_of_several_fields(
    store: Store,
) -> None:
    form = store.form(MoodEntry, name="two", fixed={"mood": 3}, needs=("note", "urge"))
    rendered = str(form.element())
    assert 'needs:["note", "urge"]' in rendered
    assert '"mood"' in rendered
