"""``citewell build``: what it says, what it refuses, and that a failure loses nothing."""

from __future__ import annotations

import fcntl
import json
import re
import shutil
from html import escape

import pytest
from tests.cli.project import THEME, Project

STAGES = ["read", "documents", "check", "render", "write docs", "build", "index", "verify", "publish"]


def test_it_says_each_stage_the_coverage_and_how_to_look_at_the_site(small: Project):
    done = small.citewell("build")

    assert done.code == 0
    assert re.findall(r"^  (\w[\w ]*?) +\d+\.\d\d s", done.out, re.MULTILINE) == STAGES
    assert "  articles   8 claims: 6 cited (75 %), 2 waived (2 advice), 0 with neither\n" in done.out
    assert "  own pages  1 claim: 0 cited (0 %), 1 waived (1 about-this-site), 0 with neither\n" in done.out
    assert "drafts" not in done.out
    assert re.search(r"^  documents .* s   \d+ entries in 1 list of sources$", done.out, re.MULTILINE)
    assert "python3 -m http.server -d site\n" in done.out
    assert "http://localhost:8000/" in done.out
    assert (small.root / "site" / "articles" / "can-stress-cause-headaches" / "index.html").is_file()
    assert (small.root / "site" / "404.html").is_file()


def test_a_second_build_changes_nothing_in_docs(small: Project):
    small.citewell("build")
    assert "0 written, 0 removed, 11 as they were" in small.citewell("build").out


def test_errors_stop_it_before_docs_is_touched(faulty: Project):
    done = faulty.citewell("build")

    assert done.code == 1
    assert "error[CIT001]" in done.out
    assert "Nothing was published because of 3 errors." in done.out
    assert "write docs" not in done.out
    assert not (faulty.root / "docs").exists()
    assert not (faulty.root / "site").exists()


def test_quiet_shows_the_findings_alone(small: Project, faulty: Project):
    assert small.citewell("build", "--quiet") == (0, "", "")
    quiet = faulty.citewell("build", "--quiet")
    assert quiet.code == 1
    assert quiet.out == faulty.citewell("check", "--quiet").out


def test_what_was_published_stays_when_the_content_breaks(small: Project):
    small.citewell("build")
    before = {path: path.read_bytes() for path in (small.root / "site").rglob("*") if path.is_file()}
    small.replace("content_src/pages/about.md", "[no source: about-this-site]", "[@nobody]")
    done = small.citewell("build")

    assert done.code == 1
    assert "site/ has not changed" in done.out
    assert {path: path.read_bytes() for path in (small.root / "site").rglob("*") if path.is_file()} == before


def test_a_fault_of_a_built_page_keeps_the_site_from_being_published(small: Project):
    shutil.copytree(THEME, small.root / "theme")
    small.replace("mkdocs.yml", str(THEME), "theme")
    assert small.citewell("build", "--quiet").code == 0
    before = small.read("site/index.html")
    small.replace("theme/partials/footer.html", "<footer", '<img src="https://counter.example/1.gif" alt=""><footer')
    done = small.citewell("build")

    assert done.code == 1
    assert 'site/index.html:1:1: error[PUB011] the page loads "https://counter.example/1.gif"' in done.out
    assert "site/ has not changed" in done.out
    assert small.read("site/index.html") == before


