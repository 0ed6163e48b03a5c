"""The log's one form, as every part of its page knows it."""

from pwa_app.device.tables import MoodEntry, OwnWord
from pwa_app.pages.storage import store

ENTRY_PARAMETER = "entry"
"""The parameter of the address that names an entry to change: /log/?entry=<id>."""

form = store.form(MoodEntry, name="log", query_key=ENTRY_PARAMETER, words=OwnWord)
