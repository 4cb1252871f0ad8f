"""A required file is missing.

An article is a folder with `article.md` in it, and the site needs `site.yml`, which says who publishes it.

Fix it by adding the file, or by deleting a folder that is no longer needed. `citewell new "QUESTION"` makes an
article's folder with everything to fill in.

Wrong: `content_src/articles/is-it-a-lump/` with a picture and nothing else.

Right: `content_src/articles/is-it-a-lump/article.md` beside the picture.
"""

from citewell.model.file_problems import Folder, MissingFile
from citewell.rules.problem_rule import problem_rule
from citewell.rules.security.file_out_of_place import HOLDS

rule = problem_rule(
    "SRC004",
    MissingFile,
    message=lambda it: f'"{it.name}" is missing here',
    hint=lambda it: HOLDS[Folder.ARTICLE] if it.name == "article.md" else f'add a file called "{it.name}"',
)
