"""A font in `content_src/brand/` cannot be published.

Fonts are published as WOFF2, which every browser reads and which is a third of the size of other formats.

Fix it by converting the font to WOFF2, or by copying the file again.

Wrong: `atkinson.ttf`, renamed to `atkinson.woff2`.

Right: `atkinson.woff2` as the maker of the font offers it.
"""

from __future__ import annotations

from typing import Final

from citewell.model.brand_problems import FontFault, UnusableFont
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    FontFault.OTHER_FORMAT: "this is not a font in WOFF2",
    FontFault.DAMAGED: "the font is damaged: it is not as long as it says",
}
_HINTS: Final = {
    FontFault.OTHER_FORMAT: "convert the font to WOFF2; another ending is not enough",
    FontFault.DAMAGED: "copy the file again",
}

rule = problem_rule("BRA003", UnusableFont, message=lambda it: _MESSAGES[it.fault], hint=lambda it: _HINTS[it.fault])
