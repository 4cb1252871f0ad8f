"""The bibliography: CSL items as Zotero and pandoc write them."""

from __future__ import annotations

import textwrap

import pytest

from citewell.model.references import IdentifierKind, Name, PartialDate
from citewell.model.source_location import SourceText
from citewell.source.bibliography import read_bibliography
from tests.source.wording import detail_of, suggestion_of


def read(*files: str):
    """A bibliography of these files, and its problems as ``path:line:column kind detail (suggestion)``."""
    sources = [SourceText(f"{number}.yml", textwrap.dedent(text)) for number, text in enumerate(files, 1)]
    bibliography, problems, _ = read_bibliography(sources)
    return bibliography, [
        f"{problem.location} {problem.kind} {detail_of(problem)}"
        + (f" ({suggestion_of(problem)})" if suggestion_of(problem) else "")
        for problem in problems
    ]


def item(lines: str):
    """One item with these lines below its id, and the problems."""
    bibliography, problems = read(
        "references:\n- id: x\n" + textwrap.indent(textwrap.dedent(lines).strip("\n"), "  ") + "\n"
    )
    return bibliography.references.get("x"), problems


def test_a_whole_item():
    bibliography, problems = read(
        """\
        references:
          - id: downie-2013
            type: article-journal
            title: "Red flags: a review"
            author:
              - family: Vet
                given: Henrica C. W.
                non-dropping-particle: de
              - literal: National Cancer Institute
            editor: [{family: King, given: Martin L., suffix: Jr., dropping-particle: von}]
            issued: 2013-12-11
            accessed: {year: 2026, month: 11}
            volume: 347
            page: f7095
            DOI: https://doi.org/10.1136/BMJ.f7095
            PMID: 0123456
            URL: https://www.bmj.com/content/347/bmj.f7095
            keyword: ""
            custom:
              kind: systematic-review
              unverified: true
              doubt: Figures were corrected.
              review-date: 2024-02-15
        """
    )
    assert problems == []
    reference = bibliography.references["downie-2013"]
    assert (reference.key, reference.type, reference.title) == ("downie-2013", "article-journal", "Red flags: a review")
    assert reference.fields["PMID"] == "0123456"
    assert reference.fields["DOI"] == "https://doi.org/10.1136/BMJ.f7095"
    assert "keyword" not in reference.fields
    assert reference.identifiers[IdentifierKind.DOI] == "10.1136/bmj.f7095"
    assert reference.authors == (
        Name(family="Vet", given="Henrica C. W.", non_dropping_particle="de"),
        Name(literal="National Cancer Institute"),
    )
    assert reference.editors == (Name(family="King", given="Martin L.", suffix="Jr.", dropping_particle="von"),)
    assert (reference.issued, reference.accessed) == (PartialDate(2013, 12, 11), PartialDate(2026, 11))
    assert (reference.kind, reference.unverified, reference.doubt) == (
        "systematic-review",
        True,
        "Figures were corrected.",
    )
    assert str(reference.place("DOI")) == "1.yml:15:10"
    assert str(reference.place("kind")) == "1.yml:20:13"
    assert str(reference.place("author")) == "1.yml:5:5"
    assert str(reference.place("ISBN")) == str(reference.place()) == "1.yml:2:9"
    assert bibliography.by_identifier["doi:10.1136/bmj.f7095"] == "downie-2013"


def test_everybody_with_a_part_in_a_work_is_known():
    reference, problems = item(
        "type: book\ntranslator: [{family: Voss}]\ndirector: [{literal: Example Films}]\nhost: []"
    )
    assert problems == []
    assert reference is not None
    assert reference.contributors == {
        "director": (Name(literal="Example Films"),),
        "translator": (Name(family="Voss"),),
    }


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Role of <i>H. pylori</i>: an <em>in vitro</em> study", "Role of H. pylori: an in vitro study"),
        ('<span class="nocase">MRI</span> of the <b>spine</b>', "MRI of the spine"),
        ("10<sup>6</sup> cells, Ca<sup>2+</sup>, CO<SUB>2</SUB>", "10⁶ cells, Ca²⁺, CO₂"),
        ("10<sup><i>-6</i></sup> and 5<sup>th</sup>", "10⁻⁶ and 5th"),
        ("Arthritis &amp; Rheumatism &#8211; R&D; A&E", "Arthritis & Rheumatism – R&D; A&E"),
        ("Pain <6 weeks and p<0.05, I > II", "Pain <6 weeks and p<0.05, I > II"),
        ("<script>alert(1)</script> &lt;b&gt;", "<script>alert(1)</script> <b>"),
    ],
)
def test_titles_as_zotero_marks_them_up_are_plain_words(title, words):
    reference, problems = item(f"type: book\ntitle: '{title}'\nURL: https://example.org/?a=1&amp;b=<i>2</i>")
    assert problems == []
    assert reference is not None
    assert reference.title == words
    assert reference.fields["URL"] == "https://example.org/?a=1&amp;b=<i>2</i>"


