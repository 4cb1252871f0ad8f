"""``citewell refs import``: files of other programs, sound, broken and hostile."""

from __future__ import annotations

import json

import pytest
from tests.cli.project import Project
from tests.evidence.imports.test_endnote_xml import ARTICLE as ENDNOTE
from tests.evidence.imports.test_nbib import ARTICLE as NBIB
from tests.evidence.imports.test_pubmed_xml import ARTICLE as XML
from tests.evidence.imports.test_ris import ARTICLE as RIS
from tests.evidence.imports.test_ris_of_databases import OVID
from tests.evidence.imports.test_web_of_science import ARTICLE as WOS

FILE = "content_src/references/all.yml"
BIB = """\
@article{mueller2020,
  author = {M{\\"u}ller, Jana and others},
  title = {Made-up backs}, journal = {Things},
  year = 2020,
  doi = {10.5555/made-up.1},
  timestamp = {2020.05.06},
  file = {:C\\:\\\\Users\\\\jana\\\\x.pdf:PDF},
}
"""
CSL = {"id": "mueller2020", "type": "webpage", "title": "Made-up backs", "DOI": "10.5555/made-up.1", "mystery": "x"}
CSL |= {"container-title": "Example", "URL": "https://example.org/backs"}
YAML = "\n".join(
    ["---", "references:", "- id: mueller2020", *(f"  {name}: {CSL[name]}" for name in CSL if name != "id"), "---"]
)
FILES = {
    "bibtex": ("x.bib", BIB),
    "ris": ("x.ris", RIS),
    "nbib": ("x.nbib", NBIB),
    "pubmed-xml": ("x.xml", XML),
    "csl-json": ("x.json", json.dumps([CSL])),
    "csl-yaml": ("x.yaml", YAML),
    "endnote-xml": ("x.xml", ENDNOTE),
    "web-of-science": ("x.ciw", WOS),
}


@pytest.mark.parametrize("style", FILES)
@pytest.mark.parametrize("named", [True, False])
def test_every_format_is_known_by_its_ending_and_by_what_it_holds(small: Project, style: str, named: bool):
    name, text = FILES[style]
    file = name if named else "x.txt"
    small.write(file, text)
    before = small.read(FILE)
    done = small.citewell("refs", "import", file)
    assert done.code == (1 if style == "pubmed-xml" else 0), done.err  # in that file one entry has no number
    assert done.out.startswith("Added ")
    after = small.read(FILE)
    assert after.startswith(before)
    assert "DOI: 10.5555/made-up.1\n" in after
    assert small.citewell("check").code == 0
    again = small.citewell("refs", "import", file)
    assert again.code == 1
    assert small.read(FILE) == after, "nothing is ever doubled"


LESS = {
    "x.bib": "@article{a, title={Made-up backs}, abstract={p < 0.05}, doi={10.5555/made-up.1}}\n",
    "x.ris": "TY  - JOUR\nTI  - Made-up backs\nAB  - p < 0.05\nDO  - 10.5555/made-up.1\nER  -\n",
    "x.nbib": "PMID- 12345678\nTI  - Made-up backs.\nAB  - p < 0.05\nLID - 10.5555/made-up.1 [doi]\n",
    "x.json": json.dumps([{**CSL, "abstract": "p < 0.05"}]),
}


@pytest.mark.parametrize("name", LESS)
def test_a_sign_of_less_within_a_text_makes_no_xml_of_it(small: Project, name: str):
    small.write(name, LESS[name])
    done = small.citewell("refs", "import", name)
    assert done.code == 0, done.err
    assert "abstract: p < 0.05\n" in small.read(FILE)


@pytest.mark.parametrize("style", FILES)
def test_line_ends_and_encodings_of_other_systems(small: Project, style: str):
    name, text = FILES[style]
    for data in (
        text.replace("\n", "\r\n").encode("utf-8-sig"),
        text.replace("\n", "\r").encode(),
        text.encode("utf-16"),
    ):
        (small.root / name).write_bytes(data)
        done = small.citewell("refs", "import", name, "--dry-run")
        assert "10.5555/made-up.1" in done.out, done.err


