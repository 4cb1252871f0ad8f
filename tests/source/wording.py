"""How tests name a problem: by its main fact where that is one word, else in the words of its rule."""

from __future__ import annotations

from citewell.diagnostics import Location
from citewell.model import file_problems as file
from citewell.model import text_problems as text
from citewell.model import yaml_problems as yaml
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.rules import word_problem
from citewell.rules.security.character_names import describe_characters


def detail_of(problem: AnyProblem) -> str:
    """What a problem is about."""
    match problem.facts:
        case yaml.MissingKey(key=word) | yaml.UnknownKey(key=word) | yaml.DuplicateKey(key=word):
            return word
        case yaml.DuplicateReferenceKey(key=word) | file.MissingFile(name=word) | file.NameClash(other=word):
            return word
        case yaml.TextCut(remark=word) | file.UnreadableFile(reason=word) | file.MissingPicture(file=word):
            return word
        case text.LeftoverSyntax(characters=word) | text.NoteNumber(characters=word):
            return word
        case yaml.MarkupInPlainText(characters=word):
            return word
        case file.OddCharacter() as odd:
            return describe_characters(odd)
        case file.EmptyFile():
            return ""
    return message(problem.facts)


def suggestion_of(problem: AnyProblem) -> str:
    """What to write instead, or else the hint of the rule; nothing where that says no more than the problem."""
    match problem.facts:
        case yaml.UnknownKey(key=key, nearest=nearest, group=group):
            return f"{group}/{key}" if group else nearest
        case yaml.DuplicateKey(first=first) | yaml.DuplicateReferenceKey(first=first):
            return str(first)
        case yaml.TextCut(whole=word) | file.BadName(instead=word) | file.MissingPicture(nearest=word):
            return word
        case yaml.MissingKey() | yaml.WrongValue(expected=yaml.Expectation.MAPPING) | file.OddCharacter():
            return ""
    found = word_problem(problem)
    return (found.hint or "") if found else ""


def message(facts: Facts) -> str:
    """The message of the rule for some facts."""
    found = word_problem(Problem(Location("x"), facts))
    assert found is not None
    return found.message
