"""Rules about the finished pages, before they are published."""
