"""``citewell refs add``, against services and pages on this computer."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator

import pytest
from tests.cli.project import Project
from tests.evidence.running import read_without_processes
from tests.evidence.services.conftest import Shelf
from tests.waiting import PATIENCE

from citewell.extras import EXTRAS

FILE = "content_src/references/all.yml"
WORK = {
    "DOI": "10.5555/made-up.1",
    "type": "journal-article",
    "title": ["Made-up backs: a study"],
    "author": [{"given": "Jana", "family": "Müller"}, {"name": "Example Trust"}],
    "container-title": ["Journal of Made-up Things"],
    "issued": {"date-parts": [[2020, 3, 5]]},
    "volume": "3",
    "page": "1-20",
    "publisher": "Made-up Press",
}
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345678</PMID><Article><Journal>
<Title>Journal of made-up things</Title></Journal><ArticleTitle>Made-up backs: a study.</ArticleTitle>
<ELocationID EIdType="doi">10.5555/made-up.1</ELocationID><AuthorList><Author><LastName>Müller</LastName>
<ForeName>Jana</ForeName></Author></AuthorList><PublicationTypeList><PublicationType>Systematic Review</PublicationType>
</PublicationTypeList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC7654321</ArticleId>
</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"""
PAGE = """<html lang="en"><head><title>Back pain - Example Trust</title><meta property="og:title" content="Back pain">
<meta property="og:site_name" content="Example Trust"></head><body><main><h1>Back pain</h1>
<p>Most back pain gets better within weeks. Keep moving.</p></main></body></html>"""


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """Services that know one article, one book and one page."""
    shelf = Shelf()
    shelf.put("/crossref/works/10.5555/made-up.1", json.dumps({"message": WORK}).encode())
    shelf.put("/pubmed/esearch.fcgi", json.dumps({"esearchresult": {"idlist": ["12345678"]}}).encode())
    shelf.put("/pubmed/efetch.fcgi", PUBMED.encode(), Content_Type="text/xml")
    shelf.put("/page", PAGE.encode(), Content_Type="text/html")
    shelf.put("/shut", b"no", 403)
    yield shelf
    shelf.close()


@pytest.fixture
def site(small: Project, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Project:
    read_without_processes(monkeypatch)
    services = "".join(
        f"    {name}: {shelf.base}/{name}\n" for name in ("crossref", "doi", "pubmed", "openlibrary", "wayback")
    )
    text = small.read("content_src/site.yml") + f"evidence:\n  services:\n{services}  allow_hosts: [127.0.0.1]\n"
    small.write("content_src/site.yml", text)
    return small


def test_a_doi_becomes_a_whole_reference_from_all_who_know_it(site: Project):
    before = site.read(FILE)
    done = site.citewell("refs", "add", "https://doi.org/10.5555/MADE-UP.1")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Added muller-2020-made-up: Made-up backs: a study\n    content_src/references/all.yml:39:9"
    )
    assert "[@muller-2020-made-up]" in done.out
    assert site.read(FILE).startswith(before)
    added = site.read(FILE).removeprefix(before)
    for line in (
        "  - id: muller-2020-made-up",
        '    title: "Made-up backs: a study"',
        "      - family: Müller",
        "      - literal: Example Trust",
        "    issued: 2020-03-05",
        "    DOI: 10.5555/made-up.1",
        "    PMID: 12345678",
        "    PMCID: PMC7654321",
        "      kind: systematic-review",
    ):
        assert f"{line}\n" in added
    assert site.citewell("check").code == 0


@pytest.mark.parametrize("given", ["pmid:12345678", "PMID 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"])
def test_a_pmid_is_filled_in_from_crossref(site: Project, given: str):
    given = given.replace("PMID ", "pmid: ")
    assert site.citewell("refs", "add", given).code == 0
    added = site.read(FILE)
    assert "DOI: 10.5555/made-up.1" in added
    assert "volume: 3" in added


