"""Every correction that a rule's fixture shows, made in files of every form: it ends its finding and does nothing else.

What a correction is allowed to do is judged by the findings and the pages, not by how it was made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import pytest
from tests.rules.fixtures import TODAY, Case, cases, characters, fill_fingerprints

from citewell.diagnostics import Diagnostic
from citewell.fixes.apply_fixes import apply_fixes
from citewell.model.report import PathFilter
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.site_map import build_site_index
from citewell.rules import CheckOptions, discover
from citewell.site.document_output import DocumentOutput, make_docs, make_output
from citewell.workspace import Workspace

RULES = {rule.name.replace("-", "_"): rule for rule in discover()}
CASES = {f"{case.rule}: {case.title}": case for case in cases() if "  fix: " in case.findings}
FORMS: dict[str, Callable[[str], bytes]] = {
    "line feeds": lambda text: text.encode(),
    "Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "Windows with its mark": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    "old Macintosh": lambda text: text.replace("\n", "\r").encode(),
    "no end of the last line": lambda text: text.removesuffix("\n").encode(),
}
#: Of these the readers' pages must not change at all.
NOT_SEEN = {"citation_key_twice", "citation_order", "identifier_not_plain", "reference_key_twice", "yaml_duplicate_key"}


class Fixed:
    """A fixture's content before and after its corrections."""

    def __init__(self, case: Case, root: Path, form: Callable[[str], bytes] = FORMS["line feeds"]) -> None:
        (root / "content_src").mkdir(parents=True)
        for name, text in case.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(form(characters(text)))
        fill_fingerprints(case, root)
        self.root, self.release = root, case.release
        self.content = self.read()
        self.before = self.content.findings()
        self.pages_before = pages_of(self.content)
        self.made = apply_fixes(self.content, PathFilter())
        self.after = self.content.findings()

    def read(self) -> Workspace[DocumentOutput]:
        make = partial(make_output, printed=ReferenceDescriptions())
        return Workspace(self.root, TODAY, CheckOptions(self.release, tidy=True), make=make, editing=True)

    @property
    def files(self) -> dict[str, bytes]:
        """What was changed, as it would be written."""
        return {change.file.shown: change.after for change in self.content.changes}


def pages_of(content: Workspace[DocumentOutput]) -> Mapping[PurePosixPath, bytes]:
    site_map = build_site_index(content.facts, content.inputs, ReferenceDescriptions(), {})
    return make_docs(site_map, [(each.card, each.made) for each in content.all_results() if each.made]).files


def kinds(findings: tuple[Diagnostic, ...]) -> Counter[tuple[str, str]]:
    """The findings without their places, which move; but for what a source that is cited again still asks for."""
    found = [each for each in findings if each.code != RULES["reference_unchecked"].code]
    return Counter((each.code, re.sub(r":\d+:\d+", "", each.message)) for each in found)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.mark.parametrize("form", FORMS)
def test_the_finding_is_gone_and_no_other_has_come(case: Case, form: str, tmp_path: Path):
    mended = Fixed(case, tmp_path, FORMS[form])
    offered = [found for found in mended.before if found.fix]

    assert mended.made >= len(offered) > 0
    assert [found for found in mended.after if found.fix] == []
    assert kinds(mended.after) - kinds(mended.before) == Counter()
    assert kinds(mended.after).total() <= kinds(mended.before).total() - len(offered)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_keeps_its_form(case: Case, form: str, tmp_path: Path):
    plain, other = Fixed(case, tmp_path / "plain"), Fixed(case, tmp_path / "other", FORMS[form])
    assert other.files.keys() == plain.files.keys()
    for name, data in other.files.items():
        whole = plain.files[name]  # so it is, too, where the last line had no end and was deleted
        assert data in (FORMS[form](whole.decode()), whole)


def test_what_was_mended_is_not_mended_again(case: Case, tmp_path: Path):
    mended = Fixed(case, tmp_path)
    for name, data in mended.files.items():
        (tmp_path / name).write_bytes(data)
    again = mended.read()
    apply_fixes(again, PathFilter())

    assert again.changes == ()


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.rule in NOT_SEEN])
def test_readers_see_the_same_pages(name: str, tmp_path: Path):
    mended = Fixed(CASES[name], tmp_path)
    assert mended.pages_before == pages_of(mended.content)


def test_rules_say_whether_they_have_fixes():
    assert {case.rule for case in CASES.values()} == {name for name, rule in RULES.items() if rule.fixable}


def test_tidying_is_looked_for_only_where_fixes_are_made(tmp_path: Path):
    case = next(case for case in CASES.values() if RULES[case.rule].tidies)
    mended = Fixed(case, tmp_path)
    code = RULES[case.rule].code

    assert code in {found.code for found in mended.before}
    assert code not in {found.code for found in Workspace[None](tmp_path, TODAY).findings()}
