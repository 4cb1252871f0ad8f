"""Something in the content is not an ordinary file: a pipe, a socket, a device, or a folder where a file belongs.

Reading one can take for ever.

Fix it by deleting it and putting the right file in its place.

Wrong: a folder called `article.md`.

Right: a file called `article.md`.
"""

from typing import Final

from citewell.model.file_problems import SpecialFile, SpecialForm
from citewell.rules.problem_rule import problem_rule

_FORMS: Final = {
    SpecialForm.FOLDER: "a folder",
    SpecialForm.NAMED_PIPE: "a named pipe",
    SpecialForm.SOCKET: "a socket",
    SpecialForm.DEVICE: "a device",
    SpecialForm.OTHER: "a special file",
}

rule = problem_rule(
    "SEC014",
    SpecialFile,
    message=lambda it: f"this is {_FORMS[it.form]}, not a file with text or a picture",
    hint="delete it",
)
