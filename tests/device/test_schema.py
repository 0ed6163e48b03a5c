"""The tables of the phone, as the browser opens them."""

import re
from datetime import datetime

import pytest
from sqlmodel import Field, SQLModel

from pwa_app.device.drafts import Draft
from pwa_app.device.schema import describe, describe_table
from pwa_app.device.tables import FILE_LIMIT, HopeFile, HopeItem, MoodEntry, SafetyPlan


def test_a_mood_entry_keeps_the_fields_of_the_contract() -> None:
    fields = describe_table(MoodEntry)["fields"]
    contract = ["at", "local_date", "mood", "urge", "feelings", "triggers", "helped", "note"]
    assert [name for name in fields if name != "id"] == contract
    assert {name for name in contract if fields[name]["required"]} == {"at", "local_date"}


def test_mood_runs_from_one_to_five_and_urge_from_nought_to_ten() -> None:
    fields = describe_table(MoodEntry)["fields"]
    assert fields["mood"] == {"kind": "integer", "required": False, "least": 1, "most": 5}
    assert fields["urge"] == {"kind": "integer", "required": False, "least": 0, "most": 10}


def test_entries_can_be_ordered_by_moment_and_by_day() -> None:
    table = describe_table(MoodEntry)
    assert table["key"] == "id"
    assert table["indexes"] == ["at", "local_date"]


def test_the_whole_database_is_described_with_its_version() -> None:
    schema = describe("mooring", 1, [MoodEntry, SafetyPlan, Draft])
    assert (schema["name"], schema["version"]) == ("mooring", 1)
    assert list(schema["tables"]) == ["MoodEntry", "SafetyPlan", "Draft"]


def test_a_class_that_is_no_table_is_refused_by_name() -> None:
    class NoTable(SQLModel):
        id: str

    with pytest.raises(TypeError, match="NoTable is not a SQLModel class with table=True"):
        describe_table(NoTable)


def test_a_type_the_phone_cannot_keep_is_refused_by_field() -> None:
    class Odd(SQLModel, table=True):
        __tablename__ = "odd"
        id: str = Field(primary_key=True)
        moment: datetime

    with pytest.raises(TypeError, match=r"Odd\.moment has the type"):
        describe_table(Odd)


def test_bytes_have_a_limit_and_a_table_of_their_own() -> None:
    content = describe_table(HopeFile)["fields"]["content"]
    assert content == {"kind": "bytes", "required": True, "longest": FILE_LIMIT}
    assert "bytes" not in {field["kind"] for field in describe_table(HopeItem)["fields"].values()}


def test_a_record_may_own_one_of_another_table_of_its_store_only() -> None:
    assert describe_table(HopeItem)["fields"]["file"]["owns"] == "HopeFile"
    with pytest.raises(TypeError, match=r"HopeItem\.file owns HopeFile, no table here"):
        describe("box", 1, [HopeItem])


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org", True),
        ("Https://example.org:8080/@name?x=1#y", True),
        ("http://example.org", False),
        ("example.org", False),
        ("https://localhost", False),
        ("https://example.org@other.org", False),
        ("https://example.org\\.other.org", False),
        ("https://example.org/two words", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_link_that_is_kept_begins_with_https(link: str, kept: bool) -> None:
    pattern = describe_table(HopeItem)["fields"]["link"]["pattern"]
    assert bool(re.fullmatch(pattern, link)) == kept
