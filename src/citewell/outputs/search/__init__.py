"""The search index: what can be found (``documents``), how Pagefind indexes it, and where it goes (``output``)."""
