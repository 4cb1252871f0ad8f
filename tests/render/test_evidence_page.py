"""The page ``evidence/``: how the sources stand, and what rests on those with a problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.render.samples import PEOPLE, bibliography, built, html, looked_up, reference, site, words

from citewell.citations.impact import find_impact
from citewell.citations.notices import list_identifiers
from citewell.model.evidence import Lock, LockedQuote, Notice, NoticeKind, QuoteVerdict, Verdict

HEAD = "---\ntitle: {title}\nauthors: [{authors}]\n{more}---\n\n"
PAIN = HEAD.format(title="Pain", authors="jane-doe, team", more="") + (
    "It hurts. [@gone] It hurts badly. [@gone; @good]\n\n"
    ":::{do} Do see a doctor\n- about a lump [@retracted; @gone]\n:::\n"
)
QUOTED = HEAD.format(title="Words", authors="team", more="") + 'It is so. [@quoted "so it is"]\n'
LUMP = HEAD.format(title="Lump", authors="", more="") + "A lump is a lump. [@retracted]\n"
DRAFT = HEAD.format(title="Hidden", authors="team", more="status: draft\n") + "A secret. [@gone]\n"
KEYS = ("gone", "good", "retracted", "quoted", "new", "blocked")
KNOWN = bibliography(*(reference(key) for key in KEYS))
REFERENCES = KNOWN.references
RETRACTED = Notice(NoticeKind.RETRACTION, "Crossref", "2014-01-31", doi="10.1000/notice")
LOST = LockedQuote("so it is", QuoteVerdict.CHANGED, date(2026, 2, 15), says="so it was")
LOCK = Lock(
    {
        "gone": looked_up(REFERENCES["gone"], Verdict.BROKEN),
        "good": looked_up(REFERENCES["good"]),
        "retracted": looked_up(REFERENCES["retracted"], checked=date(2026, 2, 16), notices=(RETRACTED,)),
        "quoted": looked_up(REFERENCES["quoted"], Verdict.CHANGED, quotes=(LOST,)),
        "blocked": looked_up(REFERENCES["blocked"], Verdict.BLOCKED),
    }
)


def shown(articles, lock=None, references=KNOWN):
    return html(built(articles, references=references, lock=lock)["evidence/"])


def test_before_the_first_check_it_says_so_and_calls_nothing_a_problem():
    page = shown({"pain": PAIN})
    assert words(page, "h1, .lead") == [
        "Are our sources up to date?",
        "None of the 6 sources has been checked online yet.",
    ]
    assert words(page, "article > h2, li") == []
    assert words(page, "article > p")[-1] == "Until then, each source says “Not checked yet”."


def test_a_site_without_sources_says_so():
    assert words(shown({"x": "x\n"}, references=bibliography()), ".lead") == ["There are no sources yet."]


def test_it_counts_what_the_checks_found_and_says_when_the_last_was():
    page = shown({"pain": PAIN, "words": QUOTED}, LOCK)
    assert words(page, ".lead") == ["5 of 6 sources have been checked online. The last check was on 16 February 2026."]
    assert [(node.attributes["class"], node.text()) for node in page.css(".sums span")] == [
        ("checked", "2 links work and lead to the work"),
        ("checked", "1 page has changed since our last check"),
        ("unchecked", "1 link could not be checked, because its website blocked our program"),
        ("broken", "1 link no longer works"),
        ("unchecked", "1 source not checked yet"),
        ("retracted", "1 work was retracted"),
        ("broken", "1 page no longer has the words we quote"),
    ]


def test_where_all_is_well_it_says_so():
    good = bibliography(REFERENCES["good"])
    page = shown({"x": "So. [@good]\n"}, Lock({"good": LOCK.references["good"]}), good)
    assert words(page, ".lead, article > h2, article > h2 ~ p") == [
        "The one source has been checked online. The last check was on 15 February 2026.",
        "What the checks found",
        "We know of no source with a problem.",
    ]


def test_each_source_with_a_problem_leads_to_the_statements_that_rest_on_it_and_names_who_wrote_them():
    page = shown({"pain": PAIN, "lump": LUMP, "words": QUOTED, "draft": DRAFT}, LOCK)
    assert [node.attributes["id"] for node in page.css(".entries > li")] == ["ref-retracted", "ref-gone", "ref-quoted"]
    assert words(page, "#problems + p")[0].startswith(
        "5 statements on 3 pages rely on them; 4 have no source without a problem."
    )
    assert words(page, "#ref-gone .cited summary") == ["3 statements rely on it; 2 have no source without a problem"]
    links = {" ".join(node.text().split()): node.attributes["href"] for node in page.css("#ref-gone .cited a")}
    assert links == {
        "Pain": "../articles/pain/#ref-gone",
        "It hurts.": "../articles/pain/#cite-gone-1",
        "It hurts badly.": "../articles/pain/#cite-gone-2",
        "Do see a doctor: about a lump": "../articles/pain/#cite-gone-3",
    }
    assert words(page, "#ref-gone .cited > ul > li > span") == ["(by Jane Doe and the editorial team)"]
    assert words(page, "#ref-gone .cited li li") == [
        "It hurts. (no source without a problem)",
        "It hurts badly.",
        "Do see a doctor: about a lump (no source without a problem)",
    ]
    assert words(page, "#ref-retracted .said") == ["This work was retracted on 31 January 2014: see the notice."]
    assert words(page, "#ref-quoted .quotes blockquote") == ["“so it is”"]
    assert words(page, "#ref-quoted summary") == ["1 statement relies on it; it has no source without a problem"]


def test_words_that_no_published_page_pins_any_more_are_no_problem():
    draft = QUOTED.replace("---\n\n", "status: draft\n---\n\n")
    assert not shown({"pain": PAIN, "draft": draft}, LOCK).css("#ref-quoted")


def test_a_source_with_a_problem_that_is_not_used_is_listed_all_the_same():
    assert words(shown({"x": "x\n"}, LOCK), "#ref-gone p.cited") == ["No statement relies on it."]


def test_no_draft_shows():
    assert "secret" not in (shown({"pain": PAIN, "draft": DRAFT}, LOCK).html or "").casefold()


def test_statements_are_folded_away_where_many_sources_have_a_problem():
    for count, opened in ((10, 10), (11, 0)):
        keys = [f"gone-{number}" for number in range(count)]
        known = bibliography(*(reference(key) for key in keys))
        lock = Lock({key: looked_up(known.references[key], Verdict.BROKEN) for key in keys})
        page = shown({"x": "".join(f"It is {key}. [@{key}]\n" for key in keys)}, lock, known)
        assert len(page.css(".entries details")) == count
        assert len(page.css(".entries details[open]")) == opened


def test_on_a_large_site_it_stays_short():
    many = HEAD.format(title="Many", authors="team", more="")
    many += "".join(f"Statement {number}. [@retracted; @gone; @blocked]\n" for number in range(900))
    page = shown({"many": many}, LOCK)
    assert [node.attributes["id"] for node in page.css(".entries > li")] == ["ref-retracted"]
    assert len(page.css(".entries .cited li li")) == 900
    assert words(page, ".index li") == ["About gone 900 statements rely on it"]
    assert [link.attributes["href"] for link in page.css(".index a")] == ["../sources/#ref-gone"]


def test_a_statement_has_no_other_source_when_all_that_it_names_are_among_those_asked_for():
    made = site({"pain": PAIN, "lump": LUMP}, references=KNOWN)
    for keys, expected in (
        ({"gone"}, {"It hurts.": True, "It hurts badly.": False, "about a lump": False}),
        ({"gone", "good"}, {"It hurts.": True, "It hurts badly.": True, "about a lump": False}),
        ({"new"}, {}),
    ):
        found = find_impact([REFERENCES[key] for key in sorted(keys)], made.facts.documents, PEOPLE)
        assert {each.claim.text: each.only for each in found.statements} == expected


def test_a_notice_stays_where_the_reference_was_changed_since():
    names = list_identifiers(REFERENCES["retracted"])
    known = replace(LOCK.references["retracted"], fingerprint="0123456789ab", identifiers=names)
    page = shown({"lump": LUMP}, Lock({"another-key": known}))
    assert words(page, "#ref-retracted .said") == ["This work was retracted on 31 January 2014: see the notice."]
    assert words(page, "#ref-retracted .status") == ["Not checked yet"]
    assert words(page, ".sums .retracted") == ["1 work was retracted"]
