"""``site.yml``: who publishes, for whom, and what an article may leave without a source."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

from pydantic import Field, PlainValidator, create_model

from citewell.citations.kinds import KINDS
from citewell.diagnostics import Location
from citewell.messages import ENGLISH
from citewell.messages.languages import PLURALS, canonical, is_tag, primary, tag_of
from citewell.model.article import ArticleType
from citewell.model.csl_variables import TYPES
from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import (
    Brand,
    EvidenceSettings,
    HeaderLink,
    Paper,
    Policies,
    Settings,
    Unchecked,
    WaiverKind,
)
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.characters import is_visible
from citewell.source.documents import read_file
from citewell.source.fields import Count, Flag, Kind, Line, Percent, Slug, Whole, line, one_of, text_of, wrong
from citewell.source.nodes import Mapping, Node
from citewell.source.validate import Typed, nearest

_NAME: Final = r"[^\s@/?#<>.]+(?:\.[^\s@/?#<>.]+)+"  # of a site: it has a dot
_MAIL: Final = re.compile(rf"[^\s@:/<>]+@{_NAME}")
_PAGE: Final = re.compile(rf"https://{_NAME}(?:[/?#]\S*)?")
_TELEPHONE: Final = re.compile(r"\+?\d(?:[- ]?\d)+")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


class ReadSettings(NamedTuple):
    """The settings as far as they could be read, and every problem of their file."""

    settings: Settings
    problems: tuple[AnyProblem, ...]


def _contact(value: Any) -> Placed:
    placed = line(value)
    if not (_MAIL.fullmatch(placed.text) or _PAGE.fullmatch(placed.text)):
        raise wrong(Expectation.CONTACT, placed.text)
    return placed


def _telephone(value: Any) -> Placed:
    """One number and nothing else: cards, links and notices put it into their own sentences."""
    placed = line(value)
    if not _TELEPHONE.fullmatch(placed.text):
        found = _TELEPHONE.search(placed.text)
        raise wrong(Expectation.TELEPHONE, placed.text, found[0] if found else "")
    return placed


def _language(value: Any) -> Placed:
    """A language that pages can be made in."""
    placed = line(value)
    if not is_tag(placed.text):
        raise wrong(Expectation.LANGUAGE_TAG, placed.text, tag_of(placed.text) or "")
    if primary(placed.text) not in PLURALS:
        raise wrong(Expectation.LANGUAGE_OF_PAGES, placed.text, choices=sorted(PLURALS))
    return Placed(canonical(placed.text), placed.span)


def _service(value: Any) -> Placed:
    """The address of a service, without the slash at its end."""
    placed = line(value)
    if not re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", placed.text):
        raise wrong(Expectation.SERVICE_ADDRESS, placed.text)
    return Placed(placed.text.rstrip("/"), placed.span)


def _paper(value: Any) -> Paper | None:
    """A paper, or that there are to be no PDF files, said as with ``search``."""
    placed = text_of(value)
    if placed.text == "true":
        raise wrong(Expectation.PAPER, placed.text, choices=Paper)
    return None if placed.text == "false" else one_of(Paper)(value)


def _name(value: Any) -> Placed:
    """What the site is called, in letters that readers can see."""
    placed = line(value)
    if not is_visible(placed.text):
        raise wrong(Expectation.VISIBLE, placed.text)
    return placed


def _address(value: Any) -> Placed:
    """The address of the site, with the slash at its end that each page's address goes on from."""
    placed = line(value)
    if not re.fullmatch(r"https?://[^\s/?#@:]+(?::[0-9]+)?(?:/[^?#]*)?", placed.text):
        raise wrong(Expectation.SITE_ADDRESS, placed.text)
    return Placed(f"{placed.text.rstrip('/')}/", placed.span)


class TypedLink(NamedTuple):
    """One item of ``navigation:``: the name of a page or an address, with a title of its own or none."""

    target: Placed
    title: str


def _header_link(value: Any) -> TypedLink:
    """``about``, or ``About us: about``, or ``Elsewhere: https://www.example.org/``."""
    if isinstance(value, Placed):
        return TypedLink(line(value), "")
    if not isinstance(value, dict) or len(value) != 1:
        raise wrong(Expectation.HEADER_LINK)
    (title, target), *_ = value.items()
    if not is_visible(title):
        raise wrong(Expectation.VISIBLE_TITLE, title)
    return TypedLink(line(target), " ".join(title.split()))


