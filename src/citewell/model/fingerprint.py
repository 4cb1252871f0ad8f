"""The fingerprint of a reference: a digest of what decides which work it is, so that a lock entry knows its reference.

A fingerprint names the version by which it was computed (``2:0123456789ab``; without one it is of version 1). It is
compared with that version's own computation, so a new version makes no entry lapse. **Never change a version**: add one
to ``_VERSIONS`` instead; what is computed from now on is of the last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from citewell.model.references import IdentifierKind, Reference

_DIGITS: Final = 12  # hexadecimal; two references of one key agree by chance once in 2^48


def compute_fingerprint(reference: Reference, address: str | None = None) -> str:
    """The fingerprint of a reference, as if it had this ``address`` in place of its own, if one is given."""
    version = list(_VERSIONS)[-1]
    return f"{version}:{_VERSIONS[version](reference, _address_of(reference, address))}"


def matches_fingerprint(reference: Reference, fingerprint: str, address: str | None = None) -> bool:
    """Whether a fingerprint of any version is that of the reference; one of an unknown version never is."""
    version, colon, digest = fingerprint.rpartition(":")
    compute = _VERSIONS.get(version if colon else "1")
    return compute is not None and compute(reference, _address_of(reference, address)) == digest


def _address_of(reference: Reference, address: str | None) -> str:
    return reference.fields.get("URL", "") if address is None else address


def _version_1(reference: Reference, address: str) -> str:
    """Title, address and four identifiers by their place, those it does not have as empty texts."""
    kinds = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.PMCID, IdentifierKind.ISBN)
    return _digest([reference.title, address, *(reference.identifiers.get(kind, "") for kind in kinds)])


def _version_2(reference: Reference, address: str) -> str:
    """Title, address and the identifiers it has, by name, so that a kind that it does not have changes nothing."""
    named = sorted(f"{kind}:{value}" for kind, value in reference.identifiers.items() if kind != IdentifierKind.URL)
    return _digest([reference.title, address, *named])


_VERSIONS: Final[Mapping[str, Callable[[Reference, str], str]]] = {"1": _version_1, "2": _version_2}


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS]
