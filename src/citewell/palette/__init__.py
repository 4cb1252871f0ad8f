"""The colours of a site, derived from one of its own: contrast holds in light and dark, and signals stay apart."""
