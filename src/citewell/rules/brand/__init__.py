"""Rules about the look of a site."""
