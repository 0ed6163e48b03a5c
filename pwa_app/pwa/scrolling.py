"""React Router's script that scrolls a page back, corrected for a browser that blocks storage.

The script is in every page and runs while it is being read. It reads the session's storage, and
where that throws it tidies the same storage up, which throws again with nobody to catch it.
"""

_MARK = "react-router-scroll-positions"
_TIDIES_UP = "console.error(error);\n\t\t\tsessionStorage.removeItem(storageKey);"
_TRIES_TO = "try { sessionStorage.removeItem(storageKey); } catch {}"


def scrolls_back(text: str) -> bool:
    """Return whether an inline script is the one that scrolls the page back."""
    return _MARK in text


def without_throwing(text: str) -> str:
    """Return the script so that it throws nothing where storage is blocked.

    Raises:
        ValueError: It is not written as expected; then look at it again.
    """
    if _TRIES_TO in text:
        return text
    if text.count(_TIDIES_UP) != 1:
        msg = f"React Router's script for scrolling is not written as expected:\n{text}"
        raise ValueError(msg)
    return text.replace(_TIDIES_UP, _TRIES_TO)
