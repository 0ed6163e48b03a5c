"""Ways to reach a service as plain links: they call, text or open with or without scripts."""

from dataclasses import dataclass
from urllib.parse import quote

import phonenumbers

from pwa_app.content import Channel, ChannelType
from pwa_app.pages.words import _

_HARMONISED = 6
"""Digits of Europe's harmonised numbers, such as 116 123, which are written in two groups."""


@dataclass(frozen=True)
class ChannelLink:
    """What the button says and where it leads; `urgent` ways come first."""

    label: str
    href: str
    note: str | None
    note_language: str
    """BCP 47 tag."""
    main: bool


def channel_link(channel: Channel, country: str) -> ChannelLink:
    """The link of one channel of a service in a country (ISO 3166-1 code).

    `tel:` follows RFC 3966, `sms:` with the keyword as its body RFC 5724.
    """
    label, href = _label_and_address(channel, country)
    is_web = "://" in channel.value
    main = channel.type == ChannelType.CHAT if is_web else channel.type != ChannelType.EMAIL
    return ChannelLink(label, href, channel.note, channel.language, main)


def _label_and_address(channel: Channel, country: str) -> tuple[str, str]:
    value, number = channel.value, spoken_number(channel.value, country)
    if "://" in value:
        return _WEB_LABELS.get(channel.type, _("Open the website")), value
    if channel.type == ChannelType.EMAIL:
        return _("Write an e-mail"), f"mailto:{value}"
    if channel.type == ChannelType.WHATSAPP:
        label = _("WhatsApp {number}").format(number=number)
        return label, _whatsapp_address(channel, country)
    if channel.type == ChannelType.SMS:
        return _text_message(channel, number)
    label = _CALL_LABELS.get(channel.type, _("Call {number}")).format(number=number)
    return label, f"tel:{value}"


def spoken_number(value: str, country: str) -> str:
    """A number as people of the country write it."""
    if len(value) == _HARMONISED:
        return f"{value[:3]} {value[3:]}"
    if len(value) < _HARMONISED or value.startswith("*"):
        return value
    try:
        parsed = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return value
    if not phonenumbers.is_valid_number(parsed):
        return value
    if value.startswith("+"):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def _text_message(channel: Channel, number: str) -> tuple[str, str]:
    if not channel.keyword:
        return _("Text {number}").format(number=number), f"sms:{channel.value}"
    label = _("Text {keyword} to {number}").format(keyword=channel.keyword, number=number)
    return label, f"sms:{channel.value}?body={quote(channel.keyword)}"


def _whatsapp_address(channel: Channel, country: str) -> str:
    parsed = phonenumbers.parse(channel.value, country)
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    text = f"?text={quote(channel.keyword)}" if channel.keyword else ""
    return f"https://wa.me/{number.removeprefix('+')}{text}"


_WEB_LABELS = {
    ChannelType.CHAT: _("Chat online"),
    ChannelType.EMAIL: _("Write to them"),
    ChannelType.WHATSAPP: _("Open WhatsApp"),
    ChannelType.RELAY: _("Relay service"),
    ChannelType.VIDEO: _("Video call"),
}

_CALL_LABELS = {
    ChannelType.RELAY: _("Text relay {number}"),
    ChannelType.VIDEO: _("Video call {number}"),
}
