"""A statement and a work it cites have no word in common.

A key from the wrong line of the list, or a source from another draft, gives a citation that looks right and supports
nothing. Such a work is often about something completely different. So the rule compares the words of the statement with
those of the work: its title, summary, quotes, journal or site and publisher, and the title of its page at the last
online check. The row above the statement, its heading, and the title and topics of its article count as the statement's
own words; a term and its explanation in `content_src/glossary.yml` count as the same; naming the publisher ("NICE
says") is enough. Words such as "people" or "study" do not count.

This is advice, given only by `citewell check --advise`, because it compares words and not meanings. We measured it on
the eight articles of this site, whose works have no summaries: 31 of the 520 cited works were reported, all 31 wrongly
(each supports its statement). When each key was replaced by a random other key of the same bibliography, 36% were
reported; by a key from its other subject, 52%; by one of 20 works about other diseases, 88%. So a finding is a reason
to look, no finding says little, and a finding about a citation that you have just added is most worth a look.

Fix it by reading the work. If it is the right one, leave everything as it is. A summary (`abstract:`) or a pinned quote
makes the comparison better.

Wrong:

```markdown
Most lumps are not cancer. [@example-migraine-trial]
```

Right:

```markdown
Most lumps are not cancer. [@example-lump-review]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_reference
from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.citations.relevance import Terms, collect_subject_words, extract_relevant_words, names_publisher
from citewell.diagnostics import Severity
from citewell.model.article import Article, PublicationStatus
from citewell.model.claims import Claim
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.rules.rule import Finding, article_rule, of_english


@of_english
@article_rule("CIT030", Severity.ADVICE)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding a statement, at the first item of its citation that has nothing to do with it."""
    article = numbered.article
    if article.front.status is PublicationStatus.WITHDRAWN:
        return
    works = _Works(context)
    for claim, said in _statements(article):
        apart = [(item, work) for item, work in works.cited_by(claim) if works.is_apart(claim, said, item, work)]
        if apart:
            yield _finding(article, apart)


class _Works:
    """The words of each work, read once."""

    def __init__(self, context: ArticleContext) -> None:
        self.context = context
        self.terms = Terms(context.glossary)
        self.words: dict[str, frozenset[str]] = {}

    def cited_by(self, claim: Claim) -> Iterator[tuple[CitationItem, Reference]]:
        for item in claim.citations:
            work = find_reference(item.key, self.context.bibliography)
            if work is not None:
                yield item, work

    def is_apart(self, claim: Claim, said: frozenset[str], item: CitationItem, work: Reference) -> bool:
        if work.key not in self.words:
            self.words[work.key] = collect_subject_words(work, self.context.known.get(work.key), self.terms)
        words = self.words[work.key]
        if not words or not said.isdisjoint(words) or names_publisher(claim.text, work):
            return False
        pinned = find_pinned_words(item, work)
        return not pinned or said.isdisjoint(extract_relevant_words(pinned, self.terms))


def _statements(document: Article) -> Iterator[tuple[Claim, frozenset[str]]]:
    """Every cited statement with its words, and those of what it stands under."""
    topics = " ".join(topic.text for topic in document.front.topics)
    subject = extract_relevant_words(f"{document.front.title.text} {topics}")
    heading = above = frozenset[str]()
    for claim in document.claims:
        words = extract_relevant_words(claim.text)
        if claim.kind == "heading":
            heading, above = words, frozenset()
            continue
        if claim.citations:
            yield claim, words | above | heading | subject
        above = words


def _finding(document: Article, apart: list[tuple[CitationItem, Reference]]) -> Finding:
    named = ", ".join(dict.fromkeys(f'"{work.title or work.key}"' for _, work in apart))
    verb = "has" if len({work.key for _, work in apart}) == 1 else "have"
    return Finding(
        document.locate(apart[0][0].span),
        f"{named} {verb} no word in common with this statement",
        "check whether it supports the statement; if it does, leave this as it is",
    )
