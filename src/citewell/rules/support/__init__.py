"""Rules about whether a source says what a statement says."""
