"""A content tree of any number of articles, the same for the same seed, without errors under the rules.

An article has the shape of the one in ``content_src/``: about 95 claims, 37 references and 1,700 words, with takeaway,
lists two deep, a comparison, three cards, things to do and not to do, and key takeaways. A model-size article is
smaller: the page type that Citewell set out to reproduce has 15 references, 59 marks and about 1,080 words.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.words import DISEASES, PEOPLE, SYMPTOMS, phrase, sentence, term

ROOT = Path(__file__).resolve().parent.parent
FIRST = ROOT / "content_src" / "articles" / "can-back-pain-be-a-sign-of-soft-tissue-sarcoma"

MOST = len(SYMPTOMS) * len(DISEASES) * len(PEOPLE)


class Size(NamedTuple):
    """How large an article is: its references, and how much of each of its parts it has."""

    cited: int
    share: float


OURS = Size(37, 1.0)
MODEL_SIZE = Size(15, 0.55)
_A_FILE = 200  # references in one file of the bibliography


def write_corpus(root: Path, articles: int, references: int = 0, seed: int = 1, size: Size = OURS) -> None:
    """Write a project with this many articles (at most ``MOST``) and references into an empty folder.

    Without a number of references there are five for every article, at least 60. The settings, people and own pages
    are those of the real site, and so is ``mkdocs.yml``.
    """
    if articles > MOST:
        raise ValueError(f"at most {MOST} articles have a title of their own")
    chance = Random(seed)
    keys = [f"source-{number:05d}" for number in range(1, (references or max(60, 5 * articles)) + 1)]
    _copy_settings(root)
    content = root / "content_src"
    for start in range(0, len(keys), _A_FILE):
        some = keys[start : start + _A_FILE]
        lines = ["references:", *(line for key in some for line in _reference(key, chance))]
        _write(content / "references" / f"part-{start // _A_FILE + 1:03d}.yml", lines)
    subjects = chance.sample(list(product(SYMPTOMS, DISEASES, PEOPLE)), articles)
    slugs = [_slug(*subject) for subject in subjects]
    for subject, slug in zip(subjects, slugs, strict=True):
        related = [other for other in chance.sample(slugs, min(4, articles)) if other != slug][:3]
        folder = content / "articles" / slug
        _write(folder / "article.md", [*_front_matter(subject, related), *_Body(keys, chance, size).lines()])
        shutil.copyfile(FIRST / "spine.svg", folder / "spine.svg")


def _copy_settings(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for name in ("site.yml", "people.yml", "glossary.yml"):
        (root / "content_src").mkdir(exist_ok=True)
        shutil.copyfile(ROOT / "content_src" / name, root / "content_src" / name)
    shutil.copytree(ROOT / "content_src" / "pages", root / "content_src" / "pages")


def _write(path: Path, lines: Sequence[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _slug(symptom: str, disease: str, people: str) -> str:
    return f"{symptom}-in-{people}-and-{disease}".replace(" ", "-")


def _number(key: str) -> int:
    """The number of a reference, on which its pages begin."""
    return int(key.removeprefix("source-"))


def _reference(key: str, chance: Random) -> list[str]:
    number = _number(key)
    first, second = chance.sample(("Meyer", "Okafor", "Silva", "Novak", "Haddad", "Larsen", "Tanaka", "Moreau"), 2)
    return [
        f"  - id: {key}",
        "    type: article-journal",
        f'    title: "Study {number} of {chance.choice(SYMPTOMS)} and {chance.choice(DISEASES)}"',
        "    author:",
        f"      - {{family: {first}, given: {chance.choice('ABCDEFGH')}.}}",
        f"      - {{family: {second}, given: {chance.choice('JKLMNOPR')}.}}",
        "    container-title: Journal of Made-up Medicine",
        f"    issued: {chance.randint(1990, 2025)}-{chance.randint(1, 12):02d}",
        f"    volume: {chance.randint(1, 90)}",
        f"    issue: {chance.randint(1, 12)}",
        f"    page: {number}-{number + 8}",
        f"    DOI: 10.5555/made-up.{number}",
        f"    PMID: {10_000_000 + number}",
        f"    URL: https://journal.example/articles/{number}",
        "    custom: {kind: research-study, confidence: seen-at-publisher}",
    ]


def _front_matter(subject: tuple[str, str, str], related: Sequence[str]) -> list[str]:
    symptom, disease, people = subject
    title = f"Can {symptom} in {people} be a sign of {disease}?"
    return [
        "---",
        f"title: {title}",
        f"description: What {symptom} in {people} can mean, which signs need help, and how doctors find out.",
        "status: published",
        "authors: [editorial-team]",
        "published: 2026-11-01",
        f"topics: [{symptom}, {disease}]",
        "illustration:",
        "  file: spine.svg",
        "  alt: Side view of the lower spine with the discs between its bones, the nerves that leave them, and muscles",
        'emergency_link: "Numbness, or bladder or bowel trouble? See when to call 999"',
        f"related_questions: [{', '.join(related)}]",
        "---",
    ]


class _Body:
    """The text of one article. Citations go once through the article's references, then pick any of them."""

    def __init__(self, keys: Sequence[str], chance: Random, size: Size) -> None:
        self._chance = chance
        self._share = size.share
        self._own = chance.sample(keys, min(size.cited, len(keys)))
        self._fresh = list(self._own)
        self._waivers = 6  # as many as site.yml allows

    def lines(self) -> Iterator[str]:
        yield from ("", ":::{takeaway}", *self._claims(3), ":::")
        yield from ("", "## What it usually looks like", "", *self._claims(2), "")
        yield from ("What people may notice:", "", *self._items(4, below=1), "", *self._claims(3))
        yield from ("", "## How often it is serious", "", *self._claims(4), "", *self._claims(3))
        yield from ("", "## Warning signs, and how much they tell you", "", *self._claims(5), "")
        yield from ("What is known about each sign:", "", *self._items(5, below=1))
        yield from ("", "## How the pain can differ", "", *self._claims(1), "", *self._comparison(5))
        yield from ("", "## When to get help", "", *self._claims(1))
        yield from self._card("emergency", "Call 999 now if you have", 6, 2)
        yield from self._card("urgent", "Ask for an urgent appointment if you have", 5, 0)
        yield from self._card("non-urgent", "See a GP if you have", 2, 1)
        yield from ("", "### If you have had it before", "", *self._claims(3))
        yield from ("", "## How doctors find out", "", *self._claims(2), "", *self._items(4, below=1, bullet="1."))
        yield from ("", "### Does it need a scan?", "", *self._claims(3), "", "## What you can do")
        for fence in ("do", "dont"):
            yield from (
                "",
                f":::{{{fence}}}",
                *(f"- {phrase(self._chance)} {self._mark()}" for _ in self._some(4)),
                ":::",
            )
        yield from ("", ":::{key-takeaways}", *(f"- {claim}" for claim in self._claims(5)), ":::")

    def _claims(self, number: int) -> list[str]:
        return [f"{sentence(self._chance)} {self._mark()}" for _ in self._some(number)]

    def _some(self, number: int) -> range:
        """As many as an article of this size has, at least one."""
        return range(max(1, round(number * self._share)))

    def _items(self, number: int, below: int, bullet: str = "-") -> Iterator[str]:
        """List items with a bold beginning, each with items ``below`` it."""
        for _ in self._some(number):
            yield f"{bullet} **{term(self._chance)}.** {sentence(self._chance)} {self._mark()}"
            indent = " " * (len(bullet) + 1)
            yield from (f"{indent}- {sentence(self._chance)} {self._mark()}" for _ in range(below))

    def _comparison(self, rows: int) -> Iterator[str]:
        yield from (":::{comparison} Two sorts of pain compared", "- Feature", "  - The one sort", "  - The other sort")
        for _ in self._some(rows):
            yield from (f"- {term(self._chance)}", *(f"  - {sentence(self._chance)} {self._mark()}" for _ in "ab"))
        yield ":::"

    def _card(self, fence: str, title: str, symptoms: int, claims: int) -> Iterator[str]:
        yield from ("", f":::{{{fence}}} {title}")
        yield from (f"- {phrase(self._chance)} {self._mark()}" for _ in self._some(symptoms))
        yield from ("", *self._claims(claims)) if claims else ()
        yield ":::"

    def _mark(self) -> str:
        """A citation of one or two references, now and then with a page; or, a few times an article, a waiver."""
        if self._waivers and self._chance.random() < 1 / 12:
            self._waivers -= 1
            return "[no source: advice]"
        number = 2 if self._chance.random() < 0.23 else 1
        fresh = [self._fresh.pop() for _ in range(min(number, len(self._fresh)))]
        keys = fresh or self._chance.sample(self._own, number)
        page = f", p. {_number(keys[-1]) + self._chance.randint(0, 8)}" if self._chance.random() < 0.1 else ""
        return f"[{'; '.join('@' + key for key in keys)}{page}]"
