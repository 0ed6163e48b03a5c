"""What a request's headers ask for: a content coding, or only what has changed (RFC 9110)."""

import re
from collections.abc import Sequence

_QVALUE = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?", re.ASCII)
_ENTITY_TAG = re.compile(r'(?:W/)?("[^"]*")')


def choose_encoding(accept_encoding: str | None, available: Sequence[str]) -> str:
    """Choose the content coding to answer with (RFC 9110, section 12.5.3).

    Args:
        accept_encoding: The request's ``Accept-Encoding``; None where it sent none.
        available: The codings there are besides ``identity``, best first.

    Returns:
        The coding with the highest weight, the earlier one where two are equal. ``identity``
        where none is acceptable, for that is what section 12.5.3 recommends then.
    """
    if accept_encoding is None:
        return "identity"
    weights = _weights(accept_encoding)
    any_other = weights.get("*", 0.0)
    # Not named at all, the plain file is acceptable, but only after everything that was named.
    plain = weights.get("identity", any_other)
    best = max(available, key=lambda coding: weights.get(coding, any_other), default="identity")
    weight = weights.get(best, any_other)
    return best if weight > 0 and weight >= plain else "identity"


def etag_matches(if_none_match: str | None, etag: str) -> bool:
    """Tell whether the client already has this representation (RFC 9110, section 13.1.2).

    Args:
        if_none_match: The request's ``If-None-Match``: ``*``, or tags with or without ``W/``.
        etag: The strong entity tag of what would be sent, with its quotes.
    """
    if if_none_match is None:
        return False
    return if_none_match.strip() == "*" or etag in _ENTITY_TAG.findall(if_none_match)


def _weights(accept_encoding: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for member in accept_encoding.split(","):
        coding, _, parameter = member.partition(";")
        name, _, value = parameter.partition("=")
        if not parameter.strip():
            weight = 1.0
        elif name.strip().lower() == "q" and _QVALUE.fullmatch(value.strip()):
            weight = float(value)
        else:
            weight = 0.0
        weights[coding.strip().lower()] = weight
    return weights
