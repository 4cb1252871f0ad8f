"""What the program says names only what is there where it is installed from a wheel: no file of the repository."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citewell import extras
from citewell.cli.handbook.pages import list_handbook_pages
from citewell.errors import ExtraMissing
from citewell.extras import EXTRAS, Extra, require_extra

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "citewell"
OURS = re.compile(
    r"(?<![\w/.])(?:scripts|requirements|tests|benchmarks)[/\\]|handbook/\w|\.venv|pip install"
    r"|(?:README|CONTRIBUTING|ARCHITECTURE|DECISIONS|CHANGELOG)(?:\.md)?\b"
)
#: Where such a name is right: the script of a checkout, named only in one; the name of a page's file; those of a site
#: that was just made.
ALLOWED = {
    "extras.py": r"scripts/(?:audit|build|import|refs|report)\.py|pip install --require-hashes",
    "cli/handbook/pages.py": "README",
    "cli/commands/init.py": r"python3 scripts/serve\.py|\.venv/bin/citewell|README\.md there",
    "cli/new_site/engine.py": r"scripts/environment\.py",
    "cli/new_site/write_site.py": r"README\.md",
}
#: The docstrings that the program prints: of rules and checks, and of commands.
PRINTED = re.compile(r"rules/\w+/|(audit|site)/checks/|cli/commands/")


def texts(file: Path) -> Iterator[tuple[int, str]]:
    """The texts in a file of the program and the line of each: every string but the docstrings for developers."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        yield from enumerate(text.splitlines(), 1)
        return
    tree = ast.parse(text)
    silent = set()
    if not PRINTED.match(file.relative_to(SOURCE).as_posix()):
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
                silent.add(body[0].value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node.lineno, node.value


def named(file: Path) -> Iterator[str]:
    allowed = ALLOWED.get(file.relative_to(SOURCE).as_posix(), "(?!)")
    for line, text in texts(file):
        for found in OURS.finditer(re.sub(allowed, "", text)):
            yield f"{file.relative_to(ROOT)}:{line}: {found[0]}"


def test_no_text_of_the_program_names_a_file_of_the_repository():
    kinds = {".py", ".yml", ".html", ".js"}
    files = [file for file in SOURCE.rglob("*") if file.suffix in kinds and "starter" not in file.parts]
    assert len(files) > 500
    assert [each for file in sorted(files) for each in named(file)] == []


def test_every_page_of_the_handbook_that_a_text_names_is_there():
    topics = {page.topic for page in list_handbook_pages()}
    said = {
        topic
        for file in SOURCE.rglob("*.py")
        for _, text in texts(file)
        for topic in re.findall(r"citewell help ([a-z-]+)", text)
    }
    assert {"start", "write", "cite", "review", "evidence"} <= said <= topics


@pytest.mark.parametrize("name", EXTRAS)
def test_an_installed_program_names_its_own_lock_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(EXTRAS, name, Extra(("no_such_package",), "this command", "a build needs none", "scripts/x.py"))
    lock = tmp_path / "site" / ".venv" / "citewell" / "locks" / f"{name}.txt"
    monkeypatch.setattr(extras, "find_checkout", lambda: None)
    monkeypatch.setattr(extras, "find_lock", lock.with_stem)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "a folder" / "python"))
    lock.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")

    with pytest.raises(ExtraMissing) as stopped:
        require_extra(name)

    level = "build" if name == "search" else name
    assert stopped.value.message == "this command needs packages that are not installed: no_such_package"
    assert stopped.value.hint == (
        f"install them: '{tmp_path}/a folder/python' -m pip install --require-hashes "
        f"-r .venv/citewell/locks/{level}.txt; a build needs none"
    )


@pytest.mark.parametrize("name", EXTRAS)
def test_every_extra_has_a_script_in_a_checkout(name: str):
    assert (ROOT / EXTRAS[name].script).is_file()
