"""A style in `extra.css` could hide or change what readers must see, or loads something from elsewhere.

Emergency cards, the demonstration banner, the state of a review and the marks of sources look alike on every page, and
no style may take them away. A selector does not say which parts of a page it reaches, so what can hide, shrink, move or
cover something is refused everywhere, but for a few parts that say nothing about evidence: `.contents`, `.crumbs`,
`.hero`, `.jump`, `.related` and `.save`. Nothing may come from another site, which would learn who reads what.

Fix it by deleting the line, or by putting the file it loads into `content_src/brand/`.

Wrong:

```css
.alarm { display: none }
```

Right:

```css
header.site { border-block-end: 4px solid var(--brand) }
```
"""

from __future__ import annotations

from typing import Final

from citewell.model.brand_problems import RefusedStyle, StyleDanger
from citewell.project import BRAND_FOLDER
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened
from citewell.source.styles import MAY_BE_HIDDEN

_WORDS: Final = {
    StyleDanger.UNREADABLE: (
        "the style sheet cannot be read from here",
        "close each bracket, comment and quotation mark",
    ),
    StyleDanger.BACKSLASH: ("a backslash hides letters", "write the letters themselves"),
    StyleDanger.AT_RULE: ('"{name}" is not taken here', "use @media, @supports, @container, @layer or @font-face"),
    StyleDanger.FROM_ELSEWHERE: (
        'the style loads "{name}"',
        f"put the file into {BRAND_FOLDER}/, and write its name alone: url(pattern.svg)",
    ),
    StyleDanger.IMPORTANT: (
        '"{name}" is made important, which could outdo the marks of evidence',
        "take out !important, and name the part more exactly",
    ),
    StyleDanger.HIDES: (
        '"{name}: {value}" could hide, move or cover what readers must see',
        f"delete it; only {', '.join(f'.{name}' for name in MAY_BE_HIDDEN)} may be hidden or moved",
    ),
    StyleDanger.SMALL: (
        '"{name}: {value}" could make text too small to read',
        "write 0.75rem or more, as a plain size",
    ),
    StyleDanger.MEANING: (
        '"{name}" says something to readers by its colour or icon, the same on every site',
        "delete it; the colour of your brand is `colour` in site.yml",
    ),
    StyleDanger.EVIDENCE_LINE: (
        '"{name}" here could hide how a statement is supported',
        "delete it, or name other parts of the page",
    ),
}


def _fill(pattern: str, facts: RefusedStyle) -> str:
    return pattern.format(name=shortened(facts.name), value=shortened(facts.value))


rule = problem_rule(
    "BRA006",
    RefusedStyle,
    message=lambda it: _fill(_WORDS[it.danger][0], it),
    hint=lambda it: _WORDS[it.danger][1],
)