@pytest.mark.parametrize("given", ["doi:10.5555/made-up.1", "pmid:12345678"])
@pytest.mark.parametrize("title", ["Rückenschmerzen bei Pflegekräften", "Back pain in nurses"])
def test_a_translated_title_is_the_same_whoever_is_asked_first(site: Project, shelf: Shelf, given: str, title: str):
    translated = PUBMED.replace("Made-up backs: a study.", "[Back pain in nurses].").replace(
        "<AuthorList>", "<VernacularTitle>Rückenschmerzen bei Pflegekräften.</VernacularTitle><AuthorList>"
    )
    translated = translated.replace("<PublicationTypeList>", "<Language>ger</Language><PublicationTypeList>")
    shelf.put("/pubmed/efetch.fcgi", translated.encode(), Content_Type="text/xml")
    shelf.put(
        "/crossref/works/10.5555/made-up.1",
        json.dumps({"message": {**WORK, "title": [title], "language": "en"}}).encode(),
    )
    assert site.citewell("refs", "add", given).code == 0
    added = site.read(FILE)
    for line in (
        '    title: "[Back pain in nurses]"',
        "    original-title: Rückenschmerzen bei Pflegekräften",
        "    language: de",
    ):
        assert f"{line}\n" in added


def test_what_is_there_is_refused_and_merged_on_request(site: Project):
    site.write(
        FILE,
        site.read(FILE) + "  - id: mine\n    type: book  # so they say\n    DOI: https://doi.org/10.5555/Made-Up.1\n",
    )
    before = site.read(FILE)
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1")
    assert done.code == 1
    assert 'already in the bibliography, as "mine" (content_src/references/all.yml:39:9)' in done.err
    assert "[@mine]" in done.err
    assert "--merge would add its title, author" in done.err
    assert site.read(FILE) == before
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1", "--merge")
    assert done.code == 0
    assert done.out.startswith("Merged doi:10.5555/made-up.1 into mine")
    after = site.read(FILE)
    assert after.startswith(before)
    assert 'title: "Made-up backs: a study"' in after
    assert after.count("DOI: ") == before.count("DOI: ")
    assert site.citewell("refs", "add", "doi:10.5555/made-up.1", "--merge").code == 0
    assert site.read(FILE) == after


def test_one_work_asked_for_twice_is_added_once(site: Project):
    done = site.citewell("refs", "add", "pmid:12345678", "doi:10.5555/made-up.1")
    assert done.code == 1
    assert site.read(FILE).count("10.5555/made-up.1") == 1


def test_a_page_says_what_it_is(site: Project, shelf: Shelf):
    done = site.citewell("refs", "add", f"{shelf.base}/page")
    assert done.code == 0, done.err
    added = site.read(FILE)
    assert "    title: Back pain\n" in added
    assert "    type: webpage\n" in added
    assert "    container-title: Example Trust\n" in added
    assert "    accessed: 2026-03-01\n" in added
    assert f"    URL: {shelf.base}/page\n" in added


def test_a_page_that_is_shut_to_programs_is_not_called_gone(site: Project, shelf: Shelf):
    before = site.read(FILE)
    done = site.citewell("refs", "add", f"{shelf.base}/shut")
    assert (done.code, done.out) == (1, "")
    assert "does not show the page to programs (status 403)" in done.err
    assert site.read(FILE) == before


def test_a_private_address_is_not_asked(site: Project):
    done = site.citewell("refs", "add", "https://169.254.169.254/latest/")
    assert done.code == 1
    assert done.err.startswith("Not added: https://169.254.169.254/latest/: ")
    assert "\n" not in done.err.strip()


def test_an_unknown_doi_is_said_and_the_others_are_added(site: Project):
    done = site.citewell("refs", "add", "doi:10.5555/unknown", "doi:10.5555/made-up.1")
    assert done.code == 1
    assert "Not added: doi:10.5555/unknown: neither Crossref nor doi.org knows this DOI" in done.err
    assert "made-up.1" in site.read(FILE)