def _file_of_theme(value: Any) -> Placed:
    """The path of a file in the theme."""
    placed = line(value)
    if "//" in placed.text or placed.text.startswith("/") or ".." in placed.text.split("/"):
        raise wrong(Expectation.FILE_OF_THEME, placed.text)
    return placed


ServiceAddress = Annotated[Placed, PlainValidator(_service)]
FileOfTheme = Annotated[Placed, PlainValidator(_file_of_theme)]


class BrandTyped(Typed):
    """The keys of ``brand:``."""

    theme: Line | None = None
    icon: FileOfTheme | None = None
    styles: tuple[FileOfTheme, ...] = ()


class WaiverKindTyped(Typed):
    """One item of ``waiver_kinds:``."""

    kind: Slug
    label: Line
    limit: Whole | None = None


class EvidenceForTyped(Typed):
    """The keys of ``evidence_for:``, the types of articles."""

    condition: tuple[Kind, ...] = ()
    symptom: tuple[Kind, ...] = ()
    test: tuple[Kind, ...] = ()
    treatment: tuple[Kind, ...] = ()


def _age(name: str) -> str:
    return "of_" + name.replace("-", "_")


if TYPE_CHECKING:  # a class that is computed is no type to mypy
    ReferenceAgeTyped = Typed
else:
    #: The keys of ``reference_age:``, the kinds of works and the types of CSL, each with years.
    ReferenceAgeTyped: Final = create_model(
        "ReferenceAgeTyped",
        __base__=Typed,
        **{_age(name): (Count | None, Field(None, alias=name)) for name in sorted({*TYPES, *KINDS})},
    )


class PoliciesTyped(Typed):
    """The keys of ``policies:``, named as in ``Policies``, which holds what they are when nothing is typed."""

    publisher_share: Percent | None = None
    red_flag_sources: Count | None = None
    title_length: Count | None = None
    sentence_words: Count | None = None
    reading_grade: Count | None = None
    unchecked_reference: Annotated[Unchecked, PlainValidator(one_of(Unchecked))] | None = None
    check_age: Count | None = None
    reference_age: ReferenceAgeTyped | None = None
    evidence_for: EvidenceForTyped | None = None


class ServicesTyped(Typed):
    """The keys of ``evidence: services:``: where each service is asked."""

    crossref: ServiceAddress | None = None
    doi: ServiceAddress | None = None
    pubmed: ServiceAddress | None = None
    openlibrary: ServiceAddress | None = None
    wayback: ServiceAddress | None = None
    retractions: Line | None = None


class EvidenceTyped(Typed):
    """The keys of ``evidence:``."""

    services: ServicesTyped = ServicesTyped()
    allow_hosts: tuple[Line, ...] = ()
    recheck_after: Whole | None = None


class SettingsTyped(Typed):
    """The keys of ``site.yml``."""

    name: Annotated[Placed, PlainValidator(_name)] | None = None
    address: Annotated[Placed, PlainValidator(_address)] | None = None
    publisher: Line
    language: Annotated[Placed, PlainValidator(_language)] | None = None
    navigation: tuple[Annotated[TypedLink, PlainValidator(_header_link)], ...] | None = None
    brand: BrandTyped = BrandTyped()
    contact: Annotated[Placed, PlainValidator(_contact)] | None = None
    region: Line | None = None
    emergency_number: Annotated[Placed, PlainValidator(_telephone)] | None = None
    demonstration: Flag = True
    search: Flag = True
    pdf: Annotated[Paper | None, PlainValidator(_paper)] = None
    notice: Line | None = None
    content_licence: Line | None = None
    waiver_kinds: tuple[WaiverKindTyped, ...] = ()
    policies: PoliciesTyped = PoliciesTyped()
    evidence: EvidenceTyped = EvidenceTyped()
    abbreviations: tuple[Line, ...] = ()


def read_settings(source: SourceText) -> ReadSettings:
    """Read ``site.yml``. What cannot be read keeps its default; a site is a demonstration until it says otherwise."""
    document = read_file(SettingsTyped, source, {"publisher": Placed("(no publisher)", Span(0, 0))})
    assert document.value is not None, "a publisher is all it needs"
    kinds: dict[str, WaiverKind] = {}
    places = _places(document.root, source)
    notice = _notice(document.value, source, places.keys())
    problems = [*document.problems, *notice.problems]
    for typed in document.value.waiver_kinds:
        name = typed.kind.text
        if name in kinds:
            facts = WrongValue(Expectation.UNIQUE, "kind", found=name)
            problems.append(Problem(source.locate(typed.kind.span), facts))
        kinds.setdefault(name, WaiverKind(name, typed.label.text, typed.limit))
    settings = replace(
        _model(document.value, notice.text, kinds, places), navigation=_navigation(document.value, source)
    )
    return ReadSettings(settings, tuple(problems))


