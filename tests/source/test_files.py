"""Reading files: only regular ones, of a sensible size, in UTF-8; and what stands where in the content folder."""

from __future__ import annotations

import os
import socket
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.errors import ContentUnreadable
from citewell.model.file_problems import FileSort, SpecialFile, SpecialForm
from citewell.model.source_location import SourceText
from citewell.project import Project
from citewell.source.characters import MOST, find_odd_characters
from citewell.source.content_tree import walk_content
from citewell.source.file_names import (
    is_debris,
    is_slug,
    judge_file_name,
    judge_slug,
    make_name_visible,
    suggest_slug,
)
from citewell.source.files import PICTURE, YAML, Allowance, SourceFile, decode_text, format_size, read_bytes, read_text
from tests.source.wording import detail_of, suggestion_of


def read(path):
    return read_text(SourceFile(path, f"content_src/{path.name}"), YAML)


def kinds(problems):
    return [problem.kind for problem in problems]


# ---------------------------------------------------------------------------------------------------- one file


def test_text_comes_without_its_byte_order_mark_and_with_plain_line_ends(tmp_path):
    (tmp_path / "x.yml").write_bytes("\ufeffa: é\r\nb: c\rd: e\n".encode())
    source, problems = read(tmp_path / "x.yml")
    assert source == SourceText("content_src/x.yml", "a: é\nb: c\nd: e\n")
    assert problems == ()


def test_a_hundred_megabyte_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "x.yml").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    source, (problem,) = read(tmp_path / "x.yml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * 1024 * 1024
    assert source is None
    assert (problem.kind, detail_of(problem)) == (
        "file-too-large",
        "the file is 100 MiB; a YAML file may have at most 1 MiB",
    )


def test_one_byte_too_many_is_too_many(tmp_path):
    (tmp_path / "x.svg").write_bytes(b"x" * (PICTURE.size + 1))
    data, (problem,) = read_bytes(SourceFile(tmp_path / "x.svg", "x.svg"), PICTURE)
    assert data is None
    assert detail_of(problem) == "the file is 2.1 MiB; a picture may have at most 2 MiB"
    (tmp_path / "x.svg").write_bytes(b"x" * PICTURE.size)
    assert read_bytes(SourceFile(tmp_path / "x.svg", "x.svg"), PICTURE).problems == ()


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "x.yml").write_text("a: b, and more of it")
    before = os.lstat(tmp_path / "x.yml")
    smaller = os.stat_result([*before[:6], 1, *before[7:10]])
    monkeypatch.setattr(os, "lstat", lambda _: smaller)
    data, problems = read_bytes(SourceFile(tmp_path / "x.yml", "x.yml"), Allowance(FileSort.OTHER, 4))
    assert data is None
    assert kinds(problems) == ["file-too-large"]


def test_a_pipe_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "x.yml")
    source, (problem,) = read(tmp_path / "x.yml")
    assert source is None
    assert problem.facts == SpecialFile(SpecialForm.NAMED_PIPE)


def test_a_pipe_put_in_a_files_place_does_not_hang(tmp_path, monkeypatch):
    (tmp_path / "y").write_text("a: b")
    os.mkfifo(tmp_path / "x.yml")
    looked_like = os.lstat(tmp_path / "y")
    monkeypatch.setattr(os, "lstat", lambda _: looked_like)
    assert kinds(read(tmp_path / "x.yml").problems) == ["not-a-regular-file"]


def test_a_link_is_never_followed(tmp_path, monkeypatch):
    (tmp_path / "secret").write_text("a: b")
    (tmp_path / "x.yml").symlink_to("secret")
    assert kinds(read(tmp_path / "x.yml").problems) == ["symlink"]
    looked_like = os.lstat(tmp_path / "secret")
    monkeypatch.setattr(os, "lstat", lambda _: looked_like)
    assert kinds(read(tmp_path / "x.yml").problems) == ["file-unreadable"]


