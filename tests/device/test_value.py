"""One value that a page shows and changes."""

from typing import Any

import pytest
import reflex as rx

from pwa_app.device import Store, held_value, moment, seconds_since
from pwa_app.device.tables import BreathChoices, MoodEntry, UrgeWave


@pytest.fixture(scope="module")
def store() -> Store:
    return Store("test_value", version=1, tables=(MoodEntry, UrgeWave))


def hooks(var: rx.Var[Any]) -> list[str]:
    data = var._get_all_var_data()
    assert data is not None
    return list(data.hooks)


def test_a_change_is_worked_out_from_the_value_as_it_is_then(store: Store) -> None:
    wave = store.value(UrgeWave, key="now")
    handler = wave.change(lambda value: rx.Var(f"later({value!s}, {moment()!s})"))
    call = "kept_UrgeWave_now.change((value) => later(value, Date.now()))"
    assert call in str(handler)


def test_a_change_can_add_a_record_of_another_table(store: Store) -> None:
    wave = store.value(UrgeWave, key="now")
    handler = wave.change_and_add(MoodEntry, lambda _v: rx.Var("entry"), lambda value: value)
    call = 'changeAndAdd("MoodEntry", (value) => entry, (value) => value)'
    assert call in str(handler)


def test_a_table_of_another_store_has_no_value_here(store: Store) -> None:
    with pytest.raises(ValueError, match="holds no table BreathChoices"):
        store.value(BreathChoices, key="mine")


def test_the_present_is_read_after_what_it_is_counted_from() -> None:
    origin = held_value("sample").value["started"]
    found = hooks(seconds_since(origin, "sample_now"))
    assert [hook.split(" = ")[0] for hook in found] == ["const held_sample", "const sample_now"]
