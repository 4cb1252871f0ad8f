"""From an observation of a reference to its verdict: pure functions."""
