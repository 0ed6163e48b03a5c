"""Addresses under /help/ that belong to no single country."""

CHOOSE = "/help/?choose"
"""Shows the list of countries even when the person's own is known."""

ELSEWHERE = "/help/other/"
"""For countries we have nothing for. Longer than any country code, so it can never be one's."""
