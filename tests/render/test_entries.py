"""The entry of a source as HTML: the work, how it stands, and the words of it that a page pins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.render.samples import PEOPLE, bibliography, built, html, looked_up, reference, words

from citewell.citations.notices import list_notices
from citewell.diagnostics import Location
from citewell.messages import Words
from citewell.model.evidence import (
    Archived,
    Lock,
    LockedQuote,
    LockedReference,
    Notice,
    NoticeKind,
    QuoteVerdict,
    Verdict,
)
from citewell.model.references import Acceptance, IdentifierKind, Name, NamedQuote, Reference
from citewell.render.bibliography import describe_reference, full_reference
from citewell.source.load import load

ADDRESS = "https://example.org/a?b=1&c=2"
PLACE = Location("content_src/references/all.yml")
DAY = date(2026, 2, 15)
ODD = Reference(
    "odd",
    "webpage",
    {"title": "Pain < 6 weeks & <b>more</b>", "container-title": "A & B", "URL": ADDRESS},
    (Name(literal="Q&A <team>"),),
    identifiers={IdentifierKind.URL: ADDRESS},
    places={"": PLACE},
)
STUDY = replace(reference("study"), kind="research-study")


def as_printed(each: Reference, locked: LockedReference | None = None) -> str:
    """A reference as it is printed, with what is known of it."""
    lock = Lock({each.key: locked} if locked else {})
    printed = describe_reference(each, lock.find_entry(each), list_notices(each, lock), PEOPLE, Words())
    return f"{printed.work}\n{printed.status}"


def article(text: str, *known: Reference, **locked: LockedReference):
    """The page of an article that cites these references."""
    made = built({"x": f"{text}\n"}, references=bibliography(*known), lock=Lock(locked))
    return html(made["articles/x/"])


def test_signs_of_html_are_escaped_once():
    page, full = as_printed(ODD), str(full_reference(ODD, Words()))
    for shown in (page, full):
        assert "Pain &lt; 6 weeks &amp; &lt;b&gt;more&lt;/b&gt;" in shown
        assert "Q&amp;A &lt;team&gt;." in shown
        assert "&amp;amp;" not in shown
        assert "&amp;lt;" not in shown
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page


def test_on_a_page_the_title_is_the_link_and_in_full_the_address_stands_in_words():
    assert "Available from" not in as_printed(ODD)
    assert "<a " not in str(full_reference(ODD, Words()))
    assert "A &amp; B [Internet]" in str(full_reference(ODD, Words()))
    assert "Available from: https://example.org/a?b=1&amp;c=2" in str(full_reference(ODD, Words()))


def test_what_sort_of_work_it_is_stands_below():
    assert '<span class="badge">Web page</span>' in as_printed(ODD)


def test_words_from_right_to_left_do_not_turn_round_what_stands_beside_them():
    names = (Name(family="حداد", given="سامي"), Name(family="لوي", given="דוד"))
    fields = {"title": "ألم الظهر 2", "container-title": "مجلة الألم", "volume": "12"}
    hebrew = Reference("rtl", "article-journal", fields, names, places=ODD.places)
    for shown in (as_printed(hebrew), str(full_reference(hebrew, Words()))):
        assert "<bdi>حداد سامي</bdi>, <bdi>لوي דוד</bdi>." in shown
        assert "<bdi>ألم الظهر 2</bdi>" in shown
        assert "<bdi>مجلة الألم</bdi>. 12." in shown
    assert "<bdi>" not in as_printed(ODD) + str(full_reference(ODD, Words()))


def test_a_translated_title_is_in_the_language_of_the_page_and_the_original_in_its_own():
    fields = {"title": "[Back pain in nurses]", "original-title": "Rückenschmerzen.", "language": "de"}
    german = Reference("german", "article-journal", fields, places=ODD.places)
    for shown in (as_printed(german), str(full_reference(german, Words()))):
        assert "[Back pain in nurses]" in shown
        assert '<span lang="de">[' not in shown
    assert 'Original title: <span lang="de">Rückenschmerzen</span>. Language of the work: German.' in as_printed(german)
    untold = replace(german, fields={"title": "[Back pain]", "language": "xyz"})
    assert "Language of the work" not in as_printed(untold)
    printed = describe_reference(german, None, (), PEOPLE, Words("de"))
    assert '<span lang="en">[Back pain in nurses]</span>' in str(printed.work)


@pytest.mark.parametrize(
    ("verdict", "sign", "said"),
    [
        (Verdict.OK, "checked", "Link checked on 15 February 2026"),
        (Verdict.MOVED, "checked", "Link checked on 15 February 2026"),
        (Verdict.CHANGED, "checked", "Link checked on 15 February 2026"),
        (Verdict.FAILING, "unchecked", "Could not be checked on 15 February 2026; we will try again"),
        (Verdict.BROKEN, "broken", "Link no longer works (checked 15 February 2026)"),
        (
            Verdict.BLOCKED,
            "unchecked",
            "Could not be checked, because the website blocked our program (tried 15 February 2026)",
        ),
        (Verdict.UNKNOWN, "unchecked", "We could not tell whether the link works (tried 15 February 2026)"),
        (Verdict.WRONG_PAGE, "broken", "The link or DOI leads to a different work (checked 15 February 2026)"),
        (Verdict.REFUSED, "broken", "The link is not safe to open (checked 15 February 2026)"),
    ],
)
def test_each_verdict_has_its_words_and_its_sign(verdict, sign, said):
    shown = html(as_printed(STUDY, looked_up(STUDY, verdict)))
    assert words(shown, f".status > .{sign}") == [said]
    assert words(shown, ".status") == [said]


@pytest.mark.parametrize("verdict", [Verdict.WRONG_PAGE, Verdict.REFUSED])
def test_readers_hear_of_no_wrong_page_before_a_second_day(verdict):
    once = replace(looked_up(STUDY, verdict), suspected=date(2026, 2, 15))
    shown = html(as_printed(STUDY, once))
    assert words(shown, ".status") == ["We could not tell whether the link works (tried 15 February 2026)"]


@pytest.mark.parametrize(("kind", "tick"), [(NoticeKind.RETRACTION, []), (NoticeKind.CORRECTION, ["checked"])])
def test_no_tick_stands_beside_a_retraction(kind, tick):
    shown = html(as_printed(STUDY, looked_up(STUDY, notices=(Notice(kind, "Crossref", "2014"),))))
    assert words(shown, ".status") == ["Link checked on 15 February 2026"]
    assert [node.attributes["class"] for node in shown.css(".status > span[class]")] == tick


def test_a_reference_that_changed_since_it_was_looked_up_is_not_checked():
    changed = reference("study", title="Another title")
    assert words(html(as_printed(changed, looked_up(STUDY))), ".status .unchecked") == ["Not checked yet"]


def test_an_unsafe_address_is_no_link():
    shown = html(as_printed(STUDY, looked_up(STUDY, Verdict.REFUSED)))
    assert not shown.css("a[href], [data-url]")
    assert words(shown, ".entry .title") == ["About study"]


def test_an_archived_copy_is_offered_and_stands_out_where_the_page_is_gone():
    copy = Archived("https://web.archive.org/web/20200102/https://health.org/study", date(2020, 1, 2))
    for verdict, tag in ((Verdict.OK, "span"), (Verdict.BROKEN, "strong")):
        shown = html(as_printed(STUDY, looked_up(STUDY, verdict, archived=copy)))
        [link] = shown.css(f"{tag}.archived a")
        assert link.text() == "Archived copy from 2 January 2020"
        assert (link.attributes["href"], link.attributes["rel"]) == (copy.url, "noreferrer")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x",
        "x",
        "https://",
        "https://x/a b",
        "https://x@y/",
    ],
)
def test_an_address_from_the_lock_that_is_none_of_the_web_is_no_link(href):
    quote = LockedQuote("so it is", QuoteVerdict.FOUND, DAY, fragment="#:~:text=so")
    locked = looked_up(STUDY, archived=Archived(href, DAY), final_url=href, quotes=(quote,))
    page = article('It is so. [@study "so it is"]', STUDY, study=locked)
    assert href not in [link.attributes["href"] for link in page.css("a")]
    assert not page.css(".archived")
    assert words(page, ".seen") == ["We found these words there on 15 February 2026"]


def test_a_notice_stands_before_the_title_the_gravest_first():
    notices = (
        Notice(NoticeKind.CORRECTION, "PubMed", "2012", pmid="123"),
        Notice(NoticeKind.SUPERSEDED, "Crossref", doi="10.1000/newer"),
        Notice(NoticeKind.CONCERN, "Retraction Watch", "2013-05"),
        Notice(NoticeKind.RETRACTION, "Crossref", "2014-01-31", doi="10.1000/notice"),
    )
    shown = html(as_printed(STUDY, looked_up(STUDY, notices=notices)))
    assert words(shown, ".entry > *") == [
        "This study was retracted on 31 January 2014: see the notice.",
        "An expression of concern about this study was published in May 2013, according to Retraction Watch.",
        "This study was replaced by newer guidance: see the newer one.",
        "This study was corrected in 2012: see the correction.",
        "About study",
    ]
    assert [node.attributes["class"] for node in shown.css(".said")] == ["said retracted"] * 3 + ["said corrected"]
    assert [link.attributes["href"] for link in shown.css(".said a")] == [
        "https://doi.org/10.1000/notice",
        "https://doi.org/10.1000/newer",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
    ]


def test_a_notice_that_two_services_tell_of_is_shown_once():
    notices = (
        Notice(NoticeKind.RETRACTION, "PubMed", "2014"),
        Notice(NoticeKind.RETRACTION, "Crossref", "2014-01-31", doi="10.1000/notice"),
    )
    shown = html(as_printed(STUDY, looked_up(STUDY, notices=notices)))
    assert words(shown, ".said") == ["This study was retracted on 31 January 2014: see the notice."]


@pytest.mark.parametrize("published", ["", "soon", "2014-13", "2014-02-30", "0000", "2014-1-1-1"])
def test_a_day_that_is_none_is_left_out(published):
    locked = looked_up(STUDY, notices=(Notice(NoticeKind.RETRACTION, "Crossref", published, doi="10.1000/notice"),))
    assert words(html(as_printed(STUDY, locked)), ".said") == ["This study was retracted: see the notice."]


def test_readers_see_why_editors_still_use_a_work_who_decided_and_when():
    notice = Notice(NoticeKind.CORRECTION, "Crossref", "2012", doi="10.1000/notice", seen=DAY)
    accepted = (
        Acceptance("correction", "A table was mended.", "jane-doe", date(2026, 3, 1), PLACE),
        Acceptance("broken", "We hold the printed book.", "somebody-gone", date(2026, 3, 2), PLACE),
    )
    each = replace(STUDY, accepted=accepted)
    notices = (notice, replace(notice, doi="10.1000/second"))
    shown = html(as_printed(each, looked_up(each, Verdict.BROKEN, notices=notices, failed_on=(DAY,))))
    assert words(shown, ".said .why") == ["Our editors still use it: A table was mended. (Jane Doe, 1 March 2026)"]
    assert words(shown, ".status .why") == [
        "Our editors still use it: We hold the printed book. (somebody-gone, 2 March 2026)"
    ]


def test_words_that_were_found_have_a_link_that_lands_on_them():
    quote = LockedQuote("so it is", QuoteVerdict.FOUND, DAY, fragment="#:~:text=so%20it,is")
    locked = looked_up(STUDY, Verdict.MOVED, final_url="https://new.org/page#top", quotes=(quote,))
    page = article('It is so. [@study "so it is"] It really is. [@study, p. 3 "so  it is"]', STUDY, study=locked)
    assert words(page, ".quotes blockquote") == ["“so it is”"]
    [link] = page.css(".quotes a")
    assert link.text() == "See these words on the page"
    assert link.attributes["href"] == "https://new.org/page#:~:text=so%20it,is"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (None, "We have not yet checked that these words are there."),
        (
            LockedQuote("so it is", QuoteVerdict.UNREAD, DAY, fragment="#:~:text=so"),
            "We could not read the page to check that these words are there.",
        ),
        (
            LockedQuote("so it is", QuoteVerdict.MISSING, DAY),
            "When we last looked, these words were not there.",
        ),
        (
            LockedQuote("so it is", QuoteVerdict.CHANGED, DAY, says="so it <was>"),
            "When we last looked, these words were not there. The page now says: “so it <was>”.",
        ),
    ],
)
def test_words_that_were_not_found_are_shown_as_such_and_have_no_link(quote, said):
    locked = looked_up(STUDY, quotes=(quote,) if quote else ())
    page = article('It is so. [@study "so it is"]', STUDY, study=locked)
    assert words(page, ".quotes") == [f"“so it is” {said}"]
    assert not page.css(".quotes a")


def test_readers_see_the_words_of_a_named_quote_and_never_its_name():
    named = replace(STUDY, quotes=(NamedQuote("early-course", "it begins slowly", PLACE),))
    page = article("It is so. [@study, quote early-course]", named)
    assert words(page, ".quotes blockquote") == ["“it begins slowly”"]
    assert "early-course" not in (page.html or "")


def test_what_not_checked_means_is_only_said_where_something_is_not_checked():
    help_ = "“Not checked yet” means that nobody has checked the link online yet."
    both = bibliography(STUDY, reference("nhs"))
    for lock, expected in (({"study": looked_up(STUDY)}, True), ({}, True)):
        made = built({"x": "So. [@study; @nhs]\n"}, references=both, lock=Lock(lock))
        for address in ("articles/x/", "sources/"):
            assert (help_ in " ".join(words(html(made[address]), ".help"))) is expected
    all_known = {each.key: looked_up(each) for each in both.references.values()}
    made = built({"x": "So. [@study; @nhs]\n"}, references=both, lock=Lock(all_known))
    for address in ("articles/x/", "sources/"):
        assert help_ not in " ".join(words(html(made[address]), ".help"))


def test_the_gallery_that_is_looked_at_has_every_way_in_which_a_source_can_stand():
    gallery = load(Path(__file__).parent.parent / "sites" / "gallery").site
    known = [gallery.lock.find_entry(each) for each in gallery.bibliography.references.values()]
    found = [locked for locked in known if locked]
    assert {locked.verdict for locked in found} == set(Verdict)
    assert {notice.kind for locked in found for notice in locked.notices} == set(NoticeKind)
    assert {quote.verdict for locked in found for quote in locked.quotes} == set(QuoteVerdict)
    assert None in known


def test_each_letter_knows_which_of_the_words_its_use_pins():
    text = 'It is so. [@study "so it is"] And so. [@study] And it lasts. [@study "it lasts"] It is. [@study "so it is"]'
    page = article(text, STUDY)
    assert words(page, "blockquote") == ["“so it is”", "“it lasts”"]
    assert [letter.attributes.get("data-quote") for letter in page.css("[role=doc-backlink]")] == ["0", None, "1", "0"]


def test_the_words_of_links_made_by_the_script_stand_in_the_page():
    [listed] = article("It is so. [@study]", STUDY).css(".sources")
    assert listed.attributes["data-see"] == "See source {number}"
    assert listed.attributes["data-back"] == "Back to where you were reading"
