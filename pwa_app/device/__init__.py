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
    Moving,
    SaveFile,
    SearchList,
    StayAwake,
)
from pwa_app.device.platform import (
    day_name,
    first_weekday,
    function,
    month_name,
    now,
    phone_languages,
    spoken_day,
    this_year,
    time_in_day,
    today,
)
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
    "LiveRows",
    "LiveValue",
    "Moving",
    "Row",
    "SaveFile",
    "SearchList",
    "StayAwake",
    "Store",
    "StoreForm",
    "StoreVault",
    "day_name",
    "first_weekday",
    "function",
    "held_value",
    "moment",
    "month_name",
    "now",
    "phone_languages",
    "picked_number",
    "seconds_since",
    "spoken_day",
    "this_year",
    "ticked",
    "time_in_day",
    "today",
]
