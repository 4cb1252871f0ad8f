"""A small site with an invented reviewer, and what she answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.cli.project import Done, Project

SLUG = "can-stress-cause-headaches"
ARTICLE = f"content_src/articles/{SLUG}/article.md"
REVIEWS = f"content_src/reviews/{SLUG}.yml"
REVIEWER = "ada-fiction"
PERSON = """\
  - id: ada-fiction
    name: Dr Ada Fiction
    reviews: medical
    credentials: MD, invented for the tests
    register: Example Register
    registration_number: EX1
    interests: None declared.
"""


class Desk:
    """The small site with a reviewer, and the packets and answers that go to and fro."""

    def __init__(self, folder: Path) -> None:
        self.site = Project("small", folder / "site")
        self.folder = folder
        people = self.site.read("content_src/people.yml")
        self.site.write("content_src/people.yml", people + PERSON)
        self._made = 0

    def packet(self, *options: str) -> LexborHTMLParser:
        """A new packet, parsed."""
        return LexborHTMLParser(self.packet_file(*options).read_text(encoding="utf-8"))

    def packet_file(self, *options: str) -> Path:
        self._made += 1
        file = self.folder / f"{self._made}.html"
        done = self.site.citewell("packet", SLUG, "-o", str(file), *options)
        assert (done.code, done.err) == (0, "")
        return file

    def answers(self, verdicts: Mapping[str, str] | None = None, /, **head: Any) -> dict[str, Any]:
        """What the packet of now saves when every statement is answered "yes", but for those that are named.

        ``verdicts`` are by the text of a statement; "" leaves it without an answer.
        """
        packet = self.packet()
        form = find(packet, "#packet").attributes
        answers = []
        for claim in packet.css(".claim"):
            facts = claim.attributes
            usual = "yes" if "data-asked" in facts else ""
            verdict = (verdicts or {}).get(facts["data-text"] or "", usual)
            answers.append(
                {
                    "claim": facts["data-claim"],
                    "digest": facts["data-digest"],
                    "verdict": verdict or None,
                    "note": "",
                    "text": facts["data-text"],
                }
            )
        return {
            "format": form["data-format"],
            "version": int(form["data-version"] or ""),
            "slug": form["data-slug"],
            "content_day": form["data-content-day"],
            "made": form["data-made"],
            "by": REVIEWER,
            "on": form["data-made"],
            "signed": True,
            "note": "",
            "answers": answers,
            "sections": json.loads(form["data-sections"] or ""),
            **head,
        }

    def save(self, answers: object) -> Path:
        """Answers as a file: as JSON, or a text as it is."""
        self._made += 1
        file = self.folder / f"{self._made}.review.json"
        text = answers if isinstance(answers, str) else json.dumps(answers, indent=1)
        file.write_text(text, encoding="utf-8")
        return file

    def record(self, answers: object, *options: str) -> Done:
        """Record answers, and say what the command said."""
        file = answers if isinstance(answers, Path) else self.save(answers)
        done = self.site.citewell("review", "--from", str(file), "--yes", *options)
        return done._replace(out=done.out.replace(str(file), "FILE"))

    @property
    def recorded(self) -> str:
        """What is recorded of the article."""
        file = self.site.root / REVIEWS
        return file.read_text(encoding="utf-8") if file.exists() else ""

    @property
    def signed(self) -> list[str]:
        """The sections that were signed."""
        return re.findall(r"- anchor: (\S+)", self.recorded)


def find(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The first element of a selector."""
    found = node.css_first(selector)
    assert found is not None, selector
    return found


def words(node: LexborNode | None) -> str:
    """The words of an element."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())
