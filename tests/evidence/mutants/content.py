"""The site that is made wrong: its texts by path, the lock that fits it, and reading only what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from tests.content import Results

from citewell.citations.pinned_quotes import find_pinned_quotes
from citewell.diagnostics import Diagnostic
from citewell.model.article import Article
from citewell.model.evidence import Lock, LockedQuote, LockedReference, QuoteVerdict, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.lock_text import write_lock_text
from citewell.model.source_location import SourceText
from citewell.rules import CheckOptions
from citewell.source.article import parse_article
from citewell.source.bibliography import read_bibliography
from citewell.source.load import Content, load
from citewell.source.lock import read_lock

ROOT: Final = Path(__file__).parent
TODAY: Final = date(2026, 3, 1)
CHECKED: Final = date(2026, 2, 20)
LOCK: Final = "content_src/references.lock"
REFERENCES: Final = ("content_src/references/others.yml", "content_src/references/studies.yml")

Texts = Mapping[str, str]


class Project:
    """The site as it is, and as it is with some of its texts changed."""

    def __init__(self) -> None:
        self.content: Final = load(ROOT)
        read = self.content.site
        lock = Lock({key: _looked_up(key, self.content) for key in read.bibliography.references})
        self.site: Final = replace(read, lock=lock)
        paths = (*(each.source.path for each in self.content.documents), *REFERENCES)
        self.texts: Final[Texts] = {
            **{path: (ROOT / path).read_text(encoding="utf-8") for path in paths},
            LOCK: write_lock_text(lock),
        }

    def findings(self, changed: Texts, release: bool) -> tuple[Diagnostic, ...]:
        """All findings, advice left out, once these texts stand in place of theirs."""
        bibliography, lock = self.site.bibliography, self.site.lock
        problems = self.site.problems
        if any(path in changed for path in REFERENCES):
            read = read_bibliography(SourceText(path, changed.get(path, self.texts[path])) for path in REFERENCES)
            bibliography, problems = read.bibliography, (*problems, *read.problems)
        if LOCK in changed:
            locked = read_lock(SourceText(LOCK, changed[LOCK]))
            lock, problems = locked.lock, (*problems, *locked.problems)
        articles = tuple(self._document(article, changed) for article in self.content.articles)
        pages = tuple(self._document(page, changed) for page in self.content.pages)
        site = replace(self.site, bibliography=bibliography, lock=lock, problems=problems)
        return Results(Content(site, articles, pages), TODAY, options=CheckOptions(release)).findings()

    def _document(self, article: Article, changed: Texts) -> Article:
        path = article.source.path
        if path not in changed:
            return article
        return parse_article(SourceText(path, changed[path]), slug=article.slug, kind=article.kind)


def _looked_up(key: str, content: Content) -> LockedReference:
    """What is known of a reference that is as it should be, its quotes found."""
    pinned = [
        pin.text
        for document in content.documents
        for pin in find_pinned_quotes(document, content.site.bibliography)
        if pin.reference.key == key
    ]
    return LockedReference(
        fingerprint=compute_fingerprint(content.site.bibliography.references[key]),
        verdict=Verdict.OK,
        checked=CHECKED,
        reason="the page is there and has the right title",
        match=100,
        quotes=tuple(LockedQuote(text, QuoteVerdict.FOUND, CHECKED) for text in dict.fromkeys(pinned) if text),
    )
