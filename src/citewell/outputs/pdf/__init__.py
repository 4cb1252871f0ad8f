"""A PDF for each article: which articles (``output``), how Chromium prints, and what is kept."""
