"""Tests of what the app says."""
