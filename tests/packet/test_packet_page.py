"""What a reviewer finds in a packet: everything in one file, the most dangerous first, and what changed since."""

from __future__ import annotations

import base64
import hashlib
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from tests.packet.reviewed import ARTICLE, SLUG, Desk, find, words

ROOT = Path(__file__).parents[2]
SUDDEN = "a sudden and very bad headache"


def test_packet_is_one_file_that_may_load_and_send_nothing(desk: Desk):
    text = desk.packet_file().read_text(encoding="utf-8")
    page = desk.packet()
    assert not page.css("link, img, iframe, object, embed, audio, video, source, [src], form[action], base")
    assert not re.search(r"@import|url\(|\bon\w+=\"|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|import\(", text)
    policy = find(page, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inside = text[text.index(f"<{tag}>") + len(tag) + 2 : text.index(f"</{tag}>")]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert all(link.attributes["rel"] == "noopener noreferrer" for link in page.css("a[target]"))


def test_statements_are_beside_their_sources_the_most_dangerous_first(desk: Desk):
    page = desk.packet()
    groups = [words(title) for title in page.css('.part[data-order="danger"] > h2')]
    assert groups == ["Emergency cards", "Numbers", "Everything else", "Titles, headings and labels"]
    first = find(page, ".claim")
    assert words(find(first, "h3")) == f"Statement 17 17. {SUDDEN}"
    assert words(find(first, ".above")) == "Above it: Call 999 now if you have:"
    assert words(find(first, ".where")) == f"Emergency, {ARTICLE}, line 32"
    source = words(find(first, ".sources li"))
    assert "Example Health. Example Health [Internet]. 2021. Example page" in source
    assert "https://health.example.org/page" in source
    assert "Health service page, 2021" in source
    assert "Link checked on 15 February 2026" in source
    labels = [words(label) for label in first.css(".choice")]
    assert labels == ["Yes", "Partly", "No", "Cannot tell", "Wrong"]
    assert words(find(first, "legend")) == "Does the source support statement 17?"


def test_place_in_a_source_and_pinned_words_are_shown_with_what_is_known_of_them(desk: Desk):
    desk.site.replace(
        ARTICLE, "It presses. [@example-page, section 2]", 'It presses. [@example-page "presses on both"]'
    )
    desk.site.replace(
        ARTICLE, "It throbs. [@example-review]", "It throbs. [@example-review, p. 3; partly @example-page]"
    )
    page = desk.packet()
    shown = {claim.attributes["data-text"]: words(claim) for claim in page.css(".claim")}
    assert "“presses on both” We have not yet checked that these words are there." in shown["It presses."]
    assert "In the source: page 3" in shown["It throbs."]
    assert "The article says of this source: supports this in part" in shown["It throbs."]
    assert "No source, because: advice" in shown["Take 5 to 10 minutes of rest."]


def test_packet_names_who_may_review_and_no_author(desk: Desk):
    people = desk.site.read("content_src/people.yml")
    desk.site.write("content_src/people.yml", f"{people}  - id: bo\n    name: Bo Example\n    reviews: lay\n")
    desk.site.replace(ARTICLE, "authors: [editorial-team]", "authors: [editorial-team, bo]")
    options = [words(option) for option in desk.packet("--for", "ada-fiction").css("#by option")]
    assert options == ["Choose your name", "Dr Ada Fiction (medical review)"]


def test_packet_shows_old_words_beside_new_ones_since_the_last_review(desk: Desk):
    assert desk.record(desk.answers()).code == 0
    desk.site.replace(ARTICLE, "Stress is one of several causes of headaches.", "Stress is a rare cause of headaches.")
    desk.site.replace(ARTICLE, "- a sudden and", "- a stiff neck [@example-page]\n- a sudden and")
    desk.site.replace(ARTICLE, "It throbs. [@example-review]", "It throbs. [@example-study]")
    page = desk.packet("--for", "ada-fiction")
    changed = {
        claim.attributes["data-text"]: words(find(claim, ".changed"))
        for claim in page.css(".claim")
        if claim.css_first(".changed")
    }
    since = "since the review by Dr Ada Fiction on 1 March 2026"
    assert changed == {
        "Stress is a rare cause of headaches.": (
            f"This changed {since}: Stress is Removed one of several causes Added a rare cause of headaches."
        ),
        "a stiff neck": f"This is new {since}.",
        "It throbs.": (
            f"This changed {since}: The words are the same. Their sources, the quoted words or the reason for having "
            "no source changed."
        ),
    }
    assert [node.text() for node in page.css("ins")] == ["Added a rare cause"]


def test_words_of_an_article_cannot_leave_their_place_in_the_page(desk: Desk):
    desk.site.replace(ARTICLE, "It throbs.", r"It throbs &lt;/script&gt; &amp; \"&lt;b&gt;.")
    page = desk.packet()
    assert len(page.css("script")) == 1
    assert not page.css("b")
    assert 'It throbs </script> & "<b>.' in [claim.attributes["data-text"] for claim in page.css(".claim")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["can-stress-cause-headache"], 'did you mean "can-stress-cause-headaches"?', id="article"),
        pytest.param([SLUG, "--for", "ada-fictoin"], 'did you mean "ada-fiction"?', id="person"),
        pytest.param([], "name one article, or ask for --all or --changed COMMIT", id="nothing"),
        pytest.param(["--all", SLUG], "name one article, or ask for --all or --changed COMMIT", id="both"),
        pytest.param(["--changed", "--all"], "git cannot compare with that commit", id="commit"),
        pytest.param([SLUG, "-o", ARTICLE], f"{ARTICLE} already exists", id="file"),
    ],
)
def test_a_slip_is_one_line(desk: Desk, arguments: list[str], said: str):
    done = desk.site.citewell("packet", *arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_packets_of_all_articles_go_into_a_folder(desk: Desk):
    done = desk.site.citewell("packet", "--all", "-o", "packets")
    assert (done.code, done.err) == (0, "")
    assert [file.name for file in Path(desk.site.root, "packets").iterdir()] == [f"{SLUG}.packet.html"]


def test_pull_request_gets_the_packets_of_the_articles_that_changed(desk: Desk):
    """The command of the workflow, in a repository whose main branch has gone on meanwhile."""
    root = desk.site.root

    def git(*arguments: str) -> str:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.strip()

    other = ARTICLE.replace(SLUG, "another-article")
    desk.site.write(other, desk.site.read(ARTICLE))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Both articles")
    git("switch", "-q", "-c", "change")
    desk.site.replace(ARTICLE, "It throbs.", "It pulses.")
    git("commit", "-q", "-a", "-m", "Other words")
    git("switch", "-q", "main")
    desk.site.replace(other, "It throbs.", "It hurts.")
    git("commit", "-q", "-a", "-m", "Meanwhile")
    base = git("rev-parse", "main")
    git("switch", "-q", "change")

    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    run = next(step["run"] for step in workflow["jobs"]["packets"]["steps"] if "packet" in step.get("run", ""))
    arguments = shlex.split(run.replace("$BASE", base))[1:]
    done = desk.site.citewell(*arguments)
    assert (done.code, done.err) == (0, "")
    assert [file.name for file in Path(root, "packets").iterdir()] == [f"{SLUG}.packet.html"]
    desk.site.write("content_src/shared/call-999.md", "Call 999. [no source: advice]\n")
    desk.site.write(other, f"{desk.site.read(other)}\n:::{{use}} call-999\n")
    git("add", ".")
    git("commit", "-q", "-m", "One text for both")
    desk.site.replace("content_src/shared/call-999.md", "Call 999.", "Call 999 now.")
    assert "another-article" in desk.site.citewell("packet", "--changed", "HEAD", "-o", "of-shared").out
    git("commit", "-q", "-a", "-m", "Now")
    unchanged = desk.site.citewell("packet", "--changed", "change")
    assert unchanged.out == "No article has changed, so there is no packet to make.\n"


def test_what_was_answered_is_not_new_although_its_section_was_not_signed(desk: Desk):
    assert desk.record(desk.answers({SUDDEN: "partly"})).code == 0
    assert desk.packet("--for", "ada-fiction").css(".changed") == []
