"""isodesk: a desktop program that takes a small firm to an ISO certificate."""

__version__ = "0.1.0"
