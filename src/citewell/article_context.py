"""What the stages of one article may know: its own text, and of everything else only what concerns it.

Checking and rendering an article are pure functions of an ``ArticleContext``. Where its ``digest`` is what it was, so
are their results, whatever else has changed on the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

from citewell.citations.find_reference import find_nearest_keys, find_reference
from citewell.citations.identifiers import make_identifier_key
from citewell.citations.notices import list_notices
from citewell.citations.number import NumberedArticle, citations, number
from citewell.citations.pinned_quotes import find_pinned_quotes
from citewell.citations.relevance import Terms, collect_subject_words, extract_relevant_words
from citewell.messages import Words
from citewell.model.article import Article
from citewell.model.brand import Brand
from citewell.model.digest import digest_of
from citewell.model.evidence import LockedReference, Notice
from citewell.model.glossary import Term
from citewell.model.inlines import CitationItem
from citewell.model.people import Person
from citewell.model.problems import ProblemKind
from citewell.model.references import Bibliography, Reference
from citewell.model.reviews import ReviewFile
from citewell.model.site import EvidenceSettings, Settings, Site
from citewell.plain_words.anchors import term_anchors
from citewell.plain_words.first_uses import FirstUse, find_first_uses
from citewell.plain_words.term_uses import TermIndex, build_term_index, select_present_terms

T = TypeVar("T")

_TOKEN: Final = re.compile(r"\w(?:[\w.:/\u00ad\u200b\u2010-\u2014\u2212-]*\w)?")
_AFTER_AT: Final = re.compile(r"@(?:\{([^\s{}]+)\}|([^\s{},;]+))")
_LONGEST_TOKEN: Final = 200  # characters of one in which a key may follow something else: no key is half as long
_SEPARATOR: Final = re.compile(r"[.:/]+")
#: Characters that word processors put in place of the hyphen of a key, or into it.
_HYPHENS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": "", "\u200b": ""}
)
#: The shared places in which an article looks for names.
_SHARED: Final = frozenset({"content_src/references", "content_src/site.yml", "content_src/people.yml"})


@dataclass(frozen=True)
class ArticleContext:
    """Everything that the results of one article depend on.

    ``settings`` are those that can make a difference to an article. ``bibliography`` holds the references that its text
    names, cites or may mean, ``known`` what looking them up found as far as that still holds, ``notices`` what was
    published about them since; all by key. ``people`` are those who wrote or reviewed the article or decided about its
    references. ``glossary`` holds the terms that it may use, ``anchors`` their places on the page of the glossary.
    ``unread`` are the files that all articles share in which a name may have been overlooked. ``today`` is the day to
    compare its dates with: without reviews it is the last of these dates that has come, so that results hold until the
    next one comes.
    """

    article: Article
    settings: Settings
    words: Words
    bibliography: Bibliography
    known: Mapping[str, LockedReference]
    notices: Mapping[str, tuple[Notice, ...]]
    people: Mapping[str, Person]
    glossary: tuple[Term, ...]
    anchors: Mapping[str, str]
    unread: frozenset[str]
    today: date
    _made: dict[Callable[[ArticleContext], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def reviews(self) -> ReviewFile:
        """What was recorded of the reviews of the article, valid or not."""
        return self.article.reviews

    @cached_property
    def numbered(self) -> NumberedArticle:
        """The article with its sources numbered."""
        return number(self.article, self.bibliography)

    @cached_property
    def terms(self) -> TermIndex:
        """The glossary by the first words of its terms."""
        return build_term_index(self.glossary)

    @cached_property
    def first_uses(self) -> tuple[FirstUse, ...]:
        """The first use of each term of the glossary, in reading order."""
        return tuple(find_first_uses(self.article, self.terms))

    def once(self, compute: Callable[[ArticleContext], T]) -> T:
        """What a function of the layers above makes of these inputs, worked out once."""
        if compute not in self._made:
            self._made[compute] = compute(self)
        made: T = self._made[compute]
        return made

    def digest(self) -> str:
        """The digest of all inputs (64 hexadecimal digits), the same in every process.

        Of the article its text, the texts it uses, its pictures and recorded reviews are taken, because the tree is
        made of them; of references, settings and people what they say, and not where that is written.
        """
        article = self.article
        misspelt = [each.facts for each in article.problems if each.kind is ProblemKind.SHARED_UNKNOWN]
        own = (article.slug, article.kind, article.source, misspelt, article.pictures, article.reviews)
        language = (self.words.language, self.words.texts)
        shared = (self.settings, self.bibliography, self.known, self.notices, self.people)
        lines = tuple(_lines_of_records(article.reviews))  # findings about reviews are at them
        return digest_of((own, lines, language, shared, self.glossary, self.anchors, self.unread, self.today))


class ContextBuilder:
    """Cuts the inputs of each article out of what all articles share."""

    def __init__(self, site: Site, unread: frozenset[str], today: date, *, advise: bool = False) -> None:
        """``unread`` are the files and folders in which a name may have been overlooked.

        ``advise`` says that advice is asked for, for which more of the glossary is needed.
        """
        self._unread = unread & _SHARED
        self.today = today
        self._site = site
        self._settings = replace(
            site.settings,
            evidence=EvidenceSettings(),
            search=True,
            places={},
            navigation=None,
            footer=None,
            brand=Brand(),
        )
        self._words = site.words
        references = site.bibliography.references
        self.known = {
            key: locked for key, each in references.items() if (locked := site.lock.find_entry(each)) is not None
        }
        self.notices = {key: found for key, each in references.items() if (found := list_notices(each, site.lock))}
        self._terms = build_term_index(site.glossary)
        self._anchors = term_anchors(site.glossary)
        self._meanings = Terms(site.glossary) if advise else None

    def context(self, article: Article) -> ArticleContext:
        """The inputs of one article."""
        bibliography = slice_bibliography(article, self._site.bibliography)
        references = bibliography.references
        glossary = self._glossary(article, bibliography)
        return ArticleContext(
            article=article,
            settings=self._settings,
            words=self._words,
            bibliography=bibliography,
            known=_chosen(references, self.known),
            notices=_chosen(references, self.notices),
            people=_chosen(_named_people(article, references.values()), self._site.people),
            glossary=glossary,
            anchors={term.term: self._anchors[term.term] for term in glossary},
            unread=self._unread,
            today=choose_day(article, self.today),
        )

    def _glossary(self, article: Article, bibliography: Bibliography) -> tuple[Term, ...]:
        """The terms whose first words are in the text, and for advice those that say what its references are about."""
        if not self._site.glossary:
            return ()
        beginnings = select_present_terms((claim.text for claim in article.claims), self._terms).values()
        found = {spelling.term for each in beginnings for those in each.spellings.values() for spelling in those}
        if self._meanings is not None:
            found.update(self._meanings.concerning(_words_of_works(article, bibliography, self.known)))
        return tuple(term for term in self._site.glossary if term in found)


def choose_day(article: Article, today: date) -> date:
    """A day with which the dates of an article compare as with today, and the same one for as long as they do.

    What is recorded of reviews grows old day by day: an article with reviews has today itself.
    """
    if article.reviews.records:
        return today
    return max((each.day for each in article.front.dates if each.day <= today), default=date.min)


def slice_bibliography(article: Article, bibliography: Bibliography) -> Bibliography:
    """The references that an article cites or whose key is anywhere in its text, and those it may mean.

    The first keeps the rules' eyes on what was written wrong: a key without brackets, or with a dash for its hyphen.
    """
    references = bibliography.references
    keys = dict.fromkeys(key for key in sorted(_written_keys(article.source.text)) if key in references)
    for found in _AFTER_AT.finditer(article.source.text):
        reference = find_reference(found[1] or found[2], bibliography)
        keys.update({reference.key: None} if reference else {})
    for item in dict.fromkeys(_items(article)):
        reference = find_reference(item.key, bibliography)
        joined = "-".join([item.key, *(item.locator or "").split(), *(item.suffix or "").split()])
        meant = (reference.key,) if reference else (joined, *find_nearest_keys(item.key, bibliography))
        keys.update(dict.fromkeys(key for key in meant if key in references))
    chosen = {key: references[key] for key in keys}
    identifiers = (
        make_identifier_key(kind, value) for each in chosen.values() for kind, value in each.identifiers.items()
    )
    owners = {name: bibliography.by_identifier[name] for name in identifiers if name in bibliography.by_identifier}
    chosen.update((key, references[key]) for key in owners.values())
    return Bibliography(chosen, owners, bibliography.unread)


def _written_keys(text: str) -> set[str]:
    """Every piece of a text that could be a key, each also as it is with plain hyphens."""
    found = set(_TOKEN.findall(text))
    for token in tuple(found):
        if not token.isascii():
            found.add(token.translate(_HYPHENS))
        if len(token) <= _LONGEST_TOKEN:
            found.update(token[part.end() :] for part in _SEPARATOR.finditer(token))
    return found


def _lines_of_records(reviews: ReviewFile) -> Iterator[int]:
    for record in reviews.records:
        yield record.location.line
        yield from (each.location.line for each in getattr(record, "verdicts", ()))


def _items(article: Article) -> Iterator[CitationItem]:
    return (item for citation in citations(article) for item in citation.items)


def _named_people(article: Article, references: Iterable[Reference]) -> Iterator[str]:
    yield from (author.text for author in article.front.authors)
    yield from article.reviews.names
    yield from (acceptance.by for reference in references for acceptance in reference.accepted)


def _words_of_works(
    article: Article, bibliography: Bibliography, known: Mapping[str, LockedReference]
) -> frozenset[str]:
    """The words that say what the references of an article are about, and those of the quotes it pins."""
    works = (collect_subject_words(each, known.get(key)) for key, each in bibliography.references.items())
    pinned = (extract_relevant_words(pin.text) for pin in find_pinned_quotes(article, bibliography) if pin.text)
    return frozenset().union(*works, *pinned)


def _chosen(keys: Iterable[str], everything: Mapping[str, T]) -> dict[str, T]:
    return {key: everything[key] for key in dict.fromkeys(keys) if key in everything}
