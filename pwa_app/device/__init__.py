"""What stays on the phone: tables, live rows, forms and actions, with no server.

Pages use `Store`; the tables stand in `tables`. See store.py for an example.
"""

from pwa_app.device.form import StoreForm
from pwa_app.device.live import LiveRows, Row
from pwa_app.device.local import Local
from pwa_app.device.platform import day_name, now, time_of_day
from pwa_app.device.store import Store

__all__ = ["LiveRows", "Local", "Row", "Store", "StoreForm", "day_name", "now", "time_of_day"]
