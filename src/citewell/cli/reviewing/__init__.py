"""Recording reviews: what is refused, what is shown before it is recorded, and the file that is written."""
