"""The whole content of a project from its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from citewell.errors import ContentUnreadable
from citewell.model.article import ArticleKind
from citewell.model.policies import Policies
from citewell.model.source_location import SourceText
from citewell.project import Project
from citewell.source.load import load
from citewell.source.people import read_people
from citewell.source.settings import read_settings
from tests.source.wording import detail_of, suggestion_of

SITE = """\
publisher: Citewell
contact: editors@citewell.example
region: United Kingdom
emergency_number: 999
demonstration: false
notice: >-
  General information.
  Call 999 in an emergency.
content_licence: CC BY 4.0
waiver_kinds:
  - {kind: advice, label: Practical advice, limit: 6}
  - {kind: definition, label: Meaning of a word}
policies: {publisher_share: 50, red_flag_sources: 3}
abbreviations: [approx., Dr.]
"""
PEOPLE = """\
people:
  - id: editorial-team
    name: The editors
    organisation: true
    role: Writes
  - id: a-doctor
    name: A. Doctor
    credentials: MD
"""
ARTICLE = """\
---
title: Back pain
illustration:
  file: spine.svg
  alt: The spine
---

Most back pain gets better. [@a]
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 32"/>'
FILES = {
    "site.yml": SITE,
    "people.yml": PEOPLE,
    "references/back.yml": "references:\n- {id: a, type: book, title: A}\n",
    "references/arm.yml": "references:\n- {id: b, type: book, title: B}\n",
    "articles/back-pain/article.md": ARTICLE,
    "articles/back-pain/spine.svg": SVG,
    "articles/arm-pain/article.md": "---\ntitle: Arm pain\n---\n\nArms. [@b]\n",
    "pages/about.md": "---\ntitle: About\n---\n\nAbout us. [no source: advice]\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / "content_src" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content_src" / path).write_text(text)
    return tmp_path


def problems(project: Path) -> list[str]:
    content = load(Project(project))
    every = [*content.site.problems, *(problem for article in content.documents for problem in article.problems)]
    return [f"{problem.location} {problem.kind}" for problem in every]


def test_a_whole_site_in_the_order_of_its_names(project):
    content = load(Project(project))
    site = content.site
    assert problems(project) == []
    assert [(article.kind, article.slug) for article in content.documents] == [
        (ArticleKind.ARTICLE, "arm-pain"),
        (ArticleKind.ARTICLE, "back-pain"),
        (ArticleKind.PAGE, "about"),
    ]
    assert list(site.bibliography.references) == ["b", "a"]
    assert list(site.people) == ["editorial-team", "a-doctor"]
    assert site.settings.publisher == "Citewell"
    article = content.articles[1]
    assert article.source.path == "content_src/articles/back-pain/article.md"
    assert (article.pictures["spine.svg"].width, article.front.title.text) == (48, "Back pain")
    assert [claim.text for claim in article.claims if claim.citations] == ["Most back pain gets better."]
    assert load(Project(project)) == content


def test_no_content_stops_the_run(tmp_path):
    with pytest.raises(ContentUnreadable) as stop:
        load(Project(tmp_path))
    assert stop.value.hint


def test_the_least_a_site_may_be(tmp_path):
    (tmp_path / "content_src").mkdir()
    site = load(Project(tmp_path)).site
    assert site.settings.demonstration is True
    assert [(problem.kind, detail_of(problem)) for problem in site.problems] == [("missing-file", "site.yml")]


@pytest.mark.parametrize(
    ("name", "nearest"), [("spin.svg", "spine.svg"), ("lungs.png", "spine.svg"), ("article.md", "spine.svg")]
)
def test_an_illustration_that_is_not_there(project, name, nearest):
    (project / "content_src/articles/back-pain/article.md").write_text(ARTICLE.replace("spine.svg", name))
    (problem,) = load(Project(project)).site.problems
    assert (problem.kind, detail_of(problem), suggestion_of(problem)) == ("picture-missing", name, nearest)
    assert str(problem.location) == "content_src/articles/back-pain/article.md:4:9"


def test_an_unsafe_illustration_is_not_missing_too(project):
    (project / "content_src/articles/back-pain/spine.svg").write_text(SVG.replace("/>", "><script/></svg>"))
    assert problems(project) == ["content_src/articles/back-pain/spine.svg:1:61 svg-unsafe"]


