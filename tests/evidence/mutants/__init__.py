"""Content made wrong on purpose: a small site, what can go wrong with its evidence, and who says that it did."""
