"""Statements that say something else than the words that are pinned to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.rules.rule import Finding, Rule, article_rule, describe_rule, of_english, shortened
from citewell.rules.support.pinned_claims import PinnedClaim, list_pinned_claims
from citewell.support.agreement import Disagreement, Kind, find_disagreements


def _make_rule(code: str, kind: Kind, describe: Callable[[Disagreement], str], advice: str) -> Rule:
    """A rule about one kind of difference; ``describe`` puts both sides into words, ``advice`` says what to do."""

    @of_english
    @article_rule(code, Severity.WARNING)
    def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
        for each in list_pinned_claims(context):
            if kind is Kind.POPULATION:
                yield from _advise_on_passage(each, numbered)
            for found in find_disagreements(each.text, each.pinned, each.around):
                if found.kind is kind:
                    yield Finding(
                        numbered.article.locate(each.claim.span),
                        describe(found),
                        f"the pinned words are {_quote(found, each)}; {advice}",
                        severity=_choose_severity(found, each),
                    )

    return rule


def _advise_on_passage(claim: PinnedClaim, numbered: NumberedArticle) -> Iterator[Finding]:
    """Whom the words around the pinned ones are about, where neither those nor the sentence say so: advice."""
    if not claim.passages or claim.has_more:
        return
    if any(each.kind is Kind.POPULATION for each in find_disagreements(claim.text, claim.pinned, claim.around)):
        return
    for found in find_disagreements(claim.text, claim.passages, claim.around):
        if found.kind is Kind.POPULATION and not found.stated:
            yield Finding(
                numbered.article.locate(claim.claim.span),
                f"the words around the pinned ones are about {found.pinned}, and the sentence does not say so",
                f"on the page they are “{shortened(claim.passages[found.source])}”; {_SAY_WHO}",
                severity=Severity.ADVICE,
            )


def _quote(found: Disagreement, claim: PinnedClaim) -> str:
    words = claim.pinned[found.source]
    return f"“{shortened(words)}”"


def _choose_severity(found: Disagreement, claim: PinnedClaim) -> Severity | None:
    """Advice where a source without pinned words may say it; an error where two numbers plainly contradict."""
    if claim.has_more:
        return Severity.ADVICE
    return Severity.ERROR if found.is_plain and found.kind is Kind.NUMBER else None


def _describe_both(found: Disagreement) -> str:
    return f"the sentence says {found.stated}, the pinned words say {found.pinned}"


def _describe_people(found: Disagreement) -> str:
    if found.stated:
        return f"the sentence is about {found.stated}, the pinned words are about {found.pinned}"
    return f"the pinned words are about {found.pinned}, and the sentence does not say so"


def _describe_negation(found: Disagreement) -> str:
    if found.stated and found.pinned:
        return (
            f'the sentence says "{found.stated}", the pinned words say "{found.pinned}", and they deny different things'
        )
    if found.pinned:
        return f'the pinned words deny something ("{found.pinned}") that the sentence does not deny'
    return f'the sentence denies something ("{found.stated}") that the pinned words do not deny'


def _describe_hedge(found: Disagreement) -> str:
    if found.stated and found.pinned:
        return f'the sentence says "{found.stated}", the pinned words say "{found.pinned}"'
    if found.pinned:
        return f'the pinned words say "{found.pinned}", and the sentence has no such word'
    return f'the sentence says "{found.stated}", and the pinned words have no such word'


def _describe_words(found: Disagreement) -> str:
    return f'the sentence says "{found.stated}", the pinned words say "{found.pinned}"'


_SAY_WHO: Final = "say whom the sentence is about"
_CHECK: Final = "check both in the source, and correct the one that is wrong"

_SUP001: Final = """
A number in a sentence is not the number in the words pinned to it.

Readers rely on numbers more than on anything else, and a slip of one figure changes the meaning. Numbers in words,
percentages, "1 in 5" and counts with their total are compared as what they are, and so are units ("2 cm" is "20 mm").
Rounding is taken into account, and "about" allows a little more.

It is an error if both numbers count or measure the same thing for certain, a warning if they probably do, and advice
if the sentence has another source of which no words are pinned. A number that the pinned words do not give at all is
not a finding, because it may be elsewhere in the source.

Fix it by reading the source. If the pinned words are about something else, pin those that support the sentence.

Wrong: `It helped 64% of the people. [@example-study "helped 46% of the patients"]`

Right: `It helped 46% of the people. [@example-study "helped 46% of the patients"]`
"""

_SUP002: Final = """
A share in a sentence is of other people, or of another total, than in the words pinned to it.

"2 of 49" and "2 of 107" are different findings about different people. A total that was taken from another part of the
study is the most common mistake of this kind.

Fix it by giving the total that the source gives for this count.

Wrong: `Of 107 people, 2 went to a clinic. [@example-study "of these 49, 2 went to a clinic"]`

