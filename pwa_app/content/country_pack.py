"""What the file of a country's services may hold."""

import re
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import Field, ValidationInfo, field_validator

from pwa_app.content.entry_types import (
    Clock,
    EachOnce,
    Entry,
    LanguageTag,
    Name,
    Sentence,
    Slug,
    WebAddress,
    WholeNumber,
    YesOrNo,
    surroundings,
    web_address,
)
from pwa_app.content.phone_numbers import is_country
from pwa_app.content.vocabulary import (
    Audience,
    ChannelType,
    HoursKind,
    ServiceKind,
    Verification,
    Weekday,
)

_PHONE = {ChannelType.CALL, ChannelType.SMS, ChannelType.WHATSAPP}
_WEB = {ChannelType.CHAT, ChannelType.WEB}
_WRITTEN_TO = {ChannelType.SMS, ChannelType.WHATSAPP}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_TIME_ZONES = frozenset(available_timezones())


class ChannelEntry(Entry):
    """A way to reach a service."""

    type: ChannelType
    value: Name
    keyword: Name | None = None
    note: Sentence | None = None

    @field_validator("value")
    @classmethod
    def _fits_the_type(cls, value: str, info: ValidationInfo) -> str:
        kind = info.data.get("type")
        is_web = value.startswith(("http:", "https:"))
        if kind == ChannelType.EMAIL and not is_web:
            if not _EMAIL.fullmatch(value):
                raise ValueError(f'"{value}" is not an email address or a web address')
        elif kind in _WEB or (is_web and kind not in _PHONE):
            web_address(value)
        elif kind is not None and (around := surroundings(info)):
            fault = around.phones.fault(around.country, value)
            if fault is not None:
                raise ValueError(fault)
        return value

    @field_validator("keyword")
    @classmethod
    def _only_in_a_message(cls, keyword: str | None, info: ValidationInfo) -> str | None:
        kind = info.data.get("type")
        if keyword is not None and kind is not None and kind not in _WRITTEN_TO:
            raise ValueError("a keyword is sent in a message; take it out, or make the type sms")
        return keyword


class WeeklyEntry(Entry):
    """Hours that are the same on some days of the week."""

    days: Annotated[list[Weekday], Field(min_length=1), EachOnce]
    open: Clock
    close: Clock
    """At or before ``open``: on the next day."""


class ServiceSourceEntry(Entry):
    """A page that says what the entry says."""

    url: WebAddress
    name: Name | None = None
    seen: str | None = None


class ServiceEntry(Entry):
    """A service and the facts known of it."""

    id: Slug
    kind: ServiceKind
    name: Name
    name_en: Name | None = None
    region: str | None = None
    about: Sentence
    what_to_know: list[Sentence] = Field(default_factory=list[Sentence])
    languages: Annotated[list[LanguageTag], EachOnce]
    audiences: Annotated[list[Audience], Field(min_length=1), EachOnce]
    free: YesOrNo | None = None
    confidential: YesOrNo | None = None
    weekly: Annotated[list[WeeklyEntry], Field(min_length=1)] | None = None
    hours: HoursKind | None = None
    timezone: str | None = None
    verified: Verification
    checked: WholeNumber
    channels: Annotated[list[ChannelEntry], Field(min_length=1)]
    sources: Annotated[list[ServiceSourceEntry], Field(min_length=1)]

    @field_validator("id")
    @classmethod
    def _starts_with_the_country(cls, value: str, info: ValidationInfo) -> str:
        if around := surroundings(info):
            start = f"{around.country.lower()}-"
            if not value.startswith(start):
                raise ValueError(f'"{value}" must start with the country code: "{start}..."')
        return value

    @field_validator("region")
    @classmethod
    def _in_the_country(cls, region: str | None, info: ValidationInfo) -> str | None:
        around = surroundings(info)
        if region is not None and around is not None:
            start = f"{around.country}-"
            if not _REGION.fullmatch(region) or not region.startswith(start):
                raise ValueError(f'"{region}" must be an ISO 3166-2 code that starts with {start}')
        return region

    @field_validator("hours")
    @classmethod
    def _one_way_to_say_hours(
        cls, hours: HoursKind | None, info: ValidationInfo
    ) -> HoursKind | None:
        if "weekly" not in info.data:
            return hours
        weekly = info.data["weekly"] is not None
        if hours == HoursKind.WEEKLY or (weekly and hours is not None):
            raise ValueError("take hours out where weekly is given")
        if not weekly and hours is None:
            raise ValueError('hours are missing; write hours = "always" or "unknown", or weekly')
        return hours

    @field_validator("timezone")
    @classmethod
    def _exists(cls, timezone: str | None, info: ValidationInfo) -> str | None:
        if timezone is None and info.data.get("weekly") is not None:
            raise ValueError('weekly hours need a timezone, such as "Europe/Dublin"; add it')
        if timezone is not None and timezone not in _TIME_ZONES:
            raise ValueError(f'"{timezone}" is not a time zone; write one such as "Europe/Dublin"')
        return timezone

    @field_validator("checked")
    @classmethod
    def _not_in_the_future(cls, checked: int, info: ValidationInfo) -> int:
        around = surroundings(info)
        if around is not None and checked > around.year:
            raise ValueError(f"checked cannot be in the future ({checked}); write the year")
        return checked


class CountryPack(Entry):
    """``en/services/<cc>.toml``: the services of a country, facts and English sentences."""

    country: str
    services: Annotated[list[ServiceEntry], Field(min_length=1)]

    @field_validator("country")
    @classmethod
    def _is_the_files(cls, country: str, info: ValidationInfo) -> str:
        if not is_country(country):
            raise ValueError(f'"{country}" is not a country; write an ISO code such as "IE"')
        around = surroundings(info)
        if around is not None and country != around.country:
            raise ValueError(f'"{country}" does not fit the name of this file; change one of them')
        return country


class ServiceTranslation(Entry):
    """The sentences of a service in another language."""

    id: Slug
    about: Sentence | None = None
    what_to_know: list[Sentence] | None = None
    notes: list[Sentence] | None = None
    """One for each channel that has a note, in the order of the channels."""


class CountryTranslation(Entry):
    """``<locale>/services/<cc>.toml``: sentences of a country's services."""

    services: Annotated[list[ServiceTranslation], Field(min_length=1)]
