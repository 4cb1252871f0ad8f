"""Pages and documents from elsewhere become drafts: ``readers/`` read them, and each further step is a pure function.

A reader gives a ``Document`` (``document.py``). ``source_list.py`` finds its list of sources, ``source_entry.py`` makes
a reference of each, ``marks.py`` finds the marks in the text, ``shape.py`` finds title, boxes and lists, and
``write_article.py`` writes Markdown. ``draft.py`` tells the story. Nothing here asks the network.
"""
