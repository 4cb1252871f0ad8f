"""Folders, lists, quotations, brackets or emphasis are nested too deeply.

No reader can follow a list nine deep, Markdown begins to lose text, and such input is also used to bring programs to
a halt.

Fix it by nesting less: two levels of a list are enough for most readers.

Wrong: an item of a list in a list in a list, and so on, nine deep.

Right: a heading for each part and a list of one or two levels below it.
"""

from pathlib import PurePosixPath
from typing import Final

from citewell.model.problems import Problem
from citewell.model.text_problems import Nesting, TooDeep
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding

_WHAT: Final = {
    Nesting.BLOCKS: "blocks inside blocks",
    Nesting.BRACKETS: "brackets inside brackets",
    Nesting.EMPHASIS: "emphasis inside emphasis",
}


@wording_rule("SEC017", TooDeep)
def rule(problem: Problem[TooDeep], _context: ProblemContext) -> Finding:
    """What is nested too deep: a folder, or something in the text."""
    place, facts = problem.location, problem.facts
    if facts.what is Nesting.FOLDERS:
        above = PurePosixPath(place.path).parent
        detail, hint = f"{above}/ cannot hold folders; this one was not read", f"move its files to {above}/"
    else:
        detail, hint = f"{_WHAT[facts.what]}, at most {facts.most} deep", "nest it less"
    return Finding(place, f"this is nested too deeply: {detail}", hint)
