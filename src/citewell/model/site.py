"""The whole content: articles, own pages, bibliography, people, settings, and what reading them noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citewell.diagnostics import Location
from citewell.model.article import Article
from citewell.model.flaws import Flaw
from citewell.model.references import Bibliography


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
    location: Location = field(default_factory=lambda: Location("content_src/people.yml"))


@dataclass(frozen=True, slots=True)
class WaiverKind:
    """A reason why a statement may stand without a source, and how many an article may use (``None``: any number)."""

    kind: str
    label: str
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``site.yml`` says; ``abbreviations`` never end a sentence."""

    publisher: str = ""
    contact: str = ""
    region: str = ""
    emergency_number: str = ""
    demonstration: bool = True
    demonstration_place: Location = field(default_factory=lambda: Location("content_src/site.yml"))
    notice: str = ""
    content_licence: str = ""
    waiver_kinds: Mapping[str, WaiverKind] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that was read; ``flaws`` are those that belong to no document."""

    settings: Settings
    articles: tuple[Article, ...] = ()
    pages: tuple[Article, ...] = ()
    bibliography: Bibliography = field(default_factory=Bibliography)
    people: Mapping[str, Person] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()

    @property
    def documents(self) -> tuple[Article, ...]:
        """Articles and own pages: everything written in the content language."""
        return (*self.articles, *self.pages)
