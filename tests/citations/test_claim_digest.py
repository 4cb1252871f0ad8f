"""The digests of claims and sections: what a reviewer would have to read again changes them, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.render.samples import bibliography, reference

from citewell.citations.claim_digest import digest_claim, matches_claim, redigest_claim
from citewell.citations.sections import BEGINNING, digest_section, list_sections, matches_section
from citewell.diagnostics import Location
from citewell.model.article import Article, Picture
from citewell.model.references import IdentifierKind, NamedQuote
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article

PLACE = Location("content_src/references/a.yml")
SOURCES = bibliography(
    replace(reference("nhs"), quotes=(NamedQuote("rare", "very rare", PLACE),)), replace(reference("who"), quotes=())
)
FRONT = "---\ntitle: Is it a lump?\ndescription: What a lump is\n---\n\n"
CLAIM = 'Most lumps, 5–10 of 12, aren\'t "cancer". [@nhs, p. 3 "the words"]'


def read(body: str, front: str = FRONT) -> Article:
    return parse_article(SourceText("content_src/articles/x/article.md", front + body), slug="x")


def digest(body: str) -> str:
    """The digest of the last claim of an article with this body."""
    return digest_claim(read(body).claims[-1], SOURCES)


@pytest.mark.parametrize(
    "same",
    [
        'Most   lumps,\n5–10 of 12, aren\'t "cancer". [@nhs, p. 3 "the words"]',
        "Most lumps, 5-10 of 12, aren’t “cancer”. [@nhs, p. 3 “the words”]",
        'Most\u00a0lumps, 5—10 of 12, aren\'t "cancer". [@nhs, p. 3 "the  words"]',
        '*Most* lumps, 5–10 of **12**, aren\'t "cancer". [@nhs, p. 3 "the words"]',
        'Most lumps, 5–10 of 12, aren\'t "cancer". [supports @nhs, p. 3 "the words"]',
        '- Most lumps, 5–10 of 12, aren\'t "cancer". [@nhs, p. 3 "the words"]',
    ],
)
def test_what_does_not_change_the_meaning_changes_no_digest(same: str):
    assert digest(same) == digest(CLAIM)


@pytest.mark.parametrize(
    "other",
    [
        CLAIM.replace("Most", "Some"),
        CLAIM.replace("12", "13"),
        CLAIM.replace("aren't", "are"),
        CLAIM.replace("@nhs", "@who"),
        CLAIM.replace("p. 3", "p. 4"),
        CLAIM.replace("the words", "other words"),
        CLAIM.replace("]", "; @who]"),
        CLAIM.replace("[@nhs", "[but see @nhs"),
        CLAIM.replace("[@nhs", "[contradicts @nhs"),
        CLAIM.replace("[@nhs", "[certainty: low, @nhs"),
        CLAIM.replace('[@nhs, p. 3 "the words"]', "[no source: advice]"),
        f":::{{emergency}}\n- {CLAIM}\n:::",
    ],
)
def test_what_may_change_the_meaning_changes_the_digest(other: str):
    assert digest(other) != digest(CLAIM)


def test_cards_differ_in_what_they_say():
    cards = {name: digest(f":::{{{name}}}\n- {CLAIM}\n:::") for name in ("emergency", "urgent", "do", "dont")}
    assert len({digest(CLAIM), *cards.values()}) == 5


def test_a_named_quote_counts_by_its_words():
    claim = read("It is rare. [@nhs, quote rare]").claims[-1]
    changed = bibliography(replace(SOURCES.references["nhs"], quotes=(NamedQuote("rare", "rare", PLACE),)))
    assert digest_claim(claim, changed) != digest_claim(claim, SOURCES)


def test_a_reference_counts_by_its_key_however_it_is_cited():
    sources = bibliography(replace(reference("trial"), identifiers={IdentifierKind.DOI: "10.1000/a"}))
    by_key, by_doi = (read(f"It is rare. [@{key}]").claims[-1] for key in ("trial", "doi:10.1000/a"))
    assert digest_claim(by_key, sources) == digest_claim(by_doi, sources)


def test_version_1_is_fixed():
    assert digest("It is rare. [@nhs]") == "1:58b408dc4a4c"
    assert digest("It is rare. [certainty: low, contradicts @nhs; partly @who]") == "1:8740449b0a77"
    assert digest(CLAIM) == "1:69b717f99344"


def test_a_digest_of_an_unknown_version_never_matches():
    claim = read(CLAIM).claims[-1]
    assert matches_claim(claim, SOURCES, digest(CLAIM))
    assert not matches_claim(claim, SOURCES, "9:0123456789ab")
    assert redigest_claim(claim, SOURCES, "9:0123456789ab") == ""


BODY = """\
:::{takeaway}
Most are harmless. [@nhs]
:::