def test_folders_sockets_and_missing_files(tmp_path):
    (tmp_path / "folder").mkdir()
    assert read(tmp_path / "folder").problems[0].facts == SpecialFile(SpecialForm.FOLDER)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert read(tmp_path / "s").problems[0].facts == SpecialFile(SpecialForm.SOCKET)
    (problem,) = read(tmp_path / "gone").problems
    assert (problem.kind, detail_of(problem)) == ("file-unreadable", "No such file or directory")


@pytest.mark.parametrize(
    ("data", "kind", "place", "detail"),
    [
        ("a: b".encode("utf-16"), "not-utf8", "x:1:1", "the file is UTF-16, not UTF-8"),
        (b"\xfe\xff\x00a", "not-utf8", "x:1:1", "the file is UTF-16, not UTF-8"),
        (b"\xef\xbb\xbfa: \xc3\xa9\r\nb: caf\xe9\r\n", "not-utf8", "x:2:7", "byte 0xE9 is not UTF-8"),
        (b"a\xed\xa0\x80", "not-utf8", "x:1:2", "byte 0xED is not UTF-8"),
        (b"a: b\nc\x00d", "nul-character", "x:2:2", "NUL (U+0000)"),
        (b"", "empty-file", "x:1:1", ""),
        (b"\xef\xbb\xbf \r\n", "empty-file", "x:1:1", ""),
    ],
)
def test_what_is_not_plain_text(data, kind, place, detail):
    source, (problem,) = decode_text(data, "x")
    assert source is None
    assert (problem.kind, str(problem.location), detail_of(problem)) == (kind, place, detail)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem(data):
    source, problems = decode_text(data, "x")
    assert (source is None) == bool(problems)


@pytest.mark.parametrize(
    ("size", "words"), [(2 << 20, "2 MiB"), ((2 << 20) + 1, "2.1 MiB"), (5000 << 20, "5,000 MiB"), (1 << 19, "0.5 MiB")]
)
def test_sizes_in_words(size, words):
    assert format_size(size) == words


# ----------------------------------------------------------------------------------------------- odd characters


@pytest.mark.parametrize(
    ("text", "column", "kind", "detail"),
    [
        ("back\u200bpain", 5, "invisible-character", "zero width space (U+200B)"),
        ("back\u200b\u200b\u200bpain", 5, "invisible-character", "zero width space (U+200B), 3 times"),
        ("so\u00adft", 3, "invisible-character", "soft hyphen (U+00AD)"),
        ("\ufeffa", 1, "invisible-character", "byte order mark (U+FEFF)"),
        ("a\U000e0041", 2, "invisible-character", "invisible tag character (U+E0041)"),
        ("a\u200db", 2, "invisible-character", "zero width joiner (U+200D)"),
        ("5\u202emg", 2, "bidirectional-character", "right-to-left override (U+202E)"),
        ("5\u2067mg", 2, "bidirectional-character", "right-to-left isolate (U+2067)"),
        ("a\x08", 2, "control-character", "backspace (U+0008)"),
        ("a\x9b", 2, "control-character", "control character (U+009B)"),
        ("a\u2028", 2, "control-character", "line separator (U+2028)"),
        ("a\ud800", 2, "control-character", "half of a surrogate pair (U+D800)"),
        ("a\x00", 2, "nul-character", "NUL (U+0000)"),
    ],
)
def test_characters_nobody_sees_are_named_at_their_place(text, column, kind, detail):
    (problem,) = find_odd_characters(SourceText("x", "one\n" + text))
    assert (problem.location.line, problem.location.column, problem.kind, detail_of(problem)) == (
        2,
        column,
        kind,
        detail,
    )


@pytest.mark.parametrize("text", ["tabs\tand\nlines", "e\u0301 ü 背 5 mg", "می\u200cخواهم", "क\u094d\u200dष"])
def test_text_of_any_script_is_fine(text):
    assert find_odd_characters(SourceText("x", text)) == ()


