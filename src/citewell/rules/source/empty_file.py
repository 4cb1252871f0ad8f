"""A file holds nothing.

Most often the text was lost when the file was saved or copied.

Fix it by writing what belongs in it, by taking it from an older version, or by deleting the file.

Wrong: `article.md` with 0 bytes.

Right: `article.md` with front matter and text, or no such folder.
"""

from citewell.model.file_problems import EmptyFile
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC003",
    EmptyFile,
    message="the file is empty",
    hint="write what belongs in it, or delete it",
)
