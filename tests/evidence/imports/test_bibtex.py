"""BibTeX and biblatex as CSL items."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost
from tests.steps import steps

from citewell.evidence.imports import bibtex
from citewell.evidence.imports.bibtex_fields import TYPES


def item(text: str):
    """The item of the only entry."""
    (entry,) = bibtex.read_bibtex(text).entries
    return entry.item


def test_an_article():
    found = bibtex.read_bibtex(
        r"""
        @string{jmt = "Journal of Made-up Things"}
        @comment{not an entry}
        @article{mueller2020,
          author = {M{\"u}ller, Jana and {Example Trust and Sons} and Ludwig van der Berg and de la Cruz, Jr, Ana},
          title = {{DNA} in Backs: A Study},
          journal = jmt, month = mar # "~5", year = 2020,
          volume = 3, number = {2}, pages = {1--20}, doi = {10.5555/MADE-UP.1}, issn = {1234-5679},
          file = {:x.pdf:PDF}, timestamp = {2020-01-01},
        }
        """
    )
    (entry,) = found.entries
    assert found.faults == ()
    assert (entry.key, entry.line) == ("mueller2020", 4)
    assert entry.item == {
        "type": "article-journal",
        "title": "DNA in Backs: A Study",
        "author": [
            {"family": "Müller", "given": "Jana"},
            {"literal": "Example Trust and Sons"},
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
            {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la", "suffix": "Jr"},
        ],
        "container-title": "Journal of Made-up Things",
        "issued": "2020-03-05",
        "volume": "3",
        "issue": "2",
        "page": "1-20",
        "DOI": "10.5555/MADE-UP.1",
        "ISSN": "1234-5679",
        "custom": {"imported": {"timestamp": "2020-01-01"}},
    }
    assert [(left.field, left.line) for left in entry.left] == [("timestamp", 9)]
    assert [(left.field, left.line) for left in entry.private] == [("file", 9)]


def test_biblatex_fields():
    found = item(
        """@online{a, title={Backs}, subtitle={and fronts}, date={2020-01/2020-03}, urldate={2024-05-06},
        url={https://example.org/a\\_b%20c}, eprint={2101.00001v2}, eprinttype={arxiv}, langid={british},
        author={family=Berg, given=Ana, prefix=van}}"""
    )
    assert found["title"] == "Backs: and fronts"
    assert (found["issued"], found["accessed"]) == ("2020-01/2020-03", "2024-05-06")
    assert found["URL"] == "https://example.org/a_b%20c"
    assert found["DOI"] == "10.48550/arXiv.2101.00001"
    assert found["author"] == [{"family": "Berg", "given": "Ana", "non-dropping-particle": "van"}]
    assert found["custom"]["imported"]["eprint"] == "2101.00001v2"


def test_a_chapter_has_from_crossref_what_it_lacks():
    found = bibtex.read_bibtex(
        "@incollection{part, title={A part}, crossref={whole}, pages={1--2}}\n"
        "@book{whole, title={The whole}, editor={Ng, A.}, publisher={House}, year={1999}}\n"
        "@misc{lone, title={Lone}, crossref={nowhere}}\n"
    )
    part = found.entries[0].item
    assert (part["type"], part["title"], part["container-title"]) == ("chapter", "A part", "The whole")
    assert (part["editor"], part["publisher"], part["issued"]) == ([{"family": "Ng", "given": "A."}], "House", "1999")
    (fault,) = found.faults
    assert (fault.line, fault.lost) == (3, False)
    assert "nowhere" in fault.message


def test_and_others_is_kept():
    found = item("@misc{a, title={T}, author={Ng, A. and others}}")
    assert found["author"] == [{"family": "Ng", "given": "A."}]
    assert found["custom"]["imported"] == {"author 2": "and others"}


def test_markup_is_read_in_every_field():
    found = bibtex.read_bibtex(
        r"""
        @article{a, title={Trial of 10\textsuperscript{6} CFU at 37$^\circ$C}, journal={J. f{\"u}r 2{\texttimes}2},
        author={Mu{\~n}oz, Jos{\'e} and Magalh{\~a}es, Jo\~ao and {Bedran de Magalh{\~{a}}es}, Claudio and
          Donald~E. Knuth and {Secretar{\'\i}a de Salud de Espa{\~n}a} and K{\ifmmode\ddot{o}\else\"{o}\fi}rtgen, B.},
        doi={10.1130/0091-7613(1996)024$<$0867:CIATRO$>$2.3.CO;2},
        url={http://www.example.org/{\textasciitilde}user/a\_b.pdf}, publisher={Ma{\~n}ana}}
        @misc{b, title={B}, doi={10.1002/86:1{\textless}183::AID{\textgreater}3.0.CO;2-O},
          howpublished={\url{http://www.example.org/\~{}user}}}
        """
    )
    first, second = (entry.item for entry in found.entries)
    assert found.faults == ()
    assert first["title"] == "Trial of 10⁶ CFU at 37°C"
    assert first["author"] == [
        {"family": "Muñoz", "given": "José"},
        {"family": "Magalhães", "given": "João"},
        {"family": "Bedran de Magalhães", "given": "Claudio"},
        {"family": "Knuth", "given": "Donald E."},
        {"literal": "Secretaría de Salud de España"},
        {"family": "Körtgen", "given": "B."},
    ]
    assert (first["container-title"], first["publisher"]) == ("J. für 2×2", "Mañana")
    assert first["DOI"] == "10.1130/0091-7613(1996)024<0867:CIATRO>2.3.CO;2"
    assert first["URL"] == "http://www.example.org/~user/a_b.pdf"
    assert second["DOI"] == "10.1002/86:1<183::AID>3.0.CO;2-O"
    assert second["URL"] == "http://www.example.org/~user"


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("title", r"10\strange{6} cells", r"10\strange{6} cells"),
        ("title", r"Jos{\'e} {\odd} B", r"José \odd B"),
        ("author", r"M\"uller, \odd{A}", r"Müller, \odd{A}"),
        ("doi", r"10.5555/a\_\odd{6}", r"10.5555/a_\odd{6}"),
        ("journal", r"A\footnote{B}", "A"),
    ],
)
def test_what_cannot_be_written_as_plain_text_is_named_with_before_and_after(field, before, after):
    found = bibtex.read_bibtex(f"@article{{a, year=2020,\n {field}={{{before}}}}}")
    (fault,) = found.faults
    assert (fault.line, fault.lost) == (2, False)
    assert f'"{field}" of "a" holds LaTeX that cannot be written as plain text' in fault.message
    assert f'"{before}" became "{after}"' in fault.message


@pytest.mark.parametrize(
    "fields",
    [r"keywords = {x\\},", r"keywords = {x\\}", r"note = {\\}, year = 2020", r"file = {C:\me\},", r"file = {C:\me\}"],
)
def test_a_backslash_before_the_brace_that_ends_a_field_costs_no_entry(fields):
    found = bibtex.read_bibtex(f"@misc{{a,\n {fields}\n}}\n@misc{{b, title={{B}}}}")
    assert ([entry.key for entry in found.entries], found.faults) == (["a", "b"], ())


def test_braces_that_are_shown_stay():
    assert item(r"@misc{a, title={The set \{a, b\}}, note={\{x\}}," + "\n year=2020}")["title"] == "The set {a, b}"


def test_a_small_file_that_grows_without_end_is_read_in_part_and_says_so():
    doubling = "".join(f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(60))
    found = bibtex.read_bibtex(
        f'@string{{s0 = "abcdefghij"}}\n{doubling}@misc{{a, title = s60}}\n@misc{{b, title = {{B}}}}'
    )
    assert [entry.key for entry in found.entries] == ["a", "b"]
    (fault,) = found.faults
    assert "more than 4,000,000 characters" in fault.message
    assert fault.lost


def test_a_parent_is_copied_to_its_children_within_the_same_bound():
    children = "".join(f"@inbook{{c{n}, title={{C}}, crossref={{p}}}}\n" for n in range(50))
    found = bibtex.read_bibtex(f"{children}@book{{p, title={{P}}, abstract={{{'word ' * 40_000}}}}}")
    assert len(found.entries) == 51
    assert ["4,000,000" in fault.message for fault in found.faults] == [True]


@pytest.mark.parametrize(
    "file",
    [
        "@misc{{a, title={{{}}}}}", "@misc{{a, author={{{}}}}}", "@misc{{a, doi={{{}}}}}", "@misc{{a, {}}}", "{}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "piece",
    [
        "$",
        "~",
        "\\~",
        "{",
        "}",
        "a # ",
        '"',
        "@misc{",
        "title={T},",
        "and ",
        "A, B and ",
        ", ",
        "\\\\}",
        "\\}\n",
        "@",
        "%",
    ],
)
def test_the_work_grows_with_the_file_and_no_faster(file, piece):
    once, twice = (steps(bibtex.read_bibtex, file.format(piece * number)) for number in (200, 400))
    assert twice <= 2.2 * once


def test_a_broken_entry_is_named_with_its_line_and_the_others_come():
    found = bibtex.read_bibtex(
        "@misc{a, title={A}}\n@misc{b title={B}}\n@misc{c, title={unclosed\n@misc{d, title={D}}\n"
    )
    assert [entry.key for entry in found.entries] == ["a", "d"]
    assert [fault.line for fault in found.faults if fault.lost] == [2, 3]


def test_a_field_or_a_key_that_stands_twice_is_kept():
    found = bibtex.read_bibtex("@misc{a, title={One}, title={Two}}\n@misc{a, title={Three}}\n")
    assert [entry.item["title"] for entry in found.entries] == ["One", "Three"]
    assert found.entries[0].item["custom"]["imported"] == {"title 2": "Two"}
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False)]


def test_a_file_without_entries_is_a_fault():
    (fault,) = bibtex.read_bibtex("nothing here").faults
    assert "no entry" in fault.message


_word = st.text("abcdefgXYZ019", min_size=1, max_size=8)
_value = st.lists(_word, min_size=1, max_size=4).map(" ".join)
_names = st.sampled_from(
    "title subtitle journal journaltitle booktitle publisher school institution organization series number volume "
    "issue pages eid note annote abstract keywords edition chapter isbn issn type howpublished address location "
    "version url mystery date year month day urldate eprint doi crossref shorttitle pmid titleaddon".split()
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*TYPES, "odd"]), st.dictionaries(_names, _value, min_size=1, max_size=12))
def test_nothing_of_any_entry_is_lost(kind, fields):
    text = f"@{kind}{{key1,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}\n"
    (entry,) = bibtex.read_bibtex(text).entries
    assert lost(entry, fields.values()) == []


@pytest.mark.parametrize(
    ("authors", "read", "remark"),
    [
        ("Doe E, Roe G, Poe KA", ["Doe", "Roe", "Poe"], "read as 3 people"),
        ("Zhu, J.Y.; Wu, G.X.; Ye, G.Y.", ["Zhu", "Wu", "Ye"], "semicolons join 3 names"),
        ("Jane Doe; Karl Roe", ["Doe", "Roe"], "semicolons join 2 names"),
        ("Jane Doe, Karl Roe and Lea Poe", ["Doe", "Roe", "Poe"], "read as 2 people"),
        ("Doe E and Roe GA", ["Doe", "Roe"], ""),
        ("jane Doe and ludwig van Roe", ["Doe", "Roe"], ""),
        ("Garcia Doe, Ana Maria and Roe, Karl", ["Garcia Doe", "Roe"], ""),
        ("Doe, Jane and {Garcia Roe}, Ana Maria and Karl Poe", ["Doe", "Garcia Roe", "Poe"], ""),
        ("Garcia Doe, Ana Maria and {Example Agency}", ["Garcia Doe", "Example Agency"], ""),
        ("Doe, Jane & Roe, Karl", ["Doe", "Roe"], "join 2 names"),
        (r"Doe, Jane \& Roe, Karl", ["Doe", "Roe"], "join 2 names"),
        (r"D{\"o}e, Jane & Roe, Karl", ["Döe", "Roe"], "join 2 names"),
        ("Jane Doe und Karl Roe", ["Doe", "Roe"], "join 2 names"),
        ("{Doe \\& Sons} and Roe, Karl", ["Doe & Sons", "Roe"], ""),
        ("Doe, Jane,", ["Doe"], ""),
        ("Doe, Christophe Made, Emily, Yihui Xie", ["Doe, Christophe Made, Emily, Yihui Xie"], "look like several"),
        ("European Centre for Disease Prevention and Control",) * 2 + ("read as one body",),
        ("Ministry of Health, Labour and Welfare",) * 2 + ("read as one body",),
        ("U.S. Food and Drug Administration",) * 2 + ("read as one body",),
        ("GBD 2019 Back and Neck Collaborators",) * 2 + ("read as one body",),
        ("NHS England", "NHS England", ""),
        ("Carl Doe III and Jane van der Roe Jr.", ["Doe", "Roe"], ""),
        ("{Made-up, Trust; and Sons}", "Made-up, Trust; and Sons", ""),
    ],
)
def test_authors_joined_in_other_ways_and_bodies(authors, read, remark):
    found = bibtex.read_bibtex(f"@article{{a,\n title={{A}},\n author={{{authors}}}\n}}")
    (entry,) = found.entries
    names = [name.get("family") or name["literal"] for name in entry.item["author"]]
    assert names == ([read] if isinstance(read, str) else read)
    assert [(fault.line, fault.lost) for fault in found.faults] == ([(3, False)] if remark else [])
    assert all(remark in fault.message for fault in found.faults)


@pytest.mark.parametrize(
    "author", ["Carl Doe, Jr.", "Doe, Jr., Carl", "Doe Jr., Carl", "Doe, Carl, Jr.", "Carl Doe Jr."]
)
def test_a_suffix_wherever_it_is(author):
    assert item(f"@misc{{a, title={{A}}, author={{{author}}}}}")["author"] == [
        {"family": "Doe", "given": "Carl", "suffix": "Jr."}
    ]


def test_a_month_beside_two_years_is_no_day():
    found = item("@misc{a, title={A}, year={2020-21}, month=jan}")
    assert (found["issued"], found["custom"]) == ("2020/2021", {"imported": {"month": "January"}})


@pytest.mark.parametrize(
    "words",
    [
        r"\url{https://example.org/a_b}",
        r"Available at \url{https://example.org/a_b}.",
        "Online: https://example.org/a_b",
    ],
)
def test_an_address_after_words_that_lead_to_it(words):
    found = item(f"@misc{{a, title={{A}}, howpublished={{{words}}}}}")
    assert (found["URL"], "custom" in found) == ("https://example.org/a_b", False)


@pytest.mark.parametrize(
    "field",
    ["urldate={2020-07-29}", "lastaccessed={29 July 2020}", "note={[Online; accessed 29-July-2020]}"],
)
def test_the_day_of_access_is_kept(field):
    assert item(f"@misc{{a, title={{A}}, {field}}}")["accessed"] == "2020-07-29"


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Luís A. Bastião Silva", "Bastião Silva", "Luís A."),
        ("Ana M. B. Costa Lima", "Costa Lima", "Ana M. B."),
        ("Donald E. Knuth", "Knuth", "Donald E."),
        ("J. Robert Oppenheimer", "Oppenheimer", "J. Robert"),
        ("Mary Ann Evans", "Evans", "Mary Ann"),
    ],
)
def test_family_names_follow_the_initials(written, family, given):
    assert item(f"@misc{{a, title={{T}}, author={{{written}}}}}")["author"] == [{"family": family, "given": given}]
