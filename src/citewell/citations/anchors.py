"""Ids for sources and their uses, made from the reference's key and never from its number, so that links last."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from citewell.model.references import Reference

_ODD: Final = re.compile(r"[^A-Za-z0-9_:./-]")


def reference_anchor(reference: Reference) -> str:
    """The id of a reference's entry, ``ref-<key>``; another key never gives the same."""
    return f"ref-{_escaped(reference.key)}"


def use_anchor(reference: Reference, count: int) -> str:
    """The id of a reference's ``count``-th use on a page (from 1), ``cite-<key>-<count>``."""
    return f"cite-{_escaped(reference.key)}-{count}"


@cache  # each use of a source, and each of its letters, asks again
def _escaped(key: str) -> str:
    """A key with every character but ASCII letters, digits and ``_ : . / -`` written as ``=<hex>=``.

    The result is valid in an HTML id and, unchanged, in the fragment of a URL (RFC 3986); a "%" would have to be
    encoded again there. "=" itself is escaped, so no two keys give the same anchor.
    """
    return _ODD.sub(lambda odd: f"={ord(odd[0]):x}=", key)
