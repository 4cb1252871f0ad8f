"""Citewell: a publisher of health information people can check."""

__version__ = "0.1.0"
