"""A sentence has no source and does not say why.

Readers of health pages must be able to see what supports each statement. Every sentence, list item and table cell is
followed by brackets with its sources, or with the reason why it needs none. Headings, questions and captions need no
brackets. A line that ends in a colon before a list or table needs none either, as long as everything in that list or
table has its brackets.

Fix it by adding the source, or a reason such as `[no source: advice]` if the sentence makes no claim about health. If
no source supports it, leave the sentence out.

Wrong:

```markdown
Most lumps are not cancer. Write down when it began.
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
Write down when it began. [no source: advice]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.list import List
from citewell.blocks.paragraph import Paragraph
from citewell.blocks.table import Table
from citewell.citations.number import NumberedArticle
from citewell.lexicon.sentence_ends import is_lead_in
from citewell.model.article import Article
from citewell.model.blocks import Node, Prose, Role, walk_prose
from citewell.model.claims import Claim
from citewell.model.references import Bibliography
from citewell.model.source_location import SourceText, Span
from citewell.rules.missing import find_uncited_claims, rests_on_marks
from citewell.rules.rule import Finding, article_rule, listed, shortened

_HEADING: Final = re.compile(r"#{1,6}(?=[^\s#])")
_BOLD_LINE: Final = re.compile(
    r"[ \t]*(\*\*|__)[^*_\n]+\1[ \t]*$", re.MULTILINE
)  # how a word processor's heading arrives
_KEY_AFTER: Final = re.compile(r"[ \t]*\n?[\[(]*@?(\w[\w.:/-]*\w)")
_KEY_WITHIN: Final = re.compile(r"[\[(@](\w[\w.:/-]*\w)")


@article_rule("CIT002")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every claim without a citation or waiver; the cells of a comparison have a rule of their own."""
    article = numbered.article
    uncited = [claim for claim in find_uncited_claims(article) if claim.block != "comparison"]
    leading = frozenset(_find_ends_of_lead_ins(article.body)) if uncited else frozenset()
    reasons = [f"[no source: {kind}]" for kind in context.settings.waiver_kinds]
    kinds = listed(reasons, " or ") or "[no source: KIND]"
    last_lines = dict(_find_last_lines(article)) if uncited else {}
    meant = _Intentions(article.source, context.bibliography)
    for claim in uncited:
        place = article.locate(claim.span)
        premises = rests_on_marks(article, claim)
        if claim.span.end in leading and is_lead_in(claim.text):
            yield Finding(
                place,
                f'this line introduces something without a source: "{shortened(claim.text)}"',
                "give everything in the list or table below it a source; then this line needs none",
                premises=premises,
            )
        elif claim.block == "risk" and (line := last_lines.get(claim.span.start)):
            yield Finding(
                article.locate(line),
                f'readers would see this without a source or a reason: "{shortened(claim.text)}"',
                meant.describe(replace(claim, span=line))
                or f"write [@key] at the end of this line, or the reason why it needs none: {kinds}",
                premises=premises,
            )
        else:
            yield Finding(
                place,
                f'this sentence has no source and does not say why: "{shortened(claim.text)}"',
                meant.describe(claim)
                or f"end it with its source, [@key], or with the reason why it needs none: {kinds}",
                premises=premises,
            )


def _find_last_lines(article: Article) -> Iterator[tuple[int, Span]]:
    """Where each sentence that a risk block makes of lines begins, and the last of these lines."""
    for run in walk_prose(article.body):
        if run.block == "risk" and run.role is Role.PROSE:
            line = article.source.text.rfind("\n", 0, run.span.end) + 1
            yield run.span.start, Span(max(line, run.span.start), run.span.end)


class _Intentions:
    """Text that was meant as a heading, a caption or a citation but is not one; each line is read once."""

    def __init__(self, source: SourceText, bibliography: Bibliography) -> None:
        self._source, self._bibliography = source, bibliography
        self._bold: dict[int, bool] = {}

    def describe(self, claim: Claim) -> str:
        """How to write it; nothing when it was not meant so."""
        text = self._source.text
        if marks := _HEADING.match(claim.text):
            return f"if it is a heading, put a space after {marks[0]}"
        if self._is_bold_line(claim.span.start):
            return "if it is a heading, write ## and a space instead of the stars"
        if claim.text.startswith("Table:"):
            return "put a caption below its table; a table has a line |---|---| below its headings"
        after = _KEY_AFTER.match(text, claim.span.end)
        keys = [*([after[1]] if after else []), *_KEY_WITHIN.findall(text, *claim.span)]
        known = next((key for key in keys if key in self._bibliography.references), None)
        return f"write its source as [@{known}]" if known else ""

    def _is_bold_line(self, offset: int) -> bool:
        start = self._source.text.rfind("\n", 0, offset) + 1
        if start not in self._bold:
            self._bold[start] = _BOLD_LINE.match(self._source.text, start) is not None
        return self._bold[start]


def _find_ends_of_lead_ins(nodes: Iterable[Node]) -> Iterator[int]:
    """The end of each paragraph before a list or table."""
    siblings = list(nodes)
    for node, after in pairwise(siblings):
        if isinstance(node, Paragraph) and isinstance(after, List | Table):
            yield node.prose.span.end
    for node in siblings:
        if not isinstance(node, Prose):
            yield from _find_ends_of_lead_ins(node.children)
