"""The handbook: what it shows is what happens."""