def test_every_hostile_file_gives_its_own_problem_and_the_rest_is_read(project):
    content = project / "content_src"
    (content / "references/bomb.yml").write_text("a: &a [x]\n" + "".join(f"b{n}: [*a,*a,*a]\n" for n in range(99)))
    with (content / "references/huge.yml").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    (content / "references/utf16.yml").write_bytes("references: []".encode("utf-16"))
    (content / "references/zero.yml").write_bytes(b"references: []\0")
    (content / "references/empty.yml").write_text("")
    (content / "references/deep.yml").write_text("references: " + "[" * 300 + "]" * 300)
    (content / "references/linked.yml").symlink_to("back.yml")
    os.mkfifo(content / "references/pipe.yml")
    (content / "articles/empty").mkdir()
    (content / "articles/empty/article.md").write_text("")
    (content / "articles/windows").mkdir()
    (content / "articles/windows/article.md").write_bytes(
        b"\xef\xbb\xbf" + FILES["articles/arm-pain/article.md"].replace("\n", "\r\n").encode()
    )
    (content / "pages/te\u0301.md").write_text(FILES["pages/about.md"])
    (content / "references/Arm.yml").write_text("references: []")
    assert sorted(problems(project)) == [
        "content_src/articles/empty/article.md:1:1 empty-file",
        "content_src/pages/te\u0301.md:1:1 bad-name",
        "content_src/references/arm.yml:1:1 name-clash",
        "content_src/references/bomb.yml:1:4 yaml-anchor",
        "content_src/references/deep.yml:1:28 yaml-too-deep",
        "content_src/references/empty.yml:1:1 empty-file",
        "content_src/references/huge.yml:1:1 file-too-large",
        "content_src/references/linked.yml:1:1 symlink",
        "content_src/references/pipe.yml:1:1 not-a-regular-file",
        "content_src/references/utf16.yml:1:1 not-utf8",
        "content_src/references/zero.yml:1:15 nul-character",
    ]
    content = load(Project(project))
    site = content.site
    assert [article.slug for article in content.articles] == ["arm-pain", "back-pain", "windows"]
    assert list(site.bibliography.references) == ["b", "a"]


def test_a_broken_site_yml_and_people_yml_leave_defaults(project):
    (project / "content_src/site.yml").write_text("publisher: [\n")
    (project / "content_src/people.yml").write_text("people: {}\n")
    assert problems(project) == [
        "content_src/site.yml:2:1 yaml-syntax",
        "content_src/people.yml:1:9 wrong-value",
    ]


# ------------------------------------------------------------------------------------------ site.yml and people.yml


def test_every_setting():
    settings, noted, _ = read_settings(SourceText("site.yml", SITE))
    assert noted == ()
    assert (settings.contact, settings.region, settings.emergency_number) == (
        "editors@citewell.example",
        "United Kingdom",
        "999",
    )
    assert settings.demonstration is False
    assert settings.notice == "General information. Call 999 in an emergency."
    assert settings.content_licence == "CC BY 4.0"
    assert [(kind.kind, kind.label, kind.limit) for kind in settings.waiver_kinds.values()] == [
        ("advice", "Practical advice", 6),
        ("definition", "Meaning of a word", None),
    ]
    assert settings.policies == Policies(publisher_share=50, red_flag_sources=3)
    assert settings.abbreviations == {"approx.", "Dr."}


@pytest.mark.parametrize(
    ("contact", "taken"),
    [
        ("editors@citewell.example", True),
        ("back.pain+web@mail.health.example", True),
        ("https://health.example", True),
        ("https://health.example:8443/help?about=pages", True),
        ("nobody", False),
        ("nobody@localhost", False),
        ("editors@health.", False),
        ("Editors <editors@health.example>", False),
        ("mailto:editors@health.example", False),
        ("http://health.example/help", False),
        ("https://localhost/help", False),
        ("https://me:secret@health.example", False),
        ("www.health.example", False),
    ],
)
def test_contact_is_an_address_that_leads_somewhere(contact: str, taken: bool):
    settings, noted, _ = read_settings(SourceText("site.yml", f"publisher: x\ncontact: {contact}"))
    assert settings.contact == (contact if taken else "")
    assert [problem.kind for problem in noted] == ([] if taken else ["wrong-value"])


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://x.example", "https://x.example/"),
        ("http://x.example:8080/health", "http://x.example:8080/health/"),
        ("https://gesündheit.example/", "https://gesündheit.example/"),
        ("x.example", ""),
        ("https://x.example/?a=b/", ""),
        ("https://x.example/#f/", ""),
        ("https://u:p@x.example/", ""),
        ("https://x:y/", ""),
    ],
)
def test_the_address_of_the_site_is_one_below_which_pages_can_be(address: str, taken: str):
    settings, noted, _ = read_settings(SourceText("site.yml", f"publisher: x\naddress: {address}"))
    assert settings.address == taken
    assert [problem.kind for problem in noted] == ([] if taken else ["wrong-value"])