def test_latin_1_is_read_and_said(small: Project):
    (small.root / "x.bib").write_bytes(BIB.replace('{\\"u}', "ü").encode("latin-1"))
    done = small.citewell("refs", "import", "x.bib")
    assert done.code == 0
    assert "x.bib:2: warning: this is not UTF-8" in done.err
    assert "family: Müller" in small.read(FILE)


def test_what_has_no_place_is_kept_and_named_with_its_line(small: Project):
    small.write("x.bib", BIB)
    done = small.citewell("refs", "import", "x.bib")
    assert 'x.bib:1: does not fit into a reference and is kept under "imported":' in done.err
    assert "timestamp (line 6)" in done.err
    assert "x.bib:1: e-mail addresses and file paths were left out: file (line 7)\n" in done.err
    assert "      imported:\n        timestamp: 2020.05.06\n        author 2: and others\n" in small.read(FILE)
    assert "jana" not in small.read(FILE)
    assert small.citewell("refs", "import", "x.bib", "--quiet", "--merge").err == ""


def test_broken_entries_are_named_and_the_others_come(small: Project):
    small.write("x.bib", BIB + "@misc{b title={B}}\n@misc{c, title={Another work}}\n")
    done = small.citewell("refs", "import", "x.bib")
    assert done.code == 1
    assert 'x.bib:9: error: the entry "b" is broken and was left out: there is no comma after its key' in done.err
    assert "2 references added, 1 not read." in done.out
    assert "Another work" in small.read(FILE)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("@article{smith2020,\n title={Open,\n year=2020\n}\n", "a closing }"),
        ("@article{smith2020,\n title={Open},\n year=2020\n", "a closing }"),
        ('@article{smith2020,\n title="Open,\n year=2020\n}\n', 'a closing "'),
    ],
)
def test_an_entry_without_its_end_is_named(small: Project, broken: str, said: str):
    small.write("x.bib", broken)
    done = small.citewell("refs", "import", "x.bib")
    assert (done.code, done.err) == (
        1,
        f'x.bib:1: error: the entry "smith2020" is broken and was left out: it lacks {said}\n',
    )


def test_what_the_check_will_ask_for_is_said_at_once(small: Project):
    small.write(
        "x.bib", "@article{ng2020, title={Made-up backs}}\n@misc{page, title={One}, url={https://example.org/x}}\n"
    )
    done = small.citewell("refs", "import", "x.bib")
    assert done.code == 0
    assert (
        "    Still missing, and the build will stop: author (who wrote it); container-title (the journal); "
        "issued (its date); an identifier (its DOI, PMID, PMCID or URL)\n"
    ) in done.out
    assert "    Still missing, and the build will stop: container-title (whose site it is)\n" in done.out
    assert done.out.count('No "kind" could be filled in under "custom" for ng2020, page: ') == 1
    assert small.citewell("check").code == 1


def test_merging_what_is_there_already_adds_nothing_and_says_so(small: Project):
    small.write("x.bib", BIB)
    small.citewell("refs", "import", "x.bib")
    before = small.read(FILE)
    done = small.citewell("refs", "import", "x.bib", "--merge")
    assert done.code == 0
    assert done.out.startswith("Nothing to add to mueller2020 (content_src/references/all.yml:39:9)")
    assert done.out.endswith("0 references added, 1 with nothing to add.\n")
    assert small.read(FILE) == before


def test_one_work_in_several_files_is_added_once_and_merged_on_request(small: Project):
    small.write("x.bib", BIB)
    small.write("x.ris", RIS)
    done = small.citewell("refs", "import", "x.bib", "x.ris")
    assert done.code == 1
    assert 'Not added: x.ris:1 is already in the bibliography, as "mueller2020"' in done.err
    assert small.citewell("refs", "import", "x.ris", "--merge").code == 0
    text = small.read(FILE)
    assert text.count("10.5555/made-up.1") == 1
    assert "    volume: 3\n" in text
    assert "    container-title: Things\n" in text, "what is there is never overwritten"
    assert "id: mueller2020\n" in text
    assert text.count("id: mueller2020") == 1
    assert "        timestamp: 2020.05.06\n" in text
    assert "        XX: odd\n" in text
    assert small.citewell("check").code == 0


