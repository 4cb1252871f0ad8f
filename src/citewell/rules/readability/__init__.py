"""Rules about plain words; all are warnings."""
