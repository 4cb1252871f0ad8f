"""Whatever the check passes, the build publishes: texts that look like markup, wherever an editor may write them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.cli.project import Project

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
REFERENCES = "content_src/references/all.yml"
PEOPLE, SETTINGS = "content_src/people.yml", "content_src/site.yml"

#: What a program on the way could take for its own. Each has a site of its own, because one could hide another.
TEXTS = (
    *("[3]", "[@m", "[@m]", "x ::: y", "::: x", "**b**", "__x__", "# x", "{{ x }}", "{% x %}", "&amp;", "{#a}", "{.b}"),
    *("](", "[no source: x]", "<b>", "<!-- x -->", "`x`", "\\", "[x](y)", "![x](y)", "[^1]", "@x", "!!! note", "$x$"),
)
#: Variables of a reference that an entry shows, two of which may end up side by side.
VARIABLES = (
    *("title", "container-title", "publisher", "publisher-place", "volume", "issue", "page", "edition", "genre"),
    *("medium", "number", "collection-title", "original-title", "version", "event-title"),
)
REFERENCE = {"type": "report", "author": [{"literal": "Body"}], "issued": 2021} | {
    "volume": "3",
    "issue": "2",
    "number": "5",
    "page": "10-12",
    "container-title": "Container",
    "publisher": "Publisher",
    "publisher-place": "Place",
    "custom": {"kind": "health-service-page"},
}


def front(line: str) -> Callable[[Project, str], None]:
    """A line of front matter, with ``{}`` for the text."""
    return lambda project, text: project.replace(
        ARTICLE, "status: published\n", f"status: published\n{line.format(json.dumps(text))}\n"
    )


def changed(path: str, old: str, new: str) -> Callable[[Project, str], None]:
    return lambda project, text: project.replace(path, old, new.format(json.dumps(f"A {text} b")))


def work(key: str) -> dict[str, object]:
    """A work of its own."""
    return REFERENCE | {"id": key, "title": f"The work {key}", "URL": f"https://health.example.org/{key}"}


def reference(*names: str) -> Callable[[Project, str], None]:
    """A reference that has the text in these variables, and is cited."""

    key = "-".join(("probe", *names))

    def write(project: Project, text: str) -> None:
        added = json.dumps(work(key) | dict.fromkeys(names, text))
        project.write(REFERENCES, f"{project.read(REFERENCES)}  - {added}\n")
        project.write(ARTICLE, f"{project.read(ARTICLE)}\nAnd so it is. [@{key}]\n")

    return write


def author(part: str) -> Callable[[Project, str], None]:
    def write(project: Project, text: str) -> None:
        names = [{"family": "Example", "given": "Ann"} | {part: text}, {"literal": text}]
        added = json.dumps(work(f"by-{part}") | {"author": names})
        project.write(REFERENCES, f"{project.read(REFERENCES)}  - {added}\n")
        project.write(ARTICLE, f"{project.read(ARTICLE)}\nAnd so it is. [@by-{part}]\n")

    return write


def body(text_around: str) -> Callable[[Project, str], None]:
    return lambda project, text: project.write(ARTICLE, f"{project.read(ARTICLE)}\n{text_around.format(text)}\n")


PLACES: dict[str, Callable[[Project, str], None]] = {
    **{f"a reference's {name}": reference(name) for name in VARIABLES},
    "a volume beside an issue": reference("volume", "genre"),
    "an author's family name": author("family"),
    "an author's given name": author("given"),
    "a title": changed(ARTICLE, 'title: "Can <stress> & \\"worry\\" cause headaches?"', "title: {}"),
    "a description": changed(
        ARTICLE,
        "description: What is known about stress & headaches, and when to see a doctor.",
        "description: {}",
    ),
    "a topic": changed(ARTICLE, "topics: [headache]", "topics: [{}]"),
    "an index word": front("index: [{}]"),
    "a correction": front("corrections: [{{date: 2026-02-20, text: {}}}]"),
    "a person's name": changed(PEOPLE, "name: Small Site team", "name: {}"),
    "a person's role": changed(PEOPLE, "role: Writes the articles", "role: {}"),
    "the publisher": changed(SETTINGS, "publisher: Small Site", "publisher: {}"),
    "the notice": changed(SETTINGS, "notice: This page is general information.", "notice: {}"),
    "a label": changed(SETTINGS, "label: Practical advice", "label: {}"),
    "a term": lambda project, text: project.write(
        "content_src/glossary.yml", f"terms: [{{term: {json.dumps('w ' + text)}, plain: a word}}]\n"
    ),
    "a meaning": lambda project, text: project.write(
        "content_src/glossary.yml", f"terms: [{{term: tension, plain: {json.dumps('a ' + text)}}}]\n"
    ),
    "running text": body("So it is {} here. [@example-page]"),
    "code": body("So `{}` is. [@example-page]"),
    "a heading": body("## What {} is\n\nIt is. [@example-page]"),
    "a card": body(":::{{urgent}} Call a GP if {}\n- it hurts [@example-page]\n:::"),
    "a suffix": body("So it is. [@example-page, {}]"),
    "a caption": body(
        "| A | B |\n|---|---|\n| It is. [@example-page] | It is. [@example-page] |\n\nTable: The {} here"
    ),
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_check_passes_is_published(small: Project, text: str):
    """One site with the text at every place where the check passes it."""
    passed = []
    for name, write in PLACES.items():
        before = {path: path.read_bytes() for path in (small.root / "content_src").rglob("*") if path.is_file()}
        write(small, text)
        if small.citewell("check", "--quiet").code == 0:
            passed.append(name)
        else:
            for path in set((small.root / "content_src").rglob("*")) - before.keys():
                if path.is_file():
                    path.unlink()
            for path, data in before.items():
                path.write_bytes(data)

    done = small.citewell("build", "--quiet")

    assert done.code == 0, (passed, done.out, done.err)
    assert len(passed) > 10