def test_a_retraction_is_said(site: Project, shelf: Shelf):
    update = {"DOI": "10.5555/notice", "type": "retraction", "updated": {"date-parts": [[2021, 1, 2]]}}
    shelf.put("/crossref/works/10.5555/made-up.1", json.dumps({"message": {**WORK, "updated-by": [update]}}).encode())
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1")
    assert done.code == 0
    assert "warning: doi:10.5555/made-up.1: Crossref has a notice about this work: retraction" in done.err
    assert "muller-2020-made-up: this work was retracted: do not cite it, unless" in done.err
    assert '"citewell refs resolve muller-2020-made-up", so that the check warns' in done.err


def test_a_file_that_was_probably_mistyped_is_not_made(site: Project, shelf: Shelf):
    site.write("content_src/references/back-pain.yml", "references:\n")
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1", "--to", "back-pian")
    assert (done.code, done.out) == (2, "")
    assert 'there is no content_src/references/back-pian.yml; did you mean "back-pain"?' in done.err
    assert shelf.asked == []
    site.write("content_src/references/back-pian.yml", "")
    assert site.citewell("refs", "add", "doi:10.5555/made-up.1", "--to", "back-pian").code == 0
    assert "made-up.1" in site.read("content_src/references/back-pian.yml")


def test_a_file_that_is_made_is_said(site: Project):
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1", "--to", "sciatica")
    assert done.out.endswith("Created content_src/references/sciatica.yml, which was not there before.\n")


def test_a_site_that_is_named_elsewhere_is_taken_from_there(site: Project, shelf: Shelf):
    named = PAGE.replace('property="og:site_name"', 'name="application-name"')
    shelf.put("/app", named.encode(), Content_Type="text/html")
    done = site.citewell("refs", "add", f"{shelf.base}/app")
    assert "    container-title: Example Trust\n" in site.read(FILE)
    assert "Still missing" not in done.out


def test_what_a_page_does_not_say_is_named(site: Project, shelf: Shelf):
    shelf.put(
        "/bare",
        PAGE.replace('<meta property="og:site_name" content="Example Trust">', "").encode(),
        Content_Type="text/html",
    )
    done = site.citewell("refs", "add", f"{shelf.base}/bare")
    assert done.code == 0, done.err
    assert "    Still missing, and the build will stop: container-title (whose site it is)\n" in done.out
    assert 'No "kind" could be filled in under "custom" for' in done.out


def test_a_silent_service_is_said(site: Project, shelf: Shelf):
    shelf.put("/pubmed/", b"oops", 500)
    shelf.replies.pop("/pubmed/esearch.fcgi")
    shelf.replies.pop("/pubmed/efetch.fcgi")
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1")
    assert done.code == 0
    assert "PubMed answered with status 500; something may be missing" in done.err


@pytest.mark.parametrize("service", ["crossref/works", "doi"])
def test_an_answer_about_another_doi_is_not_added(site: Project, shelf: Shelf, service: str):
    other = {**WORK, "DOI": "10.5555/other", "title": ["Quite another work"]}
    shelf.put("/crossref/works/10.5555/asked", b"", 404)
    shelf.put(f"/{service}/10.5555/asked", json.dumps({"message": other} if "cross" in service else other).encode())
    before = site.read(FILE)
    done = site.citewell("refs", "add", "doi:10.5555/asked")
    assert done.code == 1
    assert "answered with doi:10.5555/other instead; ask for that if it is the work you mean" in done.err
    assert site.read(FILE) == before


def test_a_doi_whose_title_nobody_knows_is_not_called_unknown(site: Project, shelf: Shelf):
    shelf.put("/crossref/works/10.5555/nameless", json.dumps({"message": {"DOI": "10.5555/nameless"}}).encode())
    done = site.citewell("refs", "add", "doi:10.5555/nameless")
    assert done.code == 1
    assert "the work is known, but not its title" in done.err


