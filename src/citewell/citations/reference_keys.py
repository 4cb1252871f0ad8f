"""The keys of a bibliography file: CSL items (CSL 1.0.2 input data) and our own ``custom`` part of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.model.csl_variables import DATES, NAMES, TEXTS
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.keys import DeclaredKey, Form, Group, Key, Listed, Shape, Value, Wording, gather, group_of
from citewell.model.references import Acceptance, IdentifierKind, Name, NamedQuote
from citewell.model.source_location import Placed, PlacedDate
from citewell.model.yaml_problems import Expectation, WrongValue


class Confidence(StrEnum):
    """Where the details of a reference were seen."""

    SEEN_AT_PUBLISHER = "seen-at-publisher"
    SEEN_IN_COPY = "seen-in-copy"
    THIRD_PARTY_BIBLIOGRAPHY = "third-party-bibliography"


def _key(name: str, form: Form, help_: str = "", field: str = "", *, required: bool = False) -> DeclaredKey:
    """A key with one value that becomes text, or as its form says; without ``field`` it is checked and not kept."""
    return DeclaredKey(name, field, Value(form, str), required, Key(help_))


def _part(name: str, help_: str) -> DeclaredKey:
    """A part of a name, which may be empty."""
    field = name.replace("-", "_")
    return DeclaredKey(name, field, Value(Form.RICH, str), False, Key(help_, wording=Wording.QUOTED, may_be_empty=True))


def _reject_nameless(value: Any) -> WrongValue | None:
    """What is wrong with a value that names nobody."""
    if isinstance(value, Placed):
        return WrongValue(Expectation.NAME_PARTS, found=value.text)
    if isinstance(value, dict) and not any(_has_words(value.get(part)) for part in ("family", "given", "literal")):
        return WrongValue(Expectation.NAME)
    return None


def _has_words(part: Any) -> bool:
    return part is not None and not (isinstance(part, Placed) and not part.text.strip())


def _make_name(**parts: str) -> Name | None:
    """A name, if any part that names somebody could be read."""
    return Name(**parts) if {"family", "given", "literal"} & parts.keys() else None


#: A person, or with ``literal`` an organisation. Mendeley exports every part, empty or not, and ``parse-names``.
_NAME: Final = Group(
    (
        _part("family", "The family name."),
        _part("given", "The given names or initials."),
        _part("literal", "The name of an organisation, or of a person with one name."),
        _part("non-dropping-particle", 'A particle kept before the name, such as "van".'),
        _part("dropping-particle", "A particle that is left out in sorting."),
        _part("suffix", '"Jr" or "III", for example.'),
        *(_key(name, Form.FLAG) for name in ("comma-suffix", "static-ordering", "parse-names")),
    ),
    _make_name,
    reject=_reject_nameless,
)


def _make_notice(kind: NoticeKind, said_by: str, **given: str) -> Notice:
    """A notice that is in the reference itself; a malformed DOI or PMID is left out."""
    return Notice(
        kind,
        said_by,
        published=given.get("published", ""),
        doi=parse_identifier(IdentifierKind.DOI, given.get("doi", "")) or "",
        pmid=parse_identifier(IdentifierKind.PMID, given.get("pmid", "")) or "",
        reason=given.get("reason", ""),
    )


_NOTICE: Final = Group(
    (
        DeclaredKey("kind", "kind", Value(Form.CHOICE, NoticeKind), True, Key("What was published about the work.")),
        DeclaredKey(
            "said-by",
            "said_by",
            Value(Form.LINE, str),
            True,
            Key("Who reported it.", "PubMed", wording=Wording.NAME, where="beside the entry"),
        ),
        _key("published", Form.PARTIAL_DAY, "When it was published, if known.", "published"),
        _key("doi", Form.RICH, "The notice's DOI.", "doi"),
        _key("pmid", Form.RICH, "The notice's PMID.", "pmid"),
        _key("reason", Form.RICH, "The reason given in the notice.", "reason"),
    ),
    _make_notice,
)


@dataclass(frozen=True, slots=True)
class Custom:
    """``custom:``, details of a reference that CSL has no key for; some are only for editors."""

    kind: Annotated[
        str | None,
        Key(
            "What readers see; without it they see what the `type` is. Choose honestly: “a review” is not a systematic "
            "review.",
            "guideline",
            form=Form.KIND,
        ),
    ] = None
    people: Annotated[
        str | None,
        Key(
            "Who was studied, and how many, if the work says so: the people its results are about, in a few words.",
            "1,172 adults with recent low back pain in Sydney",
            wording=Wording.NAME,
            where="below the entry, and in the evidence for a statement",
        ),
    ] = None
    confidence: Annotated[Confidence | None, Key("Where the details were seen.", "seen-at-publisher")] = None
    doubt: Annotated[
        str | None, Key("What we are not sure about, in one or two sentences, for editors.", "The year is a guess.")
    ] = None
    unverified: Annotated[
        bool,
        Key(
            "`true` if nobody has confirmed that the work exists: a warning with a DOI or PMID, otherwise an error.",
            "true",
        ),
    ] = False
    note: Annotated[str | None, Key("Anything an editor should know, such as a correction.")] = None
    review_date: Annotated[
        PlacedDate | None,
        Key(
            "The day on which the publisher last reviewed the page, only if the page says so.",
            "2024-03-01",
            name="review-date",
        ),
    ] = None
    access: Annotated[str | None, Key("How to get the work, for editors.", "open access")] = None
    topic: Annotated[str | None, Key("What it is about, for editors.", "sarcoma")] = None
    licence_note: Annotated[
        str | None, Key("The licence of the work, for editors.", "CC BY 4.0", name="licence-note")
    ] = None
    date_basis: Annotated[
        str | None, Key("Where the date comes from, for editors.", "foot of the page", name="date-basis")
    ] = None
    url_basis: Annotated[
        str | None, Key("Where the address comes from, for editors.", "the publisher’s list", name="url-basis")
    ] = None
    supersedes: Annotated[str | None, Key("The key of the work that it replaces.", "old-guideline")] = None
    quotes: Annotated[tuple[NamedQuote, ...], Key("Words of the work that claims can pin by name.")] = ()
    notices: Annotated[
        tuple[Any, ...],
        Key("Notices about the work, published later. `citewell refs import` writes them; you can too."),
    ] = ()
    accepted: Annotated[
        tuple[Acceptance, ...],
        Key("Findings that somebody accepted, so that the work may be cited. Each covers what was known on its day."),
    ] = ()
    imported: Annotated[
        dict[str, Any] | None,
        Key(
            "Details from another program that do not fit into a reference. `citewell refs import` writes this, and "
            "nothing reads it; you may delete it.",
            form=Form.LINES,
        ),
    ] = None


def _custom() -> Group[Custom]:
    """The keys of ``custom:``, with those of a notice."""
    keys = group_of(Custom).keys
    notices = Listed(_NOTICE, tuple)
    return Group(tuple(key._replace(shape=notices) if key.name == "notices" else key for key in keys), Custom)


def _variables(names: frozenset[str], shape: Any, wording: Wording = Wording.HIDDEN) -> tuple[DeclaredKey, ...]:
    key = Key(wording=wording, may_be_empty=names <= TEXTS)
    return tuple(DeclaredKey(name, name, shape, False, key) for name in sorted(names))


_TEXT: Final = Value(Form.LINE, str)
_IDENTIFIERS: Final = frozenset(map(str, IdentifierKind))

CUSTOM: Final = _custom()

#: One CSL item, as a dictionary by the names of CSL. Empty texts count as left out: reference managers export them.
ITEM: Final = Group(
    (
        _key("id", Form.CITATION_KEY, "The key by which articles cite it.", "id", required=True)._replace(
            shape=Value(Form.CITATION_KEY, Placed)
        ),
        _key("type", Form.CSL_TYPE, "The CSL type of the work.", "type", required=True),
        DeclaredKey("custom", "custom", CUSTOM, False, Key("Details that CSL has no key for.")),
        DeclaredKey("categories", "", Listed(_TEXT, tuple), False, Key("Categories of a reference manager.")),
        *_variables(TEXTS - _IDENTIFIERS, Value(Form.RICH, str), Wording.QUOTED),
        *_variables(_IDENTIFIERS, _TEXT, Wording.QUOTED),
        *_variables(NAMES, Listed(_NAME, tuple)),
        *_variables(DATES, Value(Form.CSL_DATE, object)),
    ),
    gather,
)


def _bibliography(item: Shape) -> Group[dict[str, Any]]:
    """A bibliography file; pandoc writes ``nocite`` beside the references."""
    references = DeclaredKey("references", "references", Listed(item, tuple), True, Key("The works, one item each."))
    nocite = DeclaredKey("nocite", "", Value(Form.ANYTHING, object), False, Key("Written by pandoc; not read."))
    return Group((references, nocite), gather)


#: A bibliography file, and the same with its items left as they are, to be read one by one.
BIBLIOGRAPHY: Final = _bibliography(ITEM)
UNREAD_BIBLIOGRAPHY: Final = _bibliography(Value(Form.ANYTHING, object))
