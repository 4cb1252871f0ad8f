"""New references for the bibliography: which are new, which are there already, and the files with them added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from citewell.citations.same_work import SameWork, WorkKey, find_same_work, list_work_keys
from citewell.diagnostics import Location
from citewell.errors import CannotWrite
from citewell.evidence.items.keys import imported_key, new_key
from citewell.evidence.items.normalise import Item, filled, in_order
from citewell.evidence.items.text import item_lines
from citewell.fixes.bibliography_file import BibliographyFile
from citewell.model.problems import AnyProblem, ProblemKind
from citewell.model.references import Bibliography, Reference
from citewell.model.source_location import SourceText
from citewell.rules import describe_problem
from citewell.source.bibliography import read_bibliography
from citewell.source.nodes import Mapping as Group
from citewell.source.nodes import Node, Scalar
from citewell.source.nodes import Sequence as Listing
from citewell.source.yaml import read_yaml

_LOST: Final = ProblemKind.LOST_CHARACTER  # by another program, earlier: only "check" can tell the editor where


@dataclass(frozen=True, slots=True)
class Offer:
    """A work to be added: its item without an id, and what editors are told it is (``doi:10.…``, ``library.bib:12``).

    The key may be ``wanted``, or ``given`` by another program.
    """

    item: Item
    label: str
    wanted: str = ""
    given: str = ""


@dataclass(slots=True)
class Outcome:
    """What becomes of an offer.

    ``same`` is the reference that is the same work, if there is one: then the offer is refused, or with ``merged`` its
    variables ``new`` to that one are added there (``idle``: there was nothing to add). Else ``item`` is added; ``like``
    is one that looks the same.
    """

    offer: Offer
    item: Item
    same: SameWork | None = None
    merged: bool = False
    new: tuple[str, ...] = ()
    like: SameWork | None = None
    place: Location | None = None
    idle: bool = False

    @property
    def key(self) -> str:
        """The key by which the work is cited."""
        return self.same.reference.key if self.same else str(self.item["id"])


@dataclass(slots=True)
class Plan:
    """What becomes of each offer: items to add, and variables to add to references that are there, by file and key."""

    outcomes: list[Outcome] = field(default_factory=list)
    variables: dict[str, dict[str, Item]] = field(default_factory=dict)

    @property
    def added(self) -> list[Item]:
        """The items that are new."""
        return [outcome.item for outcome in self.outcomes if outcome.same is None]


def plan(bibliography: Bibliography, offers: Iterable[Offer], *, merge: bool) -> Plan:
    """Decide about each offer in turn; those before it count as being there."""
    made = Plan()
    known = _Known(bibliography)
    fresh: dict[str, Outcome] = {}
    for offer in offers:
        key = offer.wanted or _key(offer, known.references)
        item = in_order({"id": key, **_with_given(offer, key)})
        reference = reference_of(item)
        same = known.same(reference)
        if same and same.key.sure:
            made.outcomes.append(_known(offer, same, fresh, made, merge=merge))
            continue
        fresh[key] = Outcome(offer, item, like=same)
        made.outcomes.append(fresh[key])
        known.note(reference)
    return made


class _Known:
    """The references that are there: by key, by what they can be known by, and by all that they say."""

    def __init__(self, bibliography: Bibliography) -> None:
        self.references: dict[str, Reference] = {}
        self._by_key: dict[str, Reference] = {}
        self._by_content: dict[str, Reference] = {}
        for reference in bibliography.references.values():
            self.note(reference)

    def note(self, reference: Reference) -> None:
        self.references[reference.key] = reference
        self._by_content.setdefault(_content(reference), reference)
        for key in list_work_keys(reference):
            self._by_key.setdefault(key.value, reference)

    def same(self, reference: Reference) -> SameWork | None:
        """The reference that is the same work. Words alone are only sure where no identifier could tell otherwise."""
        found = find_same_work(reference, self._by_key)
        if found is not None:
            return found if reference.identifiers else found._replace(key=found.key._replace(sure=True))
        twin = self._by_content.get(_content(reference))
        return SameWork(twin, WorkKey("", "all that is known of both is the same", sure=True)) if twin else None


def reference_of(item: Item) -> Reference:
    """An item as a bibliography gives it. Raises ``CannotWrite`` for one that the reader would not take whole."""
    lines = ["references:", *item_lines(item)]
    source = SourceText(f"the reference {item['id']}", "\n".join([*lines, ""]))
    bibliography, problems, _ = read_bibliography([source])
    problems = tuple(problem for problem in problems if problem.kind is not _LOST)
    reference = bibliography.references.get(item["id"])
    if reference is None or problems:
        said = (
            f": {describe_problem(problems[0])} in {lines[problems[0].location.line - 1].strip()[:80]!r}"
            if problems
            else ""
        )
        raise CannotWrite(f'the reference "{item["id"]}" cannot be written{said}', "Nothing was written.")
    return reference


def with_plan(path: str, data: bytes, items: Sequence[Item], variables: Mapping[str, Item]) -> bytes:
    """A bibliography file with items added at its end, and variables to the references that are there.

    Raises ``ContentUnreadable`` for a file that nothing can be added to, and ``CannotWrite`` if the file, read again,
    would not say exactly this and all that it said before.
    """
    before = BibliographyFile(path, data)
    after = BibliographyFile(path, before.with_variables(variables)) if variables else before
    if items:
        after = BibliographyFile(path, after.with_items(items))
    _verify(before, after, items, variables)
    return after.data


def _identify(problem: AnyProblem) -> str:
    """A problem by its kind and its facts, but for places, which move as lines are added."""
    facts = (getattr(problem.facts, each.name) for each in fields(problem.facts))
    return " ".join([problem.kind, *(str(fact) for fact in facts if not isinstance(fact, Location))])


def _verify(before: BibliographyFile, after: BibliographyFile, items: Sequence[Item], more: Mapping[str, Item]) -> None:
    old, old_problems, _ = read_bibliography([before.source])
    new, new_problems, _ = read_bibliography([after.source])
    kept = {key: _placeless(reference) for key, reference in old.references.items() if key not in more}
    changed = [key for key, reference in kept.items() if _placeless(new.references[key]) != reference]
    worse = Counter(_identify(problem) for problem in new_problems if problem.kind is not _LOST)
    worse -= Counter(map(_identify, old_problems))
    read = plain_items(after)
    lacking = [str(item["id"]) for item in items if read.get(item["id"]) != item]
    had = plain_items(before)
    lost = [key for key in more if not _holds(read.get(key), had.get(key))]
    unmerged = [key for key, variables in more.items() if not variables.keys() <= (read.get(key) or {}).keys()]
    if changed or worse or lacking or lost or unmerged:
        named = ", ".join([*changed, *lacking, *lost, *unmerged]) or next(iter(worse))
        raise CannotWrite(
            f"{after.path}: would not say what it should when it is read again ({named})",
            "Nothing was written. Please report it as CONTRIBUTING.md says.",
        )


def _holds(whole: Any, part: Any) -> bool:
    """Whether data still holds all that it held."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and _holds(whole[name], value) for name, value in part.items())
    return bool(whole == part)


