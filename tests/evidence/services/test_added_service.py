"""One file adds a service: settings, resolving, adding and verdicts all follow from what it declares."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.project import SOURCE, Done, Project
from tests.evidence.services.conftest import Shelf
from tests.waiting import PATIENCE

FILE = "content_src/references/all.yml"
LOCK = "content_src/references.lock"
SITE = "content_src/site.yml"
WORK = '  - {id: birds, type: article-journal, title: "Made-up birds", DOI: 10.5555/birds}\n'
#: What a new file in ``src/citewell/evidence/services/`` does by being there.
ADDED = f"""\
import citewell.evidence.services
citewell.evidence.services.__path__.append({str(Path(__file__).parent / "added")!r})
"""


@pytest.fixture
def site(tmp_path: Path, shelf: Shelf) -> Project:
    """A site of a Citewell with one service more, whose services all are the shelf."""
    project = Project("small", tmp_path)
    project.write("python/sitecustomize.py", ADDED)
    keys = ("crossref", "doi", "pubmed", "openlibrary", "wayback", "registry")
    services = "".join(f"    {key}: {shelf.base}/{key}\n" for key in keys)
    settings = f"{project.read(SITE)}evidence:\n  services:\n{services}  allow_hosts: [127.0.0.1]\n"
    project.write(SITE, settings)
    shelf.put("/registry/10.5555/birds", json.dumps({"name": "Made-up birds", "retracted": "2020"}).encode())
    return project


def run(project: Project, *arguments: str) -> Done:
    process = project.start(*arguments, PYTHONPATH=f"{project.root / 'python'}:{SOURCE}")
    out, err = process.communicate(timeout=PATIENCE)
    return Done(process.returncode, out, err)


def test_its_key_is_known_to_the_settings(site: Project):
    assert run(site, "check").code == 0
    site.replace(SITE, "    registry: http://", "    registry: ftp://")
    assert 'must be the address of a service, not "ftp://' in run(site, "check").out
    site.replace(SITE, "    registry: ftp://", "    registri: http://")
    assert 'did you mean "registry"?' in run(site, "check").out


def test_its_key_is_in_the_schema_of_the_settings(site: Project):
    schema = json.loads(run(site, "schema", "site").out)

    services = schema["properties"]["evidence"]["properties"]["services"]
    assert services["additionalProperties"] is False
    assert services["properties"]["registry"] == {
        "description": "The address of the Made-up Registry, such as that of a mirror; by default, it is not asked.",
        "type": "string",
        "pattern": "^https?://",
    }
    assert "pattern" not in services["properties"]["retractions"], "this one may be the path of a file"


def test_the_settings_are_read_without_the_packages_that_ask_the_web(site: Project):
    names = ("bibtexparser", "hishel", "httpx", "pylatexenc", "pypdf", "rapidfuzz", "trafilatura")
    site.write("python/sitecustomize.py", f"{ADDED}import sys\nsys.modules.update(dict.fromkeys({names}))\n")

    assert run(site, "check").code == 0
    assert run(site, "refs", "resolve").code != 0


def test_it_fills_in_a_new_reference(site: Project):
    done = run(site, "refs", "add", "doi:10.5555/birds")

    assert done.code == 0, done.err
    assert "title: Made-up birds\n" in site.read(FILE)
    assert (
        "warning: doi:10.5555/birds: the Made-up Registry has a notice about this work: retraction (2020)" in done.err
    )


def test_an_identifier_that_nobody_knows_is_named_with_everyone_who_was_asked(site: Project):
    done = run(site, "refs", "add", "doi:10.5555/unknown")

    assert "none of the Made-up Registry, Crossref and doi.org knows this DOI" in done.err


def test_its_record_decides_the_verdict_and_its_notices_are_kept(site: Project, shelf: Shelf):
    site.write(FILE, site.read(FILE) + WORK)
    shelf.put("/doi/10.5555/birds", b"<title>Made-up birds</title><h1>Made-up birds</h1>", Content_Type="text/html")

    done = run(site, "refs", "resolve", "birds")

    assert done.code == 1, done.err
    locked = json.loads(site.read(LOCK))["references"]["birds"]
    assert (locked["verdict"], locked["notices"][0]["said_by"]) == ("ok", "the Made-up Registry")
    shelf.put("/registry/10.5555/birds", json.dumps({"name": "Ten garden sheds"}).encode())
    run(site, "refs", "resolve", "birds")
    locked = json.loads(site.read(LOCK))["references"]["birds"]
    assert locked["reason"] == "the page is there and has the right title", "its own address shows the work"
    assert "notices" not in locked


def test_one_that_does_not_answer_is_named(site: Project, shelf: Shelf):
    site.write(FILE, site.read(FILE) + WORK)
    shelf.put("/registry/", b"busy", 503)
    shelf.replies.pop("/registry/10.5555/birds")

    done = run(site, "refs", "resolve", "birds")

    assert "the Made-up Registry answered with status 503" in done.err
