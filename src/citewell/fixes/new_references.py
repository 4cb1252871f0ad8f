"""New references for the bibliography: which are new, which are there already, and the files with them added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from citewell.citations.same_work import SameWork, WorkKey, find_same_work, list_work_keys
from citewell.diagnostics import Location
from citewell.errors import PLEASE_REPORT, CannotWrite
from citewell.evidence.items.keys import adopt_key, make_key
from citewell.evidence.items.normalise import Item, fill_gaps, sort_variables
from citewell.evidence.items.text import format_item
from citewell.fixes.bibliography_file import BibliographyFile
from citewell.model.problems import AnyProblem, ProblemKind
from citewell.model.references import Bibliography, Reference
from citewell.model.source_location import SourceText
from citewell.rules import describe_problem
from citewell.source.bibliography import read_bibliography
from citewell.source.nodes import GroupNode, ListNode, Node, Scalar
from citewell.source.yaml import read_yaml

_LOST: Final = ProblemKind.LOST_CHARACTER  # by another program, earlier: only "check" can tell the editor where


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work to be added: its item without an id, and how editors see it named (``doi:10.…``, ``library.bib:12``).

    The key may be ``wanted``, or ``given`` by another program.
    """

    item: Item
    label: str
    wanted: str = ""
    given: str = ""


@dataclass(slots=True)
class Decision:
    """The decision about a candidate.

    ``same`` is the reference that is the same work, if there is one: then the candidate is refused, or with ``merged``
    its variables ``new`` to that one are added there (``idle``: there was nothing to add). Else ``item`` is added;
    ``like`` is one that looks the same.
    """

    candidate: Candidate
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
class AdditionPlan:
    """What becomes of each offer: items to add, and variables to add to references that are there, by file and key."""

    decisions: list[Decision] = field(default_factory=list)
    variables: dict[str, dict[str, Item]] = field(default_factory=dict)

    @property
    def added(self) -> list[Item]:
        """The items that are new."""
        return [decision.item for decision in self.decisions if decision.same is None]


def plan_additions(bibliography: Bibliography, candidates: Iterable[Candidate], *, merge: bool) -> AdditionPlan:
    """Decide about each candidate in turn; those before it count as part of the bibliography."""
    plan = AdditionPlan()
    known = _KnownWorks(bibliography)
    fresh: dict[str, Decision] = {}
    for candidate in candidates:
        key = candidate.wanted or _choose_key(candidate, known.references)
        item = sort_variables({"id": key, **_keep_given_key(candidate, key)})
        reference = parse_item(item)
        same = known.find_same(reference)
        if same and same.key.sure:
            plan.decisions.append(_decide_about_known(candidate, same, fresh, plan, merge=merge))
            continue
        fresh[key] = Decision(candidate, item, like=same)
        plan.decisions.append(fresh[key])
        known.add(reference)
    return plan


class _KnownWorks:
    """The references that are there: by key, by what they can be known by, and by all that they say."""

    def __init__(self, bibliography: Bibliography) -> None:
        self.references: dict[str, Reference] = {}
        self._by_key: dict[str, Reference] = {}
        self._by_content: dict[str, Reference] = {}
        for reference in bibliography.references.values():
            self.add(reference)

    def add(self, reference: Reference) -> None:
        self.references[reference.key] = reference
        self._by_content.setdefault(_list_content(reference), reference)
        for key in list_work_keys(reference):
            self._by_key.setdefault(key.value, reference)

    def find_same(self, reference: Reference) -> SameWork | None:
        """The reference that is the same work. Words alone are only certain if no identifier could contradict them."""
        found = find_same_work(reference, self._by_key)
        if found is not None:
            return found if reference.identifiers else found._replace(key=found.key._replace(sure=True))
        twin = self._by_content.get(_list_content(reference))
        return SameWork(twin, WorkKey("", "all that is known of both is the same", sure=True)) if twin else None


def parse_item(item: Item) -> Reference:
    """An item as a bibliography gives it. Raises ``CannotWrite`` for one that the reader would not take whole."""
    lines = ["references:", *format_item(item)]
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


def apply_plan(path: str, data: bytes, items: Sequence[Item], variables: Mapping[str, Item]) -> bytes:
    """A bibliography file with items added at its end, and variables to the references that are there.

    Raises ``ContentUnreadable`` for a file that nothing can be added to, and ``CannotWrite`` if the file, read again,
    would not contain exactly this and everything it contained before.
    """
    before = BibliographyFile(path, data)
    after = BibliographyFile(path, before.insert_variables(variables)) if variables else before
    if items:
        after = BibliographyFile(path, after.insert_items(items))
    _verify_content(before, after, items, variables)
    return after.data


