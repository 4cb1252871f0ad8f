r"""Markup of another system was left in the text.

Text that was moved from MkDocs, Sphinx, Hugo, Jekyll, LaTeX, a wiki, a forum or a word processor brings its markup
along: `!!! warning`, `[!WARNING]`, `{{< cite >}}`, `\cite{}`, `[[page]]`, `- [ ]`, `:warning:`, `&nbsp;`. It means
nothing here, so readers see it as it is. A warning loses its box and a statement its source.

Fix it by writing what the hint says. To show the characters themselves, write a backslash before them, or put them
between backticks.

Wrong:

```markdown
!!! warning "See a doctor"
    See a doctor if the pain is bad. \cite{example-page}
```

Right:

```markdown
:::{urgent} See a doctor
- See a doctor if the pain is bad. [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.keys import SENTENCES
from citewell.model.problems import Problem
from citewell.model.source_location import Span
from citewell.model.text_problems import ForeignMarkup
from citewell.rules.citations.markup_origins import ORIGINS
from citewell.rules.problem_rule import ProblemContext, words_problems
from citewell.rules.rule import Finding, article_rule, shortened
from citewell.source.foreign_markup import find_foreign_markup

_AS_THEY_ARE: Final = "to show the characters themselves, write a backslash before them"


def _word(problem: Problem[ForeignMarkup], _context: ProblemContext) -> Finding:
    facts = problem.facts
    hint = f"{ORIGINS[facts.construct].instead}; {_AS_THEY_ARE}"
    return Finding(problem.location, _describe(facts.characters, facts.construct), hint)


@words_problems(ForeignMarkup, word=_word)
@article_rule("CIT040")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """The characters in the front matter, the system they come from, and what to write instead."""
    article = numbered.article
    for placed in (each.text for each in article.front_texts if each.declared.wording in SENTENCES):
        for found in find_foreign_markup(placed.text):
            characters = placed.text[slice(*found.span)]
            start = max(placed.span.start, article.source.text.find(characters, *placed.span))
            place = article.locate(Span(start, start + len(characters)))
            yield Finding(place, _describe(characters, found.name), "write plain words: the front matter has no markup")


def _describe(characters: str, name: str) -> str:
    return f'"{shortened(characters)}" is markup of {ORIGINS[name].systems} and would be shown as it is'
