"""Choosing references: by key or identifier, by publisher, by status."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from citewell.citations.find_reference import find_nearest_keys, find_reference, find_similar_keys
from citewell.citations.notices import list_notices
from citewell.citations.publishers import find_publisher, is_published_by, normalise_publisher
from citewell.model.evidence import NoticeKind, Verdict
from citewell.model.references import Bibliography, Reference
from citewell.model.site import Site

UNCHECKED: Final = "unchecked"
RETRACTED: Final = "retracted"
STANDINGS: Final = (*(str(verdict) for verdict in Verdict), UNCHECKED, RETRACTED)
"""What a reference may be chosen by besides its key and publisher."""


class NoSuchReference(LookupError):
    """Nothing is known under a name that somebody typed; ``near`` are those probably meant, likeliest first."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def select_by_key(keys: Iterable[str], bibliography: Bibliography) -> tuple[Reference, ...]:
    """The references with these keys or identifiers, each once. Raises ``NoSuchReference``."""
    found = {}
    for typed in keys:
        key = typed.removeprefix("@")
        reference = find_reference(key, bibliography)
        if reference is None:
            raise NoSuchReference(typed, find_nearest_keys(key, bibliography))
        found[reference.key] = reference
    return tuple(found.values())


def select_by_publisher(references: Iterable[Reference], name: str) -> tuple[Reference, ...]:
    """Those of the references that have one publisher, however its name is written.

    Where none has just this name, it may be the beginning or the initials of one. Raises ``NoSuchReference``.
    """
    known = tuple(references)
    exact = tuple(each for each in known if normalise_publisher(find_publisher(each)) == normalise_publisher(name))
    found = exact or tuple(each for each in known if is_published_by(each, name))
    if not found:
        names = tuple(dict.fromkeys(filter(None, map(find_publisher, known))))
        raise NoSuchReference(name, find_similar_keys(name, names))
    return found


def select_by_status(references: Iterable[Reference], wanted: Collection[str], site: Site) -> tuple[Reference, ...]:
    """Those of the references with one of these statuses: a verdict, ``unchecked`` or ``retracted``."""
    return tuple(each for each in references if any(status in wanted for status in _list_statuses(each, site)))


def _list_statuses(reference: Reference, site: Site) -> Iterator[str]:
    """The statuses of a reference; a retracted one has two, ``retracted`` and its verdict."""
    locked = site.lock.find_entry(reference)
    yield str(locked.verdict) if locked else UNCHECKED
    if any(notice.kind is NoticeKind.RETRACTION for notice in list_notices(reference, site.lock)):
        yield RETRACTED
