"""Nobody has said that a translated text says the same as the protected English text, or that text has changed since.

Some texts tell readers how far a page can be trusted, or what to do in an emergency (SRC060 says which). The program
cannot read a translation, so a person has to compare it with the English text. `content_src/words.yml` keeps the
English text that each one was compared with, below `english:`. After an update of the program in which that text
changed, the translation may say something that is not true any more.

Fix it by comparing: `citewell words` shows the English text and the translation, one below the other. Correct the
translation if it says anything else, and write down that you compared them: `citewell words --confirm`.

Wrong: `reviewed: Medizinisch geprüft` below `review:` in `content_src/words.yml`, and no line for it below `english:`.

Right: the same, and `review.reviewed: "Medically reviewed"` below `english:`, as the command writes it.
"""

from __future__ import annotations

from citewell.model.translation_problems import UnconfirmedTranslation
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import listed, shortened

_COMPARE = "compare them, and write that down with: citewell words --confirm"


def _describe(it: UnconfirmedTranslation) -> str:
    if it.before:
        return f'"{it.names[0]}" translates "{shortened(it.before)}", and the English text is now "{shortened(it.now)}"'
    one = len(it.names) == 1
    return (
        f"{len(it.names)} protected text{' has' if one else 's have'} not been compared with the English "
        f"one{'' if one else 's'}: {listed(it.names[:5])}{'' if len(it.names) <= 5 else ', …'}"
    )


rule = problem_rule("SRC061", UnconfirmedTranslation, message=_describe, hint=_COMPARE)
