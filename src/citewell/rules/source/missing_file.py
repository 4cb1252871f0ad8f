"""A file that has to be there is not.

An article is a folder with `article.md` in it, and the site needs `site.yml`, which says who publishes it.

Fix it by adding the file, or by deleting a folder that was left behind. `citewell new "QUESTION"` makes an article's
folder with everything to fill in.

Wrong: `content_src/articles/is-it-a-lump/` with a picture and nothing else.

Right: `content_src/articles/is-it-a-lump/article.md` beside the picture.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC004", "missing-file", '"{detail}" is missing here', 'add a file called "{detail}"')
