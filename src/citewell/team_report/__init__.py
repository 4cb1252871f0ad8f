"""Where a site is in numbers, for its team: computed from cards and small figures of each article, never from trees.

``figures.py`` says what a report holds; each other file works out one part of it.
"""
