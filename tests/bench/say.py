"""Telling whoever waits what is being measured."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Called with a line before each step."""