def test_what_stands_in_the_place_of_the_site_is_refused_before_docs_is_touched(small: Project):
    small.write("site", "a file")
    done = small.citewell("build", "--quiet")

    assert (done.code, small.read("site")) == (2, "a file")
    assert "site: is not a folder" in done.err
    assert not (small.root / "docs").exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "demonstration: true",
            "demonstration: false",
            "does not say the same as demonstration in content_src/site.yml",
        ),
        ("language: en", "language: he", "theme.language does not say the same as language in content_src/site.yml"),
        ("url: about/}", "url: impressum/}", 'the footer links to "impressum/", which is no page'),
        ("About: about/index.md", "About: team/index.md", 'nav lists "team/index.md", which is no page'),
        ("About: about/index.md", "About: 'javascript:x()//://'", 'nav lists "javascript:x()//://", which is no page'),
        ("site_name: Small Site", "site_name: ''", "site_name is not a text that readers can see"),
        ("site_name: Small Site", "site_name: 2026", "site_name is not a text that readers can see"),
        ("- About: about", '- "\\u2800 \\u200b": about', "a title in nav is not a text that readers can see"),
        (
            "{title: About, url",
            "{url",
            "the title of a link in extra.citewell.footer is not a text that readers can see",
        ),
        ("{title: About, url", "{title: [About], url", "the title of a link in extra.citewell.footer is not a text"),
        ("{title: About, url: about/}", "{title: About}", 'the footer links to "None", which is no page'),
        ("extra:", "extra:\n  citewell: {demonstration: true, footer: }\nwatch:", "footer must be a list"),
        ("plugins: []", "plugins: [search]", "the plugin 'search' is not one that Citewell builds with"),
        ("plugins: []", "plugins: []\nhooks: [x.py]", "'hooks' is not one that Citewell builds with"),
    ],
)
def test_a_configuration_that_disagrees_is_refused_and_nothing_is_touched(
    small: Project, old: str, new: str, says: str
):
    small.replace("mkdocs.yml", old, new)
    done = small.citewell("build", "--quiet")

    assert done.code == 2
    assert says in done.err
    assert "Traceback" not in done.err
    assert not (small.root / "docs").exists()


@pytest.mark.parametrize("words", ["&lt;b&gt; &amp;", "{{ config }} {% raw %}", "[-@key] **never** :::", "# No 1 {.x}"])
def test_titles_in_mkdocs_yml_are_shown_as_they_are_written(small: Project, words: str):
    small.replace("mkdocs.yml", "- About: about", f"- {json.dumps(words)}: about")
    small.replace("mkdocs.yml", "title: About, url", f"title: {json.dumps(words)}, url")
    small.replace("mkdocs.yml", "Small Site", json.dumps(words))
    done = small.citewell("build", "--quiet")

    assert (done.code, done.err) == (0, "")
    assert small.read("site/topics/index.html").count(escape(words)) == 5, "title, name, navigation, footer twice"


def test_a_file_in_docs_that_is_not_ours_is_named_and_kept(small: Project):
    small.write("docs/notes.md", "mine")
    done = small.citewell("build", "--quiet")

    assert done.code == 2
    assert done.err.startswith("citewell: error: docs/notes.md: Citewell did not write this file\n    hint: ")
    assert small.read("docs/notes.md") == "mine"


