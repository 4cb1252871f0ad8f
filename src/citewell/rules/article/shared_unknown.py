"""A line uses a shared text that is not there.

`:::{use} emergency-back-pain` puts the text of `content_src/shared/emergency-back-pain.md` in its place. With a wrong
name, readers would get nothing there, perhaps not even the emergency card.

Fix it by writing the name of a file in `content_src/shared/`, without its ending.

Wrong: `:::{use} emergency-bakc-pain`

Right: `:::{use} emergency-back-pain`
"""

from __future__ import annotations

from citewell.model.text_problems import UnknownShared
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened


def _write_message(facts: UnknownShared) -> str:
    if not facts.name:
        return "this line does not say which shared text it uses"
    return f'there is no shared text "{shortened(facts.name)}"'


def _write_hint(facts: UnknownShared) -> str:
    if facts.nearest:
        return f'did you mean "{facts.nearest}"?'
    return "write the name of a file in content_src/shared/, without its ending .md"


rule = problem_rule("ART062", UnknownShared, message=_write_message, hint=_write_hint)
