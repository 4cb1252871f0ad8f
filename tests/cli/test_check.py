"""``citewell check`` and what all commands have in common: where they work, what they refuse, how they end."""

from __future__ import annotations

import json
import os

import pytest
from tests.cli.project import Project

ARTICLE = "content_src/articles/is-it-serious/article.md"
MENDABLE = '"citewell check --fix" can fix 1 of these; --diff shows how.\n'


def test_a_site_without_a_fault_gives_0_and_one_with_errors_1(small: Project, faulty: Project):
    assert small.citewell("check").code == 0
    assert faulty.citewell("check").code == 1


def test_warnings_alone_give_0(small: Project):
    unverified = "kind: research-study\n      unverified: true"
    small.replace("content_src/references/all.yml", "kind: research-study", unverified)
    done = small.citewell("check")

    assert "warning[REF006]" in done.out
    assert "1 warning in 1 of 5 files" in done.out
    assert done.code == 0


def test_quiet_shows_the_findings_alone_and_keeps_the_exit_code(small: Project, faulty: Project):
    loud, quiet = faulty.citewell("check"), faulty.citewell("check", "--quiet")

    assert quiet.code == 1
    assert loud.out == f"{quiet.out}\n3 errors in 1 of 4 files\n{MENDABLE}"
    assert small.citewell("check", "--quiet") == (0, "", "")


def test_json_has_exactly_the_documented_keys(faulty: Project):
    data = json.loads(faulty.citewell("check", "--format", "json").out)

    assert list(data) == ["diagnostics", "summary"]
    place = ["path", "line", "column", "end_line", "end_column"]
    assert {tuple(found) for found in data["diagnostics"]} == {("code", "severity", *place, "message", "hint", "fix")}
    assert data["summary"] == {
        "articles": 1,
        "claims": 3,
        "cited": 2,
        "uncited": 1,
        "waived": 0,
        "references": 1,
        "errors": 3,
        "warnings": 0,
    }
    assert data["diagnostics"][0]["fix"]["replacement"] == "@example-page"
    assert data["diagnostics"][1]["fix"] is None


def test_a_path_limits_what_is_shown_and_counted(faulty: Project):
    faulty.write("content_src/articles/another/article.md", "---\ntitle: Another?\n---\n\nNo source here.\n")

    everything = faulty.citewell("check", "--quiet").out
    one = faulty.citewell("check", ARTICLE)
    folder = faulty.citewell("check", "is-it-serious", cwd=faulty.root / "content_src" / "articles")
    none = faulty.citewell("check", "content_src/references", "content_src/site.yml")

    assert "articles/another/" in everything
    assert "articles/another/" not in one.out
    assert "3 errors in 1 of 1 file\n" in one.out
    assert folder == one
    assert none == (0, "No findings in 2 files\n", "")


def test_a_path_still_knows_the_rest_of_the_content(faulty: Project):
    faulty.replace(ARTICLE, "@exmaple-page", "@example-page")
    assert "CIT001" not in faulty.citewell("check", ARTICLE).out


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("content_src/nowhere", "there is no file or folder"),
        ("can-stress-cause-headaches", "; did you mean content_src/articles/can-stress-cause-headaches?"),
        ("mkdocs.yml", "is not in content_src/"),
        ("/etc", "is not"),
    ],
)
def test_a_path_that_cannot_be_checked_is_refused(small: Project, path: str, says: str):
    done = small.citewell("check", path)

    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("citewell: error: ")
    assert says in done.err
    assert done.err.count("\n") == 2


def test_it_works_from_any_folder_of_the_project_or_with_root(small: Project, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside")

    assert small.citewell("check", cwd=small.root / "content_src" / "articles").code == 0
    assert small.citewell("check", "--root", str(small.root), cwd=outside).code == 0
    lost = small.citewell("check", cwd=outside)
    assert lost.code == 2
    assert "mkdocs.yml and content_src/" in lost.err
    assert "--root" in lost.err


def test_what_steers_a_terminal_is_written_out(faulty: Project):
    faulty.replace(ARTICLE, "@exmaple-page", "@{exm\x1b[31maple}")
    out = faulty.citewell("check").out

    assert "\x1b" not in out
    assert "\\x1b[31m" in out


def test_a_name_that_is_not_utf8_is_shown_and_json_stays_json(small: Project):
    name = os.fsencode(small.root / "content_src" / "articles") + b"/caf\xe9"
    os.mkdir(name)  # noqa: PTH102 - a Path cannot hold these bytes
    with open(name + b"/article.md", "w") as file:  # noqa: PTH123 - as above
        file.write("---\ntitle: A\n---\n")

    text = small.citewell("check")
    data = json.loads(small.citewell("check", "--format", "json").out)

    assert text.code == 1
    assert "caf" in text.out
    assert any("caf" in found["path"] for found in data["diagnostics"])
    assert text.err == ""


def test_github_gets_a_command_a_finding_with_everything_escaped(faulty: Project):
    lines = faulty.citewell("check", "--format", "github", "--quiet").out.splitlines()

    assert len(lines) == 3
    assert all(line.startswith(f"::error file={ARTICLE},line=") for line in lines)
    assert "title=CIT002::" in lines[1]
    assert "100%25 of the time: see a doctor" in lines[1]
    assert "%0AHint: " in lines[0]


def test_what_an_article_uses_is_checked_with_it_and_by_itself(small: Project):
    article, shared = "content_src/articles/can-stress-cause-headaches", "content_src/shared/rest.md"
    small.write(shared, "Rest a lot.\n")
    small.write(f"{article}/article.md", f"{small.read(f'{article}/article.md')}\n:::{{use}} rest\n")

    for asked, files in ((article, "2 files"), (shared, "1 file"), ("content_src/shared", "1 file")):
        done = small.citewell("check", asked)
        assert done.code == 1
        assert done.out.startswith(
            f'{shared}:1:1: error[CIT002] this sentence has no source and does not say why: "Rest'
        )
        assert done.out.endswith(f"\n1 error in 1 of {files}\n")
    assert small.citewell("check", "content_src/pages").code == 0
