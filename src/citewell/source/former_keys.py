"""A key by the name that it had in an earlier version of the content format: how it is found, and how it is renamed.

Reading notes such a key and offers to rename it; a migration renames it in all files.
"""

from __future__ import annotations

from citewell.model.problems import Replacement
from citewell.model.source_location import SourceText
from citewell.source.nodes import GroupNode, KeyValue


def find_former_key(group: GroupNode, former: str, now: str) -> KeyValue | None:
    """The entry by its ``former`` name (``""``: it never had another), unless the group has one by that of today."""
    return group.entry(former) if former and group.entry(now) is None else None


def rename_key(source: SourceText, entry: KeyValue, name: str) -> Replacement:
    """Give an entry another name; its value, and all around it, stays."""
    return Replacement(source.locate(entry.key.span), name)