Before the first heading. [@nhs]

## What to do

Wait. [@nhs]

### With a fever

Call. [@nhs]

## Tests

Few are needed. [@who]

:::{key-takeaways}
- Wait. [@nhs]
:::
"""


def test_sections_hold_the_whole_ledger_in_reading_order():
    article = read(BODY)
    sections = list_sections(article)
    assert [(each.anchor, each.heading, len(each.claims)) for each in sections] == [
        (BEGINNING, "", 4),
        ("what-to-do", "What to do", 4),
        ("tests", "Tests", 2),
        ("key-takeaways", "", 1),
    ]
    assert [claim for each in sections for claim in each.claims] == list(article.claims)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Call.", "Call at once.", {"what-to-do"}),
        ("### With a fever", "### Without a fever", {"what-to-do"}),
        ("Few are", "Many are", {"tests"}),
        ("harmless", "dangerous", {BEGINNING}),
        ("Before the", "Before  the", set()),
        (
            "Wait. [@nhs]\n\n### With a fever\n\nCall. [@nhs]",
            "Call. [@nhs]\n\n### With a fever\n\nWait. [@nhs]",
            {"what-to-do"},
        ),
    ],
)
def test_a_change_changes_the_digest_of_its_section_alone(old: str, new: str, changed: set[str]):
    before, after = list_sections(read(BODY)), list_sections(read(BODY.replace(old, new)))
    kept = {each.anchor: digest_section(each, SOURCES) for each in before}
    assert {each.anchor for each in after if not matches_section(each, SOURCES, kept[each.anchor])} == changed


def test_the_title_belongs_to_the_beginning():
    one, other = (list_sections(read(BODY, front)) for front in (FRONT, FRONT.replace("Is it", "Is this")))
    assert [
        a.anchor for a, b in zip(one, other, strict=True) if digest_section(a, SOURCES) != digest_section(b, SOURCES)
    ] == [BEGINNING]


PICTURES = "illustration:\n  file: head.svg\n  alt: A lump\n---\n\n"
FIGURE = ":::{figure}\n![A scan of a lump](scan.svg)\n\nA scan shows it. [@nhs]\n:::\n"


@pytest.mark.parametrize(
    ("other", "changed"),
    [
        ({"head.svg": b"<svg id='other'/>"}, {BEGINNING}),
        ({"scan.svg": b"<svg id='other'/>"}, {"tests"}),
        ({"unused.svg": b"<svg/>"}, set()),
        ({}, set()),
    ],
)
def test_another_picture_under_the_same_name_changes_its_section(other: dict[str, bytes], changed: set[str]):
    text = FRONT.removesuffix("---\n\n") + PICTURES + BODY.replace(":::{key", f"{FIGURE}\n:::{{key")
    files = {"head.svg": b"<svg/>", "scan.svg": b"<svg/>"}

    def digests(data: dict[str, bytes]) -> dict[str, str]:
        pictures = {name: Picture(name, own, 10, 10) for name, own in data.items()}
        article = replace(read(text, ""), pictures=pictures)
        return {each.anchor: digest_section(each, SOURCES) for each in list_sections(article)}

    before, after = digests(files), digests({**files, **other})
    assert {anchor for anchor in before if before[anchor] != after[anchor]} == changed


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("alt: A lump", "alt: No lump", BEGINNING),
        ("![A scan", "![No scan", "tests"),
        ("(scan.svg)", "(x.svg)", "tests"),
    ],
)
def test_the_words_and_the_name_of_a_picture_belong_to_its_section(old: str, new: str, changed: str):
    text = FRONT.removesuffix("---\n\n") + PICTURES + BODY.replace(":::{key", f"{FIGURE}\n:::{{key")
    one, other = (list_sections(read(each, "")) for each in (text, text.replace(old, new)))
    assert [
        a.anchor for a, b in zip(one, other, strict=True) if digest_section(a, SOURCES) != digest_section(b, SOURCES)
    ] == [changed]
