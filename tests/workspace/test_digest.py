"""The digest of an article's inputs: another one when any of them differs, the same when anything else does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.content import TODAY
from tests.render.samples import PEOPLE, SETTINGS, bibliography, document, looked_up, reference

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.model.article import Picture
from citewell.model.digest import digest_of
from citewell.model.evidence import Lock, Notice, NoticeKind, Verdict
from citewell.model.glossary import Term
from citewell.model.policies import Policies
from citewell.model.reviews import PersonVerdicts, ReviewFile
from citewell.model.site import Site
from citewell.rules import check_article
from citewell.rules.facts import make_card

TEXT = """\
---
title: Does a biopsy hurt?
authors: [jane-doe]
---

A biopsy may hurt. [@nhs; @doi:10.1000/a, p. 3 "the words"] It is said by [who-2020] and @near-mis.
"""
OTHER = "---\ntitle: Another\n---\n\nIt is. [@other]\n"
NHS, DOI = reference("nhs"), reference("trial", DOI="10.1000/a")
WHO, NEAR, ELSE = reference("who-2020"), reference("near-miss"), reference("other")
GLOSSARY = (Term("biopsy", "a small sample", ("biopsy",)), Term("sarcoma", "a cancer", ("sarcoma", "sarcomas")))
SITE = Site(
    SETTINGS,
    bibliography(NHS, replace(DOI, identifiers={"DOI": "10.1000/a"}), WHO, NEAR, ELSE),  # type: ignore[dict-item]
    PEOPLE,
    glossary=GLOSSARY,
    lock=Lock({"nhs": looked_up(NHS), "other": looked_up(ELSE)}),
)


def context(site: Site = SITE, text: str = TEXT, today: date = TODAY, unread: frozenset[str] = frozenset()):
    return ContextBuilder(site, unread, today, advise=True).context(document(text, "hurt"))


def with_reference(key: str, **variables: str) -> Site:
    changed = {**SITE.bibliography.references, key: reference(key, **variables)}
    return replace(SITE, bibliography=replace(SITE.bibliography, references=changed))


def with_lock(key: str, verdict: Verdict, *notices: Notice) -> Site:
    each = SITE.bibliography.references[key]
    known = replace(looked_up(each, verdict), notices=notices)
    return replace(SITE, lock=Lock({**SITE.lock.references, key: known}))


def reviewed(today: date) -> ArticleContext:
    article = replace(document(TEXT, "hurt"), reviews=ReviewFile(people=(PersonVerdicts("jane-doe", TODAY, "1:0"),)))
    return ContextBuilder(SITE, frozenset(), today).context(article)


DIFFERENT: dict[str, Callable[[], ArticleContext]] = {
    "its text": lambda: context(text=TEXT + "More. [@nhs]\n"),
    "a space of its text": lambda: context(text=TEXT + " "),
    "a picture beside it": lambda: replace(
        context(), article=replace(context().article, pictures={"a.svg": Picture("a.svg", b"<svg/>", 1, 1)})
    ),
    "a reference it cites": lambda: context(with_reference("nhs", title="Another title")),
    "a reference whose key is in its text": lambda: context(with_reference("who-2020", title="Another title")),
    "what is known of a reference it cites": lambda: context(with_lock("nhs", Verdict.BROKEN)),
    "a retraction of a reference it cites": lambda: context(
        with_lock("nhs", Verdict.OK, Notice(NoticeKind.RETRACTION, "Crossref"))
    ),
    "who signs it": lambda: context(
        replace(SITE, people={**PEOPLE, "jane-doe": replace(PEOPLE["jane-doe"], name="Jane Roe")})
    ),
    "a term it uses": lambda: context(
        replace(SITE, glossary=(replace(GLOSSARY[0], plain="a sample of the body"), GLOSSARY[1]))
    ),
    "a policy": lambda: context(replace(SITE, settings=replace(SETTINGS, policies=Policies(sentence_words=9)))),
    "a text of the interface": lambda: context(replace(SITE, texts={"article.sources": "Where this is from"})),
    "what is recorded of its reviews": lambda: replace(
        context(),
        article=replace(context().article, reviews=ReviewFile(people=(PersonVerdicts("jane-doe", TODAY, "1:0"),))),
    ),
    "a record of its reviews, with which the day counts": lambda: reviewed(TODAY),
    "that not all references could be read": lambda: context(unread=frozenset({"content_src/references"})),
}
SAME: dict[str, Callable[[], ArticleContext]] = {
    "nothing": context,
    "the day": lambda: context(today=TODAY + timedelta(days=1)),
    "a reference that it does not cite": lambda: context(with_reference("other", title="Another title")),
    "a reference more": lambda: context(with_reference("quite-another")),
    "what is known of another reference": lambda: context(with_lock("other", Verdict.BROKEN)),
    "somebody else": lambda: context(
        replace(SITE, people={**PEOPLE, "team": replace(PEOPLE["team"], name="all of us")})
    ),
    "a term that it does not use": lambda: context(
        replace(SITE, glossary=(GLOSSARY[0], replace(GLOSSARY[1], plain="a tumour")))
    ),
    "the order of people": lambda: context(replace(SITE, people=dict(reversed(PEOPLE.items())))),
    "the search": lambda: context(replace(SITE, settings=replace(SETTINGS, search=False))),
    "an article that could not be read": lambda: context(unread=frozenset({"content_src/articles/other"})),
}


@pytest.mark.parametrize("what", DIFFERENT)
def test_the_digest_differs_with(what: str):
    assert DIFFERENT[what]().digest() != context().digest()


@pytest.mark.parametrize("what", SAME)
def test_the_digest_is_the_same_with_a_change_of(what: str):
    assert SAME[what]().digest() == context().digest()


@pytest.mark.parametrize("what", SAME)
def test_where_the_digest_is_the_same_so_are_the_results(what: str):
    one, other = context(), SAME[what]()
    assert check_article(one) == check_article(other)
    assert repr(make_card(one)).partition("support=")[0] == repr(make_card(other)).partition("support=")[0]
    assert make_card(one).support.unpack() == make_card(other).support.unpack()


DAYS = [date(2026, 2, 1) + timedelta(days) for days in range(60)]
#: Lines of front matter, and the days on which they change what is found.
DATES = {
    "none": ("", []),
    "one to come": ("published: 2026-02-20\n", [date(2026, 2, 20)]),
    "one long ago": ("published: 2020-01-01\n", []),
    "several": ("published: 2026-02-10\nupdated: 2026-03-03\n", [date(2026, 2, 10), date(2026, 3, 3)]),
    "a correction": ("corrections: [{date: 2026-02-12, text: It was wrong.}]\n", [date(2026, 2, 12)]),
    "a withdrawal": ("withdrawn: {date: 2026-03-30, reason: It was wrong.}\n", [date(2026, 3, 30)]),
    "a day of no calendar": ("published: 2026-02-30\n", []),
}


@pytest.mark.parametrize(("front", "expected"), DATES.values(), ids=DATES)
def test_the_digest_changes_on_the_days_on_which_the_results_change(front: str, expected: list[date]):
    """So what is kept of an article holds until then, and not only until tomorrow."""
    text = TEXT.replace("---\n\n", f"{front}---\n\n")
    each_day = [context(text=text, today=day) for day in DAYS]
    known = [check_article(one) for one in each_day]
    digests = [one.digest() for one in each_day]
    changes = [day for day, one, before in zip(DAYS[1:], digests[1:], digests, strict=False) if one != before]
    assert changes == expected
    assert changes == [day for day, one, before in zip(DAYS[1:], known[1:], known, strict=False) if one != before]


def test_an_article_without_dates_is_checked_alike_on_every_day():
    digests = {context(text=TEXT, today=day).digest() for day in (date.min, *DAYS, date.max)}
    assert len(digests) == 1


def test_with_a_record_of_reviews_which_grow_old_every_day_counts():
    assert len({reviewed(day).digest() for day in DAYS}) == len(DAYS)


def test_the_digest_is_the_same_in_every_process():
    program = "from tests.workspace.test_digest import context; print(context().digest())"
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(root), str(root / "src")])},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {context().digest()}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates() | st.binary(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.frozensets(st.text(max_size=3), max_size=3)
    ),
    max_leaves=8,
)


def same(one: object, other: object) -> bool:
    """Equality that tells ``True`` from 1, as a digest does."""
    return repr(one) == repr(other) if one == other else False


@settings(max_examples=200)
@given(PLAIN, PLAIN)
def test_two_values_have_the_same_digest_only_if_they_are_equal(one, other):
    if same(one, other):
        assert digest_of(one) == digest_of(other)
    elif one != other:
        assert digest_of(one) != digest_of(other)


@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=5))
def test_the_order_of_a_mapping_makes_no_difference(mapping):
    assert digest_of(mapping) == digest_of(dict(reversed(mapping.items())))