def _identify(problem: AnyProblem) -> str:
    """A problem by its kind and its facts, but for places, which move as lines are added."""
    facts = (getattr(problem.facts, each.name) for each in fields(problem.facts))
    return " ".join([problem.kind, *(str(fact) for fact in facts if not isinstance(fact, Location))])


def _verify_content(
    before: BibliographyFile, after: BibliographyFile, items: Sequence[Item], more: Mapping[str, Item]
) -> None:
    old, old_problems, _ = read_bibliography([before.source])
    new, new_problems, _ = read_bibliography([after.source])
    kept = {key: _drop_places(reference) for key, reference in old.references.items() if key not in more}
    changed = [key for key, reference in kept.items() if _drop_places(new.references[key]) != reference]
    worse = Counter(_identify(problem) for problem in new_problems if problem.kind is not _LOST)
    worse -= Counter(map(_identify, old_problems))
    read = read_plain_items(after)
    lacking = [str(item["id"]) for item in items if read.get(item["id"]) != item]
    had = read_plain_items(before)
    lost = [key for key in more if not _still_holds(read.get(key), had.get(key))]
    unmerged = [key for key, variables in more.items() if not variables.keys() <= (read.get(key) or {}).keys()]
    if changed or worse or lacking or lost or unmerged:
        named = ", ".join([*changed, *lacking, *lost, *unmerged]) or next(iter(worse))
        raise CannotWrite(
            f"{after.path}: would not say what it should when it is read again ({named})",
            f"Nothing was written. {PLEASE_REPORT}",
        )


def _still_holds(whole: Any, part: Any) -> bool:
    """Whether data still holds all that it held."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and _still_holds(whole[name], value) for name, value in part.items())
    return bool(whole == part)


def read_plain_items(file: BibliographyFile) -> dict[str, Any]:
    """The items of a file as plain data, by id."""
    root, _ = read_yaml(file.source)
    listed = root.get("references") if isinstance(root, GroupNode) else None
    items = [_to_plain(item) for item in listed.items] if isinstance(listed, ListNode) else []
    return {item["id"]: item for item in reversed(items) if isinstance(item, dict) and isinstance(item.get("id"), str)}


def _to_plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return [_to_plain(item) for item in node.items]
        case GroupNode():
            return {entry.key.text: _to_plain(entry.value) for entry in node.entries}


def _drop_places(reference: Reference) -> Reference:
    """A reference without its places, which may move."""
    nowhere = Location("")
    return replace(
        reference,
        places={},
        quotes=tuple(replace(quote, location=nowhere) for quote in reference.quotes),
        accepted=tuple(replace(each, location=nowhere) for each in reference.accepted),
    )


def _list_content(reference: Reference) -> str:
    """All that a reference says but its key."""
    return repr(_drop_places(replace(reference, key="")))


def _choose_key(candidate: Candidate, taken: Mapping[str, Reference]) -> str:
    return adopt_key(candidate.given, candidate.item, taken) if candidate.given else make_key(candidate.item, taken)


def _keep_given_key(candidate: Candidate, key: str) -> Item:
    """The item; with the key that it had elsewhere, if that is not its key here."""
    if not candidate.given or candidate.given == key:
        return candidate.item
    custom = candidate.item.get("custom", {})
    return {**candidate.item, "custom": {**custom, "imported": {"id": candidate.given, **custom.get("imported", {})}}}


def _decide_about_known(
    candidate: Candidate, same: SameWork, fresh: Mapping[str, Decision], plan: AdditionPlan, *, merge: bool
) -> Decision:
    """The decision about a work that is there already, or that an earlier candidate is."""
    there = same.reference
    item = sort_variables({"id": there.key, **candidate.item})
    earlier = fresh.get(there.key)
    has = earlier.item.keys() if earlier else there.places.keys()
    lacking = {name: value for name, value in item.items() if name not in has and name not in {"id", "type"}}
    new = tuple(name for name in lacking if name != "custom")
    decision = Decision(candidate, item, same=same, merged=merge, new=new)
    if merge and earlier:
        earlier.item = fill_gaps(earlier.item, [{**lacking, "custom": item.get("custom", {})}])
    elif merge:
        decision.place = there.place()
        extra = {"custom": item["custom"]} if "custom" in item else {}
        variables = {**lacking, **extra}
        if variables:
            by_key = plan.variables.setdefault(there.place().path, {})
            by_key[there.key] = fill_gaps(by_key.get(there.key, {}), [variables])
    return decision