def plain_items(file: BibliographyFile) -> dict[str, Any]:
    """The items of a file as plain data, by id."""
    root, _ = read_yaml(file.source)
    listed = root.get("references") if isinstance(root, Group) else None
    items = [_plain(item) for item in listed.items] if isinstance(listed, Listing) else []
    return {item["id"]: item for item in reversed(items) if isinstance(item, dict) and isinstance(item.get("id"), str)}


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Listing():
            return [_plain(item) for item in node.items]
        case Group():
            return {entry.key.text: _plain(entry.value) for entry in node.entries}


def _placeless(reference: Reference) -> Reference:
    """A reference without its places, which may move."""
    nowhere = Location("")
    return replace(
        reference,
        places={},
        quotes=tuple(replace(quote, location=nowhere) for quote in reference.quotes),
        accepted=tuple(replace(each, location=nowhere) for each in reference.accepted),
    )


def _content(reference: Reference) -> str:
    """All that a reference says but its key."""
    return repr(_placeless(replace(reference, key="")))


def _key(offer: Offer, taken: Mapping[str, Reference]) -> str:
    return imported_key(offer.given, offer.item, taken) if offer.given else new_key(offer.item, taken)


def _with_given(offer: Offer, key: str) -> Item:
    """The item; with the key that it had elsewhere, if that is not its key here."""
    if not offer.given or offer.given == key:
        return offer.item
    custom = offer.item.get("custom", {})
    return {**offer.item, "custom": {**custom, "imported": {"id": offer.given, **custom.get("imported", {})}}}


def _known(offer: Offer, same: SameWork, fresh: Mapping[str, Outcome], made: Plan, *, merge: bool) -> Outcome:
    """An offer of a work that is there already, or that was offered before."""
    there = same.reference
    item = in_order({"id": there.key, **offer.item})
    earlier = fresh.get(there.key)
    has = earlier.item.keys() if earlier else there.places.keys()
    lacking = {name: value for name, value in item.items() if name not in has and name not in {"id", "type"}}
    new = tuple(name for name in lacking if name != "custom")
    outcome = Outcome(offer, item, same=same, merged=merge, new=new)
    if merge and earlier:
        earlier.item = filled(earlier.item, [{**lacking, "custom": item.get("custom", {})}])
    elif merge:
        outcome.place = there.place()
        extra = {"custom": item["custom"]} if "custom" in item else {}
        variables = {**lacking, **extra}
        if variables:
            by_key = made.variables.setdefault(there.place().path, {})
            by_key[there.key] = filled(by_key.get(there.key, {}), [variables])
    return outcome
