"""RIS as CSL items; rispy, which reads the same format, is the witness that nothing is lost."""

from __future__ import annotations

import rispy  # type: ignore[import-untyped]  # it has no types
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost, texts

from citewell.evidence.imports import ris

ARTICLE = """\
TY  - JOUR
AU  - Müller, Jana
AU  - van der Berg, Ludwig, Jr
AU  - Example Trust
TI  - Made-up backs
T2  - Journal of Made-up Things
J2  - J Made-up
PY  - 2020
DA  - 2020/03/05/
VL  - 3
IS  - 2
SP  - 1
EP  - 20
SN  - 1234-5679
DO  - 10.5555/made-up.1
UR  - https://example.org/1
UR  - https://example.org/2
KW  - backs
KW  - fronts
AB  - A long text
that goes on.
XX  - odd
ID  - mueller2020
ER  -
"""


def test_an_article():
    found = ris.read_ris(ARTICLE)
    (entry,) = found.entries
    assert found.faults == ()
    assert (entry.key, entry.line) == ("mueller2020", 1)
    assert entry.item == {
        "type": "article-journal",
        "title": "Made-up backs",
        "author": [
            {"family": "Müller", "given": "Jana"},
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr"},
            {"literal": "Example Trust"},
        ],
        "container-title": "Journal of Made-up Things",
        "issued": "2020-03-05",
        "volume": "3",
        "issue": "2",
        "page": "1-20",
        "DOI": "10.5555/made-up.1",
        "ISSN": "1234-5679",
        "URL": "https://example.org/1",
        "container-title-short": "J Made-up",
        "keyword": "backs, fronts",
        "abstract": "A long text that goes on.",
        "custom": {"imported": {"UR": "https://example.org/2", "XX": "odd"}},
    }
    assert [(left.field, left.line) for left in entry.left] == [("UR", 17), ("XX", 22)]


def test_a_chapter_and_a_book():
    found = ris.read_ris("TY  - CHAP\nTI  - Part\nT2  - Whole\nA2  - Ng, A.\nSN  - 978-1-4731-5305-9\nER  - \n"
                     "TY  - BOOK\nTI  - Whole\nA2  - Ng, A.\nT2  - Series\nSP  - 300\nER  - \n")  # fmt: skip
    part, whole = (entry.item for entry in found.entries)
    assert (part["type"], part["container-title"], part["ISBN"]) == ("chapter", "Whole", "978-1-4731-5305-9")
    assert part["editor"] == [{"family": "Ng", "given": "A."}]
    assert (whole["collection-title"], whole["number-of-pages"]) == ("Series", "300")


def test_an_abstract_of_several_paragraphs_is_one():
    (found,) = ris.read_ris(
        "TY  - JOUR\nTI  - One\nAB  - First.\n\nSecond.\n\nThird\none.\nVL  - 3\n\nstray\nER  - \n"
    ).entries
    assert found.item["abstract"] == "First. Second. Third one."
    assert found.item["volume"] == "3"
    assert found.item["custom"] == {"imported": {"unmarked": "stray"}}


def test_an_entry_without_its_end_is_taken_and_said():
    found = ris.read_ris("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n")
    assert [entry.item["title"] for entry in found.entries] == ["One", "Two"]
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False), (3, False)]


def test_text_before_the_first_entry_is_passed_over():
    found = ris.read_ris("Provider: Example\n\nTY  - JOUR\nTI  - One\nER  - \n")
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False)]
    assert len(found.entries) == 1


def test_a_type_that_is_not_known_is_kept():
    (entry,) = ris.read_ris("TY  - ODDITY\nTI  - One\nER  - \n").entries
    assert entry.item["type"] == "document"
    assert entry.item["custom"]["imported"] == {"type": "ODDITY"}


_tag = st.sampled_from(
    "TI T1 T2 T3 JO JF J2 JA AU A1 A2 A3 A4 ED PY Y1 Y2 DA VL IS CP SP EP SN DO UR L1 AB N2 KW LA PB CY ET M1 M3 N1 AN "
    "DB DP C1 C2 C8 ST NV SE AD U1 CN RP BT CT LB XY Q7".split()
)
_value = st.lists(st.text("abcXYZ0129", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=150, deadline=None)
@example("JOUR", [("PY", "1000"), ("PY", "0000 1000")])
@given(st.sampled_from("JOUR BOOK CHAP CONF RPRT THES ELEC ODD".split()), st.lists(st.tuples(_tag, _value)))
def test_nothing_of_any_entry_is_lost(kind, fields):
    text = "".join(f"{tag}  - {value}\n" for tag, value in [("TY", kind), *fields, ("ER", "")])
    (entry,) = ris.read_ris(text).entries
    assert lost(entry, [value for _, value in fields]) == []
    (witness,) = rispy.loads(text)
    witness.pop("type_of_reference")
    assert lost(entry, texts(witness)) == []


def test_a_line_after_the_end_of_an_entry_is_passed_over():
    found = ris.read_ris("TY  - JOUR\nTI  - A made-up study\nER  - \nsome odd words\n")

    assert len(found.entries) == 1
    assert [(fault.line, fault.lost) for fault in found.faults] == [(4, False)]


def test_a_work_without_the_beginning_of_an_entry_is_missed():
    found = ris.read_ris("AU  - Doe, Jane\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n")

    (fault,) = found.faults
    assert (fault.line, fault.lost) == (1, True)
    assert fault.message.startswith("this belongs to no entry: ")
    assert [entry.item["title"] for entry in found.entries] == ["Two"]