class _Notice(NamedTuple):
    text: str
    problems: tuple[AnyProblem, ...] = ()


def _notice(typed: SettingsTyped, source: SourceText, given: Collection[str]) -> _Notice:
    """The notice with what the settings say at its places; a place that cannot be filled is left out and noted.

    Not noted is one that the file does give (``given``), but as a value that is itself at fault.
    """
    if typed.notice is None:
        return _Notice("")
    known = {"emergency_number": typed.emergency_number, "region": typed.region}
    problems: list[AnyProblem] = []

    notice = typed.notice

    def note(expected: Expectation, found: str = "", nearest: str = "") -> None:
        facts = WrongValue(expected, "notice", found=found, nearest=nearest, choices=tuple(known))
        problems.append(Problem(source.locate(notice.span), facts))

    for name in dict.fromkeys(_BRACES.findall(notice.text)):
        if name in known and name not in given:
            note(Expectation.NOTICE_SETTING, name)
        elif name not in known:
            note(Expectation.NOTICE_PLACE, name, nearest(name.strip().replace("-", "_"), [*known]))
    filled = _BRACES.sub(lambda found: str(known.get(found[1]) or ""), notice.text)
    if set(filled) & set("{}"):
        note(Expectation.NOTICE_BRACES)
    return _Notice(" ".join(filled.split()), tuple(problems))


def _places(root: Node | None, source: SourceText) -> dict[str, Location]:
    """Where each value of the file is."""
    entries = root.entries if isinstance(root, Mapping) else ()
    return {entry.key.text: source.locate(entry.value.span) for entry in entries}


def _model(typed: SettingsTyped, notice: str, kinds: dict[str, WaiverKind], places: dict[str, Location]) -> Settings:
    return Settings(
        name=str(typed.name or typed.publisher),
        address=str(typed.address or ""),
        brand=_brand(typed.brand),
        publisher=typed.publisher.text,
        language=str(typed.language or ENGLISH),
        contact=str(typed.contact or ""),
        region=str(typed.region or ""),
        emergency_number=str(typed.emergency_number or ""),
        demonstration=typed.demonstration,
        search=typed.search,
        pdf=typed.pdf,
        notice=notice,
        content_licence=str(typed.content_licence or ""),
        waiver_kinds=kinds,
        policies=_policies(typed.policies),
        evidence=_evidence(typed.evidence),
        abbreviations=frozenset(abbreviation.text for abbreviation in typed.abbreviations),
        places=places,
    )


def _navigation(typed: SettingsTyped, source: SourceText) -> tuple[HeaderLink, ...] | None:
    if typed.navigation is None:
        return None
    return tuple(HeaderLink(link.target.text, link.title, source.locate(link.target.span)) for link in typed.navigation)


def _brand(typed: BrandTyped) -> Brand:
    usual = Brand()
    return Brand(str(typed.theme or usual.theme), str(typed.icon or usual.icon), tuple(map(str, typed.styles)))


def _policies(typed: PoliciesTyped) -> Policies:
    limits = typed.reference_age
    ages: dict[str, int] = limits.model_dump(by_alias=True, exclude_none=True) if limits else {}
    wanted = typed.evidence_for
    kinds = {about: tuple(str(kind) for kind in getattr(wanted, about, ())) for about in ArticleType}
    plain = typed.model_dump(exclude_none=True, exclude={"reference_age", "evidence_for"})
    return Policies(**plain, reference_age=ages, evidence_for={about: named for about, named in kinds.items() if named})


def _evidence(typed: EvidenceTyped) -> EvidenceSettings:
    services = {name: value.text for name in ServicesTyped.model_fields if (value := getattr(typed.services, name))}
    hosts = tuple(host.text for host in typed.allow_hosts)
    usual = EvidenceSettings().recheck_after
    return EvidenceSettings(services, hosts, usual if typed.recheck_after is None else typed.recheck_after)
