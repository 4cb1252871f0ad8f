"""Pages from shells: byte for byte what MkDocs makes of the same files, and made by MkDocs where it must be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import markdown  # type: ignore[import-untyped]  # it has no stubs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citewell.build import build
from citewell.markup import Markup, element
from citewell.project import Project
from citewell.render.headings import heading
from citewell.render.page import HeadLink, Meta, Page, add_head_links, page
from citewell.site.body_html import convert_body
from citewell.site.engine import build_staged
from citewell.site.mkdocs_config import THEME
from citewell.site.shells import plan_shells
from tests.site.test_same_bytes import copied

SITES = Path(__file__).parents[1] / "sites"
ODD = (
    "Pain care & <b> 'tis \"so\" `x` *y* _z_ [a](b) {#c} \\ | ~~~ 1. # - é ß ابج 背 😀 $& \\g<0> {{ x }} {% raw %} "
    "<!-- --> &amp; \ufffd slot-body- [^1] :::"
).split(" ")
CONFIG: dict[str, Any] = {
    "site_name": "Example & <co>",
    "site_url": "https://example.org/a/",
    "theme": {"name": "material", "custom_dir": str(THEME), "font": False, "favicon": "assets/citewell.svg"},
    "extra_css": ["assets/extra.css"],
    "extra": {
        "citewell": {
            "language": "en",
            "demonstration": False,
            "footer": [{"title": "About", "url": "about/"}, {"title": "One", "url": "articles/page-7/"}],
        }
    },
    "plugins": [],
    "markdown_extensions": ["attr_list"],
    "nav": [{"Home": "index.md"}, {"Topics": "topics/index.md"}, {"Three": "articles/page-3/index.md"}],
}
WORDS = dict.fromkeys("about footer paper skip_to_content skip_to_sources main breadcrumb home not_found".split(), "w")


def odd_words(chance: Random, most: int = 6) -> str:
    """A few words, among them what means something in YAML, HTML, Markdown, a template or a replacement."""
    return " ".join("\u2028" if chance.random() < 0.01 else chance.choice(ODD) for _ in range(chance.randint(1, most)))


def odd_body(chance: Random) -> list[Markup]:
    """Blocks as the renderer makes them: headings, elements, several lines of them, blank lines inside."""
    blocks = []
    for number in range(chance.randint(1, 6)):
        words = odd_words(chance)
        blocks.append(
            chance.choice(
                (
                    heading(chance.randint(1, 6), words, f"a_{number}_b.c"),
                    element("p", words),
                    Markup("\n".join((element("p", words), element("p", element("b", words), class_="x")))),
                    element("section", element("h2", words, id=f"h{number}"), Markup("\n"), element("p", words)),
                    element("div", Markup("\n\n"), element("div", words), Markup("\n\n"), element("p", words)),
                    element("ul", element("li", words), Markup("\n"), element("li", words, title=words)),
                )
            )
        )
    return blocks


def odd_page(number: int, chance: Random) -> Page:
    """A page of one of eight shapes, in one of four folders."""
    shape = Random(number % 8)
    some = shape.random
    topics = ("Topics", "topics/"), (odd_words(chance), f"topics/page-{number}/")
    meta = Meta(
        title=odd_words(chance),
        description=odd_words(chance) if some() < 0.7 else "",
        kind=shape.choice(("article", "hub")),
        demonstration=some() < 0.2,
        section=shape.choice(("", "topics/")),
        breadcrumb=topics[: shape.randint(0, 2)] if some() < 0.9 else None,
        sources=some() < 0.5,
        terms=some() < 0.5,
        dated=odd_words(chance) if some() < 0.5 else "",
        review=odd_words(chance) if some() < 0.5 else "",
        noindex=some() < 0.2,
        leads_to="../page-3/" if some() < 0.2 else "",
        canonical="https://example.org/a/?b&c" if some() < 0.5 else "",
    )
    links = HeadLink(PurePosixPath(f"articles/page-{number}/x y.json"), "application/json", odd_words(chance))
    folder = shape.choice(("articles/", "articles/", "topics/a b/", "старое/"))
    made = page(f"{folder}page-{number}/", meta, odd_body(chance))
    return next(add_head_links([made], [links] if some() < 0.5 else []))


def write(docs: Path, pages: list[Page]) -> None:
    for each in pages:
        (docs / each.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / each.path).write_bytes(each.data())


def both_ways(project: Project, config: Mapping[str, Any], folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Every file of a site built with shells, and without."""
    folder.mkdir(exist_ok=True)
    made = []
    for shells in (True, False):
        staged = folder / f"staged-{shells}"
        build_staged(project, config, project.docs, staged, shells=shells)
        files = (path for path in staged.rglob("*") if path.is_file())
        made.append({str(path.relative_to(staged)): path.read_bytes() for path in files})
    return made[0], made[1]


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_any_shape_are_those_that_mkdocs_makes(seed: int, tmp_path: Path):
    chance = Random(seed)
    home = page("", Meta("Home", "", "home", demonstration=False, breadcrumb=None, search=True, words=WORDS), [])
    pages = [home, *(odd_page(number, chance) for number in range(100))]
    pages += [page(f"{name}/", Meta(name, "", "page", demonstration=False), []) for name in ("about", "topics")]
    write(tmp_path / "docs", pages)
    (tmp_path / "docs/articles/picture.svg").write_text("<svg/>")

    with_shells, without = both_ways(Project(tmp_path), CONFIG, tmp_path)

    assert with_shells == without
    assert "articles/picture.svg" in with_shells
    plan = plan_shells(CONFIG, tmp_path / "docs")
    assert plan is not None
    assert sum(map(len, plan.shapes.values())) > 40, "shells are used"
    assert PurePosixPath("articles/page-7/index.md") not in {path for paths in plan.shapes.values() for path in paths}


