"""The JSON Schemas take what the check takes, and refuse what it refuses for its keys and values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from tests.keys.filled import filled
from tests.rules.fixtures import cases

from citewell.cli import citewell
from citewell.keys import declared_files
from citewell.keys.json_schema import list_schemas, schema_of, schema_of_group
from citewell.model.keys import DeclaredKey, Form, Group, Key, Value
from citewell.model.problems import AnyProblem
from citewell.model.site import Paper
from citewell.model.source_location import SourceText
from citewell.source.bibliography import read_bibliography
from citewell.source.front_matter import read_front_matter
from citewell.source.glossary import read_glossary
from citewell.source.people import read_people
from citewell.source.reviews import read_reviews
from citewell.source.settings import read_settings

SITES = Path(__file__).resolve().parents[1] / "sites"
VALIDATORS = {name: jsonschema.Draft7Validator(schema_of(name)) for name in declared_files()}
_FRONT = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)


class Loader(yaml.SafeLoader):
    """YAML as the tools of editors read it: a day is a text. So are the words "null" and "~", as for the check."""


Loader.yaml_implicit_resolvers = {
    first: [
        each for each in resolvers if not each[0].endswith("timestamp") and not (first and each[0].endswith("null"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kind_of(path: str) -> str:
    """The kind of a file, by its place; "" for one without keys."""
    if path.endswith(".md"):
        return "front-matter"
    if "/references/" in path and path.endswith(".yml"):
        return "references"
    if "/reviews/" in path and path.endswith(".yml"):
        return "reviews"
    return {"site.yml": "site", "people.yml": "people", "glossary.yml": "glossary"}.get(path.rpartition("/")[2], "")


def problems_of(kind: str, text: str) -> tuple[AnyProblem, ...]:
    source = SourceText("x", text)
    match kind:
        case "front-matter":
            return read_front_matter(source, "x").problems
        case "references":
            return read_bibliography([source]).problems
        case "site":
            return read_settings(source).problems
        case "people":
            return read_people(source).problems
        case "reviews":
            return read_reviews(source).problems
        case _:
            return read_glossary(source).problems


def files() -> Iterator[tuple[str, str, str]]:
    """Where, kind and text of every file of the test sites and of the rules' fixtures."""
    for path in sorted(SITES.rglob("content_src/**/*")):
        if path.is_file() and (kind := kind_of(path.as_posix())):
            yield str(path.relative_to(SITES)), kind, path.read_text(encoding="utf-8")
    for case in cases():
        for name, text in case.files.items():
            if "⟦" not in text and (kind := kind_of(name)):
                yield f"{case.rule}: {case.title}: {name}", kind, text


def data_of(kind: str, text: str) -> Any:
    """What the tools of editors see; ``None`` where there is no YAML that they could read."""
    front = _FRONT.match(text)
    yaml_text = (front[1] if front else "") if kind == "front-matter" else text
    try:
        return yaml.load(yaml_text, Loader)
    except (yaml.YAMLError, ValueError):
        return None


def test_schemas_agree_with_the_check_on_every_file_of_the_tests():
    taken = refused = 0
    wrong = []
    for where, kind, text in files():
        data, kinds = data_of(kind, text), {problem.kind for problem in problems_of(kind, text)}
        errors = [] if data is None else [error.message for error in VALIDATORS[kind].iter_errors(data)]
        if data is None or any(each.startswith("yaml-") for each in kinds):
            continue
        if not kinds & {"unknown-key", "missing-key", "wrong-value"}:
            taken += 1
            wrong += [f"{where}: refused: {errors[0]}"] if errors else []
        elif kinds & {"unknown-key", "missing-key"}:
            refused += 1
            wrong += [] if errors else [f"{where}: taken"]
    assert wrong == []
    assert taken > 300
    assert refused > 10


@pytest.mark.parametrize("name", declared_files())
def test_a_schema_is_one_and_takes_every_key(name: str):
    jsonschema.Draft7Validator.check_schema(schema_of(name))
    data = filled(declared_files()[name], lambda _path, _key: "Words")
    assert [error.message for error in VALIDATORS[name].iter_errors(data)] == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("front-matter", "title: x\nautors: [y]", "'autors' was unexpected"),
        ("front-matter", "description: x", "'title' is a required property"),
        ("front-matter", "title: x\nstatus: live", "'live' is not one of"),
        ("front-matter", "title: x\nauthors: y", "'y' is not of type 'array'"),
        ("front-matter", "title: x\npublished: soon", "'soon' does not match"),
        ("front-matter", "title: x\nwithdrawn: {date: 2026-02-15}", "'reason' is a required property"),
        ("site", "publisher: x\ndemonstration: perhaps", "'perhaps' is not of type 'boolean'"),
        ("site", "publisher: x\npdf: A5", "'A5' is not one of"),
        ("site", "publisher: x\npolicies: {publisher_share: 0}", "0 is less than the minimum"),
        ("site", "publisher: x\npolicies: {evidence_for: {test: [guess]}}", "'guess' is not one of"),
        ("site", "publisher: x\nnavigation: [{Us: about, You: about}]", "is not valid under any of the given schemas"),
        ("people", "people: [{id: A b, name: x}]", "'A b' does not match"),
        ("glossary", "terms: [{term: x}]", "'plain' is a required property"),
        ("reviews", "reviews: [{by: x, role: medical, date: 2026-02-15, due: 2028-02-15}]", "'digest' is a required"),
        ("references", "references: [{id: x, type: poem}]", "'poem' is not one of"),
        ("references", "references: [{id: x, type: book, custom: {seen: y}}]", "'seen' was unexpected"),
    ],
)
def test_what_is_wrong_is_refused(name: str, text: str, says: str):
    errors = [error.message for error in VALIDATORS[name].iter_errors(yaml.load(text, Loader))]
    assert len(errors) == 1
    assert says in errors[0]


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.CHOICE])
def test_every_form_has_a_schema(form: Form):
    key = DeclaredKey("a", "a", Value(form, Paper), False, Key())
    assert "a" in schema_of_group(Group((key,), dict))["properties"]


def test_the_command_prints_a_schema_and_names_the_kinds():
    printed = CliRunner().invoke(citewell, ["schema", "people"])
    assert json.loads(printed.output) == schema_of("people")
    assert CliRunner().invoke(citewell, ["schema"]).output.split() == [*list_schemas()]
    assert CliRunner().invoke(citewell, ["schema", "person"]).exit_code == 2
