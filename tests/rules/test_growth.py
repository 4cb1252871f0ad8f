"""Whatever is repeated in the content, the work grows with it and not faster: reading, every rule, pages and formats.

Each case is a piece of text that is repeated, or a file made for a number of parts. It goes the whole way from the file
to the page, and every part of the way is timed by itself, every rule too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.content import Results
from tests.growth import MANY, Stopwatch, slow_parts

from citewell import formats, rules
from citewell.citations.impact import find_impact
from citewell.citations.reference_status import list_statuses
from citewell.claim_records import list_claims
from citewell.diagnostics import Diagnostic
from citewell.model.addresses import address_of
from citewell.model.published import PublishedSite
from citewell.model.report import make_report
from citewell.outputs.search.documents import list_documents
from citewell.outputs.search.pagefind import write_document
from citewell.project import Project
from citewell.render.preview import preview_pages
from citewell.rules.poison import Poisoned
from citewell.rules.problem_rule import ProblemContext, word_problems
from citewell.rules.rule import Finding, Scope, SiteContext
from citewell.site.document_output import make_docs
from citewell.site.expected_page import expect_page, list_literal_words
from citewell.site.page_reader import read_page
from citewell.source.load import load

TODAY = date(2026, 3, 1)
#: Characters of the small input; the large one has 16 times as many.
SMALL = 750
ARTICLE = "content_src/articles/back-pain/article.md"
REFERENCES = "content_src/references/all.yml"
SETTINGS = "content_src/site.yml"
PEOPLE = "content_src/people.yml"
GLOSSARY = "content_src/glossary.yml"
WORDS = "content_src/words.yml"
SHARED = "content_src/shared/card.md"
LOCK = "content_src/references.lock"

FRONT = "title: Back pain\nauthors: [team]\npublished: 2026-01-01\ntype: symptom\ntopics: [back pain]\n"
SITE = """\
publisher: Citewell
contact: team@citewell.org
region: United Kingdom
emergency_number: 999
notice: This page is general. Call {emergency_number}.
waiver_kinds:
  - kind: advice
    label: Advice
    limit: 6
"""
REFERENCE = """\
  - id: k{n}
    type: article-journal
    title: Work number {n} about backs
    author:
      - family: Smith{n}
        given: Ann B.
    container-title: Journal of Backs {n}
    issued: 2020-01-02
    volume: {n}
    page: 1-{n}
    DOI: 10.1000/x{n}
    URL: https://health{n}.org/a
