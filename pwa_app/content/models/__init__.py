"""The content tables. They hold what packs say, already checked: tables do not validate."""

from pwa_app.content.models.article import Article, ArticleSection
from pwa_app.content.models.card import Card, CardTag, Step, Tag
from pwa_app.content.models.service import Channel, Country, OpeningHours, Service
from pwa_app.content.models.source import ArticleSource, CardSource, ServiceSource, Source
from pwa_app.content.models.table import ContentTable

__all__ = [
    "Article",
    "ArticleSection",
    "ArticleSource",
    "Card",
    "CardSource",
    "CardTag",
    "Channel",
    "ContentTable",
    "Country",
    "OpeningHours",
    "Service",
    "ServiceSource",
    "Source",
    "Step",
    "Tag",
]
