"""What depends on references: the statements that cite them, the pages they are on, and who is responsible."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from citewell.model.facts import Card, CitedClaim
from citewell.model.people import Person
from citewell.model.references import Reference


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of the ledger that relies on some of the requested references.

    ``keys`` are theirs, in the order of the text. With ``only`` it has no other source, and with ``no_sound`` it has
    others and each of them has a problem: in both cases it loses all its support when they go.
    """

    document: Card
    claim: CitedClaim
    keys: tuple[str, ...]
    only: bool
    no_sound: bool = False


@dataclass(frozen=True, slots=True)
class AffectedPage:
    """A document with the statements in it that rely on the requested references, in reading order."""

    document: Card
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """An author of affected documents: id, name, and those documents."""

    id: str
    name: str
    documents: tuple[AffectedPage, ...]

    @property
    def statements(self) -> int:
        """How many statements in their documents are affected."""
        return sum(len(each.statements) for each in self.documents)


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that depends on some references."""

    references: tuple[Reference, ...]
    documents: tuple[AffectedPage, ...]
    owners: tuple[Contact, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, document by document."""
        return tuple(statement for document in self.documents for statement in document.statements)


def find_impact(
    references: Iterable[Reference],
    documents: Iterable[Card],
    people: Mapping[str, Person],
    troubled: Collection[str] = (),
) -> Impact:
    """What depends on these references: the documents with such statements only.

    ``troubled`` are the keys of all references with a problem (``reference_status.has_problem``).
    """
    chosen = tuple(references)
    keys = {reference.key for reference in chosen}
    found = (AffectedPage(each, tuple(list_statements(each, keys, troubled))) for each in documents)
    touched = tuple(each for each in found if each.statements)
    return Impact(chosen, touched, _list_contacts(touched, people))


def list_statements(document: Card, keys: Collection[str], troubled: Collection[str] = ()) -> Iterator[Statement]:
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


def list_authors(document: Card, people: Mapping[str, Person]) -> Iterator[tuple[str, str]]:
    """Id and name of each author of a document; an author who is not in people.yml has the id as name."""
    for id_ in dict.fromkeys(author.text for author in document.authors):
        yield id_, people[id_].name if id_ in people else id_


def _list_contacts(documents: Iterable[AffectedPage], people: Mapping[str, Person]) -> tuple[Contact, ...]:
    theirs: dict[tuple[str, str], list[AffectedPage]] = {}
    for document in documents:
        for author in list_authors(document.document, people):
            theirs.setdefault(author, []).append(document)
    return tuple(Contact(*author, tuple(own)) for author, own in theirs.items())