def test_the_key_may_be_chosen(site: Project):
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1", "--key", "made-up")
    assert done.code == 0
    assert "  - id: made-up\n" in site.read(FILE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["12345678"], "if it is from PubMed, write pmid:12345678"),
        (["doi:10.5555/a", "doi:10.5555/b", "--key", "x"], "--key names one reference"),
        (["doi:10.5555/a", "--key", "a b"], "cannot be cited"),
        (["doi:10.5555/a", "--key", "doi:10.5555/a"], "cannot be cited"),
        (["doi:10.5555/a", "--key", "example-page"], 'there is already a reference called "example-page"'),
        (["doi:10.5555/a", "--to", "/etc/passwd.yml"], "--to takes a file in content_src/references/"),
        (["doi:10.5555/a", "--to", "x.json"], "--to takes the name of a .yml file"),
        (["doi:10.5555/a", "--to", "../site.yml"], "--to takes a file in content_src/references/"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_asked(site: Project, shelf: Shelf, arguments, said):
    done = site.citewell("refs", "add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert shelf.asked == []


def test_a_dry_run_shows_the_item_and_writes_nothing(site: Project):
    before = site.read(FILE)
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1", "--dry-run")
    assert (done.code, done.err) == (
        0,
        "Nothing was written. Without --dry-run it would go into content_src/references/all.yml.\n",
    )
    assert done.out.startswith("  - id: muller-2020-made-up\n    type: article-journal\n")
    assert site.read(FILE) == before


def test_a_new_file_is_made_for_what_is_added(site: Project):
    site.write("content_src/references/more.yml", "references:\n")
    assert site.citewell("refs", "add", "doi:10.5555/made-up.1").code == 0
    text = site.read("content_src/references/added.yml")
    assert text.startswith("# References added")
    assert "  - id: muller-2020-made-up\n" in text
    assert site.citewell("refs", "add", "pmid:12345678", "--to", "other").code == 1
    assert not (site.root / "content_src/references/other.yml").exists()
    left = [path.name for path in (site.root / "content_src/references").iterdir()]
    assert sorted(left) == ["added.yml", "all.yml", "more.yml"]


def test_a_broken_bibliography_is_left_alone(site: Project):
    site.write(FILE, site.read(FILE) + "  - id: [\n")
    before = site.read(FILE)
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1")
    assert done.code == 2
    assert "the file is broken here" in done.err
    assert site.read(FILE) == before


def test_without_the_packages_it_says_how_to_get_them(site: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(EXTRAS, "evidence", EXTRAS["evidence"]._replace(packages=("httpx", "no_such_package")))
    done = site.citewell("refs", "add", "doi:10.5555/made-up.1")
    assert done.code == 2
    assert "no_such_package" in done.err
    assert "python3 scripts/refs.py" in done.err


def test_a_page_of_an_article_is_filled_in_by_its_doi(site: Project, shelf: Shelf):
    head = '<meta name="citation_doi" content="10.5555/made-up.1"><meta name="citation_title" content="Made-up backs">'
    shelf.put("/article", PAGE.replace("<head>", f"<head>{head}").encode(), Content_Type="text/html")
    done = site.citewell("refs", "add", f"{shelf.base}/article")
    assert done.code == 0, done.err
    added = site.read(FILE)
    assert "    type: article-journal\n" in added
    assert "    volume: 3\n" in added
    assert f"    URL: {shelf.base}/article\n" in added
    assert "accessed: 2026-03-01" not in added
    assert site.citewell("refs", "add", f"{shelf.base}/article").code == 1


def test_a_page_that_says_it_is_not_there_is_not_added(site: Project, shelf: Shelf):
    shelf.put("/gone", PAGE.replace("Back pain", "Page not found").encode(), Content_Type="text/html")
    done = site.citewell("refs", "add", f"{shelf.base}/gone")
    assert done.code == 1
    assert "the page says that it does not exist" in done.err


def test_a_book_by_its_isbn(site: Project, shelf: Shelf):
    shelf.put("/openlibrary/api/books", "open-library-data.json")
    done = site.citewell("refs", "add", "isbn:0-306-40615-2")
    assert done.code == 0, done.err
    added = site.read(FILE)
    assert "  - id: de-made-2009-made-up\n    type: book\n" in added
    assert "    ISBN: 9780306406157\n" in added
    assert site.citewell("check").code == 0


def test_a_preprint_by_its_arxiv_number(site: Project, shelf: Shelf):
    shelf.put("/doi/10.48550/arxiv.9901.00001", "doi-arxiv.json")
    done = site.citewell("refs", "add", "arXiv:9901.00001v2")
    assert done.code == 0, done.err
    added = site.read(FILE)
    assert "  - id: upton-2019-making-things\n" in added
    assert "    DOI: 10.48550/ARXIV.9901.00001\n" in added
    assert "      kind: preprint\n" in added


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{",
        b'{"message": {"title": ["T"], "type": 5, "author": [{"family": ["x"]}, 3], "issued": {"date-parts": [[]]}}}',
        json.dumps({"message": {"title": ["a: b\n# c\u202e\u0000 [@x] {{y}}"], "DOI": "10.5555/hostile"}}).encode(),
        json.dumps({"message": {"title": ["x" * 2_000_000], "DOI": "10.5555/hostile"}}).encode(),
        b'{"message":' + b"[" * 100_000,
    ],
)
def test_odd_answers_never_harm_the_bibliography(site: Project, shelf: Shelf, body: bytes):
    shelf.put("/crossref/works/10.5555/hostile", body)
    before = site.read(FILE)
    done = site.citewell("refs", "add", "doi:10.5555/hostile")
    assert done.code in {0, 1, 2}
    assert "bug" not in done.err
    after = site.read(FILE)
    assert after.startswith(before)
    assert (after == before) == (done.code != 0)
    assert "\u202e" not in after


@pytest.mark.parametrize(("status", "kept"), [(301, "page"), (308, "page"), (302, "old"), (307, "old")])
def test_a_new_address_is_kept_where_the_page_moved_for_good(site: Project, shelf: Shelf, status: int, kept: str):
    shelf.put("/old", b"", status, Location=f"{shelf.base}/page")
    assert site.citewell("refs", "add", f"{shelf.base}/old").code == 0
    assert f"    URL: {shelf.base}/{kept}\n" in site.read(FILE)


@pytest.mark.parametrize("home", ["/", "/en/", "/index.html"])
def test_a_page_that_leads_to_the_home_page_is_not_added(site: Project, shelf: Shelf, home: str):
    shelf.put("/old", b"", 301, Location=f"{shelf.base}{home}")
    shelf.put(home, PAGE.encode(), Content_Type="text/html")
    done = site.citewell("refs", "add", f"{shelf.base}/old")
    assert done.code == 1
    assert "leads to the home page" in done.err


def test_what_pubmed_finds_under_another_doi_is_another_work(site: Project, shelf: Shelf):
    shelf.put("/pubmed/efetch.fcgi", PUBMED.replace("10.5555/made-up.1", "10.5555/other").encode())
    assert site.citewell("refs", "add", "doi:10.5555/made-up.1").code == 0
    assert "PMID: 12345678" not in site.read(FILE)


def test_interrupted_it_ends_in_one_line_and_writes_nothing(small: Project):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        services = "".join(f"    {name}: {base}\n" for name in ("crossref", "doi", "pubmed"))
        small.write(
            "content_src/site.yml",
            small.read("content_src/site.yml") + f"evidence:\n  services:\n{services}  allow_hosts: [127.0.0.1]\n",
        )
        before = small.read(FILE)
        running = small.start("refs", "add", "doi:10.5555/made-up.1")
        silent.settimeout(30)
        connection, _ = silent.accept()  # it asks, and waits
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=PATIENCE)
        connection.close()
    assert (running.returncode, out) == (130, "")
    assert err.count("\n") == 1
    assert "interrupted" in err
    assert small.read(FILE) == before
