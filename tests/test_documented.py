"""Whatever is found by its file is documented: for who reads the code, for who tests it, and for editors."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from citewell import blocks, rules
from citewell.audit.checks import BROWSER_LETTERS, discover_browser_checks
from citewell.model.problems import ProblemKind
from citewell.rules.families import FAMILIES, Family
from citewell.rules.handbook import rules_handbook
from citewell.rules.rule import Rule
from citewell.site.checks import LETTERS, discover_checks
from tests.rules.facts import classes_of_facts

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "citewell"
ABOUT_CONTENT = {f"{rule.code} {rule.name}": rule for rule in rules.discover()}
ABOUT_PAGES = {f"{check.code} {check.name}": check for check in discover_checks()}
ABOUT_WINDOWS = {f"{check.code} {check.name}": check for check in discover_browser_checks()}
ALL = ABOUT_CONTENT | ABOUT_PAGES | ABOUT_WINDOWS
BLOCKS = [path for path in sorted((SOURCE / "blocks").glob("*.py")) if "\nNAMES" in path.read_text(encoding="utf-8")]


def test_every_code_belongs_to_one_rule_in_the_folder_of_its_family():
    codes = [rule.code for rule in rules.discover()]
    assert sorted(set(codes)) == sorted(codes)
    for family in FAMILIES:
        assert rules.rules_of(family)
        assert all(re.fullmatch(f"{family.letters}[0-9]{{3}}", rule.code) for rule in rules.rules_of(family))
    folders = {path.name for path in (SOURCE / "rules").iterdir() if (path / "__init__.py").is_file()}
    assert folders == {family.folder for family in FAMILIES}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.folder)
def test_letters_of_a_family_abbreviate_the_name_of_its_folder(family: Family):
    assert family.folder.upper().startswith(family.letters[0])
    assert re.search(".*".join(family.letters), family.folder.upper())


@pytest.mark.parametrize("rule", ALL.values(), ids=ALL)
def test_rule_says_what_it_finds_why_and_what_to_do(rule: Rule):
    first, _, rest = rule.documentation.partition("\n\n")
    assert "\n" not in first, "what it finds stands in one line"
    assert first.endswith("."), "what it finds is a sentence"
    assert rest, "then it says why that matters, and how to fix it"


@pytest.mark.parametrize("rule", ABOUT_CONTENT.values(), ids=ABOUT_CONTENT)
def test_rule_about_content_shows_wrong_and_right_and_has_a_fixture(rule: Rule):
    assert "\nWrong:" in rule.documentation
    assert "\nRight:" in rule.documentation
    assert "\nFix it " in rule.documentation
    assert (ROOT / "tests" / "rules" / f"{rule.name.replace('-', '_')}.md").is_file()


def test_checks_of_built_pages_have_codes_of_their_own_and_stay_out_of_the_handbook():
    codes = [check.code for check in discover_checks()]
    assert len(codes) == len(set(codes)) >= 19
    assert all(re.fullmatch(f"{LETTERS}[0-9]{{3}}", code) for code in codes)
    written = (ROOT / "handbook" / "rules.md").read_text(encoding="utf-8")
    assert not [code for code in codes if f"### {code}" in written]


def test_checks_in_a_browser_have_codes_of_their_own_and_each_has_a_fault_that_it_finds():
    codes = [check.code for check in discover_browser_checks()]
    assert len(codes) == len(set(codes)) >= 11
    assert all(re.fullmatch(f"{BROWSER_LETTERS}[0-9]{{3}}", code) for code in codes)
    tests = (ROOT / "tests" / "browser" / "test_audit.py").read_text(encoding="utf-8")
    assert [code for code in codes if f'"{code}"' not in tests] == []


def test_handbook_holds_every_rule_as_it_is_now():
    written = (ROOT / "handbook" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_handbook(), "run `python3 scripts/handbook.py` and commit handbook/rules.md"


@pytest.mark.parametrize("path", BLOCKS, ids=lambda path: path.stem)
def test_block_has_a_docstring_and_a_fixture(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert (ROOT / "tests" / "blocks" / f"{path.stem}.md").is_file()


@pytest.mark.parametrize("name", blocks.fence_names())
def test_handbook_tells_editors_of_every_block(name: str):
    page = (ROOT / "handbook" / "write.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page or f":::{{{name}}}" in page


def test_every_kind_of_problem_has_its_facts_and_is_worded_by_one_rule():
    worded = [kind for rule in rules.discover() for kind in rule.problems]
    assert sorted(worded) == sorted(ProblemKind), "a kind without a rule, or with two"
    typed = [each.kind for each in classes_of_facts()]
    assert sorted(typed) == sorted(ProblemKind), "a kind without facts, or with two classes of them"
