"""Whether a statement says what the words pinned to it say. Pure functions of two texts; nothing is asked online."""
