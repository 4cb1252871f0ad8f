"""The way to the web: safe, polite and bounded; what comes of it is a value."""
