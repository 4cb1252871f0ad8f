"""Rules about what could harm a reader or deceive an editor."""
