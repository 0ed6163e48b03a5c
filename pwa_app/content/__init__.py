"""What the app says: cards, services and articles, read from packs and checked.

``open_library()`` reads the packs into SQLModel tables and gives the pages a :class:`Library` to
ask. ``read_packs()`` is the editor's check: it raises one :class:`PackError` with every problem.
"""

from pwa_app.content.library import Library
from pwa_app.content.loading import load, open_library
from pwa_app.content.models import (
    Article,
    ArticleSection,
    Card,
    Channel,
    ContentTable,
    Country,
    OpeningHours,
    Service,
    Source,
    Step,
    Tag,
)
from pwa_app.content.overdue import overdue_articles
from pwa_app.content.pack_files import ENGLISH
from pwa_app.content.phone_numbers import ANYWHERE
from pwa_app.content.problems import PackError, Problem
from pwa_app.content.reading import DEFAULT_PACKS, Packs, read_packs
from pwa_app.content.vocabulary import (
    Audience,
    Category,
    Caution,
    ChannelType,
    Energy,
    Evidence,
    Feeling,
    Group,
    HoursKind,
    InsteadOf,
    Need,
    Place,
    ServiceKind,
    Shelf,
    TagKind,
    Verification,
    Weekday,
)

__all__ = [
    "ANYWHERE",
    "DEFAULT_PACKS",
    "ENGLISH",
    "Article",
    "ArticleSection",
    "Audience",
    "Card",
    "Category",
    "Caution",
    "Channel",
    "ChannelType",
    "ContentTable",
    "Country",
    "Energy",
    "Evidence",
    "Feeling",
    "Group",
    "HoursKind",
    "InsteadOf",
    "Library",
    "Need",
    "OpeningHours",
    "PackError",
    "Packs",
    "Place",
    "Problem",
    "Service",
    "ServiceKind",
    "Shelf",
    "Source",
    "Step",
    "Tag",
    "TagKind",
    "Verification",
    "Weekday",
    "load",
    "open_library",
    "overdue_articles",
    "read_packs",
]