"""


def content(body: str = "Backs hurt. [@k0]", front: str = FRONT, **others: str) -> dict[str, str]:
    """The files of a small site around one article; ``others`` by the names of the constants above."""
    written = {
        ARTICLE: f"---\n{front}---\n\n{body}\n",
        REFERENCES: references(3),
        SETTINGS: SITE,
        PEOPLE: "people:\n  - id: team\n    name: The team\n    organisation: true\n    about: A team.\n",
        GLOSSARY: "terms:\n  - term: biopsy\n    plain: a small sample\n    also: [biopsies]\n",
        SHARED: "Backs hurt. [@k0] Backs hurt a lot.\n",
    }
    return written | {globals()[name]: text for name, text in others.items()}


def references(count: int) -> str:
    return "references:\n" + each(REFERENCE, count)


def each(piece: str, count: int, between: str = "") -> str:
    """A piece of text so many times; ``{n}`` in it is which one it is."""
    return between.join(piece.replace("{n}", str(number)) for number in range(count))


#: Running text that is repeated on one line.
IN_A_LINE = """\
Backs hurt. [@k0] |Backs hurt a lot. |It is twice as likely. [@k0] |It cuts the risk by 40%. [@k0] |
12 of 100 people |call 999 |call 911 |Call 911. [@k0] |call |call or |999 or |triple |
In the US call 911. [@k0] |Rest. [no source: advice] |Rest. [no source: other] |[no source |Rest. [@nokey] |
Rest. [@K0] |Rest. [@k0; @k0] |[@k0] |[@|@k0 |Rest. [@k0, p. 3] |Rest. [@k0 "backs hurt"] |
Rest. [@k0, quote one] |[|]|[]|[a |[^|[^a |(|(a) |[the page](https://a.org/x) |[a](|[here](http://a.org) |
[the page](../other/) |[the part](#other) |![a](x.svg) |![|<https://a.org> |<|<b>x</b> |<!-- |&amp; |&a|*|
*a |a* |**a* |**a** |_|_a |~|`|`a |`a``b|\\|\\*|$|^|{|{a} |[mot]{lang=fr} |[mot]{lang=|"|"a |“a” |“|'|
don't |….|. |a.|Why? |a? [@k0] |!|; |: |-|—|/|a / b |=|%|1|1 |1,000 |1.5 |a|bio|Word |ABC |e.g. |Dr. Smith |
J. |U.S. |5 mg | |\t|\u00a0|\u200b|\u202e|a\u0301|😀|背。|ظهر |\x07|\ufffd|co\u00adop |a biopsy |
Biopsy. [@k0] |раin |www.a.org |10.1000/x |(NHS, 2021) |hurt.1 |hurt.[1] |[[x]] |{{< x >}} |most are |
word, and |Backs hurt.[@k0]|hurt. and |**Early on.** It hurts. [@k0] |see a GP |1 in 10 """.replace("\n", "").split("|")

#: Blocks and lines that are repeated below one another.
BELOW_ONE_ANOTHER = (
    *("Backs hurt. [@k0]\n\n", "Backs hurt a lot\n\n", "Why?\n\n", "They are:\n\n", "Drink water\nCall 999\n", "a\\\n"),
    *(
        "## What is it?\n\n",
        "## Signs\n\nBacks hurt. [@k0]\n\n",
        "### Part\n\n",
        "## Most lumps are harmless\n\n",
        "##\n\n",
    ),
    *("## Hi [@k0]\n\n", "a\n===\n", "a\n---\n\n", "- hurt [@k0]\n", "- it hurts a lot\n", "1. hurts [@k0]\n", "-\n"),
    *(
        "- a:\n  - b [@k0]\n",
        "* a\n- b\n",
        "- [ ] x\n",
        "• a\n",
        "– a\n",
        "> hurt. [@k0]\n\n",
        "> hurt. [@k0]\n",
        "***\n\n",
    ),
    *(
        "```\nx\n```\n\n",
        "    x\n\n",
        "```\n",
        ":::{note}\nText. [@k0]\n:::\n\n",
        ":::{takeaway}\nHurts. [@k0]\n:::\n\n",
    ),
    *(":::{use} card\n\n", ":::{use} cart\n", ":::{use} card\n\nBacks hurt [k0]. Backs hurt.\n\n- :::{use} card\n\n"),
    *(":::{emergency} Call 999 if\n- pain [@k0]\n:::\n\n", ":::{urgent} Ask if\n- pain [@k0]\n- fever [@k1]\n:::\n\n"),
    *(":::{do}\n- x [@k0]\n:::\n\n", ":::{key-takeaways}\n- x. [@k0]\n:::\n\n", ":::{foo}\nx\n:::\n\n", ":::\n\n"),
    *(
        ":::{riks} A\n- b\n:::\n\nC.\n\n",
        ":::{note}\nText. [@k0]\n\n",
        ":::note\n\n",
        ":::{note}\n:::\n\n",
        ":::{note}\n",
    ),
    *(
        ":::{figure}\n![Two discs](x.svg)\n\nA disc. [@k0]\n:::\n\n",
        "| a | b |\n|---|---|\n| c | d [@k0] |\n\nTable: e\n\n",
    ),
    ":::{risk} Stroke\n- who: people\n- events: 12\n- out of: 1,000\n- period: 5 years [@k0]\n:::\n\n",
    ":::{comparison} A and B\n- F\n  - A\n  - B\n- How\n  - Rare. [@k0]\n  - Often. [@k0]\n:::\n\n",
    *("[a]: https://a.org\n", "<div>\nx\n</div>\n\n", "<!-- x -->\n\n", "\n", "Table: x\n\n", "---\ntitle: x\n---\n\n"),
)

#: What is repeated inside of something: the beginning, the piece, the end.
INSIDE = (
    ("Hurts. [@k1", "; @k0", "]"),
    ("Hurts. [@k0, pp. ", "3-4, ", "]"),
    ("Hurts. [", "see ", "@k0]"),
    ("Hurts. [", "*", "@k0]"),
    ("Hurts. [@", "a.", "]"),
    ('Hurts. [@k0 "', "backs hurt ", '"]'),
    ("Hurts. [no source: advice, a", " ", "b]"),
    ("Hurts. [no source: ", "a ", "]"),
    ("Hurts. [@k0", ";", "]"),
    ("[", "a ", "](https://a.org)"),
    ("[the words](https://a.org/", "_a", ")"),
    ("[the words](https://", "a.", "/)"),
    ("[the words](https://", "a@", "/)"),
    ("[the words](", "../", "x/)"),
    ("**", "Hurts. ", "**"),
    ("**", "hurts ", ""),
    ("# ", "are ", ""),
    ("## WHO and ", "NHS advice: ", ""),
    ("## The ", "Mayo Clinic guide ", ""),
    ("| a | b |\n|---|---|\n", "| c | d [@k0] |\n", ""),
    ("| a | b |\n|---|---|\n", "| c |\n", ""),
    ("| a | b |\n|---|---|\n", "| c | d |\n", ""),
    ("| a | b |\n|---|---|\n| c | d |\n\nTable: ", "are ", ""),
    (":::{comparison} A and B\n- F\n  - A\n  - B\n", "- How\n  - Rare. [@k0]\n  - Often. [@k0]\n", ":::\n"),
    (":::{comparison} A and B\n- F\n  - A\n  - B\n", "- How\n  - Rare. [@k0]\n", ":::\n"),
    (":::{do}\n", "- rest [@k0]\n", ":::\n"),
    (":::{emergency} Call 999 if\n", "- call 911 [@k0]\n", ":::\n"),
    (":::{emergency} ", "call 911 ", "\n- pain [@k0]\n:::\n"),
    (":::{emergency} ", "999 ", "\n- pain [@k0]\n:::\n"),
    (":::{takeaway}\n", "Hurts. [@k0]\n", ":::\n"),
    ("- a [@k0]\n\n", "  Hurts. [@k0]\n\n", ""),
    (
        ":::{risk} Stroke\n- who: people\n- events: 12\n- out of: 1,000\n- period: 5 years [@k0]\n",
        "- compared with: others\n  - events: 20\n  - out of: 1,000\n  - period: 5 years [@k0]\n",
        ":::\n",
    ),
    (":::{risk} Stroke\n- who: people\n", "- events: 12\n", ":::\n"),
)

#: Texts of the front matter, of ``site.yml`` and of a reference: what is repeated in each of them.
IN_TEXTS = (
    "word ",
    "12 of 20% ",
    "call 911 ",
    "<i>a</i> ",
    "<",
    "*",
    "[",
    "[@k0 ",
    '"',
    "“",
    ". ",
    ": ",
    "&amp;",
    "$",
    "-",
    "1",
    "ABC ",
    "раin ",
)


def column(count: int) -> str:
    """A table of so many columns, and a row with one cell."""
    return "|" + " a |" * count + "\n|" + "---|" * count + "\n|" + " b [@k0] |" * count + "\n| b |\n"


def nested(opening: str, closing: str) -> Callable[[int], Mapping[str, str]]:
    return lambda count: content(f"{opening * count}a{closing * count} hurts. [@k0]")


def lock(count: int, **more: object) -> str:
    state = {"fingerprint": "x", "verdict": "ok", "checked": "2026-02-20", "reason": "it is there"}
    return json.dumps({"version": 1, "references": {f"k{number}": state | more for number in range(count)}})


def reference(**variables: str) -> str:
    given = "".join(f"    {name.replace('_', '-')}: {text}\n" for name, text in variables.items())
    return f"references:\n  - id: k0\n    type: webpage\n{given}"


def articles(count: int, body: str, front: str = "") -> dict[str, str]:
    """A site of so many articles."""
    return content(REFERENCES=references(count)) | {
        f"content_src/articles/about-{number}/article.md": (
            f"---\ntitle: About {number}\ntopics: [topic {number}]\n{front.replace('{n}', str(number))}---\n\n"
            f":::{{takeaway}}\nIt hurts. [@k{number}]\n:::\n\n{body.replace('{n}', str(number))}\n"
        )
        for number in range(count)
    }


QUOTES = "    custom:\n      quotes:\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'

#: Everything else: files made for a number of parts, by what there are many of.
MANY_OF: dict[str, Callable[[int], Mapping[str, str]]] = {
    "columns": lambda n: content(column(n)),
    "citations of different works": lambda n: content(each("Hurts. [@k{n}]\n", n), REFERENCES=references(n)),
    "citations of works that are not there": lambda n: content(each("Hurts. [@j{n}]\n", n), REFERENCES=references(n)),
    "misspelt keys": lambda n: content(each("Hurts. [@K{n}]\n", n), REFERENCES=references(n)),
    "different headings": lambda n: content(each("## What is {n}?\n\nA part. [@k0]\n\n", n)),
    "links to headings": lambda n: content(each("## Part {n}\n\nSee [the part {n}](#part-{n}). [@k0]\n\n", n)),
    "links to no heading": lambda n: content(each("## Part {n}\n\nSee [the part {n}](#past-{n}). [@k0]\n\n", n)),
    "links to sources": lambda n: content(
        each("See [the work {n}](#ref-k{n}). [@k{n}]\n\n", n), REFERENCES=references(n)
    ),
    "headings that name publishers": lambda n: content(
        each("## Journal Of Backs {n} guidelines\n\nHurts. [@k{n}]\n\n", n), REFERENCES=references(n)
    ),
    "brackets in brackets": nested("[", "]"),
    "links in links": nested("[", "](x)"),
    "round brackets": nested("(", ")"),
    "quotation marks": nested("“", "”"),
    "stars": nested("*", "*"),
    "emphasis in emphasis": nested("*a _b ", "_ *"),
    "quotations in quotations": nested("> ", ""),
    "lists in lists": nested("- ", ""),
    "corrections": lambda n: content(
        front=FRONT + "corrections:\n" + each("  - date: 2026-02-01\n    text: It said {n}.\n", n)
    ),
    "index words": lambda n: content(front=FRONT + f"index: [{each('word {n}', n, ', ')}]\n"),
    "topics": lambda n: content(front=FRONT.replace("[back pain]", f"[{each('topic {n}', n // 8 + 1, ', ')}]")),
    "the same topic": lambda n: content(front=FRONT.replace("[back pain]", f"[{each('topic', n, ', ')}]")),
    "unknown authors": lambda n: content(
        front=FRONT.replace("team", each("parson-{n}", n, ", ")),
        PEOPLE="people:\n" + each("  - id: person-{n}\n    name: Person {n}\n    about: x\n", n),
    ),
    "unknown related articles": lambda n: content(front=FRONT + f"related_articles: [{each('slug-{n}', n, ', ')}]\n"),
    "unknown keys of an article": lambda n: content(front=FRONT + each("descriptiom{n}: a\n", n)),
    "the same key": lambda n: content(front=FRONT + each("description: a\n", n)),
    "lists of YAML": lambda n: content(front=FRONT + f"index: {'[' * n}\n"),
    "groups of YAML": lambda n: content(front=FRONT + f"index: {'{a: ' * n}\n"),
    "escapes": lambda n: content(front=FRONT + 'description: "' + "\\u200b" * n + '"\n'),
    "remarks": lambda n: content(front=FRONT + "description: a" + " # b" * n + "\n"),
    "references": lambda n: content(REFERENCES=references(n)),
    "references with one key": lambda n: content(REFERENCES="references:\n" + REFERENCE * n),
    "references with one DOI": lambda n: content(
        REFERENCES="references:\n" + each("  - id: k{n}\n    type: book\n    title: A\n    DOI: 10.1/x\n", n)
    ),
    "references without identifiers": lambda n: content(
        REFERENCES="references:\n" + each("  - id: k{n}\n    type: book\n    title: A\n    issued: 2020\n", n)
    ),
    "files of references": lambda n: (
        content()
        | {
            f"content_src/references/f{number}.yml": reference(title="A", URL=f"https://a{number}.org")
            for number in range(n)
        }
    ),
    "people of a work": lambda n: content(
        REFERENCES=reference(title="A", URL="https://a.org") + "    author:\n" + each("      - family: Smith{n}\n", n)
    ),
    "unknown variables": lambda n: content(REFERENCES=reference(title="A") + each("    tittle{n}: a\n", n)),
    "quotes": lambda n: content(
        each("Hurts. [@k0, quote q{n}]\n", n),
        REFERENCES=reference(title="A") + QUOTES + each("        - name: q{n}\n          text: It hurts {n}\n", n),
    ),
    "quotes that are not there": lambda n: content(
        each("Hurts. [@k0, quote z{n}]\n", n),
        REFERENCES=reference(title="A") + QUOTES + each("        - name: q{n}\n          text: It hurts {n}\n", n),
    ),
    "quotes with one name": lambda n: content(
        REFERENCES=reference(title="A") + QUOTES + each("        - name: q\n          text: It hurts {n}\n", n)
    ),
    "works with quotes": lambda n: content(
        each("Hurts. [@k{n}, quote q]\n", n),
        REFERENCES="references:\n" + each(REFERENCE + QUOTES + "        - name: q\n          text: It hurts\n", n),
    ),
    "quotes that were looked up": lambda n: content(
        each('Hurts. [@k0 "it hurts {n}"]\n', n),
        LOCK=lock(1, quotes=[{"text": f"it hurts {q}", "verdict": "found", "checked": "2026-02-20"} for q in range(n)]),
    ),
    "quotes that are like none looked up": lambda n: content(
        each('Hurts. [@k0 "it{n} hurts{n} most{n} today{n}"]\n', n),
        LOCK=lock(
            1,
            quotes=[
                {"text": f"a{q} b{q} c{q} d{q}", "verdict": "found", "checked": "2026-02-20"} for q in range(n + 100)
            ],
        ),
    ),
    "acceptances by nobody": lambda n: content(
        REFERENCES=reference(title="A", URL="https://a.org")
        + "    custom:\n      accepted:\n"
        + each("        - finding: broken\n          reason: x\n          by: p{n}\n          on: 2026-01-01\n", n),
    ),
    "references that were looked up": lambda n: content(REFERENCES=references(n), LOCK=lock(n)),
    "one reference twice in the lock": lambda n: content(LOCK=lock(n)[:-2] + ', "k1": {}}}'),
    "people": lambda n: content(PEOPLE="people:\n" + each("  - id: p{n}\n    name: Person {n}\n    about: x\n", n)),
    "terms": lambda n: content(
        each("A term{n} is here. [@k0]\n", n), GLOSSARY="terms:\n" + each("  - term: term{n}\n    plain: x\n", n)
    ),
    "terms in one sentence": lambda n: content(
        each("term{n} and ", n), GLOSSARY="terms:\n" + each("  - term: term{n}\n    plain: x\n", n)
    ),
    "terms that begin alike": lambda n: content(
        "acute " * n, GLOSSARY="terms:\n" + each("  - term: acute term{n}\n    plain: x\n", n)
    ),
    "reasons for no source": lambda n: content(
        each("Rest. [no source: kind{n}]\n", n),
        SETTINGS=SITE + each("  - kind: kind{n}\n    label: L\n    limit: 3\n", n),
    ),
    "short forms": lambda n: content(
        each("Take ab{n}. three. [@k0]\n", n), SETTINGS=SITE + "abbreviations:\n" + each("  - ab{n}.\n", n)
    ),
    "unknown settings": lambda n: content(SETTINGS=SITE + each("languag{n}: 1\n", n)),
    "unknown kinds of work": lambda n: content(
        SETTINGS=SITE + "policies:\n  reference_age:\n" + each("    kind{n}: 3\n", n)
    ),
    "unknown texts": lambda n: content(WORDS=each("quote.a{n}: x\n", n)),
    "articles": lambda n: articles(n // 8 + 1, "It hurts. [@k{n}]"),
    "articles with broken links": lambda n: articles(n // 8 + 1, "See [the page {n}](../elsewhere-{n}/). [@k{n}]"),
    "articles that name others": lambda n: articles(
        n // 8 + 1, "It hurts. [@k0]", "related_articles: [about-{n}, z{n}]\n"
    ),
    "files out of place": lambda n: (
        content() | {f"content_src/articles/back-pain/file{number}.txt": "a" for number in range(n // 4 + 1)}
    ),
    "paths of a picture": lambda n: (
        content() | {"content_src/articles/back-pain/a.svg": SVG % ('<path d="M0 0"/>' * n)}
    ),
    "parts of a path": lambda n: (
        content() | {"content_src/articles/back-pain/a.svg": SVG % f'<path d="{"M0 0" * n}"/>'}
    ),
    "groups of a picture": lambda n: content() | {"content_src/articles/back-pain/a.svg": SVG % ("<g>" * n)},
}


#: The texts of an article, of ``site.yml`` and of a reference in which a piece of text is repeated.
TEXTS: dict[str, Callable[[str], Mapping[str, str]]] = {
    "title": lambda text: content(front=f"title: 'A {text}'\n"),
    "notice": lambda text: content(SETTINGS=SITE.replace("This page is general.", text)),
    "reference": lambda text: content(
        REFERENCES=reference(title=f"'A {text}'", publisher=f"'{text}'", DOI=f"'10.1/{text}'", URL=f"'https://{text}'")
    ),
}


@pytest.fixture(autouse=True)
def _small_parts_of_the_list_of_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has parts with the small input, too: up to the first of them it may grow as it likes: it has a bound."""
    monkeypatch.setattr("citewell.render.sources_page.MOST_LINES", 50)


def write(made: Mapping[str, str], root: Path) -> None:
    for name, text in made.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def the_whole_way(root: Path) -> Stopwatch:
    """The time that each part of a check, and each part of making the pages, takes."""
    timed = Stopwatch()
    with timed("reading"):
        content = load(Project(root))
    site, results = content.site, Results(content, TODAY)
    with timed("what each article depends on"):
        contexts = results.contexts
    with timed("numbering"):
        numbered = [each.numbered for each in contexts]
    with timed("cards"):
        facts = results.facts
    with timed("what rules know"):
        known_of_site = rules._site_context(facts, results.inputs)
    with timed("digests"):
        digests = {each.digest() for each in contexts}
    assert len(digests) == len(numbered)
    found = _find_everything(results, known_of_site, timed)
    with timed("putting findings in order"):
        listed = rules.list_within_budget(found, None)
    report = make_report(facts, listed)
    for name in formats.FINDINGS.names:
        with timed(f"findings as {name}"):
            list(formats.FINDINGS.load(name).format_findings(report, quiet=False))
    with timed("claims"):
        claims = [list_claims(each) for each in contexts]
    for name in formats.LEDGER.names:
        with timed(f"ledger as {name}"):
            list(formats.LEDGER.load(name).format_ledger(claims))
    with timed("how references stand"):
        known = tuple(list_statuses(site, content.documents))
    with timed("what depends on references"):
        depends = find_impact(site.bibliography.references.values(), facts.documents, site.people)
    for name in formats.REFERENCES.names:
        with timed(f"references as {name}"):
            list(formats.REFERENCES.load(name).format_references(known))
    for name in formats.IMPACT.names:
        with timed(f"impact as {name}"):
            list(formats.IMPACT.load(name).format_impact(depends, site))
    _to_the_pages(results, listed, timed)
    return timed


def _find_everything(results: Results, known_of_site: SiteContext, timed: Stopwatch) -> list[Diagnostic]:
    """What all rules find, rule by rule."""
    content, site, contexts = results.content, results.site, results.contexts
    found: list[Diagnostic] = []
    every = [*site.problems, *(each for document in content.documents for each in document.problems)]
    with timed("what problems leave unknown"):
        poisoned = Poisoned(every)
    with timed("problems in words"):
        for each in contexts:
            own = ProblemContext(each.article.source, each.settings, each.bibliography)
            found += [rule.report(one) for rule, one in word_problems(each.article.problems, own, rules.discover())]
    for rule in rules.discover():
        with timed(f"{rule.code} {rule.name}"):
            own_findings: list[Finding] = []
            if rule.scope is Scope.SITE:
                own_findings += rule.check(site, known_of_site)
            for each in contexts if rule.scope is Scope.ARTICLE else ():
                own_findings += rule.check(each.numbered, each)
            found += [rule.report(one) for one in own_findings if not poisoned.spoils_any(one.premises)]
    return found


def _to_the_pages(results: Results, listed: tuple[Diagnostic, ...], timed: Stopwatch) -> None:
    """The second half of the way: the pages, and what is looked at on them before they are published."""
    with timed("what is made of each article"):
        outputs = results.outputs
    with timed("what is made of all"):
        site_map = results.site_index
    with timed("pages, with what was found in them"):
        made = preview_pages(site_map, results.parts, listed)
    with timed("what a search finds"):
        for document in list_documents(site_map):
            write_document(document, "en")
    with timed("files of docs/"):
        docs = make_docs(site_map, outputs)
    with timed("what built pages must show"):
        shown = {address_of(card): output.expected for card, output in outputs}
        expected = [expect_page(page, shown.get(f"{page.path.parent}/")) for page in made]
    with timed("reading built pages"):
        pages = [
            (page.path.with_suffix(".html"), page.data(), shows) for page, shows in zip(made, expected, strict=True)
        ]
        built = {path: read_page(data, path, shows) for path, data, shows in pages}
    literal = list_literal_words(results.site, docs.literal)
    published = PublishedSite(
        pages={path: page.card for path, page in built.items()}, files=frozenset(built), literal=literal
    )
    for rule in rules.discover():
        if rule.scope is Scope.PAGE:
            with timed(f"{rule.code} {rule.name}"):
                for read in built.values():
                    list(rule.diagnose(read, published))


def slow(make: Callable[[int], Mapping[str, str]], size: int, folder: Path) -> list[str]:
    def measure(count: int) -> Stopwatch:
        root = folder / str(count)
        if not root.exists():
            write(make(count), root)
        return the_whole_way(root)

    return slow_parts(measure, size)


def times(piece: str) -> int:
    """How often a piece is repeated in the small input; one sign not as often, or its other costs would hide it."""
    return max(4, SMALL // max(len(piece), 3))


@pytest.mark.parametrize("piece", IN_A_LINE, ids=repr)
def test_text_that_is_repeated_in_a_line(piece: str, tmp_path: Path):
    assert slow(lambda count: content(piece * count), times(piece), tmp_path) == []


@pytest.mark.parametrize("piece", BELOW_ONE_ANOTHER, ids=repr)
def test_blocks_that_are_repeated(piece: str, tmp_path: Path):
    assert slow(lambda count: content(piece * count), times(piece), tmp_path) == []


@pytest.mark.parametrize(("before", "piece", "after"), INSIDE)
def test_parts_that_are_repeated(before: str, piece: str, after: str, tmp_path: Path):
    assert slow(lambda count: content(f"{before}{piece * count}{after}"), times(piece), tmp_path) == []


@pytest.mark.parametrize("make", MANY_OF.values(), ids=MANY_OF)
def test_many_of_one_kind(make: Callable[[int], Mapping[str, str]], tmp_path: Path):
    grown = len("".join(make(MANY).values())) - len("".join(make(1).values()))
    assert slow(make, max(4, SMALL * MANY // max(grown, 3 * MANY)), tmp_path) == []


@pytest.mark.parametrize("where", TEXTS)
@pytest.mark.parametrize("piece", IN_TEXTS, ids=repr)
def test_text_that_is_repeated_outside_of_an_article(piece: str, where: str, tmp_path: Path):
    assert slow(lambda count: TEXTS[where](piece * count), times(piece) // 4, tmp_path) == []