def test_a_joiner_at_the_end_of_the_text_joins_nothing():
    assert len(find_odd_characters(SourceText("x", "می\u200c"))) == 1


def test_a_file_full_of_them_gives_a_bounded_list():
    problems = find_odd_characters(SourceText("x", "a\u200b" * 5000))
    assert len(problems) == MOST + 1
    assert detail_of(problems[-1]) == "and 4,900 more"


# -------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Back-Pain", "back-pain"),
        ("back pain", "back-pain"),
        ("back--pain", "back-pain"),
        ("ru\u0308cken", "rucken"),
        ("背", ""),
        ("x" * 81, "x" * 80),
        ("-a", "a"),
        ("a_b", "a-b"),
    ],
)
def test_what_is_no_slug_and_the_nearest(name, like):
    assert not is_slug(name)
    assert suggest_slug(name) == like
    problem = judge_slug(name, "x", ".md")
    assert problem is not None
    assert suggestion_of(problem) == (like + ".md" if like else "")


def test_slugs():
    assert is_slug("x" * 80)
    assert judge_slug("can-back-pain-be-2", "x") is None


@pytest.mark.parametrize(
    ("name", "part", "like"),
    [
        ("ru\u0308cken.svg", "decomposed", "rucken.svg"),
        ("rücken.svg", "may hold only", "rucken.svg"),
        ("a b.svg", "may hold only", "a-b.svg"),
        ("a\nb.svg", "cannot be shown", "a-b.svg"),
        ("a\u202egvs.svg", "cannot be shown", "agvs.svg"),
        ("a\udcff.svg", "cannot be shown", "a.svg"),
        ("x" * 97 + ".svg", "101 characters", "x" * 97 + ".svg"),
        ("背", "may hold only", ""),
    ],
)
def test_file_names_that_do_not_travel(name, part, like):
    problem = judge_file_name(name, "x")
    assert problem is not None
    assert part in detail_of(problem)
    assert suggestion_of(problem) == like


def test_names_are_shown_whatever_they_hold():
    assert make_name_visible("a\udcff\n\u202eé b") == "a\\xff\\n\\u202eé b"


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", ".article.md.swp", "article.md~", "#article.md#", "Thumbs.db", ".#x", "~$article.docx"),
        *("~$rückenschmerz.DOCX", ".~lock.article.odt#", "desktop.ini", "ehthumbs.db", "Icon\r", "~WRL0001.tmp"),
        *("article.md.orig", "article.md.rej", "article.md.bak", "article.swx", "article.asd", "x.png.crdownload"),
        *("article.md___jb_tmp___", "__MACOSX", "@eaDir", "$RECYCLE.BIN", "._spine.png", ".fuse_hidden0001"),
    ],
)
def test_what_editors_and_desktops_leave_behind_is_passed_over(name):
    assert is_debris(name)


@pytest.mark.parametrize(
    "name", ["article.md", "article.docx", "~article.md", "$5.png", "swap.md", "icon.png", "part.md"]
)
def test_what_people_put_there_is_looked_at(name):
    assert not is_debris(name)


# --------------------------------------------------------------------------------------------- the content folder


@pytest.fixture
def content(tmp_path):
    root = tmp_path / "content_src"
    for folder in ("articles/back-pain", "pages", "references"):
        (root / folder).mkdir(parents=True)
    for file in ("site.yml", "people.yml", "articles/back-pain/article.md", "pages/about.md", "references/a.yml"):
        (root / file).write_text("x")
    return root


def walk(content):
    tree = walk_content(Project(content.parent))
    return [f"{problem.kind} {problem.location.path}" for problem in tree.problems]


