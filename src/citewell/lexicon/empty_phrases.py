"""Words that say nothing where they are: as the text of a link, or in place of a picture. All in small letters."""

from __future__ import annotations

import re
from typing import Final

#: The text of a link that does not say where it leads.
EMPTY_LINK_TEXTS: Final = frozenset(
    """click|click here|click on this|click on this link|click this|click this link|continue|details|download
    |find out more|follow this link|full story|further information|go|go here|here|info|information|it
    |learn more|link|links|more|more details|more here|more info|more information|page|pdf|press here|read
    |read here|read more|read on|see|see here|see more|show more|site|tap here|that|that link|that page|the link
    |the page|the site|the website|their site|their website|there|this|this article|this here|this link|this one
    |this page|this site|this website|view|view more|visit|web page|webpage|website""".replace("\n    ", "").split("|")
)

#: An alternative text that does not say what is to be seen.
EMPTY_ALT_TEXTS: Final = frozenset({"alt text", "alternative text", "a picture", "an image", "no text", "to do"})
#: The beginning of one that says only that it is a picture, which screen readers announce anyway.
ALT_OPENING: Final = re.compile(
    r"(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|graphic|illustration|drawing|icon|figure)\s+(?:of|showing|shows)\b",
    re.IGNORECASE,
)
