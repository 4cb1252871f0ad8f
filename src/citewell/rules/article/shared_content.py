"""A shared text holds something that belongs in an article.

A shared text is put into articles whose headings, pictures and takeaways are their own. It may hold cards, notes,
lists, tables and sentences with their sources, which mean the same everywhere; and it may not use another shared text,
so that an editor finds every sentence in one step.

Fix it by moving the heading, picture or takeaway into the articles, or by using both shared texts there.

Wrong: `content_src/shared/emergency-back-pain.md` begins with `## When to call 999`.

Right: the heading is in each article, above the line `:::{use} emergency-back-pain`.
"""

from __future__ import annotations

from typing import Final

from citewell.model.text_problems import SharedContent, Unshareable
from citewell.rules.problem_rule import problem_rule

_WORDS: Final = {
    Unshareable.FRONT_MATTER: (
        "a shared text has no front matter",
        "delete the lines between --- and ---; the name of the file is all it needs",
    ),
    Unshareable.HEADING: (
        "a shared text has no headings",
        "write the heading in each article, above the line that uses it",
    ),
    Unshareable.PICTURE: (
        "a shared text has no pictures",
        "put the picture into the folder of each article that shows it",
    ),
    Unshareable.TAKEAWAY: (
        "a shared text has no takeaway",
        "write the takeaway in each article: it answers its question",
    ),
    Unshareable.USE: ("a shared text uses no other", "use both in the articles, one below the other"),
}

rule = problem_rule("ART063", SharedContent, message=lambda it: _WORDS[it.what][0], hint=lambda it: _WORDS[it.what][1])
