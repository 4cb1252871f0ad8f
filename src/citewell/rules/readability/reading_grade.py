"""A section needs more years of school than your readers may have.

Two published formulas estimate how hard a text is from the length of its sentences and words. The grade is
Flesch–Kincaid's (Kincaid and others, 1975): grade 9 is about age 14. SMOG (McLaughlin, 1969) measures full
understanding and is usually one or two grades higher; it was designed for 30 sentences, so for fewer it is shown as a
rough figure, and it never causes a finding.

Only whole sentences are counted, without their sources; list items are not sentences. A section (from one `##` to the
next) with fewer than 10 sentences is too short to measure; all such sections of an article are measured together.

You can change the limit: `reading_grade:` under `policies:` in `content_src/site.yml`. The formulas only count: names
of diseases raise a grade although nothing is wrong with them, so this is always a warning.

Fix it by splitting the sentences that the hint names, and by replacing long words with everyday ones.

Wrong:

```markdown
Histopathological confirmation of the diagnosis necessitates a biopsy. [@nci-pdq-soft-tissue-sarcoma]
```

Right:

```markdown
Only a biopsy can show for sure what it is. [@nci-pdq-soft-tissue-sarcoma]
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location, Severity
from citewell.lexicon.reading_grade import (
    FEWEST_SENTENCES,
    SMOG_SENTENCES,
    compute_flesch_kincaid,
    count_syllables_of_words,
    measure_grades,
)
from citewell.lexicon.sentence_ends import is_whole_sentence
from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.plain_words.sections import split_into_sections
from citewell.rules.missing import locate_head
from citewell.rules.rule import Finding, article_rule, of_english

_NAMED: Final = 3  # hardest sentences that the hint names
_BEGINNING: Final = 5  # words of each


class _Sentence(NamedTuple):
    """A whole sentence, and the syllables of each of its words."""

    claim: Claim
    syllables: list[int]


@of_english
@article_rule("RDB002", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every section of ten sentences or more above the policy's grade, and the shorter ones taken together."""
    article, most = numbered.article, context.settings.policies.reading_grade
    short: list[_Sentence] = []
    for heading, claims in split_into_sections(article):
        whole = list(_whole(claims))
        if len(whole) < FEWEST_SENTENCES or heading is None:
            short += whole
        else:
            yield from _judge(article, whole, most, "this section reads", article.locate(heading.span))
    if len(short) >= FEWEST_SENTENCES:
        yield from _judge(article, short, most, "the short sections together read", locate_head(article))


def _whole(claims: Sequence[Claim]) -> Iterator[_Sentence]:
    for claim in claims:
        if is_whole_sentence(claim.text) and (syllables := count_syllables_of_words(claim.text)):
            yield _Sentence(claim, syllables)


def _judge(article: Article, whole: Sequence[_Sentence], most: int, what: str, place: Location) -> Iterator[Finding]:
    reading = measure_grades([sentence.syllables for sentence in whole])
    if reading.flesch_kincaid <= most:
        return
    about = "" if reading.sentences >= SMOG_SENTENCES else "about "
    message = f"{what} at school grade {reading.flesch_kincaid:.1f}, above {most} (SMOG: {about}{reading.smog:.1f})"
    hardest = [sentence.claim for sentence in sorted(whole, key=_easiness)[:_NAMED]]
    named = ", ".join(_named(article, claim) for claim in sorted(hardest, key=lambda claim: claim.span))
    yield Finding(place, message, f"split or simplify its hardest sentences: {named}")


def _easiness(sentence: _Sentence) -> float:
    return -compute_flesch_kincaid(1, len(sentence.syllables), sum(sentence.syllables))


def _named(article: Article, claim: Claim) -> str:
    """A sentence as the hint names it: its line and its first words."""
    beginning = claim.text.split()
    more = " …" if len(beginning) > _BEGINNING else ""
    return f'line {article.locate(claim.span).line} ("{" ".join(beginning[:_BEGINNING])}{more}")'
