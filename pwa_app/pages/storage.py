"""This app's database on the phone."""

from pwa_app.device import Store
from pwa_app.device.tables import CardMark, CardOutcome, Draft, MoodEntry, OwnCard, SafetyPlan

store = Store(
    "mooring",
    version=2,
    tables=(MoodEntry, SafetyPlan, Draft, CardMark, CardOutcome, OwnCard),
)
