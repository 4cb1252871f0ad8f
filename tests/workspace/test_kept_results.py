"""Results of earlier runs: whatever is edited and whatever became of the file, they are what a first run gives."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path, PurePosixPath
from random import Random

import pytest
from tests.content import TODAY

from citewell.article_context import ArticleContext
from citewell.build import RenderedContent
from citewell.diagnostics import Diagnostic
from citewell.model.packed import Packed, pack_value, unpack_value
from citewell.project import Project
from citewell.result_store import ResultStore, open_results
from citewell.rules import CheckOptions
from citewell.site.document_output import PackedOutput, make_docs
from citewell.workspace import KeptResults, Workspace

SITES = Path(__file__).parents[1] / "sites"
EDITS = 30


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of a site with reviews, a glossary, pictures and a lock."""
    shutil.copytree(SITES / "gallery", tmp_path / "site")
    return Project(tmp_path / "site")


def outcome(project: Project, store: ResultStore | None) -> tuple[tuple[Diagnostic, ...], dict[PurePosixPath, bytes]]:
    """All findings, and every file of ``docs/``."""
    content = RenderedContent(project, TODAY, store=store)
    findings = content.work.findings()
    return findings, dict(make_docs(content.index(), content.documents()).files)


def kept_outcome(project: Project) -> tuple[tuple[Diagnostic, ...], dict[PurePosixPath, bytes]]:
    with open_results(project) as store:
        return outcome(project, store)


def edit(originals: dict[Path, bytes], chance: Random) -> None:
    """One change of one file: a line less, a line twice, a word that is elsewhere, all of it gone, or as it was."""
    path = chance.choice(sorted(originals))
    if not path.exists() or chance.random() < 0.35:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(originals[path])
        return
    lines = path.read_bytes().splitlines(keepends=True) or [b"\n"]
    at = chance.randrange(len(lines))
    how = chance.randrange(5)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(at, lines[at])
    elif how == 2:
        words = b"".join(lines).split() or [b"pain"]
        lines[at] = lines[at].replace(chance.choice(words), chance.choice(words), 1)
    elif how == 3:
        other = originals[chance.choice(sorted(originals))].splitlines(keepends=True)
        lines.insert(at, chance.choice(other or [b"\n"]))
    else:
        path.unlink()
        return
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edit_results_are_those_of_a_first_run(project: Project, seed: int):
    chance = Random(seed)
    originals = {path: path.read_bytes() for path in project.content.rglob("*") if path.is_file()}
    for number in range(EDITS):
        edit(originals, chance)
        assert kept_outcome(project) == outcome(project, None), f"edit {number}"


def test_only_what_changed_is_read_and_made_again(project: Project, monkeypatch: pytest.MonkeyPatch):
    first = kept_outcome(project)
    made: list[str] = []
    pack_document = RenderedContent._pack

    def noted(self: RenderedContent, context: ArticleContext) -> PackedOutput:
        made.append(context.article.slug)
        return pack_document(self, context)

    monkeypatch.setattr(RenderedContent, "_pack", noted)

    assert kept_outcome(project) == first
    assert made == []

    article = project.articles / "many-sources" / "article.md"
    article.write_text(article.read_text().replace("title: ", "title: Really, ", 1))
    assert kept_outcome(project) == outcome(project, None)
    made.clear()
    people = project.content / "people.yml"
    people.write_text(people.read_text() + "\n")  # shared by all, and nothing that any of them uses
    kept_outcome(project)
    assert made == []


def test_another_day_and_other_questions_have_results_of_their_own(project: Project):
    kept_outcome(project)
    with open_results(project) as store:
        for options in (CheckOptions(), CheckOptions(release=True), CheckOptions(advise=True)):
            for day in (TODAY, TODAY + timedelta(days=900)):
                kept: Workspace[None] = Workspace(project, day, options, kept=KeptResults(store))
                fresh: Workspace[None] = Workspace(project, day, options)
                assert kept.findings() == fresh.findings()


def flipped(data: bytes) -> bytes:
    chance = Random(5)
    changed = bytearray(data)
    for _ in range(400):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


