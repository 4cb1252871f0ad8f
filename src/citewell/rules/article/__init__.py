"""Rules about what an article consists of and promises."""
