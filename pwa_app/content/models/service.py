"""Countries, their services, and when and how each is reached."""

from sqlalchemy import JSON
from sqlmodel import Field, Relationship

from pwa_app.content.models.source import ServiceSource, Source
from pwa_app.content.models.table import ContentTable, Sentences, key_column
from pwa_app.content.vocabulary import ChannelType, HoursKind, ServiceKind, Verification


class Country(ContentTable, table=True):
    """A country or area with a pack; ``INT`` stands for services that work in any country."""

    code: str = Field(primary_key=True)
    """ISO 3166-1 alpha-2, upper case."""


class Channel(ContentTable, table=True):
    """A way to reach a service; ``position`` counts from 0."""

    service_id: str = Field(foreign_key="service.id", primary_key=True)
    position: int = Field(primary_key=True)
    type: ChannelType = Field(sa_type=key_column(ChannelType))
    value: str
    """A number as dialled in the country, an address, or an email address."""
    keyword: str | None = None
    """The word to send first."""
    note: str | None = None
    language: str
    """BCP 47 tag of the note."""


class OpeningHours(ContentTable, table=True):
    """One stretch of opening, in the service's time zone."""

    id: int | None = Field(default=None, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    weekday: int
    """The day it opens, 0 = Monday."""
    opens: int
    """Minutes after that day's midnight."""
    closes: int
    """Minutes after the same midnight; more than 1440 runs into the next day."""


class Service(Sentences, ContentTable, table=True):
    """A person to talk to, or a way to find one."""

    id: str = Field(primary_key=True)
    country_code: str = Field(foreign_key="country.code", index=True)
    kind: ServiceKind = Field(sa_type=key_column(ServiceKind))
    kind_position: int
    """Place of the kind in a country's list, 0 the first."""
    name: str
    name_en: str | None = None
    region: str | None = None
    about: str
    what_to_know: list[str] = Field(default_factory=list, sa_type=JSON)
    languages: list[str] = Field(default_factory=list, sa_type=JSON)
    """BCP 47 tags; empty: not known."""
    audiences: list[str] = Field(default_factory=list, sa_type=JSON)
    free: bool | None = None
    confidential: bool | None = None
    hours: HoursKind = Field(sa_type=key_column(HoursKind))
    timezone: str | None = None
    verified: Verification = Field(sa_type=key_column(Verification))
    checked: int
    """The last year in which it is known to have been right."""

    channels: list[Channel] = Relationship(
        sa_relationship_kwargs={"lazy": "selectin", "order_by": "Channel.position"}
    )
    opening_hours: list[OpeningHours] = Relationship(
        sa_relationship_kwargs={
            "lazy": "selectin",
            "order_by": "(OpeningHours.weekday, OpeningHours.opens)",
        }
    )
    sources: list[Source] = Relationship(
        link_model=ServiceSource,
        sa_relationship_kwargs={
            "lazy": "selectin",
            "order_by": "ServiceSource.position",
            "viewonly": True,
        },
    )
