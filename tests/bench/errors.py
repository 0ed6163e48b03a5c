"""What stops a measurement."""


class BenchError(Exception):
    """Something could not be measured; the message is a sentence to show."""
