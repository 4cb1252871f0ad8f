"""BibTeX and biblatex as CSL items."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost

from citewell.evidence.imports import bibtex
from citewell.evidence.imports.bibtex_fields import TYPES
from citewell.evidence.imports.latex import plain


def item(text: str):
    """The item of the only entry."""
    (entry,) = bibtex.read(text).entries
    return entry.item


def test_an_article():
    found = bibtex.read(
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
    found = bibtex.read(
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


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"M{\"u}ller, M\"uller, M{\"{u}}ller", "Müller, Müller, Müller"),
        (r"{\'E}cole, \'{\i}, \^{\i}le, {\o}re, \ss, \aa ngstr{\"o}m", "École, í, île, øre, ß, ångström"),
        (r"\v{C}apek, \c{c}, \k{a}, \H{o}, \.z, \u{g}", "Čapek, ç, ą, ő, ż, ğ"),
        (r"\'a and \v z and \ae", "á and ž and æ"),
        ("A {DNA} {S}tudy -- of --- ``quotes''", "A DNA Study – of — “quotes”"),
        (r"$\alpha$, $\Omega$, H$_2$O, 10$^{-6}$, x_y", "α, Ω, H<sub>2</sub>O, 10<sup>-6</sup>, x_y"),
        (r"5\% \& \$6 \_ \#", "5% & $6 _ #"),
        (r"\emph{In vitro} and \textbf{bold}", "In vitro and bold"),
        (r"Smith~J, a\ b", "Smith J, a b"),
        (r"\unknown{kept} words", "kept words"),
        ("5$ a day", "5$ a day"),
        ("trailing \\", "trailing \\"),
    ],
)
def test_latex_is_plain_words(latex, words):
    assert plain(latex) == words


def test_what_an_unknown_command_stood_in_is_kept_as_it_was():
    found = item(r"@misc{a, title={A \strange{word}}}")
    assert found["title"] == "A word"
    assert found["custom"]["imported"] == {"title": r"A \strange{word}"}


def test_a_broken_entry_is_named_with_its_line_and_the_others_come():
    found = bibtex.read("@misc{a, title={A}}\n@misc{b title={B}}\n@misc{c, title={unclosed\n@misc{d, title={D}}\n")
    assert [entry.key for entry in found.entries] == ["a", "d"]
    assert [fault.line for fault in found.faults if fault.lost] == [2, 3]


def test_a_field_or_a_key_that_stands_twice_is_kept():
    found = bibtex.read("@misc{a, title={One}, title={Two}}\n@misc{a, title={Three}}\n")
    assert [entry.item["title"] for entry in found.entries] == ["One", "Three"]
    assert found.entries[0].item["custom"]["imported"] == {"title 2": "Two"}
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False)]


def test_a_file_without_entries_is_a_fault():
    (fault,) = bibtex.read("nothing here").faults
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
    (entry,) = bibtex.read(text).entries
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
        ("Doe, Christophe Made, Emily, Yihui Xie", ["Doe, Christophe Made, Emily, Yihui Xie"], "look like several"),
        ("European Centre for Disease Prevention and Control",) * 2 + ("read as one body",),
        ("Ministry of Health, Labour and Welfare",) * 2 + ("read as one body",),
        ("NHS England", "NHS England", ""),
        ("Carl Doe III and Jane van der Roe Jr.", ["Doe", "Roe"], ""),
        ("{Made-up, Trust; and Sons}", "Made-up, Trust; and Sons", ""),
    ],
)
def test_authors_joined_in_other_ways_and_bodies(authors, read, remark):
    found = bibtex.read(f"@article{{a,\n title={{A}},\n author={{{authors}}}\n}}")
    (entry,) = found.entries
    names = [name.get("family") or name["literal"] for name in entry.item["author"]]
    assert names == ([read] if isinstance(read, str) else read)
    assert [(fault.line, fault.lost) for fault in found.faults] == ([(3, False)] if remark else [])
    assert all(remark in fault.message for fault in found.faults)


@pytest.mark.parametrize(
    "field",
    ["urldate={2020-07-29}", "lastaccessed={29 July 2020}", "note={[Online; accessed 29-July-2020]}"],
)
def test_the_day_of_access_is_kept(field):
    assert item(f"@misc{{a, title={{A}}, {field}}}")["accessed"] == "2020-07-29"
