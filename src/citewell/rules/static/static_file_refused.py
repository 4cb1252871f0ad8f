"""A file in `content_src/static/` cannot be published as it is.

A hidden file is most often there by mistake, and some hold passwords, so only those are published that hosts ask for:
`.well-known/`, `.nojekyll`, `.htaccess` and `.domains`. Markdown would become a page that nobody has checked. Folders
may be ten deep.

Fix it by giving the file a name without a dot at its beginning, by writing an article or a page of your own in
`content_src/pages/` instead of Markdown, or by moving the file out of `content_src/`.

Wrong: `content_src/static/.env`

Right: `content_src/static/.well-known/security.txt`
"""

from typing import Final

from citewell.model.file_problems import StaticFault, UnpublishedFile
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    StaticFault.HIDDEN: "a hidden file is not published",
    StaticFault.MARKDOWN: "Markdown is not published as it is",
    StaticFault.TOO_DEEP: "this folder is too deep in others",
}
_HINTS: Final = {
    StaticFault.HIDDEN: "move it out of content_src/, or give it a name without a dot at its beginning",
    StaticFault.MARKDOWN: "write an article, or a page of your own in content_src/pages/",
    StaticFault.TOO_DEEP: "put its files into a folder that is at most ten deep",
}

rule = problem_rule("STA001", UnpublishedFile, message=lambda it: _MESSAGES[it.fault], hint=lambda it: _HINTS[it.fault])
