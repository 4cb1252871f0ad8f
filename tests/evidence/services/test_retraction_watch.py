"""The Retraction Watch file: matching, reinstatements, and whatever may be wrong with a CSV file."""

from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path

import pytest

from citewell.evidence.service_api.results import KnownWork, Unavailable
from citewell.evidence.services.retractions import (
    RetractionIndex,
    RetractionWatch,
    list_wanted_keys,
    read_retractions_file,
)
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

SHAPE = Path(__file__).parent / "shapes" / "retraction-watch.csv"
DOI, PMID = IdentifierKind.DOI, IdentifierKind.PMID


def read(source: Path | bytes = SHAPE, wanted: frozenset[str] | None = None) -> RetractionIndex:
    index = read_retractions_file(source, wanted)
    assert isinstance(index, RetractionIndex)
    return index


@pytest.mark.parametrize(
    "identifiers",
    [
        {DOI: "10.5555/made.up.2014"},
        {DOI: "https://doi.org/10.5555/Made.Up.2014"},
        {DOI: "doi: 10.5555/MADE.UP.2014"},
        {PMID: "11111111"},
        {PMID: "PMID: 11111111"},
        {DOI: "10.5555/made.up.2014", PMID: "11111111"},
    ],
)
def test_a_work_is_found_by_doi_or_pmid_in_any_spelling(identifiers):
    assert read().notices(identifiers) == (
        Notice(
            NoticeKind.RETRACTION,
            "Retraction Watch",
            "2016-02-06",
            "10.5555/retraction.2016",
            "90000003",
            "Concerns/Issues About Data; Investigation by Journal/Publisher",
        ),
    )


def test_other_notices_are_what_they_are():
    assert read().notices({DOI: "10.5555/doubted"}) == (Notice(NoticeKind.CONCERN, "Retraction Watch", "2015"),)
    assert read().notices({PMID: "44444444"}) == (
        Notice(NoticeKind.CORRECTION, "Retraction Watch", "2015-01-02", "10.5555/correction", reason="Error in Text"),
    )


def test_a_reinstated_work_is_not_retracted_until_it_is_again():
    assert read().notices({DOI: "10.5555/back"}) == ()
    assert read().reinstated({DOI: "10.5555/back"}) == "2016-01-01"
    (again,) = read().notices({DOI: "10.5555/gone"})
    assert again.published == "2017-01-01"


@pytest.mark.parametrize(
    "identifiers",
    [
        {},
        {DOI: "10.5555/unknown"},
        {DOI: "10.5555/other"},  # a nature that is none of ours
        {DOI: "10.5555/retraction.2016"},  # the notice itself
        {PMID: "90000003"},
        {PMID: "0"},
        {DOI: "unavailable"},
    ],
)
def test_works_without_a_notice_have_none(identifiers):
    assert read().notices(identifiers) == ()


def test_only_wanted_works_are_kept():
    wanted = list_wanted_keys([{DOI: "10.5555/BACK"}, {PMID: "44444444"}])
    assert set(read(wanted=wanted).entries) == {"doi:10.5555/back", "pmid:44444444"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_files_as_spreadsheets_save_them_are_read(encoding, sign, line_end):
    rows = list(csv.reader(io.StringIO(SHAPE.read_text(encoding="utf-8"))))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=sign, lineterminator=line_end).writerows(rows)
    assert len(read(written.getvalue().encode(encoding)).notices({PMID: "11111111"})) == 1


def test_names_that_are_not_utf_8_hurt_nothing():
    body = SHAPE.read_bytes().replace(b"Ann Made", "Änn Máde".encode("latin-1"))
    assert len(read(body).notices({PMID: "11111111"})) == 1


def test_rows_that_cannot_be_read_are_passed_over():
    body = SHAPE.read_bytes() + b'11,"' + b"x" * 200_000 + b'"\n'
    body += b'12,x,,,,,,,,,1/1/2020 0:00,,0,,10.5555/last,0,Retraction,"no end\n'
    assert len(read(body).notices({DOI: "10.5555/last"})) == 1
    assert len(read(body).notices({DOI: "10.5555/back"})) == 0


def test_a_row_may_name_several_works():
    head = b"RetractionNature,OriginalPaperDOI\n"
    index = read(head + b"Retraction,10.5555/a; 10.5555/b\nRetraction,10.1002/odd;2-o\n")
    assert all(index.notices({DOI: doi}) for doi in ("10.5555/a", "10.5555/b", "10.1002/odd;2-o"))


@pytest.mark.parametrize(
    "body", [b"", b"<html>Sorry</html>", b"a,b\n1,2\n", b"RetractionNature\nRetraction\n", b"\0" * 9]
)
def test_what_is_no_such_file_is_said_to_be_none(body):
    assert isinstance(read_retractions_file(body), Unavailable)


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path):
    missing = read_retractions_file(tmp_path / "none.csv")
    assert isinstance(missing, Unavailable)
    assert "No such file" in missing.reason
    assert isinstance(read_retractions_file(tmp_path), Unavailable)


def test_a_file_on_the_web_is_read(ask, shelf):
    shelf.put("/rw.csv", SHAPE.read_bytes())
    found = ask(RetractionWatch, PMID, "11111111", base=f"{shelf.base}/rw.csv")
    assert isinstance(found, KnownWork)
    assert found.notices
    assert isinstance(ask(RetractionWatch, PMID, "11111111", base=f"{shelf.base}/none.csv"), Unavailable)


def database(file: Path, rows: int) -> Path:
    """A file as large as the real one, with made-up works."""
    with file.open("w", encoding="utf-8", newline="") as text:
        written = csv.writer(text)
        written.writerow(next(csv.reader(SHAPE.read_text(encoding="utf-8").splitlines())))
        for number in range(1, rows + 1):
            words = ["x" * 60] * 9
            ids = [f"10.5555/n{number}", "0", "1/1/2014 0:00", f"10.5555/w{number}", str(number), "Retraction"]
            written.writerow([number, *words, "2/6/2016 0:00", *ids, "+Error in Data;+Notice;", "No", "n" * 200])
    return file


def test_the_whole_database_is_read(tmp_path):
    index = read(database(tmp_path / "rw.csv", 65_000), list_wanted_keys([{DOI: "10.5555/w65000"}]))
    assert index.notices({DOI: "10.5555/w65000"})


def test_only_what_is_wanted_takes_memory(tmp_path):
    file = database(tmp_path / "rw.csv", 5_000)  # 4 MB
    tracemalloc.start()
    read(file, list_wanted_keys([{DOI: "10.5555/w5000"}]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