def test_a_second_build_at_the_same_time_is_told_to_come_back(small: Project):
    (small.root / ".citewell").mkdir()
    with (small.root / ".citewell" / "build.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = small.citewell("build")

    assert done.code == 75
    assert "another build of this site is running" in done.err


def test_a_draft_is_checked_but_never_published(small: Project):
    small.replace("content_src/articles/can-stress-cause-headaches/article.md", "status: published", "status: draft")
    done = small.citewell("build")

    assert done.code == 0
    assert not (small.root / "site" / "articles" / "can-stress-cause-headaches").exists()
    assert "headache" not in (small.root / "site" / "index.html").read_text()


def test_a_half_written_draft_does_not_stop_the_site(small: Project):
    assert small.citewell("new", "Is a draft in the way?").code == 0
    done = small.citewell("build")
    assert done.code == 0
    assert "content_src/articles/is-a-draft-in-the-way/article.md:" in done.out
    assert "in drafts or withdrawn articles, whose text is not published" in done.out
    assert not (small.root / "site/articles/is-a-draft-in-the-way").exists()
    assert small.citewell("check").code == 1
    assert "  articles   8 claims: 6 cited (75 %), 2 waived (2 advice), 0 with neither\n" in done.out
    drafts = r"^  drafts +\d+ claims, [1-9]\d* with neither source nor reason, not published$"
    assert re.search(drafts, done.out, re.MULTILINE)


def test_a_draft_whose_status_is_mistyped_stops_the_site_because_nobody_knows_that_it_is_one(small: Project):
    path = "content_src/articles/is-a-draft-in-the-way/article.md"
    assert small.citewell("new", "Is a draft in the way?").code == 0
    small.replace(path, "status: draft", "status: drfat")

    assert small.citewell("build").code == 1


def test_a_source_that_was_thrown_out_does_not_stop_a_withdrawal(small: Project):
    article = "content_src/articles/can-stress-cause-headaches/article.md"
    why = "withdrawn: {date: 2026-02-20, reason: The study it rested on was retracted.}"
    small.write("content_src/references/all.yml", "references: []\n")
    small.replace(article, "status: published", "status: withdrawn")
    assert small.citewell("build").code == 1, "it does not say when and why"
    small.replace(article, "status: withdrawn", f"status: withdrawn\n{why}")
    done = small.citewell("build")
    assert (done.code, "error[CIT001]" in done.out) == (0, True)
    assert "  articles" not in done.out, "the text that is not shown is not counted"
    page = small.read("site/articles/can-stress-cause-headaches/index.html")
    assert "This article was withdrawn on" in page
    assert "The study it rested on was retracted." in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_half_written_draft_of_an_own_page_does_not_stop_the_site_either(small: Project):
    small.write("content_src/pages/later.md", "---\ntitle: Later\nstatus: draft\n---\n\nNothing supports this.\n")
    done = small.citewell("build", "--quiet")

    assert done.code == 0, done
    assert "content_src/pages/later.md:6:1: error[CIT002]" in done.out
    assert not (small.root / "site" / "later").exists()


@pytest.mark.parametrize("address", ["https://small.example", "https://small.example/folder", "''"])
def test_the_address_of_the_site_may_lack_its_slash_or_stand_in_a_folder(small: Project, address: str):
    small.replace("mkdocs.yml", "site_url: https://small.example/", f"site_url: {address}")

    assert small.citewell("build", "--quiet") == (0, "", "")


def test_the_navigation_may_lead_to_another_site(small: Project):
    small.replace("mkdocs.yml", "  - About: about/index.md", "  - Elsewhere: https://health.example/")

    assert small.citewell("build", "--quiet") == (0, "", "")


def test_a_configuration_with_a_day_that_does_not_exist_is_no_bug(small: Project):
    small.replace("mkdocs.yml", "site_name: Small Site", "site_name: 2026-13-45")
    done = small.citewell("build", "--quiet")

    assert done.code == 2
    assert done.err.startswith("citewell: error: mkdocs.yml: holds a value that cannot be read")


def test_a_script_in_a_title_is_text_in_every_page(small: Project):
    article = "content_src/articles/can-stress-cause-headaches/article.md"
    small.replace(article, "Can <stress> &", "</title><script>alert(1)</script> **b** {{ 7 }} & <i>")
    done = small.citewell("build", "--quiet")

    assert (done.code, done.err) == (0, ""), done.out
    for page in (small.root / "site").rglob("*.html"):
        assert "<script>alert" not in page.read_text()


def test_words_that_come_from_the_web_never_stop_a_build(small: Project):
    signs = "{{ page.title }} **so** [@x] <script>alert(1)</script> &amp; `x`"
    headache = "- a sudden and very bad headache [@example-page"
    small.replace("content_src/articles/can-stress-cause-headaches/article.md", headache, f'{headache} "very bad"')
    lock = small.read("content_src/references.lock").replace(
        '"final_url": "https://health.example.org/page",',
        '"final_url": "https://health.example.org/page", "quotes": [{"text": "very bad", "verdict": "unread",'
        f' "checked": "2026-02-15", "says": {json.dumps(signs)}}}], "notices": [{{"kind": "correction", '
        f'"said_by": {json.dumps(signs)}}}],',
    )
    small.write("content_src/references.lock", lock)
    done = small.citewell("build")
    assert done.code == 0, done.out + done.err
    page = small.read("site/articles/can-stress-cause-headaches/index.html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


def test_a_language_with_spaces_before_its_stops_is_published_as_it_is_written(small: Project):
    article = "content_src/articles/can-stress-cause-headaches/article.md"
    small.replace(article, small.read(article).split("\n")[1], 'title: "Est-ce grave\u00a0?"')
    figure = "\n:::{figure}\n![Une image : est-ce « grave » ?](own.svg)\n\nOui : non ! [@example-page]\n:::\n"
    small.write(article, f"{small.read(article)}\nEst-ce « grave » ? [@example-page]\n{figure}")
    small.write(
        f"{article.rpartition('/')[0]}/own.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    )
    done = small.citewell("build")
    assert done.code == 0, done.out
    assert "<title>Est-ce grave ?" in small.read("site/articles/can-stress-cause-headaches/index.html").replace(
        "\u00a0", " "
    )
