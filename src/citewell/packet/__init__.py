"""A reviewer's packet: one file to compare each claim of an article with its sources, and what she answers."""
