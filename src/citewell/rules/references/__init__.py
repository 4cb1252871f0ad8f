"""Rules about the bibliography."""