def test_what_a_site_is_called_and_what_its_header_links_to():
    text = "publisher: x\nname: Our Site\nnavigation: [topics, About us: about]\n"
    settings, noted, _ = read_settings(SourceText("site.yml", text))
    assert noted == ()
    assert settings.name == "Our Site"
    assert settings.navigation is not None
    assert [(link.target, link.title) for link in settings.navigation] == [("topics", ""), ("about", "About us")]
    assert read_settings(SourceText("site.yml", "publisher: x\n")).settings.name == "x"


@pytest.mark.parametrize("line", ["name: '\u200b'", "navigation: ['\u2800': about]"])
def test_names_and_titles_are_letters_that_readers_can_see(line: str):
    _, noted, _ = read_settings(SourceText("site.yml", f"publisher: x\n{line}\n"))
    assert any(problem.kind == "wrong-value" and "see" in detail_of(problem) for problem in noted)


def test_a_policy_that_is_not_typed_keeps_its_number():
    settings, noted, _ = read_settings(SourceText("site.yml", "publisher: x\npolicies:\n  red_flag_sources: 1"))
    assert noted == ()
    assert settings.policies == Policies(red_flag_sources=1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("region: x", "1:1 missing-key publisher"),
        ("publisher: x\ndemonstration: yes", '2:16 wrong-value "demonstration" must be true or false, not "yes"'),
        ("publisher: x\nnotise: y", "2:1 unknown-key notise"),
        (
            "publisher: x\nwaiver_kinds: [{kind: a, label: b, limit: many}]",
            '2:43 wrong-value "limit" must be a whole number, not "many"',
        ),
        (
            "publisher: x\nwaiver_kinds: [{kind: A b, label: b}]",
            '2:23 wrong-value "kind" must be lower-case words joined by hyphens, at most 80 characters, not "A b"',
        ),
        (
            "publisher: x\nwaiver_kinds: [{kind: a, label: b}, {kind: a, label: c}]",
            '2:44 wrong-value "kind" must differ from those above it: "a"',
        ),
        (
            "publisher: x\npolicies: {publisher_share: 0}",
            '2:29 wrong-value "publisher_share" must be a percentage from 1 to 100, not 0',
        ),
        ("publisher: x\npolicies: {publisher_shair: 50}", "2:12 unknown-key publisher_shair"),
        (
            "publisher: x\naddress: ftp://x.example/",
            '2:10 wrong-value "address" must be the address of the site, not "ftp://x.example/"',
        ),
        (
            "publisher: x\nnavigation: [[a]]",
            '2:14 wrong-value an item of "navigation" must be a page, with or without a title',
        ),
        (
            "publisher: x\nbrand: {colour: blau}",
            '2:17 wrong-value "colour" must be a colour, not "blau"',
        ),
        (
            "publisher: x\nbrand: {icon: ../a.svg}",
            '2:15 wrong-value "icon" must be the name of a file in content_src/brand/, not "../a.svg"',
        ),
        (
            "publisher: x\nbrand: {logo: [a.svg]}",
            '2:15 wrong-value "logo" must hold "key: value" lines',
        ),
        (
            'publisher: x\nbrand: {font: {name: "a; } b", regular: a.woff2}}',
            '2:23 wrong-value "name" must be the name of a font, not "a; } b"',
        ),
        ("# nothing\n", "1:1 empty-file "),
    ],
)
def test_faults_in_site_yml(text, problem):
    settings, (noted,), _ = read_settings(SourceText("site.yml", text))
    assert f"{noted.location.line}:{noted.location.column} {noted.kind} {detail_of(noted)}" == problem
    assert settings.demonstration is True


def test_people():
    people, noted, _ = read_people(SourceText("people.yml", PEOPLE))
    assert noted == ()
    team, doctor = people.values()
    assert (team.name, team.organisation, team.role, team.credentials) == ("The editors", True, "Writes", None)
    assert (doctor.organisation, doctor.credentials) == (False, "MD")
    assert str(doctor.location) == "people.yml:6:9"


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("people:\n- {id: a, name: A}\n- {id: a, name: B}\n", "wrong-value", ["a"]),
        ("people:\n- {id: a}\n- {id: b, name: B}\n", "missing-key", ["b"]),
        ("people:\n- {id: a, name: A, motto: x}\n", "unknown-key", ["a"]),
        ("- a\n", "wrong-value", []),
        ("persons: []\n", "missing-key", []),
    ],
)
def test_faults_in_people_yml(text, kind, ids):
    people, noted, _ = read_people(SourceText("people.yml", text))
    assert kind in [problem.kind for problem in noted]
    assert list(people) == ids
