"""A file is not written in UTF-8.

UTF-8 is the one way of storing letters that every program here agrees on. In another one an accent, a "µ" or a "≥"
can come out as a different character, and so can a dose.

Fix it by saving the file again as UTF-8; most editors offer this under "Save as", "Encoding".

Wrong: a file saved as "Unicode" by an old Windows program, which is UTF-16.

Right: the same file saved as "UTF-8".
"""

from citewell.model.file_problems import NotUtf8
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC002",
    NotUtf8,
    message=lambda it: "the file is UTF-16, not UTF-8" if it.byte is None else f"byte 0x{it.byte:02X} is not UTF-8",
    hint="save the file as UTF-8 (most editors: Save as, Encoding)",
)
