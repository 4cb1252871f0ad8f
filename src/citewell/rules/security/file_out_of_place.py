"""A file or folder is where nothing of its kind belongs.

Only files that are known and checked are published. Any other file would be ignored, although somebody
may be waiting to see it; or it was never meant for the public.

Fix it by moving it to where it belongs, or out of `content_src/`.

Wrong: `content_src/articles/is-it-a-lump/draft.docx`

Right: `content_src/articles/is-it-a-lump/article.md` and its pictures.
"""

from pathlib import PurePosixPath
from typing import Final

from citewell.model.brand import EXTRA_CSS, FONT_ENDING
from citewell.model.file_problems import Folder, MisplacedFile
from citewell.model.problems import Problem
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding
from citewell.source.content_tree import PICTURE_ENDINGS

#: What belongs in each folder of the content.
HOLDS: Final = {
    Folder.ROOT: (
        "it holds site.yml, people.yml, glossary.yml, words.yml, references.lock "
        "and the folders articles, pages, references, reviews, shared, static and brand"
    ),
    Folder.ARTICLES: "each article has a folder of its own in it, with its text in article.md",
    Folder.ARTICLE: f"an article's folder holds article.md and pictures ({', '.join(PICTURE_ENDINGS)})",
    Folder.PAGES: "it holds Markdown files (.md)",
    Folder.SHARED: "it holds Markdown files (.md)",
    Folder.REFERENCES: "it holds YAML files (.yml)",
    Folder.BRAND: f"it holds pictures ({', '.join(PICTURE_ENDINGS)}), fonts ({FONT_ENDING}) and {EXTRA_CSS}",
    Folder.REVIEWS: "it holds a YAML file (.yml) for each article that was reviewed, named after the article's folder",
}


@wording_rule("SEC015", MisplacedFile)
def rule(problem: Problem[MisplacedFile], _context: ProblemContext) -> Finding:
    """The folder, and what belongs in it."""
    above = PurePosixPath(problem.location.path).parent
    return Finding(problem.location, f"this has no place in {above}/", HOLDS[problem.facts.folder])
