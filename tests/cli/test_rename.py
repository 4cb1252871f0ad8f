"""``citewell rename``: an article gets another name, and everything that names it follows, or nothing does."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.cli.project import Project
from tests.reviewing import PEOPLE, read_context, record_review

from citewell.model.reviews import ReviewRole, ReviewStage
from citewell.reviews.state import find_review_state

OLD, NEW = "is-it-a-lump", "lumps"
ON = date(2026, 2, 1)
CONTENT = {
    "site.yml": "publisher: A\nregion: United Kingdom\nemergency_number: 999\naddress: https://a.example/health/\n"
    "navigation: [about, 'Our sources': sources]\nwaiver_kinds: [{kind: advice, label: Advice}]\n",
    "people.yml": PEOPLE,
    "references/r.yml": "references: []\n",
    "shared/see.md": "See [lumps](../is-it-a-lump/#what). [no source: advice]\n",
    f"articles/{OLD}/article.md": "---\r\ntitle: Is it a lump?  # a question\r\nauthors: [editorial-team]\r\n---\r\n"
    "\r\n## What\r\n\r\nAsk. [no source: advice]\r\nSee [what](../is-it-a-lump/#what). [no source: advice]\r\n"
    "\r\n:::{use} see\r\n",
    f"articles/{OLD}/lump.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"/>',
    "articles/is-it-a-lump-too/article.md": "---\ntitle: Is it another lump?\nrelated_articles: [ is-it-a-lump ]\n"
    "not_related:\n  - 'is-it-a-lump'\nstatus: withdrawn\n"
    "withdrawn: {date: 2026-01-01, reason: Old., instead: is-it-a-lump}\n"
    "---\n\n**See [is-it-a-lump](../is-it-a-lump/) and [another lump](../is-it-a-lump-too/).** [no source: advice]\n\n"
    ":::{use} see\n",
    "pages/about.md": "---\ntitle: About\n---\n\nSee [a lump](../articles/is-it-a-lump/). [no source: advice]\n",
    "static/_redirects": "/lump /health/articles/is-it-a-lump/ 302\n/other /about/\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Project:
    project = Project("small", tmp_path / "site")
    for path in sorted((project.root / "content_src").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, text in CONTENT.items():
        path = project.root / "content_src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    record_review(project.root, OLD, "ada-fiction", ON)
    return project


def everything(project: Project) -> dict[str, bytes]:
    content = project.root / "content_src"
    return {str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def expected(before: dict[str, bytes]) -> dict[str, bytes]:
    """What the content should be: every byte of before, but for the name where something is named by it."""
    after = {}
    for name, data in before.items():
        links = data.replace(b"articles/is-it-a-lump/", b"articles/lumps/").replace(b"../is-it-a-lump/", b"../lumps/")
        after[name.replace(f"{OLD}/", f"{NEW}/").replace(f"{OLD}.yml", f"{NEW}.yml")] = links
    other = "articles/is-it-a-lump-too/article.md"
    after[other] = (
        before[other]
        .replace(b"[ is-it-a-lump ]", b"[ lumps ]")
        .replace(b"'is-it-a-lump'", b"'lumps'")
        .replace(b"instead: is-it-a-lump", b"instead: lumps")
        .replace(b"../is-it-a-lump/", b"../lumps/")
    )
    own = f"articles/{NEW}/article.md"
    after[own] = after[own].replace(b"[editorial-team]\r\n", b"[editorial-team]\r\nredirects: is-it-a-lump\r\n")
    return after


def test_everything_that_names_it_follows_and_no_other_byte_changes(site: Project):
    wanted = expected(everything(site))
    done = site.citewell("rename", OLD, NEW)
    assert (done.code, done.err) == (0, "")
    assert everything(site) == wanted
    assert f"Moved content_src/articles/{OLD} to content_src/articles/{NEW}\n" in done.out
    assert "Kept the old address articles/is-it-a-lump/, which leads to articles/lumps/\n" in done.out
    assert "Wrote the new name in 8 places\n" in done.out
    assert "  content_src/pages/about.md:5:26\n" in done.out
    assert not [line for line in site.citewell("check").out.splitlines() if "LNK" in line or "REV018" in line]
    state = find_review_state(read_context(site.root, NEW, date(2026, 3, 1)))
    assert state.stage(ReviewRole.MEDICAL) is ReviewStage.VALID


def test_a_name_that_it_had_before_is_taken_back(site: Project):
    before = everything(site)
    assert site.citewell("rename", OLD, NEW).code == 0
    assert site.citewell("rename", f"content_src/articles/{NEW}", OLD).code == 0
    own = f"articles/{OLD}/article.md"
    assert everything(site) == before | {
        own: before[own].replace(b"[editorial-team]\r\n", b"[editorial-team]\r\nredirects: lumps\r\n")
    }


def test_a_page_of_its_own_stays_in_the_header(site: Project):
    done = site.citewell("rename", "content_src/pages/about.md", "about-us")
    assert done.code == 0, done.err
    assert "navigation: [about-us, 'Our sources': sources]\n" in site.read("content_src/site.yml")
    assert "title: About\nredirects: about\n---" in site.read("content_src/pages/about-us.md")


def test_the_diff_is_one_that_git_applies(site: Project):
    before = everything(site)
    assert "Nothing was changed." in site.citewell("rename", OLD, NEW, "--dry-run").out
    diff = site.citewell("rename", OLD, NEW, "--diff")
    assert everything(site) == before
    git = ("git", "-c", "core.autocrlf=false", "apply", "-")
    subprocess.run(git, cwd=site.root, input=diff.out.encode(), check=True)
    assert everything(site) == expected(before)


REFUSED = {
    ("no-such", NEW): 'there is no article or page of this site that is called "no-such"',
    (OLD, "is-it-a-lump-too"): "content_src/articles/is-it-a-lump-too already exists",
    (OLD, OLD): 'it is called "is-it-a-lump" already',
    (OLD, "Lumps & bumps"): 'you could use "lumps-bumps"',
    ("about", "sources"): '"sources/" is used by the site itself',
    (OLD, "reviewed"): "content_src/reviews/reviewed.yml already exists",
    (OLD, "former"): 'had the name "former" before',
    ("odd", NEW): "content_src/pages/odd.md:5:5: the address of this link cannot be rewritten",
}


@pytest.mark.parametrize("asked", REFUSED, ids=lambda asked: f"{asked[0]}-{asked[1]}")
def test_what_cannot_be_done_changes_nothing(site: Project, asked: tuple[str, str]):
    site.write("content_src/reviews/reviewed.yml", "reviews: []\n")
    site.write("content_src/pages/second.md", "---\ntitle: Second\nredirects: articles/former/\n---\n\nA? \n")
    site.write("content_src/pages/odd.md", "---\ntitle: Odd\n---\n\nSee [odd](../&#111;dd/). [no source: advice]\n")
    before = everything(site)
    done = site.citewell("rename", *asked)
    assert done.code == 2
    assert REFUSED[asked] in done.err
    assert everything(site) == before


def test_a_text_that_cannot_be_read_to_its_end_may_hold_a_link(site: Project):
    site.write("content_src/pages/broken.md", "---\ntitle: [Broken\n---\n\nA?\n")
    before = everything(site)
    done = site.citewell("rename", OLD, NEW)
    assert done.code == 2
    assert "error: content_src/pages/broken.md:" in done.err
    assert "Correct that first" in done.err
    assert everything(site) == before


def test_what_fails_half_way_is_taken_back(site: Project, monkeypatch: pytest.MonkeyPatch):
    before = everything(site)
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name == OLD and target.name == NEW:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.MonkeyPatch.context():
        done = site.citewell("rename", OLD, NEW)
    assert done.code == 2
    assert f"content_src/articles/{OLD}: cannot be moved (Permission denied)" in done.err
    assert everything(site) == before


FRONT = {
    "redirects: first": "redirects: [first, is-it-a-lump]",
    "redirects: 'first'  # old": "redirects: ['first', is-it-a-lump]  # old",
    "redirects: [ first ]": "redirects: [ first , is-it-a-lump]",
    "redirects: []": "redirects: [is-it-a-lump]",
    "redirects:": "redirects: is-it-a-lump",
    "redirects: # none": "redirects: is-it-a-lump # none",
    "redirects:\n  - first  # a\n  - second": "redirects:\n  - first  # a\n  - second\n  - is-it-a-lump",
    "redirects:\n- first": "redirects:\n- first\n- is-it-a-lump",
    "redirects: [lumps, first]": "redirects: [is-it-a-lump, first]",
    "redirects: articles/lumps/": "redirects: is-it-a-lump",
    "was: first": "was: [first, is-it-a-lump]",
    "topics:\n  - a": "topics:\n  - a\nredirects: is-it-a-lump",
    "description: >\n  Folded\n  text": "description: >\n  Folded\n  text\nredirects: is-it-a-lump",
}


@pytest.mark.parametrize("written", FRONT)
def test_the_old_name_joins_those_before(site: Project, written: str):
    site.write(f"content_src/articles/{OLD}/article.md", f"---\ntitle: A\n{written}\n---\n\nA?\n")
    assert site.citewell("rename", OLD, NEW).code == 0
    assert site.read(f"content_src/articles/{NEW}/article.md") == f"---\ntitle: A\n{FRONT[written]}\n---\n\nA?\n"
