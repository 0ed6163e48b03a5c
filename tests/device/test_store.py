"""The Python face of the phone's database."""

import json

import pytest

from pwa_app.device import Store
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


def test_a_form_can_give_every_record_values_and_ask_for_one_of_several_fields(
    store: Store,
) -> None:
    form = store.form(MoodEntry, name="two", fixed={"mood": 3}, needs=("note", "urge"))
    rendered = str(form.element())
    assert 'needs:["note", "urge"]' in rendered
    assert '"mood"' in rendered
