"""``citewell check --fix`` and ``--diff``: what is certain is mended, what is left is said, nothing else is touched."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from tests.cli.project import Project

ARTICLE = "content_src/articles/is-it-serious/article.md"
REFERENCES = "content_src/references/all.yml"
SLIP, RIGHT = b"@exmaple-page", b"@example-page"


def content(project: Project) -> dict[str, bytes]:
    """Every file of the content, hidden ones too."""
    files = (path for path in (project.root / "content_src").rglob("*") if path.is_file())
    return {path.relative_to(project.root).as_posix(): path.read_bytes() for path in files}


def test_fix_mends_what_is_certain_and_reports_the_rest(faulty: Project):
    before = content(faulty)
    done = faulty.citewell("check", "--fix")

    assert content(faulty) == before | {ARTICLE: before[ARTICLE].replace(SLIP, RIGHT)}
    assert "CIT001" not in done.out
    assert "error[CIT002]" in done.out
    assert "2 errors in 1 of 4 files" in done.out
    assert done.err == "Fixed 1 problem in 1 file.\n"
    assert done.code == 1


def test_without_errors_left_it_gives_0(small: Project):
    small.replace(REFERENCES, "DOI: 10.1000/example.1", "DOI: 10.1000/example.1.")
    assert small.citewell("check").code == 1

    done = small.citewell("check", "--fix", REFERENCES)

    assert "    DOI: 10.1000/example.1\n" in small.read(REFERENCES)
    assert (done.code, done.err) == (0, "Fixed 1 problem in 1 file.\n")
    assert small.citewell("check", "--fix", REFERENCES) == (0, done.out, "Nothing to fix.\n")


def test_one_correction_may_lead_to_another(faulty: Project):
    faulty.replace(ARTICLE, SLIP.decode(), "@example-page; @https://page.example/x?y=(1),")
    faulty.write(
        "content_src/references/more.yml",
        "references:\n- id: x\n  type: webpage\n  URL: https://page.example/x?y=(1)\n",
    )
    more = "content_src/references/more.yml"
    faulty.write(more, faulty.read(more) + faulty.read(more).removeprefix("references:\n"))

    faulty.citewell("check", "--fix")

    assert "[@example-page; @{https://page.example/x?y=(1)}]" in faulty.read(ARTICLE)
    assert faulty.read(more).count("- id: x") == 1


def test_a_citation_with_many_faults_is_mended_at_once(faulty: Project):
    names = [f"Müller{number}" for number in range(2001, 2015)]
    entries = "".join(f"- id: {name}\n  type: webpage\n  URL: https://page.example/{name[-4:]}\n" for name in names)
    faulty.write("content_src/references/more.yml", f"references:\n{entries}")
    faulty.replace(ARTICLE, SLIP.decode(), "; ".join(f"@{name}" for name in names))

    faulty.citewell("check", "--fix")

    assert "[" + "; ".join(f"@{{{name}}}" for name in names) + "]" in faulty.read(ARTICLE)


def test_every_other_byte_stays(faulty: Project):
    path = faulty.root / ARTICLE
    text = path.read_bytes().replace(b"\n", b"\r\n", 5) + b"\r\n\tA tab, spaces at the end  \t \r\n\r\rno end"
    path.write_bytes(b"\xef\xbb\xbf" + text)

    faulty.citewell("check", "--fix")

    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace(SLIP, RIGHT)


def test_diff_shows_what_fix_would_change_and_changes_nothing(faulty: Project):
    before = content(faulty)
    done = faulty.citewell("check", "--diff")

    assert done.code == 1
    assert done.out.startswith(f"--- a/{ARTICLE}\n+++ b/{ARTICLE}\n@@ ")
    changed = [line for line in done.out.splitlines()[3:] if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert changed[0][1:].replace(SLIP.decode(), RIGHT.decode()) == changed[1][1:]
    assert done.err == "Would fix 1 problem in 1 file; 2 errors would be left. Nothing was changed.\n"
    assert content(faulty) == before
    assert faulty.citewell("check", "--fix", "--diff") == done
    assert content(faulty) == before
    assert faulty.citewell("check", "--diff", "--quiet") == (1, done.out, "")


def test_with_nothing_to_mend_diff_is_empty(small: Project):
    assert small.citewell("check", "--diff", REFERENCES) == (0, "", "Nothing to fix.\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "Last line."])
def test_the_diff_is_a_patch_that_does_what_fix_does(faulty: Project, tmp_path: Path, ends: str, last: str):
    git = shutil.which("git")
    assert git, "the tests call git, as README says"
    path = faulty.root / ARTICLE
    text = faulty.read(ARTICLE).replace("---\n\n", "---\n\n\x1b[31mRed.\x1b[0m\n\n") + last
    path.write_bytes(text.replace("\n", ends).encode())
    copy = tmp_path / "copy"
    shutil.copytree(faulty.root, copy)
    patch = faulty.citewell("check", "--diff").out
    faulty.citewell("check", "--fix")

    subprocess.run([git, "apply", "--whitespace=nowarn"], cwd=copy, input=patch.encode(), check=True)

    assert (copy / ARTICLE).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("program", [["git", "apply"], ["patch", "-p1", "-s"]], ids=lambda program: program[0])
def test_the_diff_names_files_so_that_other_programs_find_them(small: Project, tmp_path: Path, program: list[str]):
    if program[0] == "patch" and shutil.which("patch") is None:
        pytest.skip("patch is not installed; git applies the same diff")
    path = "content_src/references/über uns.yml"
    small.write(path, "references:\n- id: x\n  type: webpage\n  title: X\n  title: X\n  URL: https://page.example/x\n")
    copy = tmp_path / "copy"
    shutil.copytree(small.root, copy)
    patch = small.citewell("check", "--diff", path).out

    subprocess.run(program, cwd=copy, input=patch.encode(), check=True)

    assert (copy / path).read_text(encoding="utf-8").count("title: X") == 1


def test_a_path_limits_what_is_mended(faulty: Project):
    other = "content_src/articles/another/article.md"
    faulty.write(other, faulty.read(ARTICLE))
    before = content(faulty)

    done = faulty.citewell("check", "--fix", "content_src/articles/another")

    assert content(faulty) == before | {other: before[other].replace(SLIP, RIGHT)}
    assert ARTICLE not in done.out


def test_json_stays_json_and_has_what_is_left(faulty: Project):
    done = faulty.citewell("check", "--fix", "--format", "json")
    data = json.loads(done.out)

    assert data["summary"]["errors"] == 2
    assert [found["fix"] for found in data["diagnostics"]] == [None, None]


def test_tidying_is_done_and_never_reported(small: Project):
    group = "[@example-study; @example-page; @example-review]"
    article = "content_src/articles/can-stress-cause-headaches/article.md"
    small.replace(REFERENCES, "DOI: 10.1000/example.1", "DOI: https://doi.org/10.1000/EXAMPLE.1")
    assert group in small.read(article)
    clean = small.citewell("check")

    done = small.citewell("check", "--fix")

    assert (clean.code, done.code) == (0, 0)
    assert done.out == clean.out
    assert "    DOI: 10.1000/EXAMPLE.1\n" in small.read(REFERENCES)
    assert "[@example-page; @example-study; @example-review]" in small.read(article)


def test_rights_and_owner_stay(faulty: Project):
    path = faulty.root / ARTICLE
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)
    before = path.stat()

    assert faulty.citewell("check", "--fix").code == 1

    after = path.stat()
    assert RIGHT in path.read_bytes()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, stat.S_IFREG | 0o640)


def test_a_write_protected_file_is_left_alone(faulty: Project, monkeypatch: pytest.MonkeyPatch):
    path = faulty.root / ARTICLE
    path.chmod(0o444)
    if os.geteuid() == 0:  # whom the system lets write all the same
        monkeypatch.setattr(os, "access", lambda asked, _mode: Path(asked) != path)
    before = content(faulty)

    done = faulty.citewell("check", "--fix")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"citewell: error: {ARTICLE}: cannot be written (it is write-protected)\n")
    assert content(faulty) == before


def test_a_link_is_not_followed(faulty: Project):
    path = faulty.root / ARTICLE
    real = path.with_name("real.txt")
    path.rename(real)
    path.symlink_to("real.txt")
    before = real.read_bytes()

    faulty.citewell("check", "--fix")

    assert path.is_symlink()
    assert real.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "said"), [("CIT001", "when it is certain what was meant"), ("CIT020", "--fix`."), ("CIT002", "")]
)
def test_explain_says_what_can_be_mended(small: Project, code: str, said: str):
    out = small.citewell("explain", code).out
    assert ("Can be fixed by `citewell check --fix`" in out) is bool(said)
    assert said in out
