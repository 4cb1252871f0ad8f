"""Formats for the list of references."""
