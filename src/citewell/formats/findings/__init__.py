"""Formats for the findings of a check."""
