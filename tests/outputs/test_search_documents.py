"""What a search finds of a page comes from its content: all of its own text, and nothing of what is around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.content import Results
from tests.render.samples import site

from citewell.blocks.figure import Figure
from citewell.model.article import PublicationStatus
from citewell.model.glossary import Term
from citewell.outputs.search.documents import SearchDocument, list_documents
from citewell.outputs.search.pagefind import normalise, write_document
from citewell.project import Project
from citewell.source.load import load

GALLERY = Path(__file__).parents[1] / "sites/gallery"
TEXT = """---
title: Back pain and 2/3 of people
description: Not shown on the page.
topics: [Back pain, Spine]
index: [lumbago]
illustration: {file: scan.svg, alt: A spine}
---

:::{takeaway}
Most back pain **passes** [@nhs].
:::

## What *helps*

Keep moving [@nhs], it is good.

:::{key-takeaways}
- Rest is not best. [@nhs]
:::

| Drug | Dose |
|---|---|
| A/B | 5 mg [@nhs] |

Table: Doses

:::{figure}
![A spine](scan.svg)

Where it hurts. [@nhs]
:::

:::{do}
- walk [@nhs]
:::

:::{emergency}
- no feeling in your legs [@nhs]
:::
"""
FOUND = """
title: Back pain and 2/ 3 of people
shown: Back pain and 2/3 of people
also: lumbago
topic: back-pain
topic: spine
p: Rest is not best.
p: Most back pain passes.
h2 #what-helps: What helps
p: Keep moving, it is good.
p: Doses
p: Drug
p: Dose
p: A/ B
p: 5 mg
p: Where it hurts.
h3: Do
p: walk
h3: Emergency: Call 999 now if you have
p: no feeling in your legs
"""


def shown(document: SearchDocument) -> str:
    """A document for Pagefind, an element a line."""
    lines = []
    for node in LexborHTMLParser(write_document(document, "en")).css("meta, h2, h3, h4, p"):
        own = node.attributes
        label = (own.get("data-pagefind-meta") or own.get("data-pagefind-filter") or node.tag or "").split("[")[0]
        anchor = f" #{own['id']}" if "id" in own else ""
        lines.append(f"{label}{anchor}: {own.get('content') or node.text()}\n")
    return "".join(lines)


def test_an_article_is_found_by_its_own_text_alone():
    (document,) = list_documents(site({"back-pain": TEXT}).site_index)
    assert shown(document) == FOUND.lstrip("\n")
    assert document.is_article


def test_own_pages_and_the_glossary_come_after_articles():
    made = site({}, {"about": "---\ntitle: About us\ndescription: Who we are.\n---\n\nWe. [@nhs]\n"})
    terms = (Term("lumbago", "back pain", ("lumbago", "lumbalgia")), Term("acute", "recent", ("acute",)))
    about, glossary = list_documents(Results(made.content._replace(site=replace(made.site, glossary=terms))).site_index)

    assert shown(about) == "title: About us\np: Who we are.\np: We.\n"
    assert shown(glossary).splitlines()[2:] == [
        "p: acute: recent",
        "p: lumbago: back pain",
        "p: Also written: lumbalgia",
    ]
    assert not about.is_article
    assert not glossary.is_article


@pytest.fixture(scope="module")
def gallery() -> Results:
    """A site with every block."""
    return Results(load(Project(GALLERY)))


def test_every_statement_of_a_page_can_be_found(gallery: Results):
    index = gallery.site_index
    texts = {document.path.parent.name: shown(document) for document in list_documents(index)}
    published = [each for each in gallery.content.documents if each.front.status is PublicationStatus.PUBLISHED]
    for each in published:
        alternatives = {node.picture.alt.span.start for node in each.nodes if isinstance(node, Figure)}
        front = {text.text.span for text in each.front_texts}
        for claim in each.claims:
            if claim.span not in front and claim.span.start not in alternatives:
                assert normalise(claim.text) in texts[each.slug], (each.slug, claim.block)
