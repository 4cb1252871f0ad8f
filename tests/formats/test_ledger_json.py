"""The ledger for programs: every field of a row and of a citation item, what is absent being ``null``."""

from __future__ import annotations

import json

from tests.formats.claims import claims_of

from citewell.formats.ledger.json import format_ledger
from citewell.model.claims import ClaimSubject
from citewell.model.policies import Policies

TEXT = """\
---
title: Is it a lump?
---

It grows. [see -@one, p. 3, in adults "It grew"; contradicts @two]
It is soft [no source: advice, a note].
It is hard. [certainty: very low, background @two]
"""


def rows():
    return json.loads("\n".join(format_ledger([claims_of(TEXT)])))["claims"]


def test_a_citation_item_has_every_field():
    cited = rows()[1]

    assert cited["citations"] == [
        {
            "key": "one",
            "intent": "supports",
            "prefix": "see",
            "locator": "3",
            "label": "page",
            "suffix": "in adults",
            "quote": "It grew",
            "suppress_author": True,
            "line": 5,
            "column": 17,
        },
        {
            "key": "two",
            "intent": "contradicts",
            "prefix": None,
            "locator": None,
            "label": None,
            "suffix": None,
            "quote": None,
            "suppress_author": False,
            "line": 5,
            "column": 62,
        },
    ]


def test_each_status_has_its_kind_and_its_support():
    assert [
        (row["text"], row["block"], row["status"], row["kind"], row["support"], row["certainty"]) for row in rows()
    ] == [
        ("Is it a lump?", "title", "not-a-claim", "heading", None, None),
        ("It grows.", "paragraph", "cited", None, "quoted", None),
        ("It is soft.", "paragraph", "waived", "advice", None, None),
        ("It is hard.", "paragraph", "uncited", None, None, "very low"),
    ]


def test_a_row_says_for_what_the_site_wants_words_of_a_source():
    text = '---\ntitle: X\n---\n\nTake 5 mg. [@one]\n\nTake 6 mg. [@one "6 mg"]\n\nIt helps. [@one]\n'
    policies = Policies(quote_for=(ClaimSubject.DOSES, ClaimSubject.NUMBERS))
    wanting = json.loads("\n".join(format_ledger([claims_of(text, policies=policies)])))["claims"]
    assert [row["quote_for"] for row in wanting] == [[], ["doses", "numbers"], [], []]
