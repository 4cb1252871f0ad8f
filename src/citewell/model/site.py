"""What the articles of a site share: settings, bibliography, people, glossary, and what reading them noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final

from citewell.diagnostics import Location
from citewell.messages import ENGLISH, Texts, Words
from citewell.messages.languages import primary
from citewell.model.article import ArticleType
from citewell.model.claims import ClaimSubject
from citewell.model.csl_variables import TYPES
from citewell.model.evidence import Lock
from citewell.model.keys import Form, Key, PlaceOf, ShownText, Wording
from citewell.model.problems import AnyProblem
from citewell.model.references import KINDS, Bibliography
from citewell.model.reviews import ReviewRole
from citewell.model.shared import SharedText
from citewell.project import PEOPLE_YML, SITE_YML


@dataclass(frozen=True, slots=True)
class Person:
    """An author or reviewer (``organisation`` when it is a team); all plain words."""

    id: Annotated[str, Key("The short name that articles use under `authors:`.", "editorial-team", form=Form.SLUG)]
    name: Annotated[
        str, Key("The name as readers see it.", "Editorial team", wording=Wording.NAME, where="bylines, authors")
    ]
    organisation: Annotated[bool, Key("`true` for a team or an organisation; leave it out for a person.", "true")] = (
        False
    )
    role: Annotated[
        str | None,
        Key("What they do for the site.", "Writes and checks the articles", wording=Wording.NAME, where="authors"),
    ] = None
    credentials: Annotated[
        str | None,
        Key("Qualifications.", "MSc, registered physiotherapist", wording=Wording.NAME, where="bylines, authors"),
    ] = None
    reviews: Annotated[
        ReviewRole | None,
        Key(
            "What their reviews vouch for: `medical` (needs credentials, register, registration_number and interests) "
            "or `lay`. Without it they review nothing.",
            "medical",
        ),
    ] = None
    register: Annotated[
        str | None,
        Key(
            "The professional register they are on.",
            "Example Register of Physiotherapists",
            wording=Wording.NAME,
            where="reviews, authors",
        ),
    ] = None
    registration_number: Annotated[
        str | None, Key("Their number there.", "PH00000", wording=Wording.NAME, where="reviews, authors")
    ] = None
    affiliation: Annotated[
        str | None, Key("Where they work.", "Example Hospital", wording=Wording.NAME, where="authors")
    ] = None
    interests: Annotated[
        str | None,
        Key('Anything that could influence them, or "none".', "None declared", wording=Wording.PLAIN, where="authors"),
    ] = None
    about: Annotated[
        str | None,
        Key(
            "One or two sentences about them, not about health.",
            "The team writes from published sources.",
            wording=Wording.PLAIN,
            where="authors",
        ),
    ] = None
    location: Annotated[Location, PlaceOf("id")] = field(default_factory=lambda: Location(PEOPLE_YML))


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The one key of ``people.yml``."""

    people: Annotated[Mapping[str, Person], Key("Everyone who may be named as an author.", by="id")]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of medicine, plain words for it, and all its spellings that the glossary lists, itself among them."""

    term: Annotated[
        str,
        Key(
            "The word, in small letters unless it is always written with capitals.",
            "biopsy",
            wording=Wording.NAME,
            where="the glossary, and the first use in an article",
        ),
    ]
    plain: Annotated[
        str,
        Key(
            "What the word means, and no more, in plain words that fit into brackets after it.",
            "a small sample of tissue",
            wording=Wording.PLAIN,
            where="the glossary, and beside the word in articles",
        ),
    ]
    spellings: Annotated[
        tuple[str, ...],
        Key(
            "Other spellings and forms.",
            "[biopsies]",
            name="also",
            wording=Wording.NAME,
            where="the glossary and the search",
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """The one key of ``glossary.yml``."""

    terms: Annotated[tuple[Term, ...], Key("Medical words, each with its explanation.")]


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


class Unchecked(StrEnum):
    """How the check treats a reference that has not been checked online since it was added or changed."""

    WARNING = "warning"
    ERROR = "error"
    IGNORE = "ignore"


class WithoutWords(StrEnum):
    """How ``--release`` treats statements without the pinned words that ``quote_for`` asks for."""

    WARNING = "warning"
    ERROR = "error"


class ReviewPolicy(StrEnum):
    """Whether articles must have a medical review."""

    REQUIRED = "required"
    ADVISED = "advised"


class Unreviewed(StrEnum):
    """What happens to a published article without a valid medical review."""

    PUBLISH = "publish"
    WITHHOLD = "withhold"


_YEARS: Final = Key("The greatest age of such a work, in years.", "10", form=Form.COUNT)
_EVIDENCE: Final = Key("Kinds of works; such an article must cite at least one.", "[guideline]", form=Form.KIND)


@dataclass(frozen=True, slots=True)
class Policies:
    """Numbers beyond which a rule warns; each is the publisher's choice, under ``policies:`` in ``site.yml``.

    ``red_flag_sources`` counts independent publishers. ``reading_grade`` is a school grade by Flesch–Kincaid (9 is age
    14). ``reference_age`` is by kind or CSL type, ``evidence_for`` by type of article.
    """

    publisher_share: Annotated[
        int,
        Key(
            "More than this percentage of an article's citations is to one publisher (CIT016).",
            "40",
            form=Form.PERCENT,
        ),
    ] = 40
    red_flag_sources: Annotated[
        int,
        Key(
            "A warning sign in an urgent or emergency card has sources from fewer publishers (CIT017).",
            "2",
            form=Form.COUNT,
        ),
    ] = 2
    based_on_share: Annotated[
        int,
        Key(
            "Less than this percentage of the citations of an article is to works of the bodies that it names under "
            "`based_on:` (ART050).",
            "60",
            form=Form.PERCENT,
        ),
    ] = 50
    title_length: Annotated[int, Key("A title has more characters (ART019).", "70", form=Form.COUNT)] = 70
    sentence_words: Annotated[int, Key("A sentence has more words (RDB001).", "30", form=Form.COUNT)] = 30
    reading_grade: Annotated[int, Key("A section needs a higher school grade (RDB002).", "9", form=Form.COUNT)] = 9
    unchecked_reference: Annotated[
        Unchecked,
        Key(
            "A reference has never been checked online (REF012): `warning`, an error with `--release`; or `error` or "
            "`ignore`.",
            "warning",
        ),
    ] = Unchecked.WARNING
    check_age: Annotated[
        int,
        Key(
            "The last online check of a reference was more days ago (REF030); an error with `--release`.",
            "180",
            form=Form.COUNT,
        ),
    ] = 180
    reference_age: Annotated[
        Mapping[str, int],
        Key(
            "A work is older than this number of years, by its kind or type (REF031); an error with `--release`.",
            lines=dict.fromkeys(sorted({*TYPES, *KINDS}), _YEARS),
        ),
    ] = field(default_factory=dict)
    review: Annotated[
        ReviewPolicy,
        Key(
            "A published article has no valid medical review (REV007 to REV011): with `required` this is an error with "
            "`--release`; with `advised` it is never one.",
            "required",
        ),
    ] = ReviewPolicy.ADVISED
    review_months: Annotated[
        int, Key("A review is this number of months old: the next one is due (REV009).", "24", form=Form.COUNT)
    ] = 24
    review_grace: Annotated[
        int, Key("A review has been due for more days than this: it no longer counts (REV009).", "30")
    ] = 30
    unreviewed: Annotated[
        Unreviewed,
        Key(
            "Not a limit: with `withhold`, an article without a valid medical review is held back, and a short page is "
            "at its address; with `publish` it is published and says so.",
            "withhold",
        ),
    ] = Unreviewed.PUBLISH
    evidence_for: Annotated[
        Mapping[ArticleType, tuple[str, ...]],
        Key(
            "An article of a type cites no work of the required kinds (ART033); an error with `--release`.",
            lines=dict.fromkeys(ArticleType, _EVIDENCE),
        ),
    ] = field(default_factory=dict)
    quote_for: Annotated[
        tuple[ClaimSubject, ...],
        Key(
            "A statement about one of these pins no words of its sources, and no person has compared it with them "
            "(CIT050): `emergency` and `urgent` (the signs on such cards), `doses`, `numbers`, `treatments`, "
            "`comparisons`, `takeaways`.",
            "[emergency, doses, numbers]",
            may_be_single=True,
        ),
    ] = ()
    certainty_for: Annotated[
        tuple[ClaimSubject, ...],
        Key(
            "A statement about one of these does not say how sure the evidence is (CIT058), with the same words as "
            "`quote_for`; an error with `--release`.",
            "[treatments, comparisons]",
            may_be_single=True,
        ),
    ] = ()
    quote_for_release: Annotated[
        WithoutWords,
        Key("What such a statement is with `--release` (CIT050): `warning` or `error`.", "error"),
    ] = WithoutWords.WARNING


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

    theme: Annotated[
        str, Key("The folder with your copy, from the project's folder; the default is Citewell's own theme.", "theme")
    ] = ""
    icon: Annotated[
        str,
        Key(
            "The picture that browsers show beside the title, a file of the theme.",
            "assets/ours.svg",
            form=Form.FILE_OF_THEME,
        ),
    ] = "assets/citewell.svg"
    styles: Annotated[
        tuple[str, ...],
        Key("Style sheets besides the theme's own, files of the theme.", "[assets/ours.css]", form=Form.FILE_OF_THEME),
    ] = ()


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
    brand: Annotated[Brand, Key("Your own look.")] = Brand()
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
    policies: Annotated[Policies, Key("The limits above which the check warns.")] = Policies()
    evidence: Annotated[
        EvidenceSettings,
        Key("How references are checked online: services, hosts in your own network, how often."),
    ] = field(default_factory=EvidenceSettings)
    abbreviations: Annotated[
        frozenset[str], Key("Abbreviations whose full stop does not end a sentence.", "[approx., Dr.]")
    ] = frozenset()
    places: Mapping[str, Location] = field(default_factory=dict)

    @property
    def is_english(self) -> bool:
        """Whether the site is in English, the only language that some rules know."""
        return primary(self.language) == "en"

    def place(self, key: str) -> Location:
        """Where ``site.yml`` gives a value; the file as a whole where it gives none."""
        return self.places.get(key, Location(SITE_YML))


@dataclass(frozen=True, slots=True)
class Site:
    """What all articles share; ``problems`` are those of no article, ``lock`` holds the results of online checks.

    ``texts`` are those of the interface that the site words itself, in its own language. ``shown`` are the texts of
    settings, people, glossary and references that readers see. ``shared`` are the texts that articles may use, by name.
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

    @property
    def words(self) -> Words:
        """The texts of the interface."""
        return Words(self.settings.language, self.texts)
