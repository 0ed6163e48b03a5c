"""What stays on the phone: tables, live rows, forms and actions, with no server.

Pages use `Store`; the tables stand in `tables`. See store.py for an example.
"""

from pwa_app.device.days import DayRows
from pwa_app.device.form import StoreForm
from pwa_app.device.live import LiveRows, Row
from pwa_app.device.parts import (
    Arranged,
    Arrival,
    CopyText,
    Cues,
    HeldWords,
    InBrowser,
    Later,
    Moving,
    Place,
    SaveFile,
    SearchList,
    StayAwake,
    StoredFile,
    Turning,
)
from pwa_app.device.platform import (
    day_name,
    first_weekday,
    function,
    month_name,
    now,
    phone_languages,
    size_text,
    spoken_day,
    storage_room,
    this_year,
    time_in_day,
    today,
)
from pwa_app.device.recorder import Recorder, can_record, recorder
from pwa_app.device.store import Store
from pwa_app.device.value import (
    LiveValue,
    held_value,
    moment,
    picked_number,
    seconds_since,
    ticked,
)
from pwa_app.device.vault import StoreVault

__all__ = [
    "Arranged",
    "Arrival",
    "CopyText",
    "Cues",
    "DayRows",
    "HeldWords",
    "InBrowser",
    "Later",
    "LiveRows",
    "LiveValue",
    "Moving",
    "Place",
    "Recorder",
    "Row",
    "SaveFile",
    "SearchList",
    "StayAwake",
    "Store",
    "StoreForm",
    "StoreVault",
    "StoredFile",
    "Turning",
    "can_record",
    "day_name",
    "first_weekday",
    "function",
    "held_value",
    "moment",
    "month_name",
    "now",
    "phone_languages",
    "picked_number",
    "recorder",
    "seconds_since",
    "size_text",
    "spoken_day",
    "storage_room",
    "this_year",
    "ticked",
    "time_in_day",
    "today",
]