def test_names_as_mendeley_exports_them():
    empty = 'dropping-particle: "", non-dropping-particle: "", suffix: ""'
    reference, problems = item(
        f'type: book\nauthor: [{{family: Ng, given: "", {empty}, parse-names: false}}, '
        "{literal: Health &amp; Care}]\n"
        "editor: [{family: King, given: M., suffix: Jr, comma-suffix: true, static-ordering: false}]"
    )
    assert problems == []
    assert reference is not None
    assert reference.authors == (Name(family="Ng"), Name(literal="Health & Care"))
    assert reference.editors == (Name(family="King", given="M.", suffix="Jr"),)


@pytest.mark.parametrize("parts", ["{}", '{family: "", given: ""}', '{literal: " "}', "{suffix: Jr}"])
def test_a_name_without_words_is_none(parts):
    reference, problems = item(f"type: book\nauthor: [{{family: Ng}}, {parts}]")
    assert len(problems) == 1
    assert "must have a family name or a literal name" in problems[0]
    assert reference is not None
    assert reference.authors == (Name(family="Ng"),)


def test_malformed_identifiers_stay_as_written_and_identify_nothing():
    reference, problems = item("type: book\nISBN: 978-0-00-000000-0\nDOI: 10.12/x")
    assert problems == []
    assert reference is not None
    assert reference.fields["ISBN"] == "978-0-00-000000-0"
    assert reference.identifiers == {}


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("issued: 2024", PartialDate(2024)),
        ("issued: 2024-01", PartialDate(2024, 1)),
        ('issued: "2024-01-31"', PartialDate(2024, 1, 31)),
        ("issued: {date-parts: [[2024, 1]]}", PartialDate(2024, 1)),
        ("issued:\n  date-parts:\n  - - 2024\n    - 01\n    - 31", PartialDate(2024, 1, 31)),
        ("issued:\n  - year: 2024\n    month: 1\n    day: 31", PartialDate(2024, 1, 31)),
        ("issued:\n  year: 2024", PartialDate(2024)),
        ("issued: {raw: 2024-1-5}", PartialDate(2024, 1, 5)),
        ("issued: {literal: 2024}", PartialDate(2024)),
        ("issued: 2024-01/2024-02", PartialDate(2024, 1, until=PartialDate(2024, 2))),
        ("issued: 2024-03-30/2024-04-02", PartialDate(2024, 3, 30, until=PartialDate(2024, 4, 2))),
        ("issued: [{year: 2024}, {year: 2025}]", PartialDate(2024, until=PartialDate(2025))),
        ("issued: {date-parts: [[2024], [2025]]}", PartialDate(2024, until=PartialDate(2025))),
        ("issued: 2024-05/2024-05", PartialDate(2024, 5)),
        ("issued: 2024-21", PartialDate(2024, season=1)),
        ("issued: 2024-23/2024-24", PartialDate(2024, season=3, until=PartialDate(2024, season=4))),
        ("issued: {date-parts: [[2024]], season: 4}", PartialDate(2024, season=4)),
        ("issued: {year: 2024, season: 2}", PartialDate(2024, season=2)),
        ("issued: 2024/", PartialDate(2024, goes_on=True)),
        ("issued: 2024-01/..", PartialDate(2024, 1, goes_on=True)),
        ("issued: {date-parts: [[2024, 1], [0]]}", PartialDate(2024, 1, goes_on=True)),
        ("issued: 2024~", PartialDate(2024)),
        ("issued: 2023-05~/2024?", PartialDate(2023, 5, until=PartialDate(2024))),
        ("issued: {date-parts: [[2024, 1]], circa: true}", PartialDate(2024, 1)),
        ("issued: {year: 2024, circa: 1}", PartialDate(2024)),
        ("issued: {raw: 2024%, circa: true}", PartialDate(2024)),
    ],
)
def test_dates_in_every_spelling(written, date):
    reference, problems = item(f"type: book\n{written}")
    assert problems == []
    assert reference is not None
    assert reference.issued == date


