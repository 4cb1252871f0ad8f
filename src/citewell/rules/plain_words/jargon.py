"""A word of medicine is used without plain words for it where it first appears.

Readers who do not know one word may lose the sentence, and guess. So each term in `content_src/glossary.yml` is looked
for in every article and page, and at its first use the reader must learn what it means:

- in brackets behind it ("a biopsy (a small sample of tissue)"), or in front of the word in brackets
- in the same sentence in other words ("called a biopsy", "a biopsy is a small sample", "in which nerves are squeezed"),
  or in the glossary's own words
- in the same section, in a sentence that ends with `[no source: definition]` and names the term; for what stands above
  the first `##`, also in the section below it

"Sarcoma" need not be explained again where "soft tissue sarcoma" was. Titles and headings are not looked at. The
glossary may be missing; then nothing is found.

Mend it by adding the plain words that the hint names.

Wrong:

```markdown
The diagnosis comes from a biopsy. [@nci-pdq-soft-tissue-sarcoma]
```

Right:

```markdown
The diagnosis comes from a biopsy (a small sample of tissue). [@nci-pdq-soft-tissue-sarcoma]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.model.place import Span
from citewell.rules.plain_words.glossary_uses import Index, Use, index, names, uses
from citewell.rules.plain_words.sections import sections
from citewell.rules.rule import Context, Finding, article_rule

_DEFINITION: Final = "definition"  # the kind of waiver
_NAMED: Final = re.compile(r"\b(?:called|known as|named|termed)\s+(?:(?:an?|the)\s+)?[\"'“‘]?$", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"[\"'”’]?(?:\s*\((?!see\b)(?=[^)]*[a-z]{3})|,?\s+(?:also\s+)?means?\s|,\s+(?:which means?|meaning|that is,?)\s)"
)
# These may begin a meaning or something else ("a biopsy, which is planned"), so a word of the glossary must follow.
_PERHAPS_TOLD: Final = re.compile(
    r"[\"'”’]?(?:\s+(?:is|are) (?:an?|when|where)\s|\s+[–—]\s|,\s+(?:when|where|in which|which (?:is|are))\s)"
)
_WORD: Final = re.compile(r"[^\W_]{3,}")
_EMPTY: Final = frozenset("and are for from has have its not only such than that the this too very with".split())
_STEM: Final = 4  # letters: "part" and "parts" are one


@article_rule("RDB003", Severity.WARNING)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """The first use of every term in a document, unless plain words are with it."""
    article, terms = numbered.article, index(context.site.glossary)
    if not terms:
        return
    parts = [section.claims for section in sections(article)]
    defined = [_defined(claims, terms) for claims in parts]
    defined[0] = defined[0].union(*defined[1:2])
    met: set[str] = set()
    for claims, known in zip(parts, defined, strict=True):
        for claim in claims:
            for use in uses(claim.text, terms):
                if use.term.term in met:
                    continue
                met |= names(use.term, terms)
                if use.term.term not in known and not _explained(claim.text, use):
                    yield _finding(article, claim, use)


def _finding(article: Article, claim: Claim, use: Use) -> Finding:
    written = claim.text[use.start : use.end]
    return Finding(
        article.locate(_place(article, claim, written)),
        f'"{written}" is used here for the first time, and nothing says what it means',
        f"say in the same sentence, for example in brackets, what it means: {use.term.plain}",
    )


def _defined(claims: tuple[Claim, ...], terms: Index) -> set[str]:
    """The terms that a section explains in sentences of their own."""
    meanings = (claim for claim in claims if any(waiver.kind == _DEFINITION for waiver in claim.waivers))
    return {name for claim in meanings for use in uses(claim.text, terms) for name in names(use.term, terms)}


def _explained(sentence: str, use: Use) -> bool:
    """Whether a sentence says what a term in it means: by its form, or with half of the glossary's words."""
    before, after = sentence[: use.start], sentence[use.end :]
    in_brackets = before.endswith(("(", "[")) and after[:1] in (")", "]")
    if in_brackets or _NAMED.search(before) or _TOLD.match(after):
        return True
    wanted = _stems(use.term.plain)
    if _PERHAPS_TOLD.match(after) and wanted & _stems(after):
        return True
    return bool(wanted) and 2 * len(wanted & (_stems(before) | _stems(after))) >= len(wanted)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _EMPTY}


def _place(article: Article, claim: Claim, written: str) -> Span:
    """Where the words stand in the source; the whole sentence when signs or a line end stand between them."""
    start = article.source.text.find(written, *claim.span)
    return Span(start, start + len(written)) if start >= 0 else claim.span