@pytest.mark.parametrize("name", ["back-pain", "gallery", "right-to-left"])
def test_our_sites_are_the_same_both_ways(name: str, tmp_path: Path):
    project = Project(copied(SITES / name, tmp_path, backwards=False))
    assert build(project, date(2026, 3, 1)).published

    config = yaml.safe_load(project.mkdocs_config.read_bytes())
    with_shells, without = both_ways(project, config, tmp_path / ".citewell")

    assert with_shells == without
    assert plan_shells(config, project.docs)


@pytest.mark.parametrize(
    "settings",
    [
        {"exclude_docs": "!/.well-known/x\narticles/\n"},
        {"plugins": ["search"]}, {"markdown_extensions": ["attr_list", {"toc": {"permalink": True}}]}],
    ids=["pages left out", "a plugin", "another extension"],
)
def test_settings_that_change_pages_leave_all_of_them_to_mkdocs(settings: Mapping[str, Any], tmp_path: Path):
    write(tmp_path / "docs", [odd_page(number, Random(number)) for number in range(40)])
    assert plan_shells({**CONFIG, "exclude_docs": "!/.well-known/x\n"}, tmp_path / "docs")
    assert plan_shells({**CONFIG, **settings}, tmp_path / "docs") is None


def test_a_page_that_only_markdown_can_read_is_read_as_markdown(tmp_path: Path):
    pages = [page("", Meta("Home", "", "home", demonstration=False, breadcrumb=None, words=WORDS), [])]
    pages += [page(f"articles/{slug}/", Meta("A", "", "article", demonstration=False), []) for slug in "abc"]
    pages.append(page("articles/d/", Meta("A", "", "article", demonstration=False), [Markup("Plain *words*.")]))
    write(tmp_path / "docs", pages)

    with_shells, without = both_ways(Project(tmp_path), {**CONFIG, "nav": [{"Home": "index.md"}]}, tmp_path)

    assert with_shells == without
    assert b"<em>words</em>" in with_shells["articles/d/index.html"]


@given(st.integers(), st.text(alphabet="ab \n<>p/&#`*_{}[]\\!-:|é", max_size=30))
def test_what_is_converted_is_what_python_markdown_makes(seed: int, more: str):
    blocks = "\n\n".join(odd_body(Random(seed)))
    for body in (blocks, f"{blocks}\n\n<p>{more}</p>", f"{more}{blocks}", f"{blocks}{more}"):
        made = convert_body(body)
        if made is not None:
            parser = markdown.Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"])
            assert made == parser.convert(body)


def test_our_blocks_are_converted():
    bodies = ["\n\n".join(odd_body(Random(seed))) for seed in range(50)]
    assert all(convert_body(body) is not None for body in bodies if "\u2028" not in body)
