"""The whole content: articles, own pages, bibliography, people, settings, and what reading them noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from citewell.diagnostics import Location
from citewell.messages import Texts, Words
from citewell.messages.languages import primary
from citewell.model.article import Article, ArticleType, PublicationStatus
from citewell.model.evidence import Lock
from citewell.model.problems import AnyProblem
from citewell.model.references import Bibliography
from citewell.project import PEOPLE_YML, SITE_YML


@dataclass(frozen=True, slots=True)
class Person:
    """An author or reviewer (``organisation`` when it is a team); all plain words."""

    id: str
    name: str
    organisation: bool = False
    role: str | None = None
    credentials: str | None = None
    affiliation: str | None = None
    interests: str | None = None
    about: str | None = None
    location: Location = field(default_factory=lambda: Location(PEOPLE_YML))


@dataclass(frozen=True, slots=True)
class Term:
    """A word of medicine, plain words for it, and all its spellings that the glossary lists, itself among them."""

    term: str
    plain: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaiverKind:
    """A reason why a statement may stand without a source, and how many an article may use (``None``: any number)."""

    kind: str
    label: str
    limit: int | None = None


class Unchecked(StrEnum):
    """What it is worth to the check that a reference was never looked up, or not since it was changed."""

    WARNING = "warning"
    ERROR = "error"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Policies:
    """Numbers beyond which a rule warns; each is the publisher's choice, under ``policies:`` in ``site.yml``.

    ``publisher_share`` is the percentage of an article's citations that may be to one publisher; ``red_flag_sources``
    is how many independent publishers each sign in an urgent or emergency card should rest on. ``title_length`` is in
    characters, ``sentence_words`` in words, and ``reading_grade`` is a school grade by Flesch–Kincaid (9 is age 14).
    ``check_age`` is in days: how long ago a reference may have been looked up. ``reference_age`` is in years, by kind
    or CSL type: how old a work may be. ``evidence_for`` gives kinds by type of article: one of its references must be
    of such a kind. ``unchecked_reference`` is what it is worth that one was never looked up.
    """

    publisher_share: int = 40
    red_flag_sources: int = 2
    title_length: int = 70
    sentence_words: int = 30
    reading_grade: int = 9
    unchecked_reference: Unchecked = Unchecked.WARNING
    check_age: int = 180
    reference_age: Mapping[str, int] = field(default_factory=dict)
    evidence_for: Mapping[ArticleType, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """How references are looked up, under ``evidence:`` in ``site.yml``.

    ``services`` are the addresses of those asked, by name (``crossref``, ``doi``, ``pubmed``, ``openlibrary``,
    ``wayback``, ``retractions``; the last may be a path in the project); what is not named keeps its usual address, and
    the retractions none. ``allow_hosts`` are hosts that may be asked although they are private, ``recheck_after`` is
    in days.
    """

    services: Mapping[str, str] = field(default_factory=dict)
    allow_hosts: tuple[str, ...] = ()
    recheck_after: int = 30


class Paper(StrEnum):
    """The paper that articles are printed on when the site offers them as PDF files."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class HeaderLink:
    """A link that ``navigation:`` puts into the header of every page.

    ``target`` is the name of a page of the site (``topics``, ``about``) or an address elsewhere; ``title`` is empty
    where the page's own title will do.
    """

    target: str
    title: str
    location: Location


@dataclass(frozen=True, slots=True)
class Brand:
    """The look of a site, under ``brand:`` in ``site.yml``.

    ``theme`` is a folder of the project with a changed copy of Citewell's theme, empty for that theme itself; ``icon``
    and ``styles`` are files of the theme, ``styles`` besides its own style sheet.
    """

    theme: str = ""
    icon: str = "assets/citewell.svg"
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``site.yml`` says; ``language`` is a BCP 47 tag, ``abbreviations`` never end a sentence.

    ``name`` is what the site is called: where the file does not say, its publisher. ``address`` ends in a slash and is
    empty where nobody knows it yet. ``navigation`` is ``None`` where the file leaves the header to the program.
    ``notice`` has its places (``{emergency_number}``) filled. ``places`` says by key where a value stands.
    ``pdf`` is the paper of the articles' PDF files; without one there are none.
    """

    name: str = ""
    address: str = ""
    publisher: str = ""
    language: str = "en"
    navigation: tuple[HeaderLink, ...] | None = None
    brand: Brand = Brand()
    contact: str = ""
    region: str = ""
    emergency_number: str = ""
    demonstration: bool = True
    search: bool = True
    pdf: Paper | None = None
    notice: str = ""
    content_licence: str = ""
    waiver_kinds: Mapping[str, WaiverKind] = field(default_factory=dict)
    policies: Policies = Policies()
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    abbreviations: frozenset[str] = frozenset()
    places: Mapping[str, Location] = field(default_factory=dict)

    @property
    def is_english(self) -> bool:
        """Whether the site is in English, the only language of which some rules know anything."""
        return primary(self.language) == "en"

    def place(self, key: str) -> Location:
        """Where ``site.yml`` gives a value; the file as a whole where it gives none."""
        return self.places.get(key, Location(SITE_YML))


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that was read; ``problems`` are those that belong to no document, ``lock`` is what looking up found.

    ``texts`` are those of the interface that the site words itself, in its own language.
    """

    settings: Settings
    articles: tuple[Article, ...] = ()
    pages: tuple[Article, ...] = ()
    bibliography: Bibliography = field(default_factory=Bibliography)
    people: Mapping[str, Person] = field(default_factory=dict)
    problems: tuple[AnyProblem, ...] = ()
    glossary: tuple[Term, ...] = ()
    lock: Lock = field(default_factory=Lock)
    texts: Texts = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The texts of the interface."""
        return Words(self.settings.language, self.texts)

    @property
    def documents(self) -> tuple[Article, ...]:
        """Articles and own pages: everything written in the content language."""
        return (*self.articles, *self.pages)

    @property
    def has_search(self) -> bool:
        """Whether readers can search: ``site.yml`` does not forbid it, and something is published that can be found."""
        published = (each.front.status is PublicationStatus.PUBLISHED for each in self.documents)
        return self.settings.search and (bool(self.glossary) or any(published))