FOREIGN = {
    "packages": [{"name": f"package-{number}", "version": "1.0", "license": "MIT"} for number in range(102)],
    "zotero": {
        "items": [{"itemType": "journalArticle", "title": "A", "creators": [], "date": "2020", "DOI": "10.5555/x"}]
    },
    "openalex": [{"id": "W1", "title": "A", "type": "article", "doi": "x", "display_name": "A", "cited_by_count": 1}],
    "people": [{"id": 1, "name": "Jane", "age": 3, "mail": "x"}],
    "an object": {"status": "ok", "message": {"items": []}},
}


@pytest.mark.parametrize("name", FOREIGN)
def test_json_that_is_not_csl_is_refused_in_one_line(small: Project, name: str):
    small.write("x.json", json.dumps(FOREIGN[name]))
    before = small.read(FILE)
    done = small.citewell("refs", "import", "x.json")
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert line.startswith("x.json:1: error: ")
    assert 'in CSL\'s variables; export the references as "CSL JSON"' in line
    assert small.read(FILE) == before


def test_what_a_database_writes_around_its_entries_is_no_error(small: Project):
    small.write("x.ris", f"VN  - Ovid Technologies\n\n{OVID}")
    done = small.citewell("refs", "import", "x.ris", "--to", "ovid")
    assert done.code == 0, done.err
    assert done.err.count("error") == 0
    assert "100 references added." in done.out


def test_the_same_words_are_a_warning_where_an_identifier_is_new_and_else_the_same_work(small: Project):
    small.write("x.bib", "@book{a, title={A made-up book}, author={Ng, A.}, year=2020}\n")
    small.write("y.bib", "@book{b, title={A Made-Up Book!}, author={Ng, A.}, year=2020, isbn={978-1-4731-5305-9}}\n")
    small.write("z.bib", "@book{c, title={A Made-Up Book?}, author={Ng, Ann}, year=2020}\n")
    assert small.citewell("refs", "import", "x.bib").code == 0
    done = small.citewell("refs", "import", "y.bib")
    assert done.code == 0
    assert 'warning: it looks like "a" (content_src/references/all.yml:39:9)' in done.out
    done = small.citewell("refs", "import", "z.bib")
    assert done.code == 1
    assert (
        'bibliography, as "a" (content_src/references/all.yml:39:9): title, year and first author are the same'
        in done.err
    )


def test_a_file_imported_twice_doubles_nothing_even_without_identifiers(small: Project):
    small.write("x.bib", "@misc{a, title={One}}\n@misc{b, note={no title}}\n@misc{c, title={One}, year=2020}\n")
    assert small.citewell("refs", "import", "x.bib").code == 0
    before = small.read(FILE)
    done = small.citewell("refs", "import", "x.bib")
    assert done.code == 1
    assert done.err.count("all that is known of both is the same") == 3
    assert small.read(FILE) == before


def test_a_key_that_is_taken_or_cannot_be_cited_is_another_and_kept(small: Project):
    small.write("x.bib", "@misc{example-page, title={One}}\n@misc{Größe, title={Two}}\n")
    assert small.citewell("refs", "import", "x.bib").code == 0
    text = small.read(FILE)
    assert "  - id: example-page-2\n" in text
    assert "        id: example-page\n" in text
    assert "  - id: two\n" in text
    assert "        id: Größe\n" in text