@pytest.mark.parametrize(
    ("written", "detail"),
    [
        ("soon", 'must be a date, not "soon"'),
        ("2024-13", "is a date that does not exist: 2024-13"),
        ("2023-02-29", "is a date that does not exist: 2023-02-29"),
        ("0000", "is a date that does not exist: 0000"),
        ("2024-01/2024-02/2024-03", 'must be a date, not "2024-01/2024-02/2024-03"'),
        ("/2024", 'must be a date, not "/2024"'),
        ("/", 'must be a date, not "/"'),
        ("2024//", 'must be a date, not "2024//"'),
        ("{date-parts: [[0], [0]]}", "is a date that does not exist: 0"),
        ("{circa: true}", "must be one date of year, month and day"),
        ("2024-03/2024-02", "ends before it begins"),
        ("2024-25", "is a date that does not exist: 2024-25"),
        ("0000-21", "is a date that does not exist: 0000-21"),
        ("2024-21-05", "is a date that does not exist: 2024-21-05"),
        ("[2024, 1]", "must be one date"),
        ("[{year: 2024}, {year: 2025}, {year: 2026}]", "must be one date"),
        ("{date-parts: [[2024], [2025], [2026]]}", 'must have "date-parts" of one date'),
        ("{date-parts: [[2024, 1]], season: 1}", "must have a season from 1"),
        ("{year: 2024, season: 5}", "must have a season from 1"),
        ("{date-parts: [[2024]], season: [1]}", "must have year, month and day in figures"),
        ("{date-parts: [[2024, 1, 2, 3]]}", 'must have "date-parts" of one date'),
        ("{date-parts: 2024}", 'must have "date-parts" of one date'),
        ("{date-parts: [[next]]}", "must have year, month and day in figures"),
        ("{date-parts: [[[1]]]}", "must have year, month and day in figures"),
        ("{year: 2024, day: 3}", "must be one date of year, month and day"),
        ("{season: 1}", "must be one date of year, month and day"),
        ("{}", "must be one date of year, month and day"),
    ],
)
def test_dates_that_are_none(written, detail):
    reference, (problem,) = item(f"type: book\nissued: {written}")
    assert reference is not None
    assert reference.issued is None
    assert f'wrong-value "issued" {detail}' in problem
    assert problem.startswith("1.yml:4:1")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("type: artcle-journal", '3:9 wrong-value unknown CSL type "artcle-journal" (did you mean'),
        ("type: thing", '3:9 wrong-value unknown CSL type "thing" (use a CSL type'),
        ("title: y", "2:3 missing-key type"),
        ("type: book\ncontaner-title: y", "4:3 unknown-key contaner-title (container-title)"),
        ("type: book\ndoi: 10.1000/x", "4:3 unknown-key doi (DOI)"),
        ("type: book\ncustom: {unverifed: true}", "4:12 unknown-key unverifed (unverified)"),
        (
            "type: book\ncustom: {kind: guidline}",
            '4:18 wrong-value unknown kind "guidline" (did you mean "guideline"?)',
        ),
        ("type: book\ncustom: {unverified: yes}", '4:24 wrong-value "unverified" must be true or false, not "yes"'),
        ("type: book\nauthor: NHS", '4:11 wrong-value "author" must be a list'),
        (
            "type: book\nauthor: [NHS]",
            (
                '4:12 wrong-value an item of "author" must be a name with its parts '
                '(write "literal: NHS", or "family:" and "given:")'
            ),
        ),
        ("type: book\nauthor: [{suffix: Jr.}]", '4:13 wrong-value an item of "author" must have a family name'),
        ("type: book\nauthor: [{family: A, forename: B}]", "4:24 unknown-key forename"),
        ("type: book\nauthor: [[NHS]]", '4:12 wrong-value an item of "author" must hold "key: value" lines'),
        ("type: book\ntitle: [a]", '4:10 wrong-value "title" must be one text, not a list'),
        ("type: book\ntitle: {a: b}", '4:11 wrong-value "title" must be one text, not a group of lines'),
    ],
)
def test_one_fault_gives_one_problem_and_the_item_stays(lines, problem):
    reference, problems = item(lines)
    assert reference is not None
    assert len(problems) == 1
    assert problems[0].startswith(f"1.yml:{problem}")


