"""Something looks like a citation, or like a reason for having none, and is neither.

It would be shown as text, and the statement would have no source although its editor meant to give one.

Mend it as the hint says. A key has letters, digits and `_ - : . /`; any other key stands in braces, `@{…}`. A
semicolon parts two sources, and each has its `@`.

Wrong:

```markdown
Most lumps are not cancer. [@example-page; example-review]
```

Right:

```markdown
Most lumps are not cancer. [@example-page; @example-review]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.model.article import Article
from citewell.model.flaws import Flaw
from citewell.rules.rule import Context, Finding, article_rule, words_flaws

_SHAPE: Final = "write it as [@key], [@one; @two, p. 3] or [no source: advice]"
_WAYS: Final = (
    ("semicolon between", "put one between them: [@one; @two]"),
    ("semicolon with nothing", "delete it, or write a second source after it: [@one; @two]"),
    ("e-mail", "take the brackets away"),
    ("pinned quote", 'write it as [@key, p. 3 "the words"]'),
)
# Signs that word processors put in place of the hyphen of a key.
_HYPHENS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": "", "\u200b": ""}
)


@words_flaws("citation-malformed")
@article_rule("CIT011")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """The reader's reason, and the right spelling where it is known."""
    article = numbered.article
    for flaw in article.flaws:
        if flaw.kind != "citation-malformed":
            continue
        typed = flaw.suggestion.removeprefix("@{").removesuffix("}")
        key = typed.translate(_HYPHENS).rstrip(",.:;-/")
        if flaw.suggestion.startswith("@{") and key != typed and key in context.site.bibliography.references:
            yield Finding(flaw.location, "this key has a sign that is not its own", f"write @{key}")
        else:
            way = next((way for words, way in _WAYS if words in flaw.detail), "")
            if "[no source" in flaw.suggestion:
                way = _reasons(article, flaw, tuple(context.site.settings.waiver_kinds))
            yield Finding(
                flaw.location, flaw.detail, way or (f"write {flaw.suggestion}" if flaw.suggestion else _SHAPE)
            )


def _reasons(article: Article, flaw: Flaw, kinds: tuple[str, ...]) -> str:
    """The note as it should be: with the reason that stands in it already, else with each of the site's."""
    line = article.source.line_starts[flaw.location.line - 1] + flaw.location.column - 1
    written = article.source.text[line : article.source.text.find("]", line)]
    meant = [kind for kind in kinds if kind in written] or kinds or ("KIND",)
    return "write " + " or ".join(f"[no source: {kind}]" for kind in meant)