HOSTILE = {
    "nul": ("x.bib", b"@misc{a, title={\x00}}"),
    "deep json": ("x.json", b'[{"id": "a", "x": ' + b"[" * 10_000 + b"]" * 10_000 + b"}]"),
    "deeper json": ("x.json", b"[" * 100_000),
    "deep yaml": ("x.yaml", b"references: " + b"[" * 10_000),
    "anchors": ("x.yaml", b"a: &a [x, x]\nb: &b [*a, *a]\nreferences: [*b, *b]\n"),
    "tags": ("x.yaml", b"references: !!python/object/apply:os.system ['true']\n"),
    "yaml of 2 MB": ("x.yaml", b"references:\n" + b"- id: a\n  type: book\n" * 100_000),
    "deep braces": ("x.bib", b"@misc{a, title={" + b"{" * 100_000),
    "10 MB of one line": ("x.bib", b"@misc{a, title={" + b"x" * 10_000_000 + b"}}"),
    "10 MB of nothing": ("x.ris", b"nothing\n" * 1_300_000),
    "17 MB": ("x.bib", b"x" * 17_000_000),
    "empty": ("x.bib", b""),
    "random": ("x.ris", bytes(range(1, 256)) * 100),
    "entities": ("x.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&b;</PubmedArticleSet>'),
    "many broken": ("x.json", b'[' + b'{"id": 1, "title": },\n' * 5_000 + b"]"),
    "list of nothing": ("x.json", b"[1, 2, null, [], {}]"),
    "unknown": ("x.doc", b"\xd0\xcf\x11\xe0"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_clear_lines_and_changes_nothing(small: Project, name: str):
    file, data = HOSTILE[name]
    (small.root / file).write_bytes(data)
    before = small.read(FILE)
    done = small.citewell("refs", "import", file)
    assert done.code in {1, 2}
    assert done.err
    for word in ("Traceback", "bug", "Error"):
        assert word not in done.err
    assert all(len(line) < 400 for line in done.err.splitlines())
    assert small.read(FILE) == before
    assert [path.name for path in (small.root / "content_src/references").iterdir()] == ["all.yml"]


def test_a_hundred_thousand_authors(small: Project):
    small.write("x.ris", "TY  - JOUR\nTI  - Many\n" + "AU  - Ng, Ann\n" * 100_000 + "ER  - \n")
    before = small.read(FILE)
    done = small.citewell("refs", "import", "x.ris")
    assert done.code == 1
    assert done.err == "x.ris:1: error: the reference is too large for a bibliography, so it was left out\n"
    assert small.read(FILE) == before


def test_what_one_file_cannot_hold_is_spread_over_numbered_files(small: Project):
    long = "word " * 1000
    small.write("x.ris", "".join(f"TY  - JOUR\nTI  - Work {n}\nAB  - {long}\nER  - \n" for n in range(500)))
    done = small.citewell("refs", "import", "x.ris", "--to", "library")
    assert done.code == 0, done.err
    assert "references/library-2.yml and content_src/references/library-3.yml" in done.out
    names = ["library.yml", "library-2.yml", "library-3.yml"]
    texts = [small.read(f"content_src/references/{name}") for name in names]
    assert [text.count("  - id: ") for text in texts] == sorted(
        (text.count("  - id: ") for text in texts), reverse=True
    )
    assert sum(text.count("  - id: ") for text in texts) == 500
    small.write("y.ris", f"TY  - JOUR\nTI  - One more\nAB  - {long * 5}\nER  - \n")
    assert small.citewell("refs", "import", "y.ris", "--to", "library").code == 0
    assert "One more" in small.read("content_src/references/library-3.yml")


def test_more_references_than_a_bibliography_has_are_refused_whole(small: Project):
    before = small.read(FILE)
    small.write("x.ris", "TY  - JOUR\nTI  - Work\nER  - \n" * 10_001)
    done = small.citewell("refs", "import", "x.ris")
    assert done.code == 2
    assert "x.ris: contains more than 10,000 references" in done.err
    assert small.read(FILE) == before


def test_a_library_of_a_thousand_works(small: Project):
    small.write(
        "x.bib", "".join(f"@book{{work{n}, title={{Work {n}}}, author={{Ng, A.}}, year=2020}}\n" for n in range(1000))
    )
    done = small.citewell("refs", "import", "x.bib", "--to", "library")
    assert done.code == 0
    assert done.out.endswith("1,000 references added.\n")
    text = small.read("content_src/references/library.yml")
    assert text.count("  - id: work") == 1000


def test_many_at_once_lose_nothing(small: Project):
    for number in range(4):
        small.write(f"{number}.bib", f"@book{{work{number}, title={{Work {number}}}}}\n")
    running = [small.start("refs", "import", f"{number}.bib") for number in range(4)]
    codes = [process.wait(60) for process in running]
    for process in running:
        process.communicate()
    assert codes == [0] * 4
    text = small.read(FILE)
    assert all(f"  - id: work{number}\n" in text for number in range(4))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.bib"], "No such file"),
        (["content_src"], "a folder"),
        (["x.txt"], "unknown format; name it with --from"),
        (["x.txt", "--from", "word"], "Invalid value for '--from'"),
        (["x.txt", "--to", "../../x"], "--to takes a file in content_src/references/"),
    ],
)
def test_wrong_usage(small: Project, arguments, said):
    small.write("x.txt", "nothing\n")
    done = small.citewell("refs", "import", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
