"""Measures the built site and writes docs/performance.md: `python -m tests.bench`."""
