"""A file holds nothing.

Most often the text was lost when the file was saved or copied.

Fix it by writing what belongs in it, by taking it from an older version, or by deleting the file.

Wrong: `article.md` with 0 bytes.

Right: `article.md` with front matter and text, or no such folder.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC003", "empty-file", "the file is empty", "write what belongs in it, or delete it")
