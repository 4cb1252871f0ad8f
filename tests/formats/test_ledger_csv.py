"""The worksheet for reviewers: what a spreadsheet program shows of it."""

from __future__ import annotations

import csv
import io

from tests.formats.claims import claims_of

from citewell.formats.ledger.csv import COLUMNS, format_ledger

REFERENCES = """\
references:
  - id: one
    type: webpage
    title: Back pain
    container-title: NHS
    URL: https://www.nhs.uk/conditions/back-pain/
    custom:
      doubt: The page may have moved.
  - id: two
    type: article-journal
    title: Night pain
    author:
      - family: Harding
        given: Ian
    container-title: Spine
    issued: 2005
    DOI: 10.1097/01.brs.0000176313.02258.5e
"""
FRONT = "---\ntitle: Is it a lump?\n---\n\n"


def worksheet(body: str) -> list[dict[str, str]]:
    """The rows under the heads, as Excel and LibreOffice read them: UTF-8 by its mark, fields by RFC 4180."""
    text = "".join(f"{line}\n" for line in format_ledger([claims_of(FRONT + body, REFERENCES)]))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_for_each_text_with_its_place_and_room_for_the_reviewer():
    title, cited, waived = worksheet("It grows, “≥ 5 cm”. [@one]\nNote it. [no source: advice]\n")

    assert tuple(title) == COLUMNS
    assert (title["Text"], title["Status"], title["Sources"]) == ("Is it a lump?", "not-a-claim (heading)", "")
    assert (cited["Text"], cited["Status"], cited["Part"]) == ("It grows, “≥ 5 cm”.", "cited", "paragraph")
    assert cited["Place"] == "content_src/articles/a/article.md:5"
    assert (waived["Text"], waived["Status"], waived["Sources"]) == ("Note it.", "waived (advice)", "")
    assert {row["Verdict"] + row["Note"] for row in (title, cited, waived)} == {""}


def test_each_source_stands_in_full_on_a_line_with_its_address_and_what_is_known_of_the_support():
    rows = worksheet('It grows. [@one, section 2, in adults "It grew"; @two; @three]\n')
    first, second, third = rows[1]["Sources"].split("\n")

    assert first == (
        "1. NHS [Internet]. Back pain. Available from: https://www.nhs.uk/conditions/back-pain/ "
        "[section 2] [in adults] “It grew” [our doubt: The page may have moved.]"
    )
    assert second == (
        "2. Harding I. Night pain. Spine. 2005. doi:10.1097/01.brs.0000176313.02258.5e "
        "https://doi.org/10.1097/01.brs.0000176313.02258.5e"
    )
    assert third == '3. There is no reference called "three".'


def test_a_row_says_how_its_sources_relate_to_it_and_how_sure_it_is():
    row = worksheet("It grows. [certainty: very low, @one; contradicts @two]\n")[1]

    assert row["Status"] == "cited; certainty: very low"
    assert [source[:18] for source in row["Sources"].split("\n")] == ["1. NHS [Internet].", "2. [contradicts] H"]


def test_sources_without_a_comma_stay_in_one_row():
    rows = worksheet("It grows. [@one; @one, p. 2]\nIt stays. [@one]\n")

    assert [row["Sources"].count("Back pain") for row in rows] == [0, 2, 1]


def test_no_text_is_run_as_a_formula_or_ends_its_row():
    texts = [
        "\\=1+1 is two.",
        "-5 °C is cold.",
        "＝1 is one.",
        "＋1 is one.",
        "－1 is one.",
        "＠one is one.",
        "So “x, y” is.",
    ]
    rows = worksheet("\n\n".join(f"{text} [@one]" for text in texts))

    guarded = ["'=1+1 is two.", "'-5 °C is cold.", "'＝1 is one.", "'＋1 is one.", "'－1 is one.", "'＠one is one."]
    assert [row["Text"] for row in rows[1:]] == [*guarded, "So “x, y” is."]
