"""What stays on the phone: tables, live rows, forms and actions, with no server.

Pages use `Store`; the tables stand in `tables`. See store.py for an example.
"""

from pwa_app.device.days import DayRows
from pwa_app.device.form import StoreForm
from pwa_app.device.live import LiveRows, Row
from pwa_app.device.parts import Arrival, Cues, Moving, StayAwake
from pwa_app.device.platform import (
    day_name,
    first_weekday,
    month_name,
    now,
    spoken_day,
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

__all__ = [
    "Arrival",
    "Cues",
    "DayRows",
    "LiveRows",
    "LiveValue",
    "Moving",
    "Row",
    "StayAwake",
    "Store",
    "StoreForm",
    "day_name",
    "first_weekday",
    "held_value",
    "moment",
    "month_name",
    "now",
    "picked_number",
    "seconds_since",
    "spoken_day",
    "ticked",
    "time_in_day",
    "today",
]
