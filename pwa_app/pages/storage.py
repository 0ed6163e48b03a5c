"""This app's database on the phone."""

from pwa_app.device import Store
from pwa_app.device.tables import BreathChoices, Draft, MoodEntry, SafetyPlan, UrgeWave

store = Store("mooring", version=2, tables=(MoodEntry, SafetyPlan, Draft, UrgeWave, BreathChoices))
