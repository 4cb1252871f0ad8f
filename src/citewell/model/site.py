"""What the articles of a site share: settings, bibliography, people, glossary, and what reading them noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, NamedTuple

from citewell.diagnostics import Location
from citewell.messages import ENGLISH, Texts, Words
from citewell.messages.languages import primary
from citewell.model.brand import Brand, BrandFiles
from citewell.model.evidence import Lock
from citewell.model.glossary import Term
from citewell.model.keys import Form, Key, ShownText, Wording
from citewell.model.people import Person
from citewell.model.policies import Policies
from citewell.model.problems import AnyProblem
from citewell.model.references import Bibliography
from citewell.model.shared import SharedText
from citewell.model.source_location import SourceText
from citewell.project import SITE_YML

#: The version of the content format that this program reads without a migration. A file that does not say is of 1.
FORMAT: Final = 2


@dataclass(frozen=True, slots=True)
class WaiverKind:
    """A reason why a statement may have no source, and how many an article may use (``None``: any number)."""

    kind: Annotated[str, Key("The reason, as articles write it.", "advice", form=Form.SLUG)]
    label: Annotated[
        str,
        Key(
            "The reason, in words.",
            "Practical advice that makes no medical claim",
            wording=Wording.LABEL,
            where="the legend of the evidence view",
        ),
    ]
    limit: Annotated[int | None, Key("How many of it an article may have.", "6")] = None


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """How references are checked online, under ``evidence:`` in ``site.yml``.

    ``services`` are addresses by the keys of services, which declare these lines; one that takes files may have a path
    in the project, and one without a line keeps its public address.
    """

    services: Annotated[
        Mapping[str, str],
        Key("Other addresses for the services, such as a mirror in your network.", lines_from="services"),
    ] = field(default_factory=dict)
    allow_hosts: Annotated[
        tuple[str, ...], Key("Hosts in your own network that Citewell may ask.", "[intranet.example]")
    ] = ()
    recheck_after: Annotated[int, Key("After how many days a reference that was found is checked again.", "30")] = 30


class Paper(StrEnum):
    """The paper that articles are printed on when the site offers them as PDF files."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class HeaderLink:
    """A link that ``navigation:`` puts into the header of every page, or ``footer:`` at its foot.

    ``target`` is the name of a page of the site (``topics``, ``about``) or an address elsewhere; ``title`` is empty
    where the page's own title will do.
    """

    target: str
    title: str
    location: Location


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``site.yml`` says; ``language`` is a BCP 47 tag, ``abbreviations`` never end a sentence.

    ``name`` is what the site is called: where the file does not say, its publisher. ``address`` ends in a slash and is
    empty where nobody knows it yet. ``navigation`` is ``None`` where the file leaves the header to the program.
    ``notice`` has its places (``{emergency_number}``) filled. ``places`` says by key where a value is.
    ``pdf`` is the paper of the articles' PDF files; without one there are none.
    """

    name: Annotated[
        str,
        Key(
            "The name of the site; the default is its publisher.",
            "Citewell",
            form=Form.VISIBLE,
            wording=Wording.NAME,
            where="every page",
        ),
    ] = ""
    address: Annotated[
        str,
        Key(
            "The address of the site; leave the line out if you do not know it yet.",
            "https://www.example.org/health/",
            form=Form.SITE_ADDRESS,
        ),
    ] = ""
    publisher: Annotated[
        str,
        Key("Who is responsible for the site.", "Citewell", required=True, wording=Wording.NAME, where="every page"),
    ] = ""
    language: Annotated[str, Key("The language of the pages, a BCP 47 tag.", "en", form=Form.LANGUAGE)] = ENGLISH
    navigation: Annotated[
        tuple[HeaderLink, ...] | None,
        Key(
            "The pages in the header, in this order (LNK006): those that the site makes itself (`topics`, `articles`, "
            "`sources`, `evidence`, `glossary`, `people`, `search`), your own by the name of their file, and links to "
            "other sites, which need a title. The default is topics, articles and sources; the footer links to all "
            "other pages.",
            "[topics, About us: about]",
            titled=True,
            wording=Wording.NAME,
            where="the header of every page",
        ),
    ] = None
    footer: Annotated[
        tuple[HeaderLink, ...] | None,
        Key(
            "The links at the foot of every page, written as in `navigation`. The default is your own pages, and those "
            "that the site makes itself and the header does not show.",
            "[about, privacy, Our charity: https://www.example.org/]",
            titled=True,
            wording=Wording.NAME,
            where="the foot of every page",
        ),
    ] = None
    brand: Annotated[Brand, Key("Your own look: name, logo, icon, colour and font.")] = field(default_factory=Brand)
    contact: Annotated[
        str,
        Key(
            "Where readers report mistakes: an e-mail address, or the address of a page that begins with `https://`.",
            "editors@citewell.example",
            form=Form.CONTACT,
        ),
    ] = ""
    region: Annotated[
        str, Key("The country that the advice is for.", "United Kingdom", wording=Wording.NAME, where="emergency cards")
    ] = ""
    emergency_number: Annotated[
        str,
        Key(
            "Its emergency number, in digits; cards and links name it, and any other number is an error (ART023).",
            "999",
            form=Form.TELEPHONE,
        ),
    ] = ""
    demonstration: Annotated[
        bool, Key("`true`: a banner on every page, and search engines are asked to stay away.", "true")
    ] = True
    search: Annotated[bool, Key("`false`: no search; the default is `true`.", "true")] = True
    pdf: Annotated[
        Paper | None,
        Key(
            "`A4` or `Letter`: a PDF of every article; the default is `false`: no PDFs.",
            "A4",
            form=Form.PAPER,
        ),
    ] = None
    notice: Annotated[
        str,
        Key(
            "The text at the end of each article; `{emergency_number}` and `{region}` in it are filled in.",
            "In an emergency, call {emergency_number}.",
            wording=Wording.PLAIN,
            where="the end of each article",
        ),
    ] = ""
    content_licence: Annotated[
        str, Key("The licence of words and pictures.", "CC BY 4.0", wording=Wording.NAME, where="every page")
    ] = ""
    waiver_kinds: Annotated[
        Mapping[str, WaiverKind],
        Key(
            "The reasons for which a sentence may have no source, and how many of each an article may have.", by="kind"
        ),
    ] = field(default_factory=dict)
    policies: Annotated[Policies, Key("The limits above which the check warns.")] = field(default_factory=Policies)
    evidence: Annotated[
        EvidenceSettings,
        Key("How references are checked online: services, hosts in your own network, how often."),
    ] = field(default_factory=EvidenceSettings)
    abbreviations: Annotated[
        frozenset[str], Key("Abbreviations whose full stop does not end a sentence.", "[approx., Dr.]")
    ] = frozenset()
    format: Annotated[
        int,
        Key("The version of the format of your content; only `citewell upgrade` changes it.", "2", form=Form.COUNT),
    ] = 1
    places: Mapping[str, Location] = field(default_factory=dict)

    @property
    def is_english(self) -> bool:
        """Whether the site is in English, the only language that some rules know."""
        return primary(self.language) == "en"

    def place(self, key: str) -> Location:
        """Where ``site.yml`` gives a value; the file as a whole where it gives none."""
        return self.places.get(key, Location(SITE_YML))


class StaticFile(NamedTuple):
    """A file that is published as it is.

    ``path`` is that on the site, from its root; ``shown`` is its path in messages, ``disk`` where it is. ``text`` is
    what it says, of the few that are read: ``_redirects``.
    """

    path: str
    shown: str
    disk: Path
    text: SourceText | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """What all articles share; ``problems`` are those of no article, ``lock`` holds the results of online checks.

    ``texts`` are those of the interface that the site words itself, in its own language. ``shown`` are the texts of
    settings, people, glossary and references that readers see. ``shared`` are the texts that articles may use, by name.
    ``static`` are the files that are published as they are, in the order of their paths; ``brand`` are the
    files of its look.
    """

    settings: Settings
    bibliography: Bibliography = field(default_factory=Bibliography)
    people: Mapping[str, Person] = field(default_factory=dict)
    problems: tuple[AnyProblem, ...] = ()
    glossary: tuple[Term, ...] = ()
    lock: Lock = field(default_factory=Lock)
    texts: Texts = field(default_factory=dict)
    shown: tuple[ShownText, ...] = ()
    shared: Mapping[str, SharedText] = field(default_factory=dict)
    static: tuple[StaticFile, ...] = ()
    brand: BrandFiles = field(default_factory=BrandFiles)

    @property
    def words(self) -> Words:
        """The texts of the interface."""
        return Words(self.settings.language, self.texts)
