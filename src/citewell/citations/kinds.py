"""What sort of work a reference is, in words for lay readers."""

from __future__ import annotations

from citewell.messages import Words
from citewell.model.references import Reference


def describe_kind(reference: Reference, words: Words) -> str:
    """What sort of work a reference is: its kind where the editors gave one, else by its CSL type.

    A type without words is said by its name.
    """
    known = (f"kind.{reference.kind}", f"type.{reference.type}")
    named = next((name for name in known if name in words), None)
    return words(named) if named else reference.type.replace("-", " ").replace("_", " ").capitalize()