def test_a_tidy_folder(content):
    (content / "articles/back-pain/spine.svg").write_text("x")
    (content / "articles/back-pain/.DS_Store").write_text("x")
    (content / "articles/arm").mkdir()
    (content / "articles/arm/article.md").write_text("x")
    tree = walk_content(Project(content.parent))
    assert tree.problems == []
    assert [article.slug for article in tree.articles] == ["arm", "back-pain"]
    assert [picture.shown for picture in tree.articles[1].pictures] == ["content_src/articles/back-pain/spine.svg"]
    assert [page.slug for page in tree.pages] == ["about"]
    assert [file.shown for file in tree.references] == ["content_src/references/a.yml"]


def test_no_content_folder_stops_the_run(tmp_path):
    with pytest.raises(ContentUnreadable, match="no folder content_src"):
        walk_content(Project(tmp_path))


def test_a_folder_that_cannot_be_listed_stops_the_run(content, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ContentUnreadable, match="content_src/ cannot be read: Permission denied"):
        walk_content(Project(content.parent))


def test_everything_that_has_no_place_is_named(content):
    for file in (
        "notes.txt",
        "articles/stray.md",
        "articles/back-pain/data.xlsx",
        "articles/back-pain/Article.md",
        "pages/logo.svg",
        "references/a.json",
    ):
        (content / file).write_text("x")
    for folder in ("drafts", "articles/back-pain/img", "pages/more", "references/old", "articles/empty"):
        (content / folder).mkdir()
    assert sorted(walk(content)) == sorted(
        [
            "file-type content_src/notes.txt",
            "file-type content_src/drafts",
            "file-type content_src/articles/stray.md",
            "file-type content_src/articles/back-pain/data.xlsx",
            "file-type content_src/articles/back-pain/Article.md",
            "name-clash content_src/articles/back-pain/article.md",
            "too-deep content_src/articles/back-pain/img",
            "missing-file content_src/articles/empty",
            "file-type content_src/pages/logo.svg",
            "too-deep content_src/pages/more",
            "file-type content_src/references/a.json",
            "too-deep content_src/references/old",
        ]
    )


def test_links_and_pipes_anywhere_are_left_alone(content):
    (content / "articles/linked").symlink_to(content / "articles/back-pain")
    (content / "articles/back-pain/article.md").unlink()
    (content / "articles/back-pain/article.md").symlink_to("/etc/passwd")
    (content / "site.yml").unlink()
    os.mkfifo(content / "site.yml")
    assert sorted(walk(content)) == [
        "not-a-regular-file content_src/site.yml",
        "symlink content_src/articles/back-pain/article.md",
        "symlink content_src/articles/linked",
    ]


def test_a_missing_site_yml(content):
    (content / "site.yml").unlink()
    assert walk(content) == ["missing-file content_src/site.yml"]


def test_names_that_some_systems_cannot_keep_apart(content):
    (content / "references/A.yml").write_text("x")
    (content / "pages/é.md").write_text("x")
    (content / "pages/e\u0301.md").write_text("x")
    problems = walk_content(Project(content.parent)).problems
    assert [detail_of(problem) for problem in problems if problem.kind == "name-clash"] == [
        "content_src/pages/e\u0301.md",
        "content_src/references/A.yml",
    ]


def test_a_badly_named_article_is_still_read_under_the_nearest_name(content):
    (content / "articles/Leg Pain").mkdir()
    (content / "articles/Leg Pain/article.md").write_text("x")
    (content / "articles/背").mkdir()
    (content / "articles/背/article.md").write_text("x")
    (content / "pages/背.md").write_text("x")
    tree = walk_content(Project(content.parent))
    assert [article.slug for article in tree.articles] == ["back-pain", "leg-pain"]
    assert kinds(tree.problems) == ["bad-name"] * 3


def test_of_two_articles_with_one_slug_the_well_named_one_is_read(content):
    (content / "articles/Back-Pain").mkdir()
    (content / "articles/Back-Pain/article.md").write_text("x")
    tree = walk_content(Project(content.parent))
    assert [article.text.shown for article in tree.articles] == ["content_src/articles/back-pain/article.md"]
    assert sorted(kinds(tree.problems)) == ["bad-name", "name-clash"]
