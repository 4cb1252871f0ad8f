"""A line looks like an item of a list but is not one.

It begins with a bullet, a letter or a dash from a word processor, or has no space after its hyphen. Such lines run
together into one paragraph: readers neither see nor hear a list, and one source at the end would count for all of it.
Bullets in the middle of a line have the same effect. A dot between two numbers or units (`5·2 mg`, `N·m`) is not a
bullet.

Fix it by beginning each item with a hyphen and a space, or with a number, a full stop and a space. Each item then ends
with its own brackets.

Wrong:

```markdown
What people may notice:
• a lump
• pain [@example-page]
```

Right:

```markdown
What people may notice:

- a lump [@example-page]
- pain [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.markup.pasted import PastedBullet, find_pasted_bullets, write_pasted_list
from citewell.model.blocks import Role
from citewell.model.source_location import Span
from citewell.rules.paragraph_fix import replace_paragraph
from citewell.rules.rule import Finding, article_rule, fixable


@fixable
@article_rule("SRC029")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The first such line of each run of text."""
    article, is_english = numbered.article, context.settings.is_english
    for run in article.prose:
        text = article.source.text[slice(*run.span)]
        found = find_pasted_bullets(text, is_english, within_lines=run.role is Role.PROSE)
        if found:
            first = found[0]
            start = run.span.start + first.start
            where = "a line that begins with" if first.begins_line else "what follows"
            shown = first.characters if first.characters.isprintable() else f"U+{ord(first.characters[0]):04X}"
            yield Finding(
                article.locate(Span(start, start + len(first.characters))),
                f'{where} "{shown}" is not an item of a list',
                "begin each item with a hyphen and a space, and end each with its own brackets",
                replace_paragraph(article.source, run, _write_list(text, first, is_english), "make it a list"),
            )


def _write_list(text: str, first: PastedBullet, is_english: bool) -> str | None:
    """The paragraph as a list, unless the words before it neither lead to it nor end: they would be left alone."""
    before = text[: first.start].rstrip()
    return write_pasted_list(text, is_english) if not before or before.endswith((":", "]")) else None


def is_pasted_list(text: str, is_english: bool) -> bool:
    """Whether a paragraph has lines that look like items of a list; this rule reports such a paragraph."""
    return bool(find_pasted_bullets(text, is_english, within_lines=False))
