"""A translated text of the interface cannot say what the protected English text says.

It is the same as the translation of a text that says something else ("Medically reviewed" and "Not yet medically
reviewed" in the same words), or it has a number that the English text does not have, such as a telephone number in
place of `{number}`. Readers then see the English text, and the check stops.

Fix it by translating the English text in the message.

Wrong: `reviewed: Geprüft` and `partly: Geprüft` below `review:` in `content_src/words.yml`.

Right: `reviewed: Medizinisch geprüft` and `partly: Teilweise medizinisch geprüft`.
"""

from __future__ import annotations

from citewell.model.translation_problems import MisleadingTranslation
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened


def _describe(it: MisleadingTranslation) -> str:
    if it.figures:
        return f'"{it.name}" has the number {it.figures}, which its English text does not have'
    return f'"{it.name}" says the same as "{it.other}"'


def _advise(it: MisleadingTranslation) -> str:
    if it.figures:
        return "translate the English text; the program fills in numbers where it has {number} or {count}"
    return f'they mean "{shortened(it.english)}" and "{shortened(it.other_english)}"; translate each of them'


rule = problem_rule("SRC062", MisleadingTranslation, message=_describe, hint=_advise)
