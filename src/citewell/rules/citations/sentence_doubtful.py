"""It is not clear whether a sentence ends here.

If it does, the sentence before has no source of its own: the citation further on belongs to the last sentence only. The
check cannot tell, so it warns instead of guessing. It warns if an abbreviation such as "etc." or "U.K." comes before a
capital letter, and if a full stop seems to be missing: at the end of a line, or after a citation.

A few bold words with a full stop are a label for the sentence after them ("**Pain at night.** It is common."), and
share its source. The check also warns if such words read like a statement ("**Most lumps are harmless.**").

Fix it by giving each of two sentences its full stop and its source. If it is one sentence, write it without the full
stop in the middle ("in the UK" for "in the U.K.") and without the new line, or add the abbreviation to `abbreviations`
in `content_src/site.yml`.

Wrong:

```markdown
Most lumps grow slowly in the U.K. Surgery is common. [@example-page]
See a doctor about a lump that grows
Most lumps are harmless. [@example-page]
```

Right:

```markdown
Most lumps grow slowly in the UK. [@example-page]
Surgery is common. [@example-page]
See a doctor about a lump that grows. [@example-page]
Most lumps are harmless. [@example-page]
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.assertions import states_something
from citewell.model.article import Article
from citewell.model.blocks import Role
from citewell.model.claims import Claim
from citewell.model.inlines import Strong, join_text
from citewell.model.source_location import Span
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.rule import Finding, article_rule

_UNCITED: Final = "then the sentence before it has no source"
_MIXED: Final = "then the two sentences share their sources"
_HINT: Final = (
    "give each sentence its full stop and its source; "
    "if it is one sentence, write it on one line without this full stop"
)
_BOLD: Final = "the bold words read like a statement, and share the source of the sentence after them"
_BOLD_HINT: Final = "give it its own source after its full stop, or make the bold words a label"


@article_rule("CIT009", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every place inside a claim where a sentence may end without a mark."""
    article = numbered.article
    for claim in article.claims:
        if not claim.doubtful:
            continue
        marks = sorted([item.span.start for item in claim.citations] + [waiver.span.start for waiver in claim.waivers])
        start = claim.span.start
        for place in claim.doubtful:
            location = article.locate(Span(start, place.end))
            supported = bisect_left(marks, start) < bisect_left(marks, place.start)
            yield Finding(
                article.locate(place),
                f"a new sentence may begin here, and {_MIXED if supported else _UNCITED}",
                _HINT,
                premises=(rests_on_lines(Matter.SENTENCES, location),),
            )
            start = place.start
    for place in _find_statements_in_bold(article):
        yield Finding(article.locate(place), _BOLD, _BOLD_HINT)


def _find_statements_in_bold(article: Article) -> Iterator[Span]:
    """The bold beginnings that state something and were joined to the sentence after them."""
    claims = sorted(article.claims, key=_start_of)
    starts = list(map(_start_of, claims))
    for run in article.prose:
        first = run.inlines[0] if run.inlines else None
        if run.role is not Role.PROSE or not isinstance(first, Strong):
            continue
        words = join_text((first,))
        if words.endswith((".", "!")) and states_something(words[:-1]):
            claim = claims[bisect_left(starts, first.span.start)]
            if claim.text != words and claim.text.startswith(words) and not claim.doubtful:
                yield first.span


def _start_of(claim: Claim) -> int:
    return claim.span.start
