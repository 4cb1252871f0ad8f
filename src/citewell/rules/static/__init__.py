"""Rules about the files that are published as they are."""
