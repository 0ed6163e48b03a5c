"""This app's database on the phone."""

from pwa_app.device import Store
from pwa_app.device.tables import (
    BreathChoices,
    CardMark,
    CardOutcome,
    HopeFile,
    HopeItem,
    MoodEntry,
    OwnCard,
    OwnWord,
    PlanContact,
    Prepared,
    SafetyPlan,
    UrgeWave,
)
from pwa_app.site import STORAGE_PREFIX

store = Store(
    STORAGE_PREFIX,
    version=8,
    tables=(
        MoodEntry,
        SafetyPlan,
        UrgeWave,
        BreathChoices,
        CardMark,
        CardOutcome,
        OwnCard,
        Prepared,
        OwnWord,
        PlanContact,
        HopeFile,
        HopeItem,
    ),
)
