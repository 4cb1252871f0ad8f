"""Whatever is found by its file is documented: for who reads the code, for who tests it, and for editors."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from citewell import blocks, rules
from citewell.rules.families import FAMILIES, Family
from citewell.rules.handbook import rules_handbook
from citewell.rules.rule import Rule
from citewell.site.checks import LETTERS, discover_checks

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "citewell"
ABOUT_CONTENT = {f"{rule.code} {rule.name}": rule for rule in rules.discover()}
ABOUT_PAGES = {f"{check.code} {check.name}": check for check in discover_checks()}
ALL = ABOUT_CONTENT | ABOUT_PAGES
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


def test_every_flaw_the_reader_notes_is_worded_by_one_rule():
    worded = [kind for rule in rules.discover() for kind in rule.flaws]
    assert sorted(set(worded)) == sorted(worded), "two rules word the same flaw"
    noted = flaws_noted()
    assert noted == set(worded), {"no rule": noted - set(worded), "nobody notes": set(worded) - noted}


def flaws_noted() -> set[str]:
    """The kinds of flaw that the code of the reader and the blocks can note."""
    paths = [*(SOURCE / "source").glob("*.py"), *(SOURCE / "blocks").glob("*.py")]
    return {kind for path in paths for kind in kinds_in(ast.parse(path.read_text(encoding="utf-8")))}


#: What makes a flaw: its first argument is the kind. Further on, the places that choose among several kinds.
_MAKERS = {"Problem", "Fault", "flaw", "note", "_note", "self._note", "self._note_later", "self.flaw", "parser.flaw"}
_CHOOSERS = {"_kind", "form"}


def kinds_in(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=maker, args=[first, *_], keywords=keywords) if ast.unparse(maker) in _MAKERS:
                found |= words({keyword.arg: keyword.value for keyword in keywords}.get("kind", first))
            case ast.FunctionDef(name=name, returns=returns) if name in _CHOOSERS and returns is not None:
                for part in ast.walk(node):
                    if isinstance(part, ast.Return) and part.value is not None:
                        found |= words(part.value)
            case ast.arguments(args=[*_, ast.arg(arg="kind")], defaults=[*_, default]):
                found |= words(default)
            case ast.Assign(targets=[ast.Name(id="kind")], value=value):
                found |= words(value)
            case ast.AnnAssign(target=ast.Name(id="_REFUSED"), value=ast.Dict(values=values)):
                found |= {kind for value in values for kind in words(value)}
            case ast.For(target=ast.Tuple(elts=[ast.Name(id="kind"), *_]), iter=ast.Tuple(elts=pairs)):
                found |= {kind for pair in pairs if isinstance(pair, ast.Tuple) for kind in words(pair.elts[0])}
            case _:
                pass
    return found


def words(node: ast.expr) -> set[str]:
    """The kinds that an expression can be: a text, one of two texts, or the first of a pair."""
    match node:
        case ast.Constant(value=str(word)) if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", word) or word == "symlink":
            return {word}
        case ast.IfExp(body=one, orelse=other):
            return words(one) | words(other)
        case ast.Tuple(elts=[first, *_]):
            return words(first)
        case _:
            return set()
