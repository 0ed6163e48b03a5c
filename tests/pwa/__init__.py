"""Tests of pwa_app.pwa."""
