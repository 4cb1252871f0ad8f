"""Pinned quotes: finding them in the text of a page, what is most like them, and links that land on them."""
