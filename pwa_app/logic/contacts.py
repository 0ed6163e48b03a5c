"""Services as a file that a phone's address book takes: vCard 3.0 (RFC 2426).

Version 3.0, because both Android's and Apple's address books have read it for longest.
"""

from typing import Any

__all__ = ["contact_file"]

LINE_END = "\r\n"


def contact_file(services: list[dict[str, Any]]) -> str:
    """Write one contact for each service, with all its numbers in their order.

    Args:
        services: Each with ``name``, ``note`` (a sentence, may be empty) and ``numbers``: a list
            of dicts with ``number`` (as dialled) and ``kind``, ``voice`` or ``cell`` (for text
            messages).

    Returns:
        The text of a ``.vcf`` file. Lines are not folded, which the standard allows.
    """
    lines: list[str] = []
    for service in services:
        lines.append("BEGIN:VCARD")
        lines.append("VERSION:3.0")
        lines.append("FN:" + _escaped(service["name"]))
        lines.append("N:" + _escaped(service["name"]) + ";;;;")
        first = True
        for entry in service["numbers"]:
            kind = "TYPE=" + entry["kind"].upper()
            lines.append("TEL;" + kind + (",PREF" if first else "") + ":" + entry["number"])
            first = False
        if service["note"] != "":
            lines.append("NOTE:" + _escaped(service["note"]))
        lines.append("END:VCARD")
    return LINE_END.join(lines) + LINE_END


def _escaped(text: str) -> str:
    """Escape a text value (RFC 2426, section 4)."""
    plain = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return plain.replace("\r", "").replace("\n", "\\n")
