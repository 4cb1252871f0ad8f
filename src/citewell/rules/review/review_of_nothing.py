"""Reviews are recorded of an article that does not exist.

The file of an article's reviews has the name of the article's folder. Under any other name nobody sees what was signed.

Fix it by giving the file the name that the article's folder has now, or the folder the name that it had; an article
that was renamed keeps its reviews if its earlier name is under `redirects:`. Delete the file only with its article.

Wrong: `content_src/reviews/is-it-a-lump.yml` after the folder was renamed to `when-should-a-lump-be-checked`.

Right: `content_src/reviews/when-should-a-lump-be-checked.yml`, and `redirects: is-it-a-lump` in the article.
"""

from citewell.model.file_problems import StrayReviews
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "REV002",
    StrayReviews,
    message=lambda it: f'these are reviews of an article that does not exist: "{it.slug}"',
    hint=lambda it: (
        f"is it {it.nearest}? Give the file that name" if it.nearest else "give the file the name of its article"
    ),
)
