"""Rules about files, YAML, front matter and Markdown that could lose words."""
