"""Formats for the report to the team."""
