"""A file or folder stands where nothing of its kind belongs.

Only files that are known and checked are published. Another one would be ignored, and whoever put it there would wait
for it in vain; or it was never meant for the public.

Fix it by moving it to where it belongs, or out of `content_src/`.

Wrong: `content_src/articles/is-it-a-lump/draft.docx`

Right: `content_src/articles/is-it-a-lump/article.md` and its pictures.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC015", "file-type", "{detail}", "move it out of content_src/")
