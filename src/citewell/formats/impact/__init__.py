"""Formats for what depends on references."""
