"""Rules about review and who answers for it."""
