"""A heading has the wrong level.

People who listen to a page move from heading to heading, and the levels are their map: `##` for a section, `###` for a
part of it. The title is the only heading of the first level. Care cards, "do" and "don't" have headings of the third
level, key takeaways one of the second.

Fix it by using `##` for a section and one `#` more for each part within it.

Wrong:

```markdown
# How doctors find out

#### Scans
```

Right:

```markdown
## How doctors find out

### Scans
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.card import CareCard
from citewell.blocks.do_dont import Advice
from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location
from citewell.model.article import Article
from citewell.rules.poison import Matter, Premise
from citewell.rules.rule import Finding, article_rule


@article_rule("ART004")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every heading of the first level and every heading that skips a level, those of blocks too."""
    article = numbered.article
    section = 1  # the level of the last section
    headed = False  # whether anything above, a block too, has a heading of the second level
    for node in article.nodes:
        if isinstance(node, Heading):
            yield from _check_heading(node, article.locate(node.span), section)
            section, headed = max(node.level, 2), True
        elif isinstance(node, Takeaway | KeyTakeaways):
            headed = True
        elif isinstance(node, CareCard | Advice):
            if not headed:
                yield _report_block(article, node)
            headed = True


def _check_heading(node: Heading, place: Location, section: int) -> Iterator[Finding]:
    marks = "#" * node.level
    premises = (Premise(Matter.HEADING, place),)
    if node.level == 1:
        message = "the title is the only heading of the first level"
        yield Finding(place, message, "write ## for a section", premises=premises)
    elif node.level > section + 1:
        right = "#" * (section + 1)
        above = f'the one above it is "{"#" * section}"' if section > 1 else "it is the first"
        message = f'this heading begins with "{marks}", and {above}'
        yield Finding(place, message, f"write {right}", premises=premises)


def _report_block(article: Article, node: CareCard | Advice) -> Finding:
    return Finding(
        article.locate(node.span),
        "this block has a heading of the third level, and no section above it",
        "put a heading with ## before it",
    )
