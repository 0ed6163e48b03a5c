"""Mooring: something to do right now, a log on the phone, and a person to talk to."""