@pytest.mark.parametrize(
    "spoil",
    [flipped, lambda data: data[: len(data) // 2], lambda data: data[:100] + flipped(data[100:]), lambda _: b"garbage"],
    ids=["flipped bits", "half of it", "whole head", "garbage"],
)
def test_a_damaged_file_changes_nothing(project: Project, spoil: Callable[[bytes], bytes]):
    first = kept_outcome(project)
    project.results.write_bytes(spoil(project.results.read_bytes()))

    assert kept_outcome(project) == first
    assert kept_outcome(project) == first, "and the next run, which may have begun a new file"


def test_each_value_with_a_flipped_bit_is_left_out(project: Project):
    first = kept_outcome(project)
    file = sqlite3.connect(project.results)
    rows = file.execute("SELECT name, data FROM entries").fetchall()
    assert len(rows) > 8
    with file:
        for name, data in rows:
            at = Random(name).randrange(len(data))
            spoilt = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            file.execute("UPDATE entries SET data = ? WHERE name = ?", (spoilt, name))
    file.close()

    assert kept_outcome(project) == first


def test_values_under_one_anothers_names_are_left_out(project: Project):
    first = kept_outcome(project)
    file = sqlite3.connect(project.results)
    rows = file.execute("SELECT name, data FROM entries ORDER BY name").fetchall()
    with file:
        for (name, _), (_, data) in zip(rows, [*rows[1:], rows[0]], strict=True):
            file.execute("UPDATE entries SET data = ? WHERE name = ?", (data, name))
    file.close()

    assert kept_outcome(project) == first


def test_results_of_another_version_of_the_program_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with ResultStore(tmp_path / "results") as store:
        store.keep("a", 1)
    with ResultStore(tmp_path / "results") as store:
        assert store.get("a") == 1
    monkeypatch.setattr("citewell.result_store.digest_program", lambda: "another")
    with ResultStore(tmp_path / "results") as store:
        assert store.get("a") is None


def test_where_no_file_can_be_there_is_only_no_help(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere" / "file")
    for path in (tmp_path / "folder", tmp_path / "gone" / "file", tmp_path / "link", None):
        with ResultStore(path) as store:
            store.keep("a", 1)
            assert store.get("a") is None


def test_a_file_that_is_removed_while_it_is_used_is_only_lost(tmp_path: Path):
    with ResultStore(tmp_path / "results", largest=1) as store:
        store.keep("a", 1)
        (tmp_path / "results").unlink()


def test_what_was_not_used_goes_when_the_file_is_too_large(tmp_path: Path):
    path = tmp_path / "results"
    with ResultStore(path) as store:
        for name in "abc":
            store.keep(name, Random(name).randbytes(100_000))
    with ResultStore(path, largest=250_000) as store:
        assert store.get("b") is not None
    with ResultStore(path) as store:
        assert [name for name in "abc" if store.get(name) is not None] == ["b"]
    assert path.stat().st_size < 200_000


def test_two_processes_use_one_file(project: Project):
    code = (
        "import sys; from pathlib import Path; from datetime import date; from citewell.project import Project\n"
        "from citewell.result_store import open_results; from citewell.workspace import KeptResults, Workspace\n"
        "project = Project(Path(sys.argv[1]))\n"
        "with open_results(project) as store:\n"
        "    print(len(Workspace(project, date(2026, 3, 1), kept=KeptResults(store)).findings()))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(project.root)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    answers = [process.communicate()[0] for process in running]

    assert [process.returncode for process in running] == [0] * 4
    assert len(set(answers)) == 1
    assert int(answers[0]) > 0


class Harmful:
    """What a forger would put into the file: to read it is to run a command."""

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return eval, ("open('/tmp/harm', 'w')",)


def test_bytes_that_would_run_something_are_refused():
    with pytest.raises(ValueError, match=r"builtins\.eval is not a record"):
        unpack_value(pack_value(Harmful()))
    with pytest.raises(ValueError, match="not a packed value"):
        unpack_value(b"x")
    with pytest.raises(ValueError, match="is not a record"):
        unpack_value(pack_value(subprocess.run))
    assert Packed(PurePosixPath("a")).unpack() == PurePosixPath("a")
    assert pickle.HIGHEST_PROTOCOL >= 5