@pytest.mark.parametrize("key", ["a b", "a{b}", "@a", 'a"b', "a]"])
def test_an_id_that_could_not_be_cited(key):
    bibliography, (problem,) = read(f"references:\n- id: '{key}'\n  type: book\n")
    assert bibliography.references == {}
    assert f'wrong-value "id" cannot be cited: "{key}"' in problem


def test_an_item_without_an_id_is_noted_and_left_out():
    bibliography, problems = read("references:\n- type: book\n- id: a\n  type: book\n- words\n")
    assert list(bibliography.references) == ["a"]
    assert problems == ["1.yml:2:3 missing-key id", '1.yml:5:3 wrong-value expected "key: value" lines here']


def test_an_item_without_an_id_whose_other_lines_are_wrong_too():
    bibliography, problems = read('references:\n- title: x\n  author:\n  - family: ""\n- id: a\n  type: book\n')
    assert list(bibliography.references) == ["a"]
    assert problems[:2] == ["1.yml:2:3 missing-key id", "1.yml:2:3 missing-key type"]
    assert "family" in problems[2]


def test_one_key_twice_in_any_file():
    bibliography, problems = read(
        "references:\n- {id: a, type: book, title: first}\n- {id: a, type: book}\n",
        "references:\n- {id: a, type: book}\n- {id: b, type: book}\n",
    )
    assert list(bibliography.references) == ["a", "b"]
    assert bibliography.references["a"].title == "first"
    assert problems == [
        "1.yml:3:8 duplicate-reference-key a (1.yml:2:8)",
        "2.yml:2:8 duplicate-reference-key a (1.yml:2:8)",
    ]


def test_of_two_keys_for_one_work_the_first_owns_the_identifier():
    bibliography, _ = read("references:\n- {id: b, type: book, PMID: 123}\n- {id: a, type: book, PMID: 123}\n")
    assert bibliography.by_identifier == {"pmid:123": "b"}


def test_pandocs_own_frame_is_taken():
    bibliography, problems = read("---\nnocite: '[@*]'\nreferences:\n- id: a\n  type: book\n---\n")
    assert (list(bibliography.references), problems) == (["a"], [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# nothing yet\n", "1.yml:1:1 empty-file "),
        ("- id: a\n", '1.yml:1:1 wrong-value expected "key: value" lines here'),
        ("refs: []\n", "1.yml:1:1 missing-key references"),
        ("references: none\n", '1.yml:1:13 wrong-value "references" must be a list'),
        ("references: [\n", "1.yml:2:1 yaml-syntax something is missing"),
        ("references: []\nx: \u200by\n", "1.yml:2:4 invisible-character"),
    ],
)
def test_files_that_are_no_bibliography(text, problem):
    bibliography, problems = read(text)
    assert not bibliography.references
    assert problems[0].startswith(problem)


def test_several_faults_in_one_name_leave_out_the_name_alone():
    reference, problems = item(
        "type: book\nauthor:\n- {family: [a], given: [b], x: y}\n- {family: B}\ncustom: {kind: [a], x: y}"
    )
    assert reference is not None
    assert reference.authors == (Name(family="B"),)
    assert [problem.split()[1] for problem in problems] == [
        "wrong-value",
        "unknown-key",
        "wrong-value",
        "wrong-value",
        "unknown-key",
    ]
    assert len(problems) == 5


def test_every_message_is_in_our_words():
    wrong_everywhere = "".join(
        f"- {{id: x{number}, type: {value}, title: {value}, author: {value}, issued: {value}, custom: {value}}}\n"
        for number, value in enumerate(["[a]", "{a: b}", "''", "[[a]]", "[{a: b}]", "1"])
    )
    _, problems = read("references:\n" + wrong_everywhere)
    assert len(problems) > 20
    words = ("Input", "should be", "valid", "dictionary", "instance", "Extra", "Field", "ctx", "None")
    assert not [problem for problem in problems if any(word in problem for word in words)]
