"""``citewell build``: what it says, what it refuses, and that a failure loses nothing."""

from __future__ import annotations

import fcntl
import json
import re
from html import escape

import pytest
from tests.cli.project import Project

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
    assert "0 written, 0 removed, 12 as they were" in small.citewell("build").out


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
    assert small.citewell("build", "--quiet").code == 0
    before = small.read("site/index.html")
    small.write("mkdocs.yml", small.read("mkdocs.yml") + "extra: {homepage: no-such-page/}\n")
    done = small.citewell("build")

    assert done.code == 1
    assert 'error[PUB007] "no-such-page/" leads to no-such-page/index.html, which is not on the site' in done.out
    assert "site/ has not changed" in done.out
    assert small.read("site/index.html") == before


def test_what_stands_in_the_place_of_the_site_is_refused_before_docs_is_touched(small: Project):
    small.write("site", "a file")
    done = small.citewell("build", "--quiet")

    assert (done.code, small.read("site")) == (2, "a file")
    assert "site: is not a folder" in done.err
    assert not (small.root / "docs").exists()


def test_a_site_that_says_in_mkdocs_yml_what_belongs_in_site_yml_is_told_what_to_move(small: Project):
    small.write("mkdocs.yml", OLD_FORM)
    done = small.citewell("build", "--quiet")

    assert (done.code, done.out) == (2, "")
    (said, hint) = done.err.splitlines()
    assert said == (
        "citewell: error: mkdocs.yml:1:12: site_name, site_url, theme, nav, not_in_nav, extra.citewell: "
        "not said here but in content_src/site.yml, or worked out by the build"
    )
    assert hint.strip() == (
        "hint: Move site_name as name, site_url as address, theme.language as language, theme.font as brand: font, "
        "nav as navigation, its demonstration as demonstration to content_src/site.yml, and remove them here."
    )
    assert not (small.root / "docs").exists()


OLD_FORM = """\
site_name: Small Site
site_url: https://small.example/
theme: {name: material, custom_dir: theme, language: en, font: false}
extra: {citewell: {demonstration: true, footer: []}}
plugins: []
nav: [Home: index.md]
not_in_nav: /articles/*/
"""


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            "mkdocs.yml",
            "INHERIT",
            "plugins: [search]\nINHERIT",
            "the plugin 'search' is not one that Citewell builds with",
        ),
        ("mkdocs.yml", "INHERIT", "hooks: [x.py]\nINHERIT", "'hooks' is not one that Citewell builds with"),
        ("mkdocs.yml", "docs/.made", "docs/.other", "inherits another configuration than the build makes"),
        ("mkdocs.yml", "INHERIT", "copyright: 2026-13-45\nINHERIT", "mkdocs.yml: holds a value that cannot be read"),
        ("content_src/site.yml", "name:", "brand: {theme: theme}\nname:", 'unknown key "theme"'),
        (
            "content_src/site.yml",
            "name:",
            "brand: {icon: a.svg}\nname:",
            'there is no file "a.svg" in content_src/brand/',
        ),
        ("content_src/site.yml", "name:", "language: sw\nname:", "is a language that pages cannot be in yet"),
    ],
)
def test_a_configuration_that_cannot_be_built_is_refused_and_nothing_is_touched(
    small: Project, path: str, old: str, new: str, says: str
):
    small.replace(path, old, new)
    done = small.citewell("build", "--quiet")

    assert done.code in (1, 2)
    assert says in done.out + done.err
    assert "Traceback" not in done.err
    assert not (small.root / "docs").exists()


@pytest.mark.parametrize("words", ["Q&A <3 > 2", "A: b | { c", "No #1 * [x] Leser*innen"])
def test_titles_in_site_yml_are_shown_as_they_are_written(small: Project, words: str):
    small.replace("content_src/site.yml", ", about]", f", {json.dumps(words)}: about]")
    small.replace("content_src/site.yml", "name: Small Site", f"name: {json.dumps(words)}")
    done = small.citewell("build", "--quiet")

    assert (done.code, done.err) == (0, "")
    assert small.read("site/topics/index.html").count(escape(words)) == 5, "title, name, navigation, footer twice"


def test_a_title_in_site_yml_holds_no_markup(small: Project):
    small.replace("content_src/site.yml", ", about]", ", '**About**': about]")
    done = small.citewell("check")
    assert (done.code, "CIT031" in done.out) == (1, True)


def test_a_regional_language_is_said_on_every_page_with_the_texts_of_its_language(small: Project):
    small.write("content_src/site.yml", "language: en-AU\n" + small.read("content_src/site.yml"))
    done = small.citewell("build", "--quiet")

    assert (done.code, done.err) == (0, "")
    for page in (small.root / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert '<html lang="en-AU" dir="ltr">' in html, page
        assert "Skip to content" in html, page


def test_the_header_and_the_footer_lead_to_what_the_site_has(small: Project):
    small.replace("content_src/site.yml", "navigation: [topics, articles, sources, about]\n", "")
    small.write("content_src/pages/later.md", "---\ntitle: Later\nstatus: draft\n---\n\nNot yet.\n")
    assert small.citewell("build", "--quiet").code == 0
    html = small.read("site/people/index.html")
    header, footer = (
        re.search(rf'<{part} class="site">.*?</{part}>', html, re.DOTALL) for part in ("header", "footer")
    )
    assert header is not None
    assert footer is not None
    assert re.findall(r'<a href="([^"]*)"', header[0]) == ["../topics/", "../articles/", "../sources/"]
    assert re.findall(r'<a href="([^"]*)"', footer[0]) == ["../about/", "../evidence/", "./"]


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
    draft = "content_src/articles/is-a-draft-in-the-way/article.md"
    small.write(draft, f"{small.read(draft)}\n:::{{use}} half\n")
    small.write("content_src/shared/half.md", "Half a card, without a source.\n")
    done = small.citewell("build")
    assert done.code == 0
    assert "content_src/shared/half.md:1:1: error[CIT002]" in done.out
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


@pytest.mark.parametrize("address", ["address: https://small.example\n", "address: https://small.example/folder\n", ""])
def test_the_address_of_the_site_may_lack_its_slash_or_stand_in_a_folder(small: Project, address: str):
    small.replace("content_src/site.yml", "address: https://small.example/\n", address)

    assert small.citewell("build", "--quiet") == (0, "", "")


def test_the_navigation_may_lead_to_another_site(small: Project):
    small.replace("content_src/site.yml", ", about]", ", Elsewhere: https://health.example/]")

    assert small.citewell("build", "--quiet") == (0, "", "")
    assert '<a href="https://health.example/" rel="noreferrer">Elsewhere</a>' in small.read("site/index.html")


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
