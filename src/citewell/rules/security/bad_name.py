"""The name of a file or folder cannot be used.

An article's folder becomes its address, so its name must work in every browser and on every computer: small letters a
to z, figures and hyphens.

Fix it by renaming the file or folder. If a page was published under the old name, tell the person who looks
after the site, so that old links still work.

Wrong: `content_src/articles/Is it a Lump?/`

Right: `content_src/articles/is-it-a-lump/`
"""

from typing import Final

from citewell.model.file_problems import BadName, NameFault
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    NameFault.WINDOWS_DEVICE: "Windows reserves this name for a device, so the file could not be copied there",
    NameFault.DOT_AT_END: "Windows drops a dot at the end of a name, so the file could not be copied there",
    NameFault.INVISIBLE: "the name holds characters that cannot be shown",
    NameFault.SEPARATE_ACCENTS: (
        "the name holds letters with separate accents (decomposed Unicode), which some systems do not find"
    ),
    NameFault.TOO_LONG: "the name has {length} characters; at most {most} are allowed",
    NameFault.NOT_PLAIN: "a name may hold only letters a to z, figures, hyphens, dots and underscores",
    NameFault.NOT_A_SLUG: "a name may hold only lower-case letters a to z, figures and single hyphens",
}

rule = problem_rule(
    "SEC018",
    BadName,
    message=lambda it: _MESSAGES[it.error].format(length=it.length, most=it.most),
    hint=lambda it: "rename it" + (f', for example to "{it.instead}"' if it.instead else ""),
)
