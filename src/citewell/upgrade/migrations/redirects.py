"""Format 2: the former addresses of a document are called ``redirects:``, no longer ``was:``."""

from __future__ import annotations

from typing import Final

from citewell.source.former_keys import find_former_key, rename_key
from citewell.upgrade.content_texts import ContentTexts
from citewell.upgrade.migrations import Migrated, Migration

FORMER: Final = "was"
NOW: Final = "redirects"


def find_former_addresses(content: ContentTexts) -> Migrated:
    """The key in the front matter of each document that has it."""
    found = ((text.source, find_former_key(text.group, FORMER, NOW)) for text in content.read_documents())
    return Migrated(tuple(rename_key(source, entry, NOW) for source, entry in found if entry))


MIGRATION: Final = Migration(2, f'"{FORMER}" in front matter is now called "{NOW}"', find_former_addresses)
