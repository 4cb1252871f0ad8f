"""Citewell: a publisher of health information people can check."""

__version__ = "1.0.0rc1"
