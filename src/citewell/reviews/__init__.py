"""What recorded reviews are worth today: which records count, what they still cover, what changed, what is due."""
