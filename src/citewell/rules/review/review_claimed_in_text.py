"""A text of the interface that the site words itself says that its pages were reviewed.

The footer and the titles of lists are the same on each page, whatever was reviewed. Whether an article was, each
page says by itself, in protected texts, from what `citewell review` recorded. The rule knows English words only, in
sites of every language.

Fix it by wording the text without the claim, or by deleting the line.

Wrong: `footer: Medically reviewed information` below `theme:` in `content_src/words.yml`.

Right: `footer: About this site` below `theme:`.
"""

from citewell.model.translation_problems import ReviewClaimInText
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "REV061",
    ReviewClaimInText,
    message=lambda it: f'"{it.name}" claims on every page a review: "{shortened(it.words)}"',
    hint="word it without the claim, or delete the line: each page says by itself who reviewed it",
)