Right: `Of 49 people with warning signs, 2 went to a clinic. [@example-study "of these 49, 2 went to a clinic"]`
"""

_SUP003: Final = """
The words pinned to a sentence are about some people only, and the sentence does not say so or names others.

What is true for adults, for people with cancer, in England or in a hospital may be wrong for the reader. Age groups,
sex, pregnancy, countries, where people were seen, diseases that people have, and "acute" or "chronic" are compared.
The title, the heading and the sentences before it in the same section may say whom a sentence is about. If only the
words around the pinned ones on their page say it, as `citewell refs resolve` kept them, that is advice.

Fix it by saying whom it is about, in the sentence or before it.

Wrong: `Most lumps are harmless. [@example-review "most masses in adults are benign"]`

Right: `Most lumps in adults are harmless. [@example-review "most masses in adults are benign"]`
"""

_SUP004: Final = """
A sentence denies what the words pinned to it say, or says what they deny.

A lost "not" turns a statement into its opposite. Words that deny by themselves are known: "painless" is the same as
"does not hurt", "unexplained" as "without a known reason".

Fix it by reading the source, and correcting the sentence.

Wrong: `A scan leads to better treatment. [@example-page "a scan does not lead to better treatment"]`

Right: `A scan does not improve treatment. [@example-page "a scan does not lead to better treatment"]`
"""

_SUP005: Final = """
A sentence is surer than the words pinned to it, or as good as leaves out how often something is true.

"May", "likely", "most" and "often" are part of what a source says. Without them readers think that something is certain
or happens to everybody. Words of about the same strength ("usually", "generally") may take each other's place.

Fix it by keeping a word of the same strength.

Wrong: `It causes pain. [@example-page "it may cause pain"]`

Right: `It can cause pain. [@example-page "it may cause pain"]`
"""

_SUP006: Final = """
A sentence says that something goes the other way than in the words pinned to it.

More or less, better or worse, before or after: the opposite may do harm. "More common in women than in men" and "less
common in men than in women" are the same.

Fix it by reading the source, and correcting the sentence.

Wrong: `It raises the risk. [@example-study "was associated with a lower risk"]`

Right: `It is linked with a lower risk. [@example-study "was associated with a lower risk"]`
"""

_SUP007: Final = """
A time or an age in a sentence is not the one in the words pinned to it.

Days, weeks, months and years are compared as what they are: a fortnight is two weeks, and 12 weeks are about three
months. Ages are compared with "over", "under" and "or older".

Fix it by checking the number and its unit in the source.

Wrong: `It lasts 4 to 6 months. [@example-page "gets better in 4 to 6 weeks"]`

Right: `It lasts 4 to 6 weeks. [@example-page "gets better in 4 to 6 weeks"]`
"""

_SUP008: Final = """
A sentence names another year or another kind of study than the words pinned to it.

A trial shows more than a group of patients that somebody looked back on, and the year tells readers how old the result
is.

Fix it by naming the kind of study, or the year, that the source names.

Wrong: `A trial found this. [@example-study "in this retrospective cohort"]`

Right: `A study that looked back found this. [@example-study "in this retrospective cohort"]`
"""

_SUP009: Final = """
A sentence has lost or changed "more than", "at least" or a similar word of the words pinned to it.

"More than 90 in 100" is not "90 in 100", and "under 50" is the opposite of "50 or older".

Fix it by keeping the word.

Wrong: `There are 50 types. [@example-page "more than 50 types"]`

Right: `There are over 50 types. [@example-page "more than 50 types"]`
"""

rules: Final = tuple(
    describe_rule(_make_rule(code, kind, describe, advice), name, documentation)
    for code, kind, name, documentation, describe, advice in (
        ("SUP001", Kind.NUMBER, "pinned-number-differs", _SUP001, _describe_both, _CHECK),
        ("SUP002", Kind.DENOMINATOR, "pinned-total-differs", _SUP002, _describe_both, _CHECK),
        (
            "SUP003",
            Kind.POPULATION,
            "pinned-people-differ",
            _SUP003,
            _describe_people,
            "say whom the sentence is about",
        ),
        ("SUP004", Kind.NEGATION, "pinned-negation-differs", _SUP004, _describe_negation, _CHECK),
        ("SUP005", Kind.HEDGE, "pinned-hedge-lost", _SUP005, _describe_hedge, "keep a word of the same strength"),
        ("SUP006", Kind.DIRECTION, "pinned-direction-differs", _SUP006, _describe_words, _CHECK),
        ("SUP007", Kind.TIME, "pinned-time-differs", _SUP007, _describe_both, _CHECK),
        ("SUP008", Kind.DESIGN, "pinned-study-differs", _SUP008, _describe_both, _CHECK),
        ("SUP009", Kind.BOUND, "pinned-bound-differs", _SUP009, _describe_both, "keep the word before the number"),
    )
)
