"""What depends on references: the statements that cite them, where those stand, and who answers for the pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from citewell.model.facts import Card, CitedClaim
from citewell.model.references import Reference
from citewell.model.site import Person


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of the ledger that rests on some of the references asked for.

    ``keys`` are theirs, in the order of the text. With ``only`` it has no other source, and with ``no_sound`` it has
    others and each of them has a problem: in both cases it loses all its support when they go.
    """

    document: Card
    claim: CitedClaim
    keys: tuple[str, ...]
    only: bool
    no_sound: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """A document with the statements in it that rest on the references asked for, in reading order."""

    document: Card
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who answers for documents: the author's id and name, and what of theirs is touched."""

    id: str
    name: str
    documents: tuple[Touched, ...]

    @property
    def statements(self) -> int:
        """How many statements in their documents are touched."""
        return sum(len(each.statements) for each in self.documents)


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that depends on some references."""

    references: tuple[Reference, ...]
    documents: tuple[Touched, ...]
    owners: tuple[Owner, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, document by document."""
        return tuple(statement for document in self.documents for statement in document.statements)


def impact(
    references: Iterable[Reference],
    documents: Iterable[Card],
    people: Mapping[str, Person],
    troubled: Collection[str] = (),
) -> Impact:
    """What of these documents depends on these references, those without such statements left out.

    ``troubled`` are the keys of all references with a problem (``standing.has_problem``).
    """
    chosen = tuple(references)
    keys = {reference.key for reference in chosen}
    found = (Touched(each, tuple(statements(each, keys, troubled))) for each in documents)
    touched = tuple(each for each in found if each.statements)
    return Impact(chosen, touched, _owners(touched, people))


def statements(document: Card, keys: Collection[str], troubled: Collection[str] = ()) -> Iterator[Statement]:
    """The statements of one document that rest on the references with these keys.

    A key in the text that names no reference supports nothing.
    """
    if not any(entry.key in keys for entry in document.entries):
        return
    for claim in document.support.unpack().claims:
        cited = [key for key, _ in claim.cited]
        own = tuple(key for key in cited if key in keys)
        if own:
            others = [key for key in cited if key not in keys]
            yield Statement(document, claim, own, not others, bool(others) and all(key in troubled for key in others))


def authors(document: Card, people: Mapping[str, Person]) -> Iterator[tuple[str, str]]:
    """Id and name of everybody who signs a document; one who is not in people.yml goes by the id."""
    for id_ in dict.fromkeys(author.text for author in document.authors):
        yield id_, people[id_].name if id_ in people else id_


def _owners(documents: Iterable[Touched], people: Mapping[str, Person]) -> tuple[Owner, ...]:
    theirs: dict[tuple[str, str], list[Touched]] = {}
    for document in documents:
        for author in authors(document.document, people):
            theirs.setdefault(author, []).append(document)
    return tuple(Owner(*author, tuple(own)) for author, own in theirs.items())
