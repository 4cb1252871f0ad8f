"""Ids for sources and their uses, made from the reference's key and never from its number, so that links last."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from citewell.model.references import Reference

_ODD: Final = re.compile(r"[^A-Za-z0-9_:./-]")


def make_reference_anchor(reference: Reference) -> str:
    """The id of a reference's entry, ``ref-<key>``; another key never gives the same."""
    return f"ref-{_escape_key(reference.key)}"


def make_use_anchor(reference: Reference, count: int) -> str:
    """The id of a reference's ``count``-th use on a page (from 1), ``cite-<key>-<count>``."""
    return f"cite-{_escape_key(reference.key)}-{count}"


@cache  # each use of a source, and each of its letters, asks again
def _escape_key(key: str) -> str:
    """A key with every character but ASCII letters, digits and ``_ : . / -`` written as ``=<hex>=``.

    The result is valid in an HTML id and, as it is, in the fragment of an address (RFC 3986); a percent sign would
    have to be encoded again there. The equals sign is itself escaped, so no two keys give the same.
    """
    return _ODD.sub(lambda odd: f"={ord(odd[0]):x}=", key)
