"""Problems are worded by rules alone: every variant has its words, and no behaviour hangs on any of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.rules.facts import classes_of_facts, examples_of
from tests.rules.fixtures import TODAY, Case, cases, write

from citewell import rules
from citewell.diagnostics import Location
from citewell.model.problems import Facts, Problem
from citewell.model.references import Bibliography
from citewell.model.site import FORMAT, Settings
from citewell.model.source_location import SourceText
from citewell.project import Project
from citewell.rules.problem_rule import ProblemContext
from citewell.rules.rule import Finding, Rule
from citewell.workspace import Workspace

SOURCE = Path(__file__).parent.parent.parent / "src" / "citewell"
BY_KIND = {kind: rule for rule in rules.discover() for kind in rule.problems}
PLACE = Location("content_src/articles/a-lump/article.md", 1, 1, 1, 5)
CONTEXT = ProblemContext(SourceText(PLACE.path, ":::{x} words"), Settings(format=FORMAT), Bibliography())
EXAMPLES = {f"{each.kind}": each for each in classes_of_facts()}


@pytest.mark.parametrize("facts", EXAMPLES.values(), ids=EXAMPLES)
def test_every_variant_of_a_problem_has_a_message_and_a_hint(facts: type[Facts]):
    word = BY_KIND[facts.kind].word
    assert word is not None
    for example in examples_of(facts):
        found = word(Problem(PLACE, example), CONTEXT)
        assert found is not None
        assert found.message
        assert found.hint


# ------------------------------------------------------------------------------------------------------- no English

#: Two words of English in a row: what a message or hint has, and a pattern, key or name has not.
_ENGLISH = re.compile(
    r"\b(?:the|this|a|an|of|in|to|is|are|has|have|it|its|no|not|must|write|put|delete|with|for|or|and)\b \w+ \w+",
    re.IGNORECASE,
)
#: Words of other programs that are looked for: of libyaml, and of a word processor.
_LOOKED_FOR = frozenset(
    {"the next token", "Error! (?:Reference source|Bookmark|Hyperlink reference|No text of)[^.\\n]{0,60}\\.?"}
)


def texts_of(path: Path) -> Iterator[str]:
    """Every text in a module that is handed to something, but for docstrings, assertions and what a pattern holds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Assert | ast.Raise):
            left_out.update(ast.walk(node))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"re.compile", "frozenset"}:
            left_out.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out:
            yield node.value


@pytest.mark.parametrize("path", sorted((SOURCE / "source").rglob("*.py")), ids=lambda path: path.stem)
def test_the_reader_holds_no_words_for_people(path: Path):
    assert [each for each in texts_of(path) if _ENGLISH.search(each) and each not in _LOOKED_FOR] == []


# -------------------------------------------------------------------------------------------------------- rewording

CASES = list(cases())


def reworded(rule: Rule) -> Rule:
    """A rule that says nonsense of every problem, and finds the same."""
    word = rule.word
    if word is None:
        return rule

    def say(problem: Problem[Facts], context: ProblemContext) -> Finding | None:
        found = word(problem, context)
        return replace(found, message="Gnarf", hint="plim plum") if found else None

    return replace(rule, word=say)


def findings(root: Path, case: Case) -> list[str]:
    """What is found, in no words: code, severity, place and what a fix would write."""
    options = rules.CheckOptions(case.release, tidy=True, advise=True)
    found = Workspace[None](Project(root), TODAY, options).findings()
    fixes = [(each.fix.location, each.fix.replacement) if each.fix else None for each in found]
    return sorted(
        f"{each.code} {each.severity} {each.location!r} {fix}" for each, fix in zip(found, fixes, strict=True)
    )


@pytest.mark.parametrize("name", sorted({case.rule for case in CASES}))
def test_rewording_every_message_changes_no_finding(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own = [case for case in CASES if case.rule == name]
    for position, case in enumerate(own):
        root = tmp_path / str(position)
        root.mkdir()
        write(case, root, lambda _: None)
        plain = findings(root, case)
        with monkeypatch.context() as patch:
            nonsense = tuple(map(reworded, rules.discover()))
            patch.setattr(rules, "discover", lambda nonsense=nonsense: nonsense)
            assert findings(root, case) == plain
