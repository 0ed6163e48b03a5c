"""What a passcode is worth, how long to wait after wrong ones, and what making a key may cost."""

from typing import Any

__all__ = ["key_cost", "passcode_strength", "seconds_left", "wait_after"]

DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAST_KIB = 19456
"""OWASP's least for Argon2id with two iterations, 19 MiB:
https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html"""

MOST_KIB = 65536
"""Phones with little memory close a page that takes much more than 64 MiB."""

TARGET_MS = 500
"""How long a person may wait for the key, on their own phone."""


def passcode_strength(text: str) -> str:
    """Estimate how hard a passcode is to guess, to the low side.

    A digit counts for 3.3 bits, another sign for 4.7 or, where kinds are mixed, for 6; a sign that
    follows from the one before (the same, the next, the one before it) counts for nothing. Letters
    alone are taken for words of a list of 8,000: 12 bits each at most.

    Returns:
        ``short`` for fewer than four signs; ``weak`` below 30 bits (keeps out who picks the phone
        up), ``fair`` below 45, else ``strong`` (keeps out who copies the data and has a computer
        try passcodes, each of which costs as ``key_cost`` says).
    """
    plain = text.strip().lower()
    if len(plain) < 4:
        return "short"
    bits = _surprises(plain) * _bits_each(plain)
    if _are_words(plain):
        bits = min(bits, 12.0 * len([word for word in plain.split(" ") if len(word) > 0]))
    if bits < 30:
        return "weak"
    return "fair" if bits < 45 else "strong"


def _surprises(text: str) -> int:
    count = 1
    for at in range(1, len(text)):
        step = _place(text[at]) - _place(text[at - 1])
        known = _place(text[at]) >= 0 and _place(text[at - 1]) >= 0
        foreseen = text[at] == text[at - 1] or (known and (step == 1 or step == 0 - 1))
        if not foreseen:
            count += 1
    return count


def _place(sign: str) -> int:
    if DIGITS.find(sign) >= 0:
        return DIGITS.find(sign)
    letter = LETTERS.find(sign)
    return 100 + letter if letter >= 0 else 0 - 1


def _bits_each(text: str) -> float:
    digits = len([sign for sign in text if DIGITS.find(sign) >= 0])
    letters = len([sign for sign in text if LETTERS.find(sign) >= 0])
    if digits == len(text):
        return 3.3
    return 4.7 if letters == len(text) else 6.0


def _are_words(text: str) -> bool:
    return len([sign for sign in text if sign != " " and DIGITS.find(sign) >= 0]) == 0


def wait_after(tries: int) -> int:
    """Say how many seconds to wait after so many wrong tries in a row.

    Never longer than five minutes: whoever forgot may need what they kept.
    """
    waits = [0, 0, 0, 5, 15, 30, 60, 120]
    return waits[tries] if tries < len(waits) else 300


def seconds_left(until: float, now: float) -> int:
    """Count the whole seconds from a moment to another, both in milliseconds since 1970."""
    return 0 if until <= now else max(1, int((until - now + 999) // 1000))


def key_cost(milliseconds: float) -> dict[str, Any]:
    """Choose what making a key is to cost on this phone: memory first, then time (RFC 9106, 4).

    Args:
        milliseconds: How long Argon2id took here with 19 MiB and two iterations.

    Returns:
        ``memory_kib`` and ``iterations``; never less than was tried.
    """
    took = milliseconds if milliseconds >= 1 else 1
    # Not //, which is exact in Python and rounds before it cuts off in JavaScript.
    memory = min(MOST_KIB, max(LEAST_KIB, int(LEAST_KIB * TARGET_MS / took)))
    memory = 1024 * (memory // 1024)
    iterations = int(2 * TARGET_MS * LEAST_KIB / (took * memory))
    return {"memory_kib": memory, "iterations": min(10, max(2, iterations))}
