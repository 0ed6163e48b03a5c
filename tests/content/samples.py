"""One small pack of each kind, right in every key."""

from collections.abc import Callable
from pathlib import Path

WritePack = Callable[[str, str], Path]

CARD = """\
title = "Name five things"
category = "ground"
summary = "For when it is too much."
minutes = [2, 5]
feelings = ["numb", "anxious"]
places = ["home"]
energy = "any"
needs = ["nothing"]
steps = [
    "Look around.",
    "Name 5 things you see.",
]
evidence = "C"
[[sources]]
name = "A hospital"
url = "https://hospital.example/page"
"""

COUNTRY = """\
country = "IE"
[[services]]
id = "ie-samaritans"
kind = "crisis_line"
name = "Samaritans"
about = "Someone to listen."
languages = ["en"]
audiences = ["everyone"]
hours = "always"
verified = "operator"
checked = 2026
[[services.channels]]
type = "call"
value = "116123"
[[services.sources]]
url = "https://samaritans.example/ireland"
seen = "stored copy"
"""

ARTICLE = """\
title = "What it is"
summary = "In short."
shelf = "understand"
reviewed = 2026-11-23
next_review = 2027-11-23
order = 10
[[sections]]
paragraphs = ["One paragraph."]
"""
