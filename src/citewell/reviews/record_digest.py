"""The digest that each record of a review carries over all its own values, so that one edited by hand is noticed.

Anybody can compute it, so it is not a signature of cryptography; it makes sure that a record is what a command wrote,
for this article. A digest names its version and is compared with that version's own computation. **Never change a
version that was released**; add one instead.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from citewell.model.article import Article
from citewell.model.reviews import (
    PersonVerdicts,
    ProgramVerdicts,
    Record,
    RecordedVerdict,
    Review,
    SpellingCorrection,
)

R = TypeVar("R", bound=Record)
_DIGITS: Final = 24  # hexadecimal


def seal_record(slug: str, record: R) -> R:
    """A record of the article with its digest, whatever digest it had before."""
    version = list(_VERSIONS)[-1]
    return replace(record, digest=f"{version}:{_VERSIONS[version](slug, record)}")


def is_sealed(article: Article, record: Record) -> bool:
    """Whether a record is as a command wrote it for this article, under its present name or one that it had."""
    version, _, digest = record.digest.partition(":")
    compute = _VERSIONS.get(version)
    names = (article.slug, *(former.text.strip("/").rpartition("/")[2] for former in article.front.redirects))
    return compute is not None and any(compute(name, record) == digest for name in names)


def _version_1(slug: str, record: Record) -> str:
    values = [slug, *_values_1(record)]
    return hashlib.sha256(json.dumps(values, ensure_ascii=True).encode()).hexdigest()[:_DIGITS]


def _values_1(record: Record) -> Iterable[Any]:
    match record:
        case Review():
            sections = [[each.anchor, each.heading, each.digest, each.lines] for each in record.sections.values()]
            references = [
                [each.key, each.fingerprint, each.verdict, each.retracted] for each in record.references.values()
            ]
            days = [record.on.isoformat(), record.due.isoformat()]
            verdicts = _verdicts_1(record.verdicts)
            return ["review", record.by, record.role, *days, record.note, sections, references, verdicts]
        case SpellingCorrection():
            claims = [[each.before, each.after, each.was, each.now] for each in record.claims]
            return ["spelling", record.by, record.on.isoformat(), claims]
        case PersonVerdicts():
            return ["person", record.by, record.on.isoformat(), record.note, _verdicts_1(record.verdicts)]
        case ProgramVerdicts():
            days = [record.on.isoformat()]
            return ["program", record.program, record.version, *days, _verdicts_1(record.verdicts)]


def _verdicts_1(verdicts: Iterable[RecordedVerdict]) -> list[Any]:
    return [[each.claim, each.digest, each.verdict, each.note] for each in verdicts]


_VERSIONS: Final[Mapping[str, Callable[[str, Record], str]]] = {"1": _version_1}
