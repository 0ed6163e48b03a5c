"""This app's database on the phone."""

from pwa_app.device import Store
from pwa_app.device.tables import Draft, MoodEntry, SafetyPlan

store = Store("mooring", version=1, tables=(MoodEntry, SafetyPlan, Draft))
